// The pages of the file that a report was read from, one at a time, with the cited lines in boxes: PDF files drawn by pdf.js, scans as
// pictures, OFD files from their texts and rules.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SURE_CONFIDENCE } from '../../../../pages.ts';
import type { DrawingJson, PagesJson, ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { IconButton } from '../parts/buttons.tsx';
import { FaultLine, Waiting } from '../parts/common.tsx';
import { centre } from '../parts/scrolling.ts';
import { useResource } from '../resource.ts';
import type { Range } from '../router.ts';
import { drawPdfPage } from './pdf-page.ts';

/** Height of the drawing of an OFD page, in units of its own. */
const DRAWING_HEIGHT = 1_000;
/** Of the height of a line's box, what stands above the base line, and the size of its characters. */
const BASE_LINE = 0.82;
const CHARACTER_SHARE = 0.91;

interface PagePicturesProps {
  readonly report: ReportJson;
  readonly cited: Range | null;
}

/** The pages of a report's file, opened at the cited words. */
export function PagePictures({ report, cited }: PagePicturesProps): JSX.Element {
  const address = `/api/reports/${encodeURIComponent(report.meta.id)}`;
  const range = cited === null ? {} : { from: cited.from, to: cited.to };
  const { value, state, fault } = useResource<PagesJson>(`${address}/pages`, range);
  if (state === 'failed') return <FaultLine text={fault} />;
  if (value === null || state !== 'ready') return <Waiting />;
  return <Pages key={`${cited?.from}-${cited?.to}`} pages={value} address={address} isCited={cited !== null} />;
}

interface PagesProps {
  readonly pages: PagesJson;
  /** Address of the report. */
  readonly address: string;
  readonly isCited: boolean;
}

function Pages({ pages, address, isCited }: PagesProps): JSX.Element {
  const { read } = usePage().wording;
  const { ratios, spans } = pages;
  const [number, setNumber] = useState(spans[0]?.page ?? 1);
  const turnTo = (page: number) => (page >= 1 && page <= ratios.length ? () => setNumber(page) : undefined);
  return (
    <section class="pages" aria-label={read.asPicture}>
      <div class="page-bar">
        <IconButton icon="back" label={read.previousPage} act={turnTo(number - 1)} />
        <span role="status">{read.pageNumber(number, ratios.length)}</span>
        <IconButton icon="next" label={read.nextPage} act={turnTo(number + 1)} />
      </div>
      {isCited && <Caption pages={pages} />}
      <PageSheet key={number} pages={pages} address={address} number={number} />
    </section>
  );
}

function Caption({ pages: { spans } }: { pages: PagesJson }): JSX.Element {
  const { read } = usePage().wording;
  const known = spans.flatMap(({ confidence }) => (confidence === undefined ? [] : [confidence]));
  const least = known.length === 0 ? null : Math.min(...known);
  const percent = Math.floor((least ?? 0) * 100);
  return (
    <>
      <p class="hint">{spans.length === 0 ? read.pageUnmarked : read.pageMarked}</p>
      {least !== null && least >= SURE_CONFIDENCE && <p class="hint">{read.pageConfidence(percent)}</p>}
      {least !== null && least < SURE_CONFIDENCE && <p class="banner">{read.pageDoubtful(percent)}</p>}
    </>
  );
}

interface SheetProps {
  readonly pages: PagesJson;
  readonly address: string;
  readonly number: number;
}

/** A page with the boxes of the cited lines; the first of them is scrolled into view. */
function PageSheet({ pages, address, number }: SheetProps): JSX.Element {
  const { read } = usePage().wording;
  const [isFailed, setFailed] = useState(false);
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = sheet.current?.querySelector('rect') ?? null;
    if (box !== null) centre(box);
  }, []);
  if (isFailed) return <FaultLine text={read.pageFailed} />;
  const label = read.pageNumber(number, pages.ratios.length);
  const drawn = { label, fail: () => setFailed(true) };
  return (
    <figure class="paper" ref={sheet} style={{ aspectRatio: String(pages.ratios[number - 1] ?? 1) }}>
      {pages.source === 'pdf' && <PdfSheet {...drawn} viewer={pages.viewer} address={address} number={number} />}
      {pages.source === 'picture' && <img src={`${address}/pages/${number}`} alt={label} onError={drawn.fail} />}
      {pages.source === 'ofd' && (
        <OfdSheet {...drawn} address={address} number={number} ratio={pages.ratios[number - 1] ?? 1} />
      )}
      <svg class="boxes" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        {pages.spans
          .filter(({ page }) => page === number)
          .map(({ left, top, width, height }) => (
            <rect key={`${left} ${top}`} x={left} y={top} width={width} height={height} />
          ))}
      </svg>
    </figure>
  );
}

interface DrawnProps {
  readonly label: string;
  readonly address: string;
  readonly number: number;
  fail(): void;
}

function PdfSheet({ label, viewer, address, number, fail }: DrawnProps & { viewer: string }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    drawPdfPage(current, { viewer, file: `${address}/original`, page: number }).then(() => setDrawn(true), fail);
  }, []);
  return <canvas ref={canvas} role="img" aria-label={label} data-drawn={isDrawn ? '' : undefined} />;
}

function OfdSheet({ label, address, number, ratio, fail }: DrawnProps & { ratio: number }): JSX.Element | null {
  const { value, state } = useResource<DrawingJson>(`${address}/pages/${number}`);
  useEffect(() => {
    if (state === 'failed') fail();
  }, [state]);
  if (value === null) return null;
  const [across, down] = [DRAWING_HEIGHT * ratio, DRAWING_HEIGHT];
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${across} ${down}`}>
      {value.rules.map((rule, index) => (
        <line
          key={index}
          x1={rule.left * across}
          y1={rule.top * down}
          x2={(rule.left + rule.width) * across}
          y2={(rule.top + rule.height) * down}
        />
      ))}
      {value.texts.map(({ text, left, top, width, height }, index) => (
        <text
          key={index}
          x={left * across}
          y={(top + height * BASE_LINE) * down}
          font-size={height * CHARACTER_SHARE * down}
          textLength={width * across}
          lengthAdjust="spacingAndGlyphs"
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
