// What is due as an update of Telegram's form, under a number that Telegram never gives.
import { createHash } from 'node:crypto';
import type { Due } from '../../chat/practice/due.ts';
import type { InboxItem } from '../../store/state/inbox.ts';

/** Returns the update that is stored of a thing that is due. */
export function itemOf(due: Due): InboxItem {
  const updateId = numberOf(due);
  return { id: String(updateId), payload: JSON.stringify({ update_id: updateId, due }) };
}

/** A negative number that is the same for the same key: Telegram's own are positive. 52 bits: two keys of a day never meet. */
export function numberOf({ key }: Pick<Due, 'key'>): number {
  return -1 - Number.parseInt(createHash('sha256').update(key).digest('hex').slice(0, 13), 16);
}
