// The table of figures: sortable columns; every row links to its source.

import type { JSX } from 'preact';
import { shortDistrict } from '../../../../chat/asking/place.ts';
import type { FactSort } from '../../../../chat/browse/views.ts';
import type { FactJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { periodText } from '../model/periods.ts';
import { hrefOf } from '../router.ts';

/** The table's sort order, and how to change it. */
export interface Sorting {
  readonly by: FactSort | '';
  readonly isDescending: boolean;
  set(by: FactSort, isDescending: boolean): void;
}

/** The table. On narrow screens district and period are shown below the indicator. */
export function FactTable({ facts, sorting }: { facts: readonly FactJson[]; sorting: Sorting }): JSX.Element {
  const { browse } = usePage().wording;
  return (
    <table class="facts">
      <caption class="hidden">{browse.table}</caption>
      <thead>
        <tr>
          <SortHead by="district" text={browse.district} sorting={sorting} isWide />
          <SortHead by="indicator" text={browse.indicator} sorting={sorting} />
          <SortHead by="period" text={browse.period} sorting={sorting} isWide />
          <SortHead by="value" text={browse.value} sorting={sorting} />
          <th scope="col">{browse.source}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <FactRow key={`${fact.report} ${fact.start} ${fact.indicator} ${fact.surface} ${fact.period}`} fact={fact} />
        ))}
      </tbody>
    </table>
  );
}

function SortHead({
  by,
  text,
  sorting,
  isWide = false,
}: {
  by: FactSort;
  text: string;
  sorting: Sorting;
  isWide?: boolean;
}): JSX.Element {
  const { browse } = usePage().wording;
  const isHere = sorting.by === by;
  const order = sorting.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" class={isWide ? 'wide-only' : undefined} aria-sort={isHere ? order : 'none'}>
      <button
        type="button"
        class="quiet"
        title={browse.sortBy(text)}
        onClick={() => sorting.set(by, isHere && !sorting.isDescending)}
      >
        {text}
        <span aria-hidden="true">{isHere ? (sorting.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

function FactRow({ fact }: { fact: FactJson }): JSX.Element {
  const { wording, language } = usePage();
  const { browse } = wording;
  const period = fact.period === null ? '' : periodText(fact.period, language);
  const district = fact.district === null ? '' : shortDistrict(fact.district);
  const place = [district, fact.subject].filter((part) => part !== null && part !== '').join(' · ');
  return (
    <tr>
      <td class="wide-only">{place}</td>
      <th scope="row">
        {fact.indicator}
        <span class="narrow-only hint">{[place, period].filter((part) => part !== '').join(' · ')}</span>
      </th>
      <td class="wide-only">{period}</td>
      <td>
        {fact.surface}
        {fact.isPlanned && <span class="tag">{browse.planned}</span>}
        {fact.isApproximate && <span class="tag">{browse.approximate}</span>}
        {fact.changePercent !== null && (
          <span class="hint" title={browse.change}>
            {' '}
            {fact.changePercent > 0 ? '+' : ''}
            {fact.changePercent}%
          </span>
        )}
      </td>
      <td>
        <a
          href={hrefOf('read', fact.report, { from: fact.start, to: fact.end })}
          title={fact.quote}
          aria-label={`${browse.source}: ${fact.title}`}
        >
          {browse.source}
        </a>
      </td>
    </tr>
  );
}
