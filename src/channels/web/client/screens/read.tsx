// The evidence reader: a report with its outline, the cited words marked and brought into view.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CitationJson, ExchangeJson } from '../../server/schemas.ts';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { citationsOf } from '../model/citations.ts';
import { hasReadings } from '../model/report-layout.ts';
import { Heading, Loaded } from '../parts/frame.tsx';
import { Outline } from '../parts/outline.tsx';
import { ReadingBar } from '../parts/reading-bar.tsx';
import { ReportText } from '../parts/report-text.tsx';
import { useResource } from '../resource.ts';
import { type Range, rangeOf } from '../router.ts';
import type { ScreenProps } from './props.ts';

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

/** The evidence of the answer from which the reader came: out of the thread, or else out of the history. */
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
  const [isAsRead, setAsRead] = useState(false);
  const isThere = cited === null || cited.to <= report.text.length;
  useEffect(() => setAsRead(false), [report.meta.id]);
  return (
    <div class="reader">
      <ReadingBar
        report={report}
        cited={cited}
        evidence={evidence}
        reading={hasReadings(report) ? { isAsRead, setAsRead } : null}
      />
      <Outline report={report} cited={cited} />
      <article class="report">
        <header>
          <Heading text={report.meta.title} />
          <p class="byline">
            <Byline meta={report.meta} />
          </p>
          {isAsRead && <p class="hint">{wording.read.readingNote}</p>}
          {!isThere && <p class="fault">{wording.read.notHere}</p>}
        </header>
        <ReportText report={report} cited={cited} isAsRead={isAsRead} />
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
