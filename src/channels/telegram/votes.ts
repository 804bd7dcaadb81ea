// Votes on polls: finds the question that a poll holds. A vote may come before the poll's sending was confirmed, or on a poll whose
// sending never was; it waits a while for its question, in a queue of its own, so that nobody else waits.
import type { FoundPoll, Polls } from '../../store/state/polls.ts';
import type { Sleep } from '../sleep.ts';
import type { TelegramPollAnswer, TelegramUpdate } from './update.ts';

/** Number of times a vote looks for its question, and the interval. */
const LOOKS = 40;
const LOOK_EVERY_MS = 250;

/** The parts of the search. */
export interface SearchParts {
  readonly polls: Polls;
  readonly sleep: Sleep;
  /** Aborted: the bot stops. */
  readonly signal: AbortSignal;
}

/** The question that a vote answers; `unknown`: none of ours; `stopped`: the bot stopped first. */
export async function searchPoll(
  { poll_id, user }: TelegramPollAnswer,
  { polls, sleep, signal }: SearchParts,
): Promise<FoundPoll | 'unknown' | 'stopped'> {
  const voter = String(user?.id ?? '');
  for (let look = 0; look < LOOKS; look += 1) {
    if (signal.aborted) return 'stopped';
    await sleep(LOOK_EVERY_MS, signal);
    const found = polls.find(poll_id, voter);
    if (found !== null) return found;
  }
  return polls.guess(voter) ?? 'unknown';
}

/** Learns from an update how a poll of ours shows; from one that is malformed, nothing. */
export function learnPoll(
  { id, question, options }: NonNullable<TelegramUpdate['poll']>,
  polls: Polls,
  at: Date,
): void {
  const texts = Array.isArray(options) ? options.map((option) => option?.text) : [undefined];
  const isWhole = [id, question, ...texts].every((text) => typeof text === 'string');
  if (isWhole) polls.seen(id, { question, options: texts.map(String) }, at);
}

/** True for a vote that says who chose what of which poll; false where it was taken back, is nobody's, or is malformed. */
export function isVote({ poll_id, user, option_ids }: TelegramPollAnswer): boolean {
  if (typeof poll_id !== 'string' || !Number.isSafeInteger(user?.id) || user?.is_bot !== false) return false;
  return Array.isArray(option_ids) && option_ids.length > 0 && option_ids.every(Number.isSafeInteger);
}
