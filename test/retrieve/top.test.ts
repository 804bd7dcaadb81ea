import { expect, test } from 'vitest';
import { Top } from '../../src/retrieve/top.ts';
import { picker } from '../text/pseudo-random.ts';

test('keeps what sorting everything would put first; equal scores in order of number', () => {
  for (let seed = 0; seed < 100; seed++) {
    const { below } = picker(seed);
    const all = Array.from({ length: below(200) }, (_, number) => ({ number, score: below(20) }));
    const count = 1 + below(15);
    const top = new Top(count);
    for (const { number, score } of [...all].sort(() => below(3) - 1)) if (score >= top.floor) top.offer(number, score);
    expect(top.take()).toEqual(all.sort((a, b) => b.score - a.score || a.number - b.number).slice(0, count));
  }
});

test('its floor is below everything while there is room, and the last of the best once it is full', () => {
  const top = new Top(2);
  top.offer(1, 5);
  top.take();
  expect(top.floor).toBe(Number.NEGATIVE_INFINITY);
  top.offer(2, 7);
  top.offer(3, 6);
  top.take();
  expect(top.floor).toBe(6);
});
