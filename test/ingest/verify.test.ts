import { describe, expect, test } from 'vitest';
import { findFlaw } from '../../src/ingest/verify.ts';
import type { Generation } from '../../src/store/index/generation.ts';
import type { Fact, Passage, ReportId, Sentence } from '../../src/types.ts';

const TEXT = '云溪区建了公园。居民都说好。';
const ID = 'a' as ReportId;

function sentence(start: number, end: number, read = TEXT.slice(start, end)): Sentence {
  return { start, end, role: 'body', read };
}

/** A passage over a stretch; by default one sentence covers it. */
function passage(number: number, [start, end]: readonly [number, number], ...sentences: Sentence[]): Passage {
  return {
    number,
    reportId: ID,
    start,
    end,
    heading: [],
    sentences: sentences.length > 0 ? sentences : [sentence(start, end)],
  };
}

function fact(change: Partial<Fact>): Fact {
  return {
    reportId: ID,
    passageNumber: 0,
    start: 0,
    end: 8,
    district: null,
    indicator: '公园',
    period: null,
    value: 1,
    unit: '座',
    surface: '一座',
    changePercent: null,
    subject: null,
    isPlanned: false,
    isApproximate: false,
    ...change,
  };
}

function generation(
  passages: readonly Passage[],
  facts: readonly Fact[] = [],
  postingsCount = passages.length,
): Generation {
  return {
    manifest: { counts: { reports: 1, passages: passages.length, facts: facts.length } },
    postings: () => ({ passageCount: postingsCount }),
    countRowFlaws: () => 0,
    passage: (number: number) => passages[number],
    textOf: () => TEXT,
    facts: () => facts,
  } as unknown as Generation;
}

test('a sound generation has no flaw', () => {
  expect(findFlaw(generation([passage(0, [0, 8]), passage(1, [8, 14])], [fact({})]))).toBeNull();
});

describe('a flaw is found and named:', () => {
  test.each<[string, readonly Passage[], RegExp]>([
    ['passages that overlap', [passage(0, [0, 8]), passage(1, [7, 14])], /passage 1 .* overlaps/],
    ['a passage without a sentence', [{ ...passage(0, [0, 8]), sentences: [] }], /has no sentence/],
    ['a sentence that starts before its passage', [passage(0, [1, 8], sentence(0, 8))], /outside its bounds/],
    ['a sentence that ends behind its passage', [passage(0, [0, 7], sentence(0, 8))], /outside its bounds/],
    ['a sentence that ends behind the text', [passage(0, [0, 99], sentence(0, 99))], /outside its bounds/],
    ['a sentence without length', [passage(0, [0, 8], sentence(3, 3))], /outside its bounds/],
    ['sentences that overlap', [passage(0, [0, 8], sentence(0, 5), sentence(4, 8))], /outside its bounds/],
    ['a sentence that reads as nothing', [passage(0, [0, 8], sentence(0, 8, ' '))], /empty sentence/],
  ])('%s', (_, passages, flaw) => {
    expect(findFlaw(generation(passages))).toMatch(flaw);
  });

  test.each<[string, Partial<Fact>]>([
    ['starts before its passage', { passageNumber: 1, start: 7, end: 10 }],
    ['ends behind its passage', { end: 9 }],
    ['has no length', { start: 4, end: 4 }],
    ['belongs to another report', { reportId: 'b' as ReportId }],
  ])('a fact that %s', (_, change) => {
    expect(findFlaw(generation([passage(0, [0, 8]), passage(1, [8, 14])], [fact(change)]))).toMatch(
      /outside its passage/,
    );
  });

  test('rows that are out of step, which one passage alone does not show', () => {
    const sound = generation([passage(0, [0, 8])]);
    expect(findFlaw({ ...sound, countRowFlaws: () => 1 }, [])).toMatch(/out of step/);
  });

  test('a fact without a value', () => {
    expect(findFlaw(generation([passage(0, [0, 8])], [fact({ value: Number.NaN })]))).toMatch(/no value/);
  });

  test('a lexical index of another number of passages', () => {
    expect(findFlaw(generation([passage(0, [0, 8])], [], 2))).toMatch(/2 of 1 passages/);
  });
});
