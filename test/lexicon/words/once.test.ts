import { expect, test } from 'vitest';
import { once, oncePer, remembering } from '../../../src/lexicon/words/once.ts';

test('what is made once is kept', () => {
  let made = 0;
  const value = once(() => ++made);
  expect([value(), value(), made]).toEqual([1, 1, 1]);
});

test('what is made once for each key is kept with the key', () => {
  let made = 0;
  const value = oncePer(() => ++made);
  const [a, b] = [{}, {}];
  expect([value(a), value(b), value(a)]).toEqual([1, 2, 1]);
});

test('a function that remembers gives what it gave, and forgets all when it has too much', () => {
  const made: string[] = [];
  const double = remembering((text) => {
    made.push(text);
    return text + text;
  }, 2);
  expect(['a', 'b', 'a', 'c', 'a'].map(double)).toEqual(['aa', 'bb', 'aa', 'cc', 'aa']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
