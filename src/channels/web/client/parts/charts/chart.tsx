// The chart of an indicator: lines, bars, a ranking or shares, with the choice among them, its values as a table, and downloads.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PointJson, SeriesJson } from '../../../server/schemas-browse.ts';
import { usePage } from '../../context.ts';
import {
  type Bar,
  barsOf,
  type ChartKind,
  kindsOf,
  linesOf,
  periodsOf,
  ranked,
  sharedPeriod,
  sharesOf,
  shortNumber,
} from '../../model/chart-data.ts';
import { periodText } from '../../model/periods.ts';
import { hrefOf } from '../../router.ts';
import { Select } from '../fields.tsx';
import { type Caption, type Drawing, drawBars, drawLines } from './chart-marks.tsx';
import { savePicture } from './save-picture.ts';

const FIRST_WIDTH_PX = 560;
const MAX_WIDTH_PX = 860;
const TITLE_PX = 30;
/** The choice of the latest values, whatever their time. */
const LATEST = 'latest';

/** The chart of a series; a hint if there are not two values to compare. */
export function Chart({ series }: { series: SeriesJson }): JSX.Element {
  const { browse } = usePage().wording;
  const { points, isAdditive, indicator, unit } = series;
  const kinds = kindsOf(points, isAdditive);
  const [chosen, setChosen] = useState<string>('');
  const [period, setPeriod] = useState<string>('');
  const [first] = kinds;
  if (first === undefined) return <p class="hint">{browse.noChart}</p>;
  const kind = kinds.find((each) => each === chosen) ?? first;
  const shared = sharedPeriod(points);
  const at = period === LATEST ? undefined : (periodsOf(points).find((each) => String(each) === period) ?? shared);
  const title = `${indicator}（${unit}）`;
  return (
    <section class="charts" aria-label={browse.chartOf(title)}>
      <div class="filters">
        <Select
          label={browse.chartKind}
          value={kind}
          options={kinds.map((value) => ({ value, label: browse.chartKinds[value] }))}
          set={setChosen}
        />
        {kind !== 'line' && (
          <PeriodSelect points={points} value={at === undefined ? LATEST : String(at)} set={setPeriod} />
        )}
      </div>
      <Picture title={title} kind={kind} series={series} period={at} />
      <PointTable series={series} />
    </section>
  );
}

function PeriodSelect({
  points,
  value,
  set,
}: {
  points: readonly PointJson[];
  value: string;
  set: (value: string) => void;
}): JSX.Element {
  const { wording, language } = usePage();
  const { browse } = wording;
  const periods = periodsOf(points).map((period) => ({
    value: String(period),
    label: period === null ? browse.undated : periodText(period, language),
  }));
  return (
    <Select
      label={browse.period}
      value={value}
      options={[{ value: LATEST, label: browse.latest }, ...periods]}
      set={set}
    />
  );
}

/** What is drawn of a series: its kind, and of which time. */
interface PictureProps {
  readonly title: string;
  readonly kind: ChartKind;
  readonly series: SeriesJson;
  readonly period: string | null | undefined;
}

function Picture({ title, kind, series, period }: PictureProps): JSX.Element {
  const page = usePage();
  const { browse } = page.wording;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { height, marks } = useDrawing({ title, kind, series, period }, width);
  const when =
    kind === 'line' || period === undefined
      ? ''
      : ` · ${period === null ? browse.undated : periodText(period, page.language)}`;
  const caption = `${title}${when}`;
  const save = (as: 'svg' | 'png'): void => {
    const drawing = place.current?.querySelector('svg');
    if (drawing) savePicture(drawing, caption.replace(/[\\/:*?"<>|]/gu, '_'), as).catch(page.fail);
  };
  return (
    <figure>
      <div class="plot" ref={place}>
        <svg width={width} height={height + TITLE_PX} viewBox={`0 0 ${width} ${height + TITLE_PX}`}>
          <title>{caption}</title>
          <text x={0} y={16} font-size={15} font-weight="700" fill="currentColor">
            {caption}
          </text>
          <g transform={`translate(0 ${TITLE_PX})`}>{marks}</g>
        </svg>
      </div>
      {series.points.some(({ isDisputed }) => isDisputed) && <p class="hint">{browse.disputedNote}</p>}
      <p class="ways">
        <button type="button" class="quiet" onClick={() => save('png')}>
          {browse.savePng}
        </button>
        <button type="button" class="quiet" onClick={() => save('svg')}>
          {browse.saveSvg}
        </button>
      </p>
    </figure>
  );
}

function useDrawing({ kind, series, period }: PictureProps, width: number): Drawing {
  const { wording, language } = usePage();
  const { browse } = wording;
  const { points, unit } = series;
  const timeText = (time: string | null): string => (time === null ? browse.undated : periodText(time, language));
  const isMixed = period === undefined;
  const notes = ({ period: time, isPlanned, isApproximate }: PointJson, isTimed: boolean): string => {
    const said = [
      isTimed ? timeText(time) : '',
      isPlanned ? browse.planned : '',
      isApproximate ? browse.approximate : '',
    ];
    const told = said.filter((part) => part !== '').join('，');
    return told === '' ? '' : `（${told}）`;
  };
  if (kind === 'line') {
    const caption: Caption = (point) => `${shortNumber(point.value)}${notes(point, false)}`;
    return drawLines(linesOf(points), { width, caption, periodOf: timeText });
  }
  const ofOne = new Set(points.map(({ district }) => district)).size === 1;
  const bars = ofOne && isMixed ? barsOfTimes(points) : barsOf(points, period);
  const shown = kind === 'bar' ? bars : ranked(bars);
  const shares = kind === 'share' ? sharesOf(shown) : null;
  const caption: Caption = (point, share) =>
    share === null
      ? `${shortNumber(point.value)}${unit}${notes(point, isMixed && !ofOne)}`
      : `${share}% · ${shortNumber(point.value)}${unit}`;
  const nameOf = ({ district, points: [point] }: Bar): string =>
    ofOne && isMixed ? `${district} · ${timeText(point?.period ?? null)}` : district;
  const labelOf = (bar: Bar, index: number): string => (kind === 'rank' ? `${index + 1}. ${nameOf(bar)}` : nameOf(bar));
  return drawBars(shown, { width, caption, labelOf, shares });
}

/** A bar for each time of one district. */
function barsOfTimes(points: readonly PointJson[]): Bar[] {
  return periodsOf(points)
    .sort((a, b) => (a ?? '').localeCompare(b ?? ''))
    .flatMap((period) => barsOf(points, period));
}

/** The width of a place, followed as it changes. */
function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(FIRST_WIDTH_PX);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const measure = (): void => setWidth(Math.min(MAX_WIDTH_PX, Math.max(240, current.clientWidth)));
    const watch = new ResizeObserver(measure);
    watch.observe(current);
    measure();
    return () => watch.disconnect();
  }, []);
  return width;
}

function PointTable({ series }: { series: SeriesJson }): JSX.Element {
  const { wording, language } = usePage();
  const { browse } = wording;
  return (
    <details>
      <summary>{browse.table}</summary>
      <table>
        <caption class="hidden">{browse.chartOf(series.indicator)}</caption>
        <thead>
          <tr>
            {[browse.district, browse.period, browse.value, browse.source].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.points.map(({ district, period, surface, report, title, start, end, isPlanned, isDisputed }) => (
            <tr key={`${district} ${period} ${surface} ${report} ${start}`}>
              <th scope="row">{district}</th>
              <td>{period === null ? browse.undated : periodText(period, language)}</td>
              <td>
                <a href={hrefOf('read', report, { from: start, to: end })}>{surface}</a>
                {isPlanned && <span class="tag">{browse.planned}</span>}
                {isDisputed && <span class="tag">{browse.disputed}</span>}
              </td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
