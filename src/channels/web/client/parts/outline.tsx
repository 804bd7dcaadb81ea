// The outline of a report: headings as links; the one above the cited range is marked.
import type { JSX } from 'preact';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import type { Range } from '../router.ts';
import { paragraphId } from './report-text.tsx';

const MIN_HEADINGS = 2;

/** The outline, collapsed on narrow screens; nothing if a report has fewer than two headings. */
export function Outline({
  report: { outline },
  cited,
}: {
  report: ReportJson;
  cited: Range | null;
}): JSX.Element | null {
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
