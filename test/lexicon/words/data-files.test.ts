import { describe, expect, test } from 'vitest';
import {
  anyPattern,
  readLexicon,
  readPatterns,
  readWords,
  type VerbUse,
  verbsFor,
} from '../../../src/lexicon/words/data-files.ts';

const USES: readonly VerbUse[] = [
  'opens-clause',
  'governs-count',
  'in-name',
  'bare',
  'ends-noun',
  'initiative',
  'dated',
];
/** Tables of patterns, each with the flags that its patterns are used with. */
const TABLES = [
  ['answer-type-cues.tsv', 'u'],
  ['boilerplate.tsv', 'iu'],
  ['fact-cues.tsv', 'u'],
  ['heading-cues.tsv', 'u'],
  ['item-cues.tsv', 'u'],
  ['report-kinds.tsv', 'u'],
  ['question-cues.tsv', 'u'],
  ['follow-up-cues.tsv', 'u'],
  ['requests.tsv', 'u'],
  ['spun-rules.tsv', ''],
] as const;

test('words are read from every line of a file, without comments', () => {
  const surnames = readWords('surnames.txt');
  expect(surnames).toContain('王');
  expect(surnames).toContain('欧阳');
  expect(surnames.some((word) => word.includes('#') || word === '')).toBe(false);
  expect(new Set(surnames).size).toBe(surnames.length);
});

test('a missing file is a broken installation', () => {
  expect(() => readLexicon('no-such-file.txt')).toThrow();
});

describe('the verbs', () => {
  const rows = readLexicon('verbs.tsv').map((line) => line.split('\t'));
  const verbs = rows.slice(1).map(([verb = '']) => verb);

  test('stand once each, in the order of their code points, so that a new one has one place', () => {
    expect(verbs).toEqual([...new Set(verbs)].sort());
  });

  test('have a use each, marked by an x, and every use is a column', () => {
    expect(rows[0]).toEqual(['verb', ...USES]);
    const marks = rows.slice(1).map((cells) => cells.slice(1));
    expect(marks.every((cells) => cells.includes('x') && cells.length <= USES.length)).toBe(true);
    expect(new Set(marks.flat())).toEqual(new Set(['', 'x']));
  });

  test('are given by their use', () => {
    expect(verbsFor('governs-count')).toContain('新增');
    expect(verbsFor('in-name')).toContain('改造');
    expect(verbsFor('in-name')).not.toContain('新增');
    expect(new Set(USES.flatMap(verbsFor))).toEqual(new Set(verbs));
  });
});

describe.each(TABLES)('the patterns of %s', (name, flags) => {
  test.each(readPatterns(name))('$kind: $matching, but not $other', ({ pattern, matching, other, limit }) => {
    const compiled = new RegExp(pattern, flags);
    expect(compiled.test(matching) && matching.length <= limit).toBe(true);
    expect(other).not.toBe('');
    expect(compiled.test(other)).toBe(false);
  });
});

test('a rule for a spun word stands behind all narrower ones, and deletes nothing', () => {
  const rules = readPatterns('spun-rules.tsv');
  for (const [index, { kind, pattern }] of rules.entries()) {
    expect(kind).not.toBe('');
    const isWide = /^[\u4e00-\u9fff]+$/.test(pattern);
    const behind = rules.slice(index + 1).filter((other) => other.pattern.includes(pattern));
    expect(isWide ? behind.map((other) => other.pattern) : []).toEqual([]);
  }
});

test('patterns of one kind are tried in order, those of others not at all', () => {
  const rows = readPatterns('heading-cues.tsv');
  expect(anyPattern(rows, 'plan').test('下一步')).toBe(true);
  expect(anyPattern(rows, 'review').test('下一步')).toBe(false);
  expect(() => anyPattern(rows, 'revue')).toThrow(RangeError);
});
