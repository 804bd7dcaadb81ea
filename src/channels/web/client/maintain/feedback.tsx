// How readers judged answers: how often, and the latest ones.
import type { JSX } from 'preact';
import type { FeedbackJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { Loaded } from '../parts/frame.tsx';
import { useResource } from '../resource.ts';

/** The judgements. */
export function FeedbackPart(): JSX.Element {
  const { wording, language } = usePage();
  const feedback = useResource<FeedbackJson>('/api/feedback');
  const nameOf = (verdict: string): string =>
    (wording.maintain.verdicts as Readonly<Record<string, string>>)[verdict] ?? verdict;
  const dayOf = (at: string): string => new Date(at).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en');
  return (
    <Loaded resource={feedback}>
      {({ counts, latest }) => (
        <>
          {counts.length === 0 && <p>{wording.maintain.noFeedback}</p>}
          <p class="counts">
            {counts.map(({ verdict, times }) => (
              <span key={verdict} class="chip">
                <span class="chip-name">{nameOf(verdict)}</span> {times}
              </span>
            ))}
          </p>
          <ul class="rows">
            {latest.map(({ verdict, question, at }) => (
              <li key={`${at} ${question}`} class="row">
                <strong>{question}</strong>
                <span class="hint">
                  {nameOf(verdict)} · {dayOf(at)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
