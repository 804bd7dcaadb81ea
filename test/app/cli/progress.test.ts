import { expect, test } from 'vitest';
import { drawProgress } from '../../../src/app/cli/progress.ts';

const cells = (line: string): [number, number] => [line.split('█').length - 1, line.split('░').length - 1];

test('the bar fills with what is done and keeps its length', () => {
  expect(cells(drawProgress({ step: 'embed', done: 0, total: 8 }))).toEqual([0, 24]);
  expect(cells(drawProgress({ step: 'embed', done: 2, total: 8 }))).toEqual([6, 18]);
  expect(cells(drawProgress({ step: 'embed', done: 8, total: 8 }))).toEqual([24, 0]);
});

test('the bar is full where there is nothing to do, and never longer', () => {
  expect(cells(drawProgress({ step: 'index', done: 0, total: 0 }))).toEqual([24, 0]);
  expect(cells(drawProgress({ step: 'index', done: 9, total: 8 }))).toEqual([24, 0]);
});

test('a step and its counts stand in words', () => {
  expect(drawProgress({ step: 'verify', done: 3, total: 9 })).toMatch(/^checking .* 3 of 9 passages$/);
});

test('without a total there is a count and no bar', () => {
  expect(drawProgress({ step: 'read', done: 3, total: null })).toMatch(/^reading +3 reports$/);
});
