// The report view: text and outline, the cited range marked and scrolled into view.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CitationJson, ExchangeJson } from '../../server/schemas.ts';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { citationsOf } from '../model/reply.ts';
import { hasNormalizedText } from '../model/report-layout.ts';
import { Heading, Loaded } from '../parts/common.tsx';
import { paragraphId, ReportText } from '../parts/report-text.tsx';
import { ReportToolbar } from '../parts/report-toolbar.tsx';
import { useResource } from '../resource.ts';
import { type Range, rangeOf } from '../router.ts';
import type { ScreenProps } from './part-screen.tsx';

/** The screen of a report. */
export function ReadScreen({ asking }: ScreenProps): JSX.Element {
  const { route } = usePage();
  const report = useResource<ReportJson>(`/api/reports/${encodeURIComponent(route.part)}`);
  const evidence = useEvidence(asking, route.query['answer'] ?? '');
  return (
    <Loaded resource={report}>
      {(value) => <Reader key={value.meta.id} report={value} cited={rangeOf(route.query)} evidence={evidence} />}
    </Loaded>
  );
}

/** Returns the citations of the answer that led here, from the thread or else from the history. */
function useEvidence(asking: ScreenProps['asking'], answerId: string): readonly CitationJson[] {
  const held = asking.thread.find(({ reply }) => reply?.shown?.id === answerId)?.reply?.shown;
  const mustAsk = answerId !== '' && held === undefined;
  const asked = useResource<ExchangeJson>(mustAsk ? `/api/exchanges/${encodeURIComponent(answerId)}` : null);
  const shown = held ?? asked.value?.reply.shown;
  return answerId === '' || shown === undefined ? [] : citationsOf(shown);
}

interface ReaderProps {
  readonly report: ReportJson;
  readonly cited: Range | null;
  readonly evidence: readonly CitationJson[];
}

function Reader({ report, cited, evidence }: ReaderProps): JSX.Element {
  const { wording } = usePage();
  const [isNormalized, setNormalized] = useState(false);
  const isThere = cited === null || cited.to <= report.text.length;
  useEffect(() => setNormalized(false), [report.meta.id]);
  return (
    <div class="reader">
      <ReportToolbar
        report={report}
        cited={cited}
        evidence={evidence}
        reading={hasNormalizedText(report) ? { isNormalized, setNormalized } : null}
      />
      <Outline report={report} cited={cited} />
      <article class="report">
        <header>
          <Heading text={report.meta.title} />
          <p class="byline">
            <Byline meta={report.meta} />
          </p>
          {isNormalized && <p class="hint">{wording.read.readingNote}</p>}
          {!isThere && <p class="fault">{wording.read.notHere}</p>}
        </header>
        <ReportText report={report} cited={cited} isNormalized={isNormalized} />
      </article>
    </div>
  );
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

const MIN_HEADINGS = 2;

/** The outline, collapsed on narrow screens; nothing if a report has fewer than two headings. */
function Outline({ report: { outline }, cited }: { report: ReportJson; cited: Range | null }): JSX.Element | null {
  const { wording } = usePage();
  if (outline.length < MIN_HEADINGS) return null;
  const above = cited === null ? undefined : outline.findLast(({ start }) => start <= cited.from);
  const top = Math.min(...outline.map(({ level }) => level));
  return (
    <nav class="outline" aria-label={wording.read.outline}>
      <details open={matchMedia('(min-width: 62rem)').matches}>
        <summary>{wording.read.outline}</summary>
        <ol>
          {outline.map((heading) => (
            <li key={heading.start} class={heading.level > top ? 'inner' : undefined}>
              <a href={`#${paragraphId(heading.start)}`} aria-current={heading === above ? 'location' : undefined}>
                {heading.title}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
