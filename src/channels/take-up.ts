// Takes up what was under way when a channel stopped; what never comes to its end is put aside.
import type { Alerts } from '../chat/alerts.ts';
import type { Inbox } from '../store/state/inbox.ts';
import type { Log } from './log.ts';

/** An update that was taken up so often, and never came to its end, is put aside: it may be what ends the program. */
const MAX_TRIES = 5;
/** As many are in hand at once: what waits behind them when the channel stops is blamed for nothing. */
const MAX_IN_HAND = 16;

interface TakeUpParts {
  readonly channel: string;
  /** Takes the payload of a stored update. Must not throw. */
  readonly accept: (payload: string, isAgain: boolean) => void;
  readonly log: Log;
  readonly alerts?: Alerts | undefined;
}

/** Hands on every update that awaits its reply, in the order in which they came. */
export function takeUp(inbox: Inbox, { channel, accept, log, alerts }: TakeUpParts): void {
  for (const [place, { id, payload }] of inbox.pending().entries()) {
    if (place >= MAX_IN_HAND || inbox.countTry(id) <= MAX_TRIES) {
      accept(payload, true);
      continue;
    }
    const reason = `was taken up ${MAX_TRIES} times and never came to its end`;
    inbox.putAside(id, reason);
    const message = `${channel}: update ${id} ${reason}, and is put aside. npm run letters shows it.`;
    log('error', message);
    alerts?.raise(message);
  }
}
