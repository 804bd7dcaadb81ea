import { describe, expect, test } from 'vitest';
import { type Corpus, CorpusBuilder, keepFrequent, trustedWords } from '../../../../scripts/dev/vectors/corpus.ts';

function build(...sentences: string[]): Corpus {
  const builder = new CorpusBuilder();
  for (const sentence of sentences) builder.addSentence(sentence.split(' '));
  return builder.build();
}

/** The sentences that a corpus holds. */
function sentencesOf({ sequence, words }: Corpus): string[] {
  const text = Array.from(sequence, (number) => (number < 0 ? '|' : (words[number] ?? '?'))).join(' ');
  return text.split(/ ?\| ?/).slice(0, -1);
}

describe('gathering', () => {
  test('sentences come back as they went in, figures and signs aside', () => {
    expect(sentencesOf(build('新建 3 学校', '2019 年 , 5g 学校'))).toEqual(['新建 学校', '年 5g 学校']);
  });

  test('counts are what stands in the sequence', () => {
    const corpus = build('甲 乙 甲', '乙 甲 丙');
    corpus.counts.forEach((count, number) => {
      expect(corpus.sequence.filter((one) => one === number)).toHaveLength(count);
    });
    expect(corpus).toMatchObject({ words: ['甲', '乙', '丙'], counts: [3, 2, 1] });
  });

  test('a large corpus keeps every word', () => {
    const many = Array.from({ length: 30_000 }, (_, n) => `词${n % 700} 甲 乙`);
    const { sequence, counts } = build(...many);
    expect(sequence).toHaveLength(4 * many.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3 * many.length);
  });

  test('nothing gathered is an empty corpus', () => {
    expect(new CorpusBuilder().build()).toEqual({ sequence: new Int32Array(), words: [], counts: [] });
  });
});

describe('keeping', () => {
  test('the most frequent words stay, by frequency, then by first appearance', () => {
    const kept = keepFrequent(build('丙 乙 甲 甲', '甲 乙 丁 丁'), 3);
    expect(kept).toMatchObject({ words: ['甲', '乙', '丁'], counts: [3, 2, 2] });
    expect(sentencesOf(kept)).toEqual(['乙 甲 甲', '甲 乙 丁 丁']);
  });

  test('with room for all, only the numbers change', () => {
    const corpus = build('乙 甲 甲', '丙 乙 甲');
    expect(sentencesOf(keepFrequent(corpus, 100))).toEqual(sentencesOf(corpus));
  });

  test('rare words are not trusted, and rarer scripts need more', () => {
    const trusted = trustedWords({
      sequence: new Int32Array(),
      words: ['常见', '少', '罕', 'gdp', 'x9'],
      counts: [90, 3, 2, 20, 19],
    });
    expect(trusted).toEqual([0, 1, 3]);
  });
});
