// Codes for another device: each person has one at a time, good once and for ten minutes.
import { expect, test } from 'vitest';
import { createDeviceCodes } from '../../../src/chat/access/device-codes.ts';

const START_MS = Date.UTC(2031, 0, 1);
const VALID_MS = 600_000;

function openCodes() {
  const clock = { ms: START_MS };
  let made = 0;
  const newSecret = (): string => {
    made += 1;
    return `secret-${made}`;
  };
  return { clock, codes: createDeviceCodes({ newSecret, now: () => new Date(clock.ms) }) };
}

test('a code lets its person in, once', () => {
  const { codes } = openCodes();
  const { code, expiresAt } = codes.issue('u1');
  expect(expiresAt).toEqual(new Date(START_MS + VALID_MS));
  expect([codes.redeem('other'), codes.redeem(''), codes.redeem(code), codes.redeem(code)]).toEqual([
    ...[null, null],
    'u1',
    null,
  ]);
});

test('a code is good until the moment it expires, and is used up by a late try', () => {
  const { clock, codes } = openCodes();
  const [first, second] = [codes.issue('u1'), codes.issue('u2')];
  clock.ms += VALID_MS - 1;
  expect(codes.redeem(first.code)).toBe('u1');
  clock.ms += 1;
  expect(codes.redeem(second.code)).toBeNull();
  clock.ms -= VALID_MS;
  expect(codes.redeem(second.code)).toBeNull();
});

test('a new code voids the person’s one before, and nobody else’s', () => {
  const { codes } = openCodes();
  const [old, others] = [codes.issue('u1'), codes.issue('u2')];
  const latest = codes.issue('u1');
  expect([codes.redeem(old.code), codes.redeem(latest.code), codes.redeem(others.code)]).toEqual([null, 'u1', 'u2']);
});
