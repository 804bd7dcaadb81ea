// The clock: notices what is due and stores it as an update of its own, so that it is handled as exactly once as what people say.
import type { Conversation } from '../chat/conversation.ts';
import type { Due } from '../chat/practice/due.ts';
import type { Inbox, InboxItem } from '../store/state/inbox.ts';
import type { Log } from './log.ts';
import type { Sleep } from './sleep.ts';

/** The parts of the clock. */
export interface ClockOptions {
  readonly channel: string;
  /** Returns what is stored of a thing that is due, under the same name each time. */
  readonly toItem: (due: Due) => InboxItem;
  readonly conversation: Pick<Conversation, 'due'>;
  readonly inbox: Pick<Inbox, 'store'>;
  readonly log: Log;
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly everyMs: number;
  readonly signal: AbortSignal;
  /** Takes the payload of an update that is stored. Must not throw. */
  readonly accept: (payload: string) => void;
}

/** Looks at once and then again and again, until the signal aborts. */
export async function runClock(options: ClockOptions): Promise<void> {
  const { sleep, everyMs, signal } = options;
  // What could not be stored is kept for the next look: the conversation tells each thing once.
  let unstored: readonly Due[] = [];
  while (!signal.aborted) {
    unstored = look(unstored, options);
    await sleep(everyMs, signal);
  }
}

/** Stores what is due; returns what could not be. */
function look(
  unstored: readonly Due[],
  { channel, toItem, conversation, inbox, log, now, accept }: ClockOptions,
): readonly Due[] {
  let dues = unstored;
  try {
    dues = [...unstored, ...conversation.due(channel, now())];
    if (dues.length > 0) for (const { payload } of inbox.store(dues.map(toItem), now())) accept(payload);
    return [];
  } catch (error) {
    log('error', `${channel}: what is due could not be stored: ${error instanceof Error ? error.stack : error}`);
    return dues;
  }
}
