// How far a sentence carries the words of a question, and the mending of slips by sound.
import { describe, expect, test } from 'vitest';
import { coverage, literalMatch, longestCommonRun, shareIn, softMatch } from '../../src/read/match.ts';
import { Preparer } from '../../src/read/prepared-sentence.ts';
import type { WordVectors } from '../../src/types.ts';
import type { Term } from '../../src/understand/types.ts';
import { answered, ask } from '../support/made-up-context.ts';
import { picker, scramble } from '../text/pseudo-random.ts';

const term = (word: string, given: Partial<Term> = {}): Term => ({
  word,
  weight: 1,
  synonyms: [],
  related: [],
  parts: [],
  carried: false,
  ...given,
});
const preparer = new Preparer();
const prepared = (read: string) => preparer.prepare({ start: 0, end: read.length, role: 'body', read });
/** Vectors that know one pair of words, this near. */
const vectorsOf = (near: number): WordVectors => ({
  has: () => true,
  rarity: () => 1,
  similarity: () => near,
  nearest: (_, [word]) => (word === undefined ? null : { word, similarity: near }),
});
const TEXTS = Array.from({ length: 80 }, (_, seed) => scramble(picker(seed), 10));

describe('a word to the letter', () => {
  test('counts in full, a synonym almost, a stranger not at all', () => {
    const asked = term('资金', { synonyms: ['经费'] });
    const [own, synonym, stranger] = ['改造资金到位', '改造经费到位', '改造完成'].map((text) =>
      literalMatch(asked, text),
    );
    expect(own).toBe(1);
    expect(synonym).toBeGreaterThan(0.5);
    expect(synonym).toBeLessThan(1);
    expect(stranger).toBe(0);
  });

  test('part of a longer word counts in part', () => {
    const share = literalMatch(term('街道办事处'), '街道办牵头');
    expect([share > 0, share < 1]).toEqual([true, true]);
    expect(literalMatch(term('议事'), '议论')).toBe(0);
  });

  test('the parts of a term count in sum', () => {
    const asked = term('老旧小区改造', { parts: ['老旧', '小区', '改造'] });
    const [all, two] = ['改造小区，老旧的', '改造小区'].map((text) => literalMatch(asked, text));
    expect(all).toBeGreaterThan(two ?? 0);
    expect(literalMatch(asked, '老旧小区改造')).toBe(1);
  });
});

describe('a word by its meaning', () => {
  test('a near word counts less than the word itself, a far one nothing', () => {
    expect(softMatch(term('停车'), prepared('车库建成'), vectorsOf(0.7))).toBeGreaterThan(0);
    expect(softMatch(term('停车'), prepared('车库建成'), vectorsOf(0.7))).toBeLessThan(1);
    expect(softMatch(term('停车'), prepared('车库建成'), vectorsOf(0.2))).toBe(0);
    expect(softMatch(term('停车'), prepared('停车方便'), vectorsOf(0.7))).toBe(1);
  });

  test('words of the topic count, more of them more', () => {
    const topic = term('营商环境', { related: ['审批', '帮办'] });
    const [none, one, two] = ['绿道建成', '审批提速', '审批帮办提速'].map((text) =>
      softMatch(topic, prepared(text), vectorsOf(0)),
    );
    expect([none, (one ?? 0) > 0, (two ?? 0) > (one ?? 0)]).toEqual([0, true, true]);
  });
});

describe('shares', () => {
  test('coverage is Σ weight · match ⁄ Σ weight', () => {
    const terms = [term('甲', { weight: 3 }), term('乙', { weight: 1 })];
    expect(coverage(terms, ({ word }) => Number(word === '甲'))).toBe(0.75);
    expect(coverage([], () => 1)).toBe(0);
  });

  test('coverage lies between 0 and 1 for any matches that do', () => {
    for (const [seed, text] of TEXTS.entries()) {
      const terms = [...text].slice(0, 8).map((word, index) => term(word, { weight: 1 + ((seed + index) % 5) }));
      const share = coverage(terms, ({ word }) => (word.charCodeAt(0) % 11) / 10);
      expect(share >= 0 && share <= 1).toBe(true);
    }
  });

  test('shareIn counts the items that a text holds', () => {
    expect([shareIn(['青石', '茶园'], '青石区'), shareIn([], '青石区')]).toEqual([0.5, 0]);
  });
});

describe('the longest run that two texts share', () => {
  test.each([
    ['青石区夜市', '夜市管理', 2],
    ['青石区', '望洲', 0],
    ['', '青石', 0],
    ['甲 乙', '甲 乙', 1],
  ])('%j and %j: %i', (a, b, length) => {
    expect(longestCommonRun(a, b)).toBe(length);
  });

  test('is the same both ways, and never longer than either', () => {
    for (const [index, a] of TEXTS.entries()) {
      const b = TEXTS[index + 1] ?? '';
      expect(longestCommonRun(a, b)).toBe(longestCommonRun(b, a));
      expect(longestCommonRun(a, b)).toBeLessThanOrEqual(Math.min(a.length, b.length));
    }
  });

  test('a run that stands in the other is found whole', () => {
    for (const text of TEXTS) {
      const run = text.slice(3, 9).replace(/ .*/s, '');
      expect(longestCommonRun(run, text)).toBe(run.length);
    }
  });
});

describe('slips of the keyboard', () => {
  test.each([
    ['青石区新增了多少个挺车位？', '2150个'],
    ['青石区有多少个劳旧小区？', '93个'],
    ['云桥县的森林复盖率是多少？', '71.3%'],
    ['雲橋縣的森林覆蓋率是多少？', '71.3%'],
    ['望洲区滨海绿到有多长？', '48公里'],
  ])('%s %s', async (question, value) => {
    expect(answered(await ask(question)).short).toContain(value);
  });
});
