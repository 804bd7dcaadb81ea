// Draws lines and bars with uPlot, in the colours of the page.
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type Bars, type Lines, shortNumber } from '../model/chart-data.ts';

const HEIGHT_PX = 260;
/** Hues that differ for colour-blind readers as well; the first is the page's own. */
const HUES = ['#d17a00', '#00856f', '#b4447c', '#7a6a00', '#5b6dc9', '#8a5a44'];
const MAX_LABEL = 6;

/** Lines over years; districts one after the other in the colours of the legend. */
export function drawLines({ districts, times, values }: Lines, place: HTMLElement): uPlot {
  const look = lookOf(place);
  const series = districts.map((label, index) => ({
    label,
    stroke: index === 0 ? look.accent : (HUES[(index - 1) % HUES.length] ?? look.accent),
    width: 2,
    spanGaps: true,
    points: { size: 8 },
  }));
  const years = [...new Set(times.map(Math.floor))];
  const options = frameOf(place, look, {
    series: [{ label: '' }, ...series],
    ticks: () => years,
    labels: (marks) => marks.map(String),
  });
  return new uPlot(options, [[...times], ...values.map((own) => [...own])] as uPlot.AlignedData, place);
}

/** Bars of districts. */
export function drawBars({ points }: Bars, place: HTMLElement): uPlot {
  const look = lookOf(place);
  const bars = uPlot.paths.bars?.({ size: [0.6, 64] });
  const places = points.map((_, index) => index);
  const options = frameOf(place, look, {
    series: [
      { label: '' },
      { label: '', stroke: look.accent, fill: look.accent, ...(bars && { paths: bars }), points: { show: false } },
    ],
    ticks: () => places,
    labels: (marks) => marks.map((mark) => clipped(points[mark]?.short ?? '')),
    range: [-0.6, points.length - 0.4],
  });
  return new uPlot({ ...options, legend: { show: false } }, [places, points.map(({ value }) => value)], place);
}

interface Look {
  readonly accent: string;
  readonly ink: string;
  readonly line: string;
  readonly font: string;
}

/** The colours of the page as they are now, light or dark. */
function lookOf(place: HTMLElement): Look {
  const style = getComputedStyle(place);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    accent: colour('--accent'),
    ink: colour('--ink-soft'),
    line: colour('--line'),
    font: `12px ${style.fontFamily}`,
  };
}

interface Frame {
  readonly series: uPlot.Series[];
  readonly ticks: () => number[];
  readonly labels: (marks: number[]) => string[];
  readonly range?: [number, number];
}

function frameOf(
  place: HTMLElement,
  { ink, line, font }: Look,
  { series, ticks, labels, range }: Frame,
): uPlot.Options {
  const shared = { stroke: ink, font, grid: { stroke: line, width: 1 }, ticks: { show: false } };
  return {
    width: place.clientWidth,
    height: HEIGHT_PX,
    cursor: { show: false },
    legend: { live: false },
    scales: {
      x: { time: false, ...(range && { range }) },
      y: { range: (_, low, high) => [Math.min(0, low), high * 1.08 || 1] },
    },
    axes: [
      { ...shared, grid: { show: false }, splits: ticks, values: (_, marks) => labels(marks) },
      { ...shared, size: 60, values: (_, marks) => marks.map(shortNumber) },
    ],
    series,
  };
}

const clipped = (name: string): string => (name.length > MAX_LABEL ? `${name.slice(0, MAX_LABEL - 1)}…` : name);
