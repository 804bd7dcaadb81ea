import { expect, test } from 'vitest';
import { isDeclined, outcomeOf, outcomeOfPreparation, UNSENT } from '../../../src/channels/messenger/answer.ts';

const RULES = { platform: 'P', isPassing: (code: number) => code > 400, isTooOften: (code: number) => code === 429 };
const answer = (code: number) => ({ code, message: 'why', body: null });

test.each([
  ['lost', { kind: 'retry', reason: 'no answer from P', mayHaveArrived: true }, false],
  [UNSENT, { kind: 'retry', reason: 'no connection to P' }, false],
  [answer(0), 'sent', false],
  [answer(400), { kind: 'rejected', reason: 'P declines a message (400 why)' }, true],
  [answer(429), { kind: 'retry', reason: 'P declines a message (429 why)', waitMs: 60_000 }, false],
  [answer(500), { kind: 'retry', reason: 'P declines a message (500 why)', mayHaveArrived: true }, false],
] as const)('%j makes the outcome %j', (given, outcome, declined) => {
  expect(outcomeOf(given, RULES)).toEqual(outcome);
  expect(isDeclined(given, RULES)).toBe(declined);
});

test('what fails before the message is sent leaves no doubt: it has not arrived', () => {
  expect(outcomeOfPreparation('lost', RULES)).toMatchObject({ kind: 'retry', mayHaveArrived: false });
});
