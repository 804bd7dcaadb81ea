// What a messenger answers to a call, and what that makes of a sending.
import type { SendOutcome } from './adapter.ts';

/** An answer: its error code, 0 for none; or `lost`: none came, the call may have been carried out or not. */
export type Answer = { readonly code: number; readonly message: string; readonly body: unknown } | 'lost';

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
  return answer !== 'lost' && answer.code !== 0 && !isPassing(answer.code);
}

/** Returns the outcome of a sending. */
export function outcomeOf(answer: Answer, { platform, isPassing, isTooOften }: AnswerRules): SendOutcome {
  if (answer === 'lost') return { kind: 'retry', reason: `no answer from ${platform}` };
  if (answer.code === 0) return 'sent';
  const reason = `${platform} declines a message (${answer.code} ${answer.message})`;
  if (!isPassing(answer.code)) return { kind: 'rejected', reason };
  return { kind: 'retry', reason, ...(isTooOften(answer.code) && { waitMs: TOO_OFTEN_MS }) };
}
