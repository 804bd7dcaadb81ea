// What a messenger answers to a call, and what that makes of a sending.
import type { SendOutcome } from './adapter.ts';

/** An answer: its error code, 0 for none; or `lost`: none came, the call may have been carried out or not. */
export type Answer = { readonly code: number; readonly message: string; readonly body: unknown } | 'lost';

/** The answer to a call that never left: there is no connection or no token now. */
export const UNSENT: Exclude<Answer, 'lost'> = { code: -1, message: 'not connected', body: {} };

/** How a messenger's error codes are to be taken. */
export interface AnswerRules {
  /** The messenger's name, for people. */
  readonly platform: string;
  /** True where another try may do. */
  readonly isPassing: (code: number) => boolean;
  /** True where the messenger was asked too often. */
  readonly isTooOften: (code: number) => boolean;
}

/** Too often: a minute later the count has begun anew. */
const TOO_OFTEN_MS = 60_000;

/** True where the messenger will not do what it was asked, however often it is asked. */
export function isDeclined(answer: Answer, { isPassing }: AnswerRules): boolean {
  return answer !== 'lost' && answer !== UNSENT && answer.code !== 0 && !isPassing(answer.code);
}

/** Returns the outcome of a sending. */
export function outcomeOf(answer: Answer, { platform, isPassing, isTooOften }: AnswerRules): SendOutcome {
  if (answer === 'lost') return { kind: 'retry', reason: `no answer from ${platform}`, mayHaveArrived: true };
  if (answer === UNSENT) return { kind: 'retry', reason: `no connection to ${platform}` };
  if (answer.code === 0) return 'sent';
  const reason = `${platform} declines a message (${answer.code} ${answer.message})`;
  if (!isPassing(answer.code)) return { kind: 'rejected', reason };
  // HTTP's failures may befall a call that was carried out; every other code says that it was not.
  const mayHaveArrived = answer.code >= 500 && answer.code < 600;
  return {
    kind: 'retry',
    reason,
    ...(mayHaveArrived && { mayHaveArrived }),
    ...(isTooOften(answer.code) && { waitMs: TOO_OFTEN_MS }),
  };
}

/** Returns the outcome of a sending that failed at what must come before it, such as an upload: nothing has arrived. */
export function outcomeOfPreparation(answer: Answer, rules: AnswerRules): SendOutcome {
  const outcome = outcomeOf(answer, rules);
  return outcome !== 'sent' && outcome.kind === 'retry' ? { ...outcome, mayHaveArrived: false } : outcome;
}
