import { expect, test } from 'vitest';
import { Growing } from '../../../../src/store/index/postings/field-builder.ts';

test('holds what was pushed, however much, in order', () => {
  const list = new Growing();
  for (let index = 0; index < 10_000; index++) list.push(index * 3);
  expect(list.length).toBe(10_000);
  expect(list.take()).toEqual(Uint32Array.from({ length: 10_000 }, (_, index) => index * 3));
});

test('keeps the full range of unsigned 32-bit numbers', () => {
  const list = new Growing();
  list.push(2 ** 32 - 1);
  expect(list.at(0)).toBe(2 ** 32 - 1);
});

test('a number can be replaced; the others stay', () => {
  const list = new Growing();
  for (const value of [5, 6, 7]) list.push(value);
  list.set(1, 60);
  expect([...list.take()]).toEqual([5, 60, 7]);
});

test('is 0 where it holds nothing', () => {
  expect(new Growing().at(0)).toBe(0);
  expect(new Growing().at(1e9)).toBe(0);
});

test('what was taken does not change any more', () => {
  const list = new Growing();
  list.push(1);
  const taken = list.take();
  list.set(0, 2);
  expect([...taken]).toEqual([1]);
});
