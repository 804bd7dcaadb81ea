// The charts that there are: found by search, for all districts or one; the chosen one is drawn. The choice is part of the address.
import type { JSX } from 'preact';
import type { SeriesJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { Chart } from '../parts/charts/chart.tsx';
import { Loaded } from '../parts/common.tsx';
import { DistrictSelect, SearchField } from '../parts/fields.tsx';
import { useResource } from '../resource.ts';
import { hrefOf, type Route } from '../router.ts';

const MAX_LISTED = 120;

/** The list of charts and the one that the address names. */
export function ChartsPart(): JSX.Element {
  const { wording, route, go } = usePage();
  const { browse } = wording;
  const { query } = route;
  const set = (change: Route['query']): void => go(hrefOf('browse', 'charts', { ...query, ...change }), 'replace');
  const indicator = query['indicator'] ?? '';
  const series = useResource<SeriesJson>('/api/series', { indicator, district: query['district'] });
  return (
    <>
      <div class="filters">
        <DistrictSelect
          label={browse.district}
          none={browse.allDistricts}
          value={query['district'] ?? ''}
          set={(district) => set({ district })}
        />
        <SearchField label={browse.searchCharts} value={query['text'] ?? ''} search={(text) => set({ text })} />
      </div>
      <Loaded resource={series}>
        {(value) => (
          <>
            {indicator !== '' && value.points.length > 0 && <Chart key={value.indicator} series={value} />}
            <ChartList series={value} query={query} />
          </>
        )}
      </Loaded>
    </>
  );
}

function ChartList({ series, query }: { series: SeriesJson; query: Route['query'] }): JSX.Element {
  const { browse } = usePage().wording;
  const text = (query['text'] ?? '').toLowerCase();
  const found = series.charts.filter(({ indicator }) => indicator.toLowerCase().includes(text));
  if (found.length === 0) return <p class="hint">{browse.noCharts}</p>;
  return (
    <>
      <p class="hint" role="status">
        {browse.chartCount(found.length)}
      </p>
      <ul class="topics">
        {found.slice(0, MAX_LISTED).map(({ indicator, unit, points, districts }) => (
          <li key={`${indicator} ${unit}`}>
            <a
              class="choice"
              href={hrefOf('browse', 'charts', { ...query, indicator })}
              aria-current={indicator === series.indicator ? 'true' : undefined}
            >
              {indicator}
              <span class="hint">{browse.chartValues(unit, districts, points)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
