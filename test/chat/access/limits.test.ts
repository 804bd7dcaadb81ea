import { describe, expect, test } from 'vitest';
import { createLimiter } from '../../../src/chat/access/limits.ts';
import { NOW, seededRandom } from '../fixtures.ts';

const after = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

describe('one person', () => {
  test('may ask as often as the limit says, then waits until the oldest question is a minute old', () => {
    const limiter = createLimiter({ perPerson: 2, inAll: 100 });
    expect(limiter.charge('a', after(0))).toBe(0);
    expect(limiter.charge('a', after(10_000))).toBe(0);
    expect(limiter.charge('a', after(20_000))).toBe(40_000);
    expect(limiter.charge('a', after(59_999))).toBe(1);
    expect(limiter.charge('a', after(60_000))).toBe(0);
  });

  test('does not pay for what was turned away, nor for others', () => {
    const limiter = createLimiter({ perPerson: 1, inAll: 100 });
    limiter.charge('a', after(0));
    for (let n = 1; n < 50; n += 1) limiter.charge('a', after(n * 1_000));
    expect(limiter.charge('b', after(50_000))).toBe(0);
    expect(limiter.charge('a', after(60_000))).toBe(0);
  });
});

test('a clock that was set back keeps nobody waiting', () => {
  const limiter = createLimiter({ perPerson: 1, inAll: 100 });
  expect([0, 1, -1].map((ms) => limiter.charge('a', after(ms)))).toEqual([0, 59_999, 0]);
});

test('all together may ask as often as the limit says', () => {
  const limiter = createLimiter({ perPerson: 100, inAll: 3 });
  expect(['a', 'b', 'c', 'd'].map((person, n) => limiter.charge(person, after(n)))).toEqual([0, 0, 0, 59_997]);
});

test('whatever the rhythm, no minute holds more than allowed, and waiting as told is enough', () => {
  const random = seededRandom(11);
  const limiter = createLimiter({ perPerson: 3, inAll: 5 });
  const counted: { person: string; at: number }[] = [];
  let at = 0;
  for (let n = 0; n < 2_000; n += 1) {
    at += Math.floor(random() * 12_000);
    const person = 'abcd'.charAt(Math.floor(random() * 4));
    const waitMs = limiter.charge(person, after(at));
    if (waitMs > 0) {
      at += waitMs;
      expect(limiter.charge(person, after(at))).toBe(0);
    }
    counted.push({ person, at });
    const recent = counted.filter((other) => other.at > at - 60_000);
    expect(recent.length).toBeLessThanOrEqual(5);
    expect(recent.filter((other) => other.person === person).length).toBeLessThanOrEqual(3);
  }
});

test('strangers have a count of their own, and use up nobody’s', () => {
  const limiter = createLimiter({ perPerson: 2, inAll: 3 });
  for (let n = 0; n < 100; n += 1) limiter.chargeStranger(`s${n}`, after(n));
  expect(limiter.chargeStranger('s200', after(200))).toBeGreaterThan(0);
  expect(limiter.charge('a', after(201))).toBe(0);
});
