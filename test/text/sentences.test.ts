import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { REPORTS } from '../support/made-up-reports.ts';
import { picker, scramble } from './pseudo-random.ts';

const MARKS = ['“', '”', '（', '）', '「', '」', '《', '》', '(', '！', '？', '……', '\r\n', '\u2028', '\u3000', '"'];

function text(seed: number): string {
  const pick = picker(seed);
  return Array.from({ length: 12 }, () => scramble(pick, 3) + pick.one(MARKS)).join('');
}

const TEXTS = [...Array.from({ length: 300 }, (_, seed) => text(seed)), ...REPORTS.map((report) => report.text)];
const sentencesIn = (source: string): string[] =>
  splitSentences(source, { start: 0, end: source.length }).map(({ start, end }) => source.slice(start, end));

describe('laws', () => {
  test('every character that is not white space lies in exactly one sentence', () => {
    const bare = (source: string): string => source.replace(/\s/g, '');
    expect(TEXTS.filter((source) => bare(sentencesIn(source).join('')) !== bare(source))).toEqual([]);
  });

  test('sentences come in order, do not overlap, and are never empty', () => {
    const isOrdered = (source: string): boolean => {
      const spans = splitSentences(source, { start: 0, end: source.length });
      return spans.every(({ start, end }, index) => start >= (spans[index - 1]?.end ?? 0) && end > start);
    };
    expect(TEXTS.filter((source) => !isOrdered(source))).toEqual([]);
  });

  test('no sentence begins or ends with white space, or runs over a line end', () => {
    const sentences = TEXTS.flatMap(sentencesIn);
    expect(sentences.filter((sentence) => sentence !== sentence.trim())).toEqual([]);
    expect(sentences.filter((sentence) => /[\n\r\u2028\u2029]/.test(sentence))).toEqual([]);
  });

  test('a part of a text is cut without a look at what lies outside it', () => {
    for (const source of TEXTS.slice(0, 60)) {
      const inside = splitSentences(`？。${source}后文`, { start: 2, end: 2 + source.length });
      const alone = splitSentences(source, { start: 0, end: source.length });
      expect(inside).toEqual(alone.map(({ start, end }) => ({ start: start + 2, end: end + 2 })));
    }
  });

  test('a sentence is not cut again', () => {
    for (const source of REPORTS.map((report) => report.text)) {
      for (const sentence of sentencesIn(source)) expect(sentencesIn(sentence)).toEqual([sentence]);
    }
  });
});

test.each([
  ['marks end sentences', '一。二！三？四；五', ['一。', '二！', '三？', '四；', '五']],
  ['marks in a row end one sentence', '真的吗？！当然……', ['真的吗？！', '当然……']],
  ['a closing quotation mark belongs to its sentence', '他说：“来了。”她走了。', ['他说：“来了。”', '她走了。']],
  ['a question inside a short quotation ends nothing', '“能行吗？能！”他说。', ['“能行吗？能！”他说。']],
  ['a semicolon inside brackets ends nothing', '三项（一；二；三）都好。', ['三项（一；二；三）都好。']],
  ['a quotation that is never closed is no quotation', '“能行吗？能！', ['“能行吗？', '能！']],
  ['a quotation does not run over a line end', '“甲\n乙”丙', ['“甲', '乙”丙']],
  ['a line end ends a sentence', '标题\r\n正文。', ['标题', '正文。']],
  ['commas and decimal points end nothing', '增长3.5%，好', ['增长3.5%，好']],
  ['white space alone holds no sentence', ' \u3000\n\t', []],
])('%s', (_, source, sentences) => {
  expect(sentencesIn(source)).toEqual(sentences);
});

test('an empty stretch holds no sentence', () => {
  expect(splitSentences('甲。', { start: 1, end: 1 })).toEqual([]);
});
