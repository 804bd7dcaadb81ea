import { describe, expect, test } from 'vitest';
import { wordingFor } from '../../../../src/chat/i18n/wording.ts';
import { progressSvg } from '../../../../src/chat/practice/picture/progress-svg.ts';
import type { LearnerProgress, ProgressLine } from '../../../../src/quiz/learning/progress.ts';

const line = (name: string | null, right: number): ProgressLine => {
  return { name, items: 40, seen: 20, mastered: 10, due: 3, answers: 100, right };
};
const progress = (...lines: ProgressLine[]): LearnerProgress => {
  return { all: line(null, 50), districts: lines, topics: [], streakDays: 1 };
};
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
/** Widths of the boxes of a colour that lie where bars do. */
const barWidths = (svg: string, colour: string): number[] =>
  [...svg.matchAll(/<rect x="270" y="(\d+)" width="(\d+)" height="\d+" fill="(#\w+)"\/>/g)]
    .filter(([, y, , fill]) => Number(y) > 96 && fill === colour)
    .map(([, , width]) => Number(width));
const heightOf = (svg: string): number => Number(/ height="(\d+)">/.exec(svg)?.[1]);

describe('progress as SVG', () => {
  test.each([
    [0, 0],
    [50, 165],
    [100, 330],
  ])('the bar of what was right is as long as the share: %i %% is %i pixels', (right, width) => {
    expect(barWidths(progressSvg(progress(line('柳溪区', right)), wordingFor('zh').picture), '#2ea067')).toEqual([
      width,
    ]);
  });

  test('mastered lies over seen, each as long as its share of all', () => {
    const svg = progressSvg(progress(line('柳溪区', 5)), wordingFor('zh').picture);
    expect(barWidths(svg, '#96c3eb')).toEqual([165]);
    expect(barWidths(svg, '#2468b0')).toEqual([83]);
    expect(svg.lastIndexOf('#2468b0')).toBeGreaterThan(svg.lastIndexOf('#96c3eb'));
  });

  test('what was never answered has a dash and empty bars', () => {
    const svg = progressSvg(progress({ ...line('柳溪区', 0), answers: 0, items: 0 }), wordingFor('zh').picture);
    expect(textsOf(svg)).toContain('–');
    for (const colour of ['#2ea067', '#96c3eb', '#2468b0']) expect(barWidths(svg, colour)).toEqual([0]);
  });

  test('says the numbers in words, in both languages', () => {
    const lines = progress(line('柳溪区', 72), line(null, 10));
    expect(textsOf(progressSvg(lines, wordingFor('zh').picture))).toEqual(
      expect.arrayContaining(['学习进度', '柳溪区', '72%', '10 / 20 / 40 · 待复习 3', '未注明区县']),
    );
    expect(textsOf(progressSvg(lines, wordingFor('en').picture))).toEqual(
      expect.arrayContaining(['Progress', 'right 50% · mastered 10 · seen 20/40 · due 3', 'no district']),
    );
  });

  test('names that are too long are cut, and signs of XML are letters', () => {
    const texts = textsOf(
      progressSvg(progress(line('很长的名字'.repeat(9), 1), line('A & <b>', 1)), wordingFor('zh').picture),
    );
    expect(texts).toContain('很长的名字很长的名字…');
    expect(texts).toContain('A &#38; &#60;b&#62;');
  });

  test('grows with its lines up to a limit, within what Telegram shows', () => {
    const heights = [1, 2, 12, 30].map((count) =>
      heightOf(
        progressSvg(progress(...Array.from({ length: count }, (_, n) => line(`区${n}`, 10))), wordingFor('en').picture),
      ),
    );
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBe(54);
    expect(heights[2]).toBe(heights[3]);
    // Telegram's limit: width and height together.
    expect(960 + (heights[3] ?? 0)).toBeLessThan(10_000);
  });
});
