// The text of a report as paragraphs; the cited range is marked and scrolled into view.
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { type Paragraph, paragraphsOf, splitFrontMatter, type TextSpan } from '../model/report-layout.ts';
import type { Range } from '../router.ts';
import { centre } from './scrolling.ts';

/** Returns the element id of a paragraph, for links of the outline. */
export const paragraphId = (start: number): string => `p${start}`;

/** The paragraphs of a report. */
export function ReportText({
  report,
  cited,
  isNormalized,
}: {
  report: ReportJson;
  cited: Range | null;
  isNormalized: boolean;
}): JSX.Element {
  const { from = -1, to = -1 } = cited ?? {};
  const paragraphs = useMemo(
    () => paragraphsOf(report, { cited: to > 0 ? { from, to } : null, isNormalized }),
    [report, from, to, isNormalized],
  );
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = place.current?.querySelector('mark') ?? null;
    if (mark !== null) centre(mark);
  }, [report.meta.id, from, to]);
  const { lead, rest } = splitFrontMatter(paragraphs);
  return (
    <div class="paragraphs" ref={place}>
      {lead.length > 0 && <Lead paragraphs={lead} />}
      {rest.map((paragraph) => (
        <ParagraphView key={paragraph.start} paragraph={paragraph} />
      ))}
    </div>
  );
}

/** The front matter: collapsed, unless it is cited. */
function Lead({ paragraphs }: { paragraphs: readonly Paragraph[] }): JSX.Element {
  const { read } = usePage().wording;
  const isCited = paragraphs.some(({ spans }) => spans.some((span) => span.isCited));
  return (
    <details class="lead" open={isCited}>
      <summary>{read.lead}</summary>
      {paragraphs.map((paragraph) => (
        <ParagraphView key={paragraph.start} paragraph={paragraph} />
      ))}
    </details>
  );
}

function ParagraphView({ paragraph: { start, role, level, spans } }: { paragraph: Paragraph }): JSX.Element {
  const drawn = role === 'heading' ? withoutMarkdown(spans) : spans;
  const content = drawn.map((span, index) => <TextSpanView key={index} span={span} />);
  const id = paragraphId(start);
  if (role !== 'heading') {
    return (
      <p id={id} class={role}>
        {content}
      </p>
    );
  }
  const Rank = level > 1 ? 'h3' : 'h2';
  return (
    <Rank id={id} tabIndex={-1}>
      {content}
    </Rank>
  );
}

/** Removes Markdown's heading marks, since the paragraph is drawn as a heading already. */
function withoutMarkdown([first, ...rest]: readonly TextSpan[]): readonly TextSpan[] {
  if (first === undefined) return rest;
  return [{ ...first, text: first.text.replace(/^\s*#{1,6}\s+/u, '') }, ...rest];
}

function TextSpanView({ span: { text, isCited, isNormalized } }: { span: TextSpan }): JSX.Element {
  const { wording } = usePage();
  const words = isNormalized ? <span class="read">{text}</span> : text;
  if (!isCited) return <>{words}</>;
  return <mark title={wording.read.cited}>{words}</mark>;
}
