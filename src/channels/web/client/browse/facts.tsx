// The fact table: filters, sorting, charts, CSV download. The settings are part of the address.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FactSort } from '../../../../chat/browse/views.ts';
import type { FactsJson, SeriesJson } from '../../server/schemas-browse.ts';
import { addressOf } from '../api.ts';
import { usePage } from '../context.ts';
import { Chart } from '../parts/charts/chart.tsx';
import { Loaded } from '../parts/common.tsx';
import { DistrictSelect, SearchField, Select } from '../parts/fields.tsx';
import { useResource } from '../resource.ts';
import { hrefOf, type Route } from '../router.ts';
import { FactTable, type Sorting } from './fact-table.tsx';

const FIRST_ROWS = 50;
const MORE_ROWS = 150;
const MAX_ROWS = 500;

/** The figures that match the filters. */
export function FactsPart(): JSX.Element {
  const { wording, route, go } = usePage();
  const [rows, setRows] = useState(FIRST_ROWS);
  const { query } = route;
  const set = (change: Route['query']): void => {
    setRows(FIRST_ROWS);
    go(hrefOf('browse', 'facts', { ...query, ...change }), 'replace');
  };
  const filters = filtersOf(query);
  const facts = useResource<FactsJson>('/api/facts', { ...filters, limit: rows });
  const series = useResource<SeriesJson>('/api/series', { indicator: query['indicator'], district: query['district'] });
  const sorting: Sorting = {
    by: (query['sort'] ?? '') as FactSort | '',
    isDescending: query['descending'] === 'true',
    set: (sort, isDescending) => set({ sort, descending: isDescending ? 'true' : '' }),
  };
  return (
    <>
      <Filters query={query} facts={facts.value} set={set} />
      {(query['indicator'] ?? '') !== '' && series.value !== null && series.value.points.length > 1 && (
        <Chart series={series.value} />
      )}
      <Loaded resource={facts}>
        {(value) => (
          <>
            <p class="table-head">
              <span role="status">{wording.browse.shown(value.facts.length, value.total)}</span>
              <a href={addressOf('/api/facts', { ...filters, format: 'xlsx' })} download>
                {wording.browse.xlsx}
              </a>
              <a href={addressOf('/api/facts', { ...filters, format: 'csv' })} download>
                {wording.browse.csv}
              </a>
            </p>
            {value.total === 0 ? (
              <p class="hint">{wording.browse.noFacts}</p>
            ) : (
              <FactTable facts={value.facts} sorting={sorting} />
            )}
            {value.facts.length < Math.min(value.total, MAX_ROWS) && (
              <button type="button" onClick={() => setRows((before) => Math.min(MAX_ROWS, before + MORE_ROWS))}>
                {wording.browse.showMore}
              </button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** Returns the filters and sort order in a query. */
function filtersOf(query: Route['query']): Route['query'] {
  const names = ['district', 'indicator', 'period', 'text', 'sort', 'descending'];
  return Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)));
}

function Filters({
  query,
  facts,
  set,
}: {
  query: Route['query'];
  facts: FactsJson | null;
  set: (change: Route['query']) => void;
}): JSX.Element {
  const { browse } = usePage().wording;
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <div class="filters">
      <DistrictSelect
        label={browse.district}
        none={browse.allDistricts}
        value={query['district'] ?? ''}
        set={(district) => set({ district, indicator: '', period: '' })}
      />
      <Select
        label={browse.indicator}
        value={query['indicator'] ?? ''}
        options={[{ value: '', label: browse.allIndicators }, ...plain(facts?.indicators ?? [])]}
        set={(indicator) => set({ indicator })}
      />
      <Select
        label={browse.period}
        value={query['period'] ?? ''}
        options={[{ value: '', label: browse.allPeriods }, ...plain(facts?.periods ?? [])]}
        set={(period) => set({ period })}
      />
      <SearchField label={browse.search} value={query['text'] ?? ''} search={(text) => set({ text })} />
    </div>
  );
}
