// Reports laid out for reading: not a character is lost, and what is marked is what is cited.
import { describe, expect, test } from 'vitest';
import {
  hasNormalizedText,
  mendedSentences,
  paragraphsOf,
  type Showing,
} from '../../../../../src/channels/web/client/model/report-layout.ts';
import type { SentenceJson } from '../../../../../src/channels/web/server/schemas-browse.ts';

const TEXT = '一、公园\n  柳溪区去年新建公园12处。总面积340亩，\n居民半小时可达。\r\n\r\n来源：云岭日报\n';

function sentence(words: string, more: Partial<SentenceJson> = {}): SentenceJson {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, role: 'body', ...more };
}

const SENTENCES = [
  sentence('一、公园', { role: 'heading' }),
  sentence('柳溪区去年新建公园12处。', { read: '柳溪区去年〔2031年〕新建公园12处。' }),
  sentence('总面积340亩，\n居民半小时可达。', { read: '总面积340亩，居民半小时可达。' }),
  sentence('来源：云岭日报', { role: 'boilerplate' }),
];
const REPORT = { text: TEXT, sentences: SENTENCES, outline: [{ title: '公园', level: 1, start: 0 }] };
const ORIGINAL: Showing = { cited: null, isNormalized: false };

const textOf = (showing: Showing): string =>
  paragraphsOf(REPORT, showing)
    .flatMap(({ spans }) => spans.map(({ text }) => text))
    .join('');
const citedOf = (showing: Showing): string =>
  paragraphsOf(REPORT, showing)
    .flatMap(({ spans }) => spans.filter(({ isCited }) => isCited).map(({ text }) => text))
    .join('');

describe('the original', () => {
  test('holds every character of the text, line ends aside, whatever is cited', () => {
    const wanted = TEXT.replace(/[\r\n]/gu, '');
    expect(textOf(ORIGINAL)).toBe(wanted);
    for (let from = 0; from < TEXT.length; from += 1) {
      for (let to = from + 1; to <= TEXT.length; to += 3) {
        expect(textOf({ cited: { from, to }, isNormalized: false })).toBe(wanted);
        expect(citedOf({ cited: { from, to }, isNormalized: false })).toBe(
          TEXT.slice(from, to).replace(/[\r\n]/gu, ''),
        );
      }
    }
  });

  test('gives every stretch its place in the text', () => {
    for (const { spans } of paragraphsOf(REPORT, { cited: { from: 8, to: 14 }, isNormalized: false })) {
      for (const { text, start } of spans) expect(TEXT.slice(start, start + text.length)).toBe(text);
    }
  });

  test('has a paragraph for each line that holds words, with its role and level', () => {
    expect(paragraphsOf(REPORT, ORIGINAL).map(({ role, level }) => [role, level])).toEqual([
      ['heading', 1],
      ['body', 0],
      ['body', 0],
      ['boilerplate', 0],
    ]);
  });

  test('shows a text without sentences all the same', () => {
    const bare = paragraphsOf({ text: '甲\n乙', sentences: [], outline: [] }, ORIGINAL);
    expect(bare.map(({ spans }) => spans.map(({ text }) => text).join(''))).toEqual(['甲', '乙']);
  });
});

describe('the text as it is read', () => {
  const asRead: Showing = { cited: null, isNormalized: true };

  test('puts readings in the place of their sentences, and nothing twice', () => {
    expect(textOf(asRead)).toBe(
      '一、公园  柳溪区去年〔2031年〕新建公园12处。总面积340亩，居民半小时可达。来源：云岭日报',
    );
  });

  test('marks the whole sentence that is cited in part', () => {
    const from = TEXT.indexOf('12处');
    expect(citedOf({ cited: { from, to: from + 3 }, isNormalized: true })).toBe('柳溪区去年〔2031年〕新建公园12处。');
  });

  test('is offered only where something reads otherwise', () => {
    expect(hasNormalizedText(REPORT)).toBe(true);
    expect(hasNormalizedText({ sentences: [sentence('一、公园')] })).toBe(false);
  });
});

describe('damage', () => {
  test('is counted where words are mended, not where a date is resolved', () => {
    const text = '工做会议。去年建成。';
    const [first, second] = [text.slice(0, 5), text.slice(5)];
    const sentences = [
      { start: 0, end: 5, role: 'body' as const, read: '工作会议。' },
      { start: 5, end: 10, role: 'body' as const, read: '去年〔2031年〕建成。' },
    ];
    expect([first, second]).toEqual(['工做会议。', '去年建成。']);
    expect(mendedSentences({ text, sentences })).toBe(1);
    expect(mendedSentences({ text, sentences: sentences.slice(1) })).toBe(0);
  });
});
