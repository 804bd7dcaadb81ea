import { expect, test } from 'vitest';
import { assemble, type Parts } from '../../../src/answer/generate/assemble.ts';
import type { SettledSentence } from '../../../src/answer/generate/types.ts';
import { finderFor } from '../../../src/answer/verify/districts.ts';
import { evidence, extractive } from './fixtures.ts';

const bench = { evidence, find: finderFor(evidence, []) };

function settled(text: string, n: number, own = true): SettledSentence {
  const citation = evidence[n - 1];
  if (!citation) throw new RangeError(`there is no evidence ${n}`);
  return { text, cited: [citation], own };
}

function assembled(given: Partial<Parts>) {
  return assemble({ sentences: [], short: null, extractive, maxCharacters: 160, ...given }, bench);
}

test('each sentence becomes a claim; citations are renumbered without gaps', () => {
  const answer = assembled({ sentences: [settled('企业开办压缩到4小时。', 4), settled('引进云谷项目47个。', 1)] });
  expect(answer?.claims).toEqual([
    { text: '企业开办压缩到4小时。', citations: [1] },
    { text: '引进云谷项目47个。', citations: [2] },
  ]);
  expect(answer?.citations).toEqual([
    { ...evidence[3], n: 1 },
    { ...evidence[0], n: 2 },
  ]);
});

test('nothing said, or only quotes in place of false sentences, is no answer', () => {
  expect(assembled({})).toBeNull();
  expect(assembled({ sentences: [settled('企业开办压缩到4小时。', 4, false)] })).toBeNull();
});

test('a sentence said twice is one claim', () => {
  const twice = settled('企业开办压缩到4小时。', 4);
  expect(assembled({ sentences: [twice, { ...twice }] })?.claims).toHaveLength(1);
});

test('the verifier has the last word, even on a sentence that was settled', () => {
  expect(assembled({ sentences: [settled('引进云谷项目99个。', 1)] })).toBeNull();
});

test('the direct answer may rest on all citations together', () => {
  const sentences = [settled('企业开办压缩到4小时。', 4), settled('引进云谷项目47个。', 1)];
  expect(assembled({ sentences, short: '引进项目47个，企业开办压缩到4小时' })?.short).toBe(
    '引进项目47个，企业开办压缩到4小时',
  );
  expect(assembled({ sentences, short: '引进项目47个，能耗下降3.2%' })?.short).toBe(
    '企业开办压缩到4小时。引进云谷项目47个。',
  );
});
