// The marks of a chart as SVG: bars, shares and lines with their values, each a link to its sentence. It chooses nothing.
import type { ComponentChildren, JSX } from 'preact';
import type { PointJson } from '../../../server/schemas-browse.ts';
import type { Bar, Line } from '../../model/chart-data.ts';
import { hrefOf } from '../../router.ts';

/** Hues that stand out on light and dark ground and differ for colour-blind readers. */
const HUES = ['#3b82b8', '#c8780a', '#1f9479', '#b85c94', '#8a7d10', '#7280d0', '#a0705a', '#5f7480'];
const LABEL_PX = 20;
const MARK_PX = 26;
const GAP_PX = 8;
/** Room for the value behind the longest bar, in characters of its text. */
const CHARACTER_PX = 13;
const MAX_VALUE_SHARE = 0.5;
const LINE_HEIGHT_PX = 260;
const MARGIN = { top: 28, right: 70, bottom: 26, left: 24 };

/** What a mark says: its figure with what must be known of it. */
export type Caption = (point: PointJson, share: number | null) => string;

/** A drawing: its size and its marks. */
export interface Drawing {
  readonly height: number;
  readonly marks: JSX.Element;
}

function Mark({ point, said, children }: { point: PointJson; said: string; children: ComponentChildren }): JSX.Element {
  const { report, start, end, title, district } = point;
  return (
    <a href={hrefOf('read', report, { from: start, to: end })} aria-label={`${district} ${said} · ${title}`}>
      {children}
    </a>
  );
}

/** Draws bars, one below the other under full names. @param shares in percent, one a bar; null: lengths are values */
export function drawBars(
  bars: readonly Bar[],
  {
    width,
    caption,
    labelOf,
    shares,
  }: {
    width: number;
    caption: Caption;
    labelOf: (bar: Bar, index: number) => string;
    shares: readonly number[] | null;
  },
): Drawing {
  const said = bars.flatMap(({ points }, index) => points.map((point) => caption(point, shares?.[index] ?? null)));
  const room = Math.min(width * MAX_VALUE_SHARE, Math.max(...said.map((text) => text.length)) * CHARACTER_PX + GAP_PX);
  const top = Math.max(...bars.flatMap(({ points }) => points.map(({ value }) => Math.abs(value)))) || 1;
  let y = 0;
  const rows = bars.map((bar, index) => {
    const from = y;
    y += LABEL_PX + bar.points.length * MARK_PX + GAP_PX;
    const share = shares?.[index] ?? null;
    return (
      <g key={labelOf(bar, index)}>
        <text x={0} y={from + 14} font-size={13} font-weight="600" fill="currentColor">
          {labelOf(bar, index)}
        </text>
        {bar.points.map((point, place) => {
          const at = from + LABEL_PX + place * MARK_PX;
          const length = Math.max(2, ((share ?? (Math.abs(point.value) / top) * 100) / 100) * (width - room));
          return (
            <Mark key={`${point.surface} ${point.start}`} point={point} said={caption(point, share)}>
              <rect x={0} y={at} width={width} height={MARK_PX - 2} fill="transparent" />
              <rect x={0} y={at + 3} width={length} height={18} rx={2} {...lookOf(point, 0)} />
              <text x={length + GAP_PX} y={at + 17} font-size={13} fill="currentColor">
                {caption(point, share)}
              </text>
            </Mark>
          );
        })}
      </g>
    );
  });
  return { height: Math.max(y, LABEL_PX), marks: <>{rows}</> };
}

/** A plan is hollow; what another source contradicts has a broken outline. */
function lookOf({ isPlanned, isDisputed }: PointJson, hue: number) {
  const colour = HUES[hue % HUES.length] ?? 'currentColor';
  const outline = { stroke: colour, 'stroke-width': 1.5, ...(isDisputed && { 'stroke-dasharray': '4 3' }) };
  return {
    fill: colour,
    'fill-opacity': isPlanned ? 0.12 : isDisputed ? 0.55 : 1,
    ...(isPlanned || isDisputed ? outline : {}),
  };
}

/** Draws lines over time with the value at each point and the full names below. */
export function drawLines(
  lines: readonly Line[],
  { width, caption, periodOf }: { width: number; caption: Caption; periodOf: (period: string) => string },
): Drawing {
  const all = lines.flatMap(({ points }) => points);
  const times = all.map(({ time }) => time);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const values = all.map(({ point }) => point.value);
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  const inner = width - MARGIN.left - MARGIN.right;
  const x = (time: number): number => MARGIN.left + (last === first ? 0 : ((time - first) / (last - first)) * inner);
  const y = (value: number): number =>
    LINE_HEIGHT_PX -
    MARGIN.bottom -
    ((value - low) / (high - low || 1)) * (LINE_HEIGHT_PX - MARGIN.top - MARGIN.bottom);
  const ticks = [...new Map(all.map(({ time, point }) => [time, point.period ?? '']))];
  const base = y(low);
  const marks = (
    <>
      <line x1={MARGIN.left} x2={width - MARGIN.right} y1={base} y2={base} stroke="currentColor" stroke-opacity={0.3} />
      {ticks.map(([time, period]) => (
        <text key={period} x={x(time)} y={LINE_HEIGHT_PX - 8} font-size={12} text-anchor="middle" fill="currentColor">
          {periodOf(period)}
        </text>
      ))}
      {lines.map(({ district, points }, index) => {
        const colour = HUES[index % HUES.length] ?? 'currentColor';
        const path = points.filter(
          ({ point }, place) => !point.isDisputed || points[place - 1]?.time !== points[place]?.time,
        );
        return (
          <g key={district}>
            <polyline
              points={path.map(({ time, point }) => `${x(time)},${y(point.value)}`).join(' ')}
              fill="none"
              stroke={colour}
              stroke-width={2}
            />
            {points.map(({ time, point }) => (
              <Mark key={`${point.period} ${point.surface} ${point.start}`} point={point} said={caption(point, null)}>
                <circle cx={x(time)} cy={y(point.value)} r={13} fill="transparent" />
                <circle cx={x(time)} cy={y(point.value)} r={4.5} {...lookOf(point, index)} />
                <text x={x(time)} y={y(point.value) - 10} font-size={12} text-anchor="middle" fill="currentColor">
                  {caption(point, null)}
                </text>
              </Mark>
            ))}
            <rect x={0} y={LINE_HEIGHT_PX + index * LABEL_PX + 2} width={14} height={10} fill={colour} />
            <text x={20} y={LINE_HEIGHT_PX + index * LABEL_PX + 12} font-size={13} fill="currentColor">
              {district}
            </text>
          </g>
        );
      })}
    </>
  );
  return { height: LINE_HEIGHT_PX + lines.length * LABEL_PX + GAP_PX, marks };
}
