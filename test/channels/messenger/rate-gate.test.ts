import { expect, test } from 'vitest';
import { createRateGate } from '../../../src/channels/messenger/rate-gate.ts';

test('messages to one chat wait beyond the limit; other chats do not', async () => {
  let at = 1_000;
  const waits: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    at += milliseconds;
  };
  const { signal } = new AbortController();
  const gate = createRateGate({ messages: 2, perMs: 60_000, now: () => new Date(at), sleep });
  await gate.pass('a', signal);
  at += 10_000;
  await gate.pass('a', signal);
  await gate.pass('b', signal);
  expect(waits).toEqual([]);
  await gate.pass('a', signal);
  expect(waits).toEqual([50_000]);
  await gate.pass('a', signal);
  expect(waits).toEqual([50_000, 10_000]);
});
