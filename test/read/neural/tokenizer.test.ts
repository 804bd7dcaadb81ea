import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Tokenizer } from '../../../src/read/neural/tokenizer.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokenizer-'));

/** A tokenizer of a few pieces: [piece, log probability]. */
function tokenizerOf(vocab: [string, number][], type = 'Unigram'): Tokenizer {
  const path = join(folder, `${vocab.length}-${type}.json`);
  writeFileSync(path, JSON.stringify({ model: { type, unk_id: 0, vocab } }));
  return new Tokenizer(path);
}

const small = tokenizerOf([
  ['<unk>', 0],
  ['▁', -3],
  ['增长', -4],
  ['增', -3],
  ['长', -3],
  ['5', -2],
  ['%', -2],
  ['▁a', -3],
  ['b', -3],
]);

const cut = (text: string) => {
  const { ids, spans } = small.pieces(text);
  return ids.map((id, index) => [id, text.slice(spans[index]?.start, spans[index]?.end)]);
};

describe('pieces', () => {
  test('take the likeliest cut: one piece of −4 beats two of −3', () =>
    expect(cut('增长5%')).toEqual([
      [1, ''],
      [2, '增长'],
      [5, '5'],
      [6, '%'],
    ]));

  test('stand where the full-width character stands that they are written for', () =>
    expect(cut('增５％')).toEqual([
      [1, ''],
      [3, '增'],
      [5, '５'],
      [6, '％'],
    ]));

  test('begin anew at a space', () => expect(cut('a b').map(([id]) => id)).toEqual([7, 1, 8]));

  test('of unknown characters that follow one another are one', () =>
    expect(cut('龘龘增𠮷')).toEqual([
      [1, ''],
      [0, '龘龘'],
      [3, '增'],
      [0, '𠮷'],
    ]));

  test('of nothing are none', () => expect(small.pieces('')).toEqual({ ids: [], spans: [] }));
});

test('a vocabulary of another kind is refused', () =>
  expect(() => tokenizerOf([['<unk>', 0]], 'BPE')).toThrow(/holds a BPE model/));

describe('the shipped vocabulary', () => {
  const shipped = new Tokenizer(new URL('../../../models/reader/tokenizer.json', import.meta.url));
  test.each([
    '柳溪区2021年地区生产总值248.8亿元，增长6.5%。',
    'GDP 与 R&D 投入',
    '“三清五通”工程：一是……',
    '２０２１年　全角',
  ])('cuts %s into pieces that lie one behind the other and cover it', (text) => {
    const { spans } = shipped.pieces(text);
    for (const [index, { start, end }] of spans.entries()) {
      expect(end).toBeGreaterThanOrEqual(start);
      if (index > 0) expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.start ?? 0);
    }
    expect(spans[0]?.start).toBe(0);
    expect(spans.at(-1)?.end).toBe(text.length);
  });
});

test('a vocabulary of 150,000 pieces is read, and its special pieces are told', () => {
  const words = Array.from({ length: 150_000 }, (_, index): [string, number] => [`w${index}`, -9]);
  const large = tokenizerOf([['<unk>', 0], ['<s>', 0], ['▁', -1], ...words]);
  expect(large.idOf('<s>')).toBe(1);
  expect(large.pieces('w149999').ids).toEqual([2, 150_002]);
  expect(() => large.idOf('</s>')).toThrow('no </s>');
});
