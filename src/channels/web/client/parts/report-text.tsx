// The text of a report as paragraphs, the cited words marked and brought into view.
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { type Paragraph, paragraphsOf, partedLead, type Stretch } from '../model/report-layout.ts';
import type { Range } from '../router.ts';

/** Id of the element of a paragraph, for links of the outline. */
export const paragraphId = (start: number): string => `p${start}`;

/** The paragraphs of a report. */
export function ReportText({
  report,
  cited,
  isAsRead,
}: {
  report: ReportJson;
  cited: Range | null;
  isAsRead: boolean;
}): JSX.Element {
  const { from = -1, to = -1 } = cited ?? {};
  const paragraphs = useMemo(
    () => paragraphsOf(report, { cited: to > 0 ? { from, to } : null, isAsRead }),
    [report, from, to, isAsRead],
  );
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = place.current?.querySelector('mark');
    mark?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [report.meta.id, from, to]);
  const { lead, rest } = partedLead(paragraphs);
  return (
    <div class="paragraphs" ref={place}>
      {lead.length > 0 && <Lead paragraphs={lead} />}
      {rest.map((paragraph) => (
        <ParagraphView key={paragraph.start} paragraph={paragraph} />
      ))}
    </div>
  );
}

/** What stands before the report proper: folded away, unless it is what is cited. */
function Lead({ paragraphs }: { paragraphs: readonly Paragraph[] }): JSX.Element {
  const { read } = usePage().wording;
  const isCited = paragraphs.some(({ stretches }) => stretches.some((stretch) => stretch.isCited));
  return (
    <details class="lead" open={isCited}>
      <summary>{read.lead}</summary>
      {paragraphs.map((paragraph) => (
        <ParagraphView key={paragraph.start} paragraph={paragraph} />
      ))}
    </details>
  );
}

function ParagraphView({ paragraph: { start, role, level, stretches } }: { paragraph: Paragraph }): JSX.Element {
  const drawn = role === 'heading' ? withoutSigns(stretches) : stretches;
  const content = drawn.map((stretch, index) => <StretchView key={index} stretch={stretch} />);
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

/** The stretches of a heading without the signs by which Markdown marks one: it is drawn as a heading already. */
function withoutSigns([first, ...rest]: readonly Stretch[]): readonly Stretch[] {
  if (first === undefined) return rest;
  return [{ ...first, text: first.text.replace(/^\s*#{1,6}\s+/u, '') }, ...rest];
}

function StretchView({ stretch: { text, isCited, isRead } }: { stretch: Stretch }): JSX.Element {
  const { wording } = usePage();
  const words = isRead ? <span class="read">{text}</span> : text;
  if (!isCited) return <>{words}</>;
  return <mark title={wording.read.cited}>{words}</mark>;
}
