import { describe, expect, test } from 'vitest';
import { taggedWordsOf } from '../../../src/ingest/facts/tagged-words.ts';
import { picker, scramble } from '../../text/pseudo-random.ts';

describe('pieces of a text', () => {
  test('cover it without gaps, whatever it is', () => {
    const pick = picker(5);
    for (let round = 0; round < 300; round++) {
      const text = scramble(pick, 12);
      expect(
        taggedWordsOf(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });

  test('keep quotations, verbs and known words whole', () => {
    expect(taggedWordsOf('新培育“小巨人”企业').map(({ text, kind }) => `${text}/${kind}`)).toEqual([
      '新培育/count-verb',
      '“小巨人”/name',
      '企业/name',
    ]);
    expect(taggedWordsOf('覆盖率').map(({ kind }) => kind)).toEqual(['name', 'name']);
  });
});
