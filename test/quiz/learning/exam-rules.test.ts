import { expect, test } from 'vitest';
import { readRules, resultsFrom, USUAL_RULES } from '../../../src/quiz/learning/exam-rules.ts';

test('rules are read out of a command, and the other words are left', () => {
  const { rules, rest } = readRules('20 30 柳溪区 顺序 及格=60 成绩=即时', '+08:00');
  expect(rules).toEqual({ isLinear: true, results: 'hand-in', passShare: 0.6 });
  expect(rest.trim().split(/\s+/u)).toEqual(['20', '30', '柳溪区']);
  expect(readRules('20 30', '+08:00').rules).toEqual(USUAL_RULES);
  expect(readRules('5 5 linear pass=50% results=now', '+00:00').rules).toEqual({
    isLinear: true,
    results: 'hand-in',
    passShare: 0.5,
  });
});

test('a day of results begins at midnight of the maker’s clock, and never before the end', () => {
  const { rules } = readRules('5 5 成绩=2031-05-02', '+08:00');
  expect(rules.results).toEqual({ onMs: Date.parse('2031-05-01T16:00:00Z') });
  const early = new Date('2031-05-01T00:00:00Z');
  const late = new Date('2031-05-03T00:00:00Z');
  expect(resultsFrom(rules, early, null)).toEqual(new Date('2031-05-01T16:00:00Z'));
  expect(resultsFrom(rules, late, null)).toEqual(late);
});

test('results at once come when a paper is handed in, others when the exam ends', () => {
  const endsAt = new Date('2031-05-02T00:00:00Z');
  const handedIn = new Date('2031-05-01T00:00:00Z');
  expect(resultsFrom({ ...USUAL_RULES, results: 'hand-in' }, endsAt, handedIn)).toEqual(handedIn);
  expect(resultsFrom({ ...USUAL_RULES, results: 'hand-in' }, endsAt, null)).toEqual(endsAt);
  expect(resultsFrom(USUAL_RULES, endsAt, handedIn)).toEqual(endsAt);
});
