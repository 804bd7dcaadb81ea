// The indexed reports: found by name and by their text, filtered by region, year and publisher, sorted, page by page.
import type { JSX } from 'preact';
import type { DistrictsJson, FacetJson, ReportLineJson, ReportsJson, SearchJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { regionTree } from '../model/regions.ts';
import { Loaded, Rows } from '../parts/common.tsx';
import { SearchField, Select } from '../parts/fields.tsx';
import { Pager, useListKeys } from '../parts/pager.tsx';
import { RegionTree } from '../parts/region-tree.tsx';
import { useResource } from '../resource.ts';
import { hrefOf, type Route } from '../router.ts';

const PAGE_ROWS = 30;
const TOP_HITS = 20;
/** The orders that are offered: what is sorted by, and `-` where the greatest comes first. */
const ORDERS = ['', 'district', '-publishedOn', 'publishedOn', 'title', '-facts'] as const;

/** The reports that match, and the passages that hold what is searched for. */
export function ReportsPart(): JSX.Element {
  const { wording, route, go } = usePage();
  const { query } = route;
  const set = (change: Route['query']): void =>
    go(hrefOf('browse', 'reports', { ...query, offset: '', ...change }), 'replace');
  const districts = useResource<DistrictsJson>('/api/districts');
  const text = query['query'] ?? '';
  return (
    <div class="with-regions">
      <Loaded resource={districts}>
        {(value) => (
          <RegionTree
            regions={regionTree(value.districts)}
            chosen={query['region'] ?? ''}
            choose={(region) => set({ region })}
          />
        )}
      </Loaded>
      <div>
        <SearchField label={wording.browse.searchReports} value={text} search={(wanted) => set({ query: wanted })} />
        <ReportList query={query} set={set} />
        {text !== '' && <Hits query={text} />}
      </div>
    </div>
  );
}

function ReportList({ query, set }: { query: Route['query']; set: (change: Route['query']) => void }): JSX.Element {
  const { wording } = usePage();
  const list = useListKeys();
  const order = query['order'] ?? '';
  const offset = Number(query['offset'] ?? 0) || 0;
  const reports = useResource<ReportsJson>('/api/reports', {
    query: query['query'],
    region: query['region'],
    year: query['year'],
    publisher: query['publisher'],
    sort: order.replace('-', ''),
    descending: order.startsWith('-') ? 'true' : '',
    offset,
    limit: PAGE_ROWS,
  });
  const { years = [], publishers = [], total = 0 } = reports.value ?? {};
  return (
    <>
      <div class="filters">
        <FacetSelect name="year" facets={years} query={query} set={set} />
        <FacetSelect name="publisher" facets={publishers} query={query} set={set} />
        <Select
          label={wording.browse.order}
          value={order}
          options={ORDERS.map((value) => ({ value, label: wording.browse.orders[value === '' ? 'none' : value] }))}
          set={(value) => set({ order: value })}
        />
      </div>
      <Pager
        offset={offset}
        size={PAGE_ROWS}
        total={total}
        turn={(to) => set({ offset: to === 0 ? '' : String(to) })}
      />
      <div ref={list}>
        <Rows resource={reports} rowsOf={(value) => value.reports} none={wording.nothing}>
          {(report) => <ReportRow key={report.id} report={report} />}
        </Rows>
      </div>
    </>
  );
}

function FacetSelect({
  name,
  facets,
  query,
  set,
}: {
  name: 'year' | 'publisher';
  facets: readonly FacetJson[];
  query: Route['query'];
  set: (change: Route['query']) => void;
}): JSX.Element {
  const { browse } = usePage().wording;
  const all = { year: browse.allYears, publisher: browse.allPublishers }[name];
  const options = facets.map(({ value, reports }) => ({ value, label: `${value}（${reports}）` }));
  return (
    <Select
      label={browse[name]}
      value={query[name] ?? ''}
      options={[{ value: '', label: all }, ...options]}
      set={(value) => set({ [name]: value })}
    />
  );
}

function ReportRow({ report }: { report: ReportLineJson }): JSX.Element {
  const { browse } = usePage().wording;
  const { id, title, district, publisher, publishedOn, characters, passages } = report;
  const about = [district, publisher, publishedOn, browse.characters(characters), browse.passages(passages)];
  return (
    <li>
      <a class="row" href={hrefOf('read', id)}>
        <strong>{title}</strong>
        <span class="hint">{about.filter((part) => part !== null).join(' · ')}</span>
      </a>
    </li>
  );
}

function Hits({ query }: { query: string }): JSX.Element {
  const { browse } = usePage().wording;
  const hits = useResource<SearchJson>('/api/search', { query, top: TOP_HITS });
  return (
    <section aria-live="polite">
      <h2>{browse.inTexts}</h2>
      <Rows resource={hits} rowsOf={(value) => value.hits} none={browse.noHits}>
        {({ report, title, heading, start, end, text }) => (
          <li key={`${report} ${start}`}>
            <a class="row" href={hrefOf('read', report, { from: start, to: end })}>
              <strong>{[title, ...heading].join(' › ')}</strong>
              <span class="excerpt">{text}</span>
            </a>
          </li>
        )}
      </Rows>
    </section>
  );
}
