// The limits of the web server: one call at a time and user, requests a minute, uploads at once.
import { describe, expect, test } from 'vitest';
import { createRequestCounter, createSlots, createTurnQueue } from '../../../../src/channels/web/server/limits.ts';
import { NOW } from '../../../chat/made-up.ts';

describe('the limits', () => {
  test('a line does one work at a time, in order, and forgets who has nothing in it', async () => {
    const lines = createTurnQueue(2);
    const done: number[] = [];
    const work = (n: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 5 - n));
      done.push(n);
      if (n === 1) throw new Error('one');
      return n;
    };
    const [one, two] = [lines.run('a', work(1)), lines.run('a', work(2))];
    expect([lines.run('a', work(3)), lines.run('b', work(4))]).toEqual([null, expect.any(Promise)]);
    await expect(one).rejects.toThrow('one');
    expect([await two, done.filter((n) => n < 3)]).toEqual([2, [1, 2]]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(lines.run('a', work(3))).not.toBeNull();
  });

  test('a counter starts afresh each minute, also where the clock was set back', () => {
    const counter = createRequestCounter(1);
    const at = (ms: number): Date => new Date(NOW.getTime() + ms);
    expect([0, 1, 59_999, 60_000, -1].map((ms) => counter.count('a', at(ms)))).toEqual([0, 60, 1, 0, 0]);
  });

  test('places that are given back can be taken again', () => {
    const slots = createSlots(1);
    const first = slots.begin();
    expect([first === null, slots.begin()]).toEqual([false, null]);
    first?.end();
    expect(slots.begin()).not.toBeNull();
  });
});
