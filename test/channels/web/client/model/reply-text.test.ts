// Texts of replies taken apart for drawing: no word is lost, only known marks become links.
import { describe, expect, test } from 'vitest';
import { partsOf, piecesOf, sectionsOf } from '../../../../../src/channels/web/client/model/reply-text.ts';

const joined = (text: string, known: number[]): string =>
  piecesOf(text, new Set(known))
    .map((piece) => (piece.kind === 'text' ? piece.text : `[${piece.n}]`))
    .join('');

describe('marks', () => {
  test('put together again give the text', () => {
    for (const text of ['', '12处[1]', '[1][2]两处[3]', '第[12]条，[0]，[999][1]末', '<b>[1]</b>', '[[1]]']) {
      expect(joined(text, [1, 2, 12])).toBe(text);
    }
  });

  test('are those of citations that there are; other brackets stay text', () => {
    expect(piecesOf('甲[1]乙[7]', new Set([1]))).toEqual([
      { kind: 'text', text: '甲' },
      { kind: 'mark', n: 1 },
      { kind: 'text', text: '乙[7]' },
    ]);
  });
});

describe('parts of a block', () => {
  const page = '\n【主要数字】\n· 公园：12处[1]\n· 面积：340亩[2]\n\n【做法】\n未找到';

  test('are headings, lists and lines', () => {
    expect(partsOf(page)).toEqual([
      { kind: 'heading', text: '主要数字' },
      { kind: 'list', items: ['公园：12处[1]', '面积：340亩[2]'] },
      { kind: 'heading', text: '做法' },
      { kind: 'lines', lines: ['未找到'] },
    ]);
  });

  test('keep every word in order', () => {
    const words = partsOf(page).flatMap((part) =>
      part.kind === 'heading' ? [part.text] : part.kind === 'list' ? part.items : part.lines,
    );
    expect(words.join('')).toBe(page.replace(/[\s【】]|· /gu, ''));
  });

  test('gather under their headings', () => {
    const sections = sectionsOf(partsOf(`先说一句\n${page}`));
    expect(sections.map(({ title }) => title)).toEqual([null, '主要数字', '做法']);
    expect(sections.map(({ parts }) => parts.length)).toEqual([1, 1, 1]);
  });

  test('a heading amid a line is no heading', () => {
    expect(partsOf('见【附件】一节')).toEqual([{ kind: 'lines', lines: ['见【附件】一节'] }]);
  });
});
