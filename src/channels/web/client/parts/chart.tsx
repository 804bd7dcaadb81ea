// The chart of an indicator, by year or by district, with its values as a table for accessibility.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type uPlot from 'uplot';
import type { SeriesJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { type Bars, barsOf, type Lines, linesOf } from '../model/chart-data.ts';
import { hrefOf } from '../router.ts';
import { drawBars, drawLines } from './plot.ts';

/** The chart of a series: lines if a district has several years, else bars, else a hint. */
export function Chart({ series }: { series: SeriesJson }): JSX.Element {
  const { browse } = usePage().wording;
  const lines = linesOf(series.points);
  const bars = barsOf(series.points);
  if (lines === null && bars === null) return <p class="hint">{browse.noChart}</p>;
  const title = `${browse.chartOf(series.indicator)}（${series.unit}）`;
  return (
    <section class="charts" aria-label={title}>
      {lines !== null && <LineFigure lines={lines} title={title} />}
      {bars !== null && <BarFigure bars={bars} title={title} />}
      <PointTable series={series} />
    </section>
  );
}

function LineFigure({ lines, title }: { lines: Lines; title: string }): JSX.Element {
  const { browse } = usePage().wording;
  return <Plot caption={`${title} · ${browse.overYears}`} draw={(place) => drawLines(lines, place)} of={lines} />;
}

function BarFigure({ bars, title }: { bars: Bars; title: string }): JSX.Element {
  const { browse } = usePage().wording;
  const caption = `${title} · ${browse.overDistricts} · ${bars.period}`;
  return <Plot caption={caption} draw={(place) => drawBars(bars, place)} of={bars} />;
}

/** A plot, redrawn when its width or data changes. */
function Plot({
  caption,
  draw,
  of,
}: {
  caption: string;
  draw: (place: HTMLElement) => uPlot;
  of: unknown;
}): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    let plot = draw(current);
    let { clientWidth: width } = current;
    const watch = new ResizeObserver(() => {
      if (current.clientWidth === width) return;
      width = current.clientWidth;
      plot.destroy();
      plot = draw(current);
    });
    watch.observe(current);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [JSON.stringify(of)]);
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      <div class="plot" role="img" aria-label={caption} ref={place} />
    </figure>
  );
}

function PointTable({ series }: { series: SeriesJson }): JSX.Element {
  const { browse } = usePage().wording;
  return (
    <details>
      <summary>{browse.table}</summary>
      <table>
        <caption class="hidden">{browse.chartOf(series.indicator)}</caption>
        <thead>
          <tr>
            <th scope="col">{browse.district}</th>
            <th scope="col">{browse.period}</th>
            <th scope="col">{browse.value}</th>
          </tr>
        </thead>
        <tbody>
          {series.points.map(({ district, short, period, surface, report, start, end }) => (
            <tr key={`${district} ${period}`}>
              <th scope="row">{short}</th>
              <td>{period}</td>
              <td>
                <a href={hrefOf('read', report, { from: start, to: end })}>{surface}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
