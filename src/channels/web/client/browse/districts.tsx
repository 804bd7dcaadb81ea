// The districts as cards with links to briefs and figures, and the topics across districts.
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { DistrictsJson, TopicsJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { districtsHolding, regionTree } from '../model/regions.ts';
import { Loaded } from '../parts/common.tsx';
import { SearchField, Select } from '../parts/fields.tsx';
import { Pager } from '../parts/pager.tsx';
import { RegionTree } from '../parts/region-tree.tsx';
import { useResource } from '../resource.ts';
import { hrefOf, type Route } from '../router.ts';
import type { ScreenProps } from '../screens/part-screen.tsx';

/** The topics, most frequent first. */
export function TopicsPart({ asking }: ScreenProps): JSX.Element {
  const { wording, go } = usePage();
  const topics = useResource<TopicsJson>('/api/topics');
  const ask = (name: string): void => {
    asking.say(`/topic ${name}`, `${wording.browse.topicTitle}：${name}`);
    go(hrefOf('ask'));
  };
  return (
    <Loaded resource={topics}>
      {(value) => (
        <>
          <p class="hint">{wording.browse.topicTitle}</p>
          <ul class="topics">
            {value.topics.map(({ name, reports }) => (
              <li key={name}>
                <button type="button" class="choice" onClick={() => ask(name)}>
                  {name} <span class="hint">{reports}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

/** The orders in which districts can be listed. */
const ORDERS = ['none', 'reports', 'facts'] as const;
const PAGE_CARDS = 30;

/** The districts as cards: searched, by region, sorted, page by page. */
export function DistrictsPart(): JSX.Element {
  const { wording } = usePage();
  const districts = useResource<DistrictsJson>('/api/districts');
  return (
    <Loaded resource={districts}>
      {(value) =>
        value.districts.length === 0 ? (
          <p class="hint">{wording.nothing}</p>
        ) : (
          <DistrictCards districts={value.districts} />
        )
      }
    </Loaded>
  );
}

function DistrictCards({ districts }: { districts: DistrictsJson['districts'] }): JSX.Element {
  const { wording, route, go } = usePage();
  const { browse } = wording;
  const { query = '', region = '', order = 'none', offset: from = '0' } = route.query;
  const set = (change: Route['query']): void =>
    go(hrefOf('browse', '', { ...route.query, offset: '', ...change }), 'replace');
  const regions = useMemo(() => regionTree(districts), [districts]);
  const found = districtsHolding(districts, query, region);
  const key = order === 'reports' || order === 'facts' ? order : null;
  const sorted = key === null ? found : [...found].sort((a, b) => b[key] - a[key]);
  const offset = Math.min(Number(from) || 0, sorted.length);
  return (
    <div class="with-regions">
      <RegionTree regions={regions} chosen={region} choose={(chosen) => set({ region: chosen })} />
      <div>
        <div class="filters">
          <SearchField
            label={browse.searchDistricts}
            value={query}
            delayMs={0}
            search={(text) => set({ query: text })}
          />
          <Select
            label={browse.order}
            value={order}
            options={ORDERS.map((value) => ({ value, label: browse.districtOrders[value] }))}
            set={(value) => set({ order: value === 'none' ? '' : value })}
          />
        </div>
        <Pager
          offset={offset}
          size={PAGE_CARDS}
          total={sorted.length}
          turn={(to) => set({ offset: to === 0 ? '' : String(to) })}
        />
        <ul class="cards">
          {sorted.slice(offset, offset + PAGE_CARDS).map((district) => (
            <DistrictCard key={district.name} district={district} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function DistrictCard({ district }: { district: DistrictsJson['districts'][number] }): JSX.Element {
  const { browse } = usePage().wording;
  const { name, short, reports, facts } = district;
  return (
    <li class="card">
      <h2>{short}</h2>
      {name !== short && <p class="hint">{name}</p>}
      <p class="hint">{browse.counts(reports, facts)}</p>
      <p class="ways">
        <a href={hrefOf('browse', 'brief', { district: name })}>{browse.brief}</a>
        <a href={hrefOf('browse', 'facts', { district: name })}>{browse.facts}</a>
        <a href={hrefOf('ask', '', { ask: `${short}有哪些主要做法？` })}>{browse.askOf}</a>
      </p>
    </li>
  );
}
