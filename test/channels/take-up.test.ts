// What was under way when a channel stopped: taken up in order; what ends every start is put aside, what merely waited behind it is not.
import { expect, test } from 'vitest';
import { takeUp } from '../../src/channels/take-up.ts';
import type { Inbox } from '../../src/store/state/inbox.ts';

/** An inbox in memory of so many updates that never come to an end. */
function waiting(count: number) {
  const tries = new Map<string, number>();
  const aside: string[] = [];
  const ids = Array.from({ length: count }, (_, n) => `u${n}`);
  const inbox: Pick<Inbox, 'pending' | 'countTry' | 'putAside'> = {
    pending: () => ids.filter((id) => !aside.includes(id)).map((id) => ({ id, payload: id })),
    countTry: (id) => {
      tries.set(id, (tries.get(id) ?? 0) + 1);
      return tries.get(id) ?? 0;
    },
    putAside: (id) => void aside.push(id),
  };
  return { inbox: inbox as Inbox, aside };
}

test('an update that never comes to its end is put aside at the sixth start, and said', () => {
  const { inbox, aside } = waiting(1);
  const taken: string[] = [];
  const said: string[] = [];
  const parts = {
    channel: 'telegram',
    accept: (payload: string) => void taken.push(payload),
    log: (_: string, message: string) => void said.push(message),
  };
  for (let start = 0; start < 5; start++) takeUp(inbox, parts);
  expect([taken.length, aside]).toEqual([5, []]);
  takeUp(inbox, parts);
  expect([taken.length, aside, said.length]).toEqual([5, ['u0'], 1]);
});

test('updates that wait behind those in hand are taken up at every start, in order, and put aside at none', () => {
  const { inbox, aside } = waiting(30);
  let taken: string[] = [];
  const parts = { channel: 'telegram', accept: (payload: string) => void taken.push(payload), log: () => undefined };
  for (let start = 0; start < 6; start++) {
    taken = [];
    takeUp(inbox, parts);
  }
  expect(aside).toEqual(Array.from({ length: 16 }, (_, n) => `u${n}`));
  expect(taken).toEqual(Array.from({ length: 14 }, (_, n) => `u${n + 16}`));
});
