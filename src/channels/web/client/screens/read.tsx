// The screen of a report: its text beside its outline, the cited range marked and scrolled into view.
import type { JSX } from 'preact';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { useCitations } from '../model/evidence.ts';
import { WIDE_SCREEN } from '../model/media.ts';
import { cameFromInside } from '../navigation.ts';
import { Heading, Loaded } from '../parts/common.tsx';
import { paragraphId } from '../parts/report-text.tsx';
import { ReportView } from '../parts/report-view.tsx';
import { useResource } from '../resource.ts';
import { hrefOf, type Range, rangeOf } from '../router.ts';
import type { ScreenProps } from './part-screen.tsx';

/** The screen of a report. */
export function ReadScreen({ asking }: ScreenProps): JSX.Element {
  const { route, go } = usePage();
  const report = useResource<ReportJson>(`/api/reports/${encodeURIComponent(route.part)}`);
  const answerId = route.query['answer'] ?? '';
  const evidence = useCitations(asking, answerId);
  const cited = rangeOf(route.query);
  return (
    <Loaded resource={report}>
      {(value) => (
        <ReportView
          key={value.meta.id}
          report={value}
          cited={cited}
          evidence={evidence}
          answerId={answerId}
          place="page"
          leave={() => leave(go)}
          title={<Heading text={value.meta.title} />}
        >
          <Outline report={value} cited={cited} />
        </ReportView>
      )}
    </Loaded>
  );
}

/** Goes back within the page; to asking if the report was opened by its address. */
function leave(go: (href: string) => void): void {
  if (cameFromInside()) history.back();
  else go(hrefOf('ask'));
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
      <details open={matchMedia(WIDE_SCREEN).matches}>
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
