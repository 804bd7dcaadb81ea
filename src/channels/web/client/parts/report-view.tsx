// A report with its toolbar: the cited words marked; a damaged one is shown as it is read first, its own words one press away.
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CitationJson } from '../../server/schemas.ts';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { hasNormalizedText, mendedSentences } from '../model/report-layout.ts';
import { PagePictures } from '../pages/page-pictures.tsx';
import type { Range } from '../router.ts';
import { ReportText } from './report-text.tsx';
import { ReportToolbar } from './report-toolbar.tsx';
import { holdPlace, restorePlace } from './scrolling.ts';

interface ReportViewProps {
  readonly report: ReportJson;
  readonly cited: Range | null;
  /** The citations of the answer that led here. */
  readonly evidence: readonly CitationJson[];
  /** Id of that answer; empty: none. */
  readonly answerId: string;
  /** `page`: a screen of its own; `pane`: beside another screen. */
  readonly place: 'page' | 'pane';
  /** Leaves the report. */
  leave(): void;
  readonly title: JSX.Element;
  /** What stands between the toolbar and the text. */
  readonly children?: ComponentChildren;
}

/** A report, opened. Give it a key of the report's id: another report begins anew. */
export function ReportView({ report, cited, title, children, ...bar }: ReportViewProps): JSX.Element {
  const { read } = usePage().wording;
  const mended = mendedSentences(report);
  const text = useRef<HTMLElement>(null);
  const [isNormalized, setNormalized] = useStillSwitch(text, mended > 0);
  // A scan is looked at as it is: what was recognised may be misread.
  const [isPicture, setPicture] = useState(report.hasPages && report.meta.isScanned === true);
  const view = report.hasPages ? { isPicture, setPicture } : null;
  const isThere = cited === null || cited.to <= report.text.length;
  const reading = hasNormalizedText(report) ? { isNormalized, setNormalized, mended } : null;
  return (
    <div class="reader">
      <ReportToolbar report={report} cited={cited} reading={isPicture ? null : reading} view={view} {...bar} />
      {children}
      <article class="report" ref={text}>
        <header>
          {title}
          <p class="byline">
            <Byline meta={report.meta} />
          </p>
          {mended === 0 && isNormalized && <p class="hint">{read.readingNote}</p>}
          {!isThere && <p class="fault">{read.notHere}</p>}
        </header>
        {isPicture ? (
          <PagePictures report={report} cited={isThere ? cited : null} />
        ) : (
          <ReportText report={report} cited={cited} isNormalized={isNormalized} />
        )}
      </article>
    </div>
  );
}

/** A switch between two texts of a report that leaves what the reader looks at where it is. */
function useStillSwitch(
  text: { readonly current: HTMLElement | null },
  isOn: boolean,
): [boolean, (isOn: boolean) => void] {
  const [isNormalized, setNormalized] = useState(isOn);
  const held = useRef<ReturnType<typeof holdPlace>>(null);
  useLayoutEffect(() => {
    if (text.current !== null && held.current !== null) restorePlace(text.current, held.current);
    held.current = null;
  }, [isNormalized]);
  const turn = (to: boolean): void => {
    held.current = text.current === null ? null : holdPlace(text.current);
    setNormalized(to);
  };
  return [isNormalized, turn];
}

function Byline({ meta }: { meta: ReportJson['meta'] }): JSX.Element {
  const { read } = usePage().wording;
  const inferred = (name: string): string => (meta.inferred.includes(name) ? read.inferred : '');
  const parts = [
    meta.district === null ? null : meta.district + inferred('district'),
    meta.publisher === null ? null : meta.publisher + inferred('publisher'),
    meta.publishedOn === null ? null : meta.publishedOn + inferred('publishedOn'),
  ];
  // Only plain web addresses become links: a report can name any address.
  const isWeb = meta.url !== null && /^https?:\/\//iu.test(meta.url);
  return (
    <>
      {parts.filter((part) => part !== null).join(' · ')}
      {isWeb && (
        <a href={meta.url ?? ''} target="_blank" rel="noopener noreferrer nofollow">
          {read.source}
        </a>
      )}
    </>
  );
}
