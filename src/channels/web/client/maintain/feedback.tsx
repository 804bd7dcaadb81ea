// Unanswered questions, and feedback on answers.
import type { JSX } from 'preact';
import type { FeedbackJson, GapsJson } from '../../server/schemas-admin.ts';
import { usePage } from '../context.ts';
import { Loaded, Rows } from '../parts/common.tsx';
import { useResource } from '../resource.ts';
import { dateText } from '../wording/wordings.ts';

const nameIn = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? key;

/** Unanswered questions, most frequent first. */
export function GapsPart(): JSX.Element {
  const { maintain } = usePage().wording;
  const gaps = useResource<GapsJson>('/api/gaps');
  return (
    <>
      <p class="hint">{maintain.gapsNote}</p>
      <Rows resource={gaps} rowsOf={(value) => value.gaps} none={maintain.noGaps}>
        {({ reason, subject, question, times }) => (
          <li key={`${reason} ${question}`} class="row">
            <strong>{question}</strong>
            <span class="hint">
              {[nameIn(maintain.reasons, reason), subject, maintain.times(times)]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        )}
      </Rows>
    </>
  );
}

/** Feedback on answers: counts and the latest ones. */
export function FeedbackPart(): JSX.Element {
  const { wording, language } = usePage();
  const { maintain } = wording;
  const feedback = useResource<FeedbackJson>('/api/feedback');
  return (
    <Loaded resource={feedback}>
      {({ counts, latest }) => (
        <>
          {counts.length === 0 && <p>{maintain.noFeedback}</p>}
          <p class="counts">
            {counts.map(({ verdict, times }) => (
              <span key={verdict} class="chip">
                <span class="chip-name">{nameIn(maintain.verdicts, verdict)}</span> {times}
              </span>
            ))}
          </p>
          <ul class="rows">
            {latest.map(({ verdict, question, at }) => (
              <li key={`${at} ${question}`} class="row">
                <strong>{question}</strong>
                <span class="hint">
                  {nameIn(maintain.verdicts, verdict)} · {dateText(at, language)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
