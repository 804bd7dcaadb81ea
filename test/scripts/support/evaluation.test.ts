import { describe, expect, test } from 'vitest';
import { foldAnswer, headlineOf } from '../../../scripts/support/evaluation.ts';
import { answered, cite, judged, refused } from '../fixtures.ts';

describe('judge', () => {
  test('finds a right figure right in every column', () => {
    expect(judged({}, answered('12处'))).toMatchObject({
      answer: true,
      direct: true,
      grounded: true,
      stray: false,
      refused: false,
      verbatim: [true],
    });
  });

  test('takes width, white space, case and thousands’ commas for nothing', () => {
    expect(foldAnswer(' １,234 ＡB\n,5')).toBe('1234ab,5');
    expect(judged({ answers: [['3400万元']] }, answered('３４００ 万元', [cite('投资3,400万元')]))).toMatchObject({
      direct: true,
      grounded: true,
    });
  });

  test.each([
    ['289个（引进项目289个）', '289个'],
    ['289个（引进项目）；另见：12处', '289个'],
    ['12处（口袋公园）；另一处记为15处（公园）', '12处；另一处记为15处'],
    [`${'句'.repeat(41)}（一）`, `${'句'.repeat(41)}（一）`],
  ])('reads first of %s: %s', (short, headline) => expect(headlineOf(short)).toBe(headline));

  test('a right value behind another one misleads', () => {
    const judgedFirst = (short: string) => judged({ answers: [['12处']] }, answered(short));
    expect(judgedFirst('12处（公园15处）')).toMatchObject({ headline: true, misleading: false });
    expect(judgedFirst('15处（公园12处）')).toMatchObject({ direct: true, headline: false, misleading: true });
    expect(judged({ kind: 'list' }, answered('12处')).headline).toBeNull();
  });

  test('wants one string of every group', () => {
    expect(judged({ answers: [['12处', '十二处'], ['苏闻']] }, answered('12处')).direct).toBe(false);
    expect(judged({ answers: [['十二处', '12处'], ['苏闻']] }, answered('12处，苏闻')).direct).toBe(true);
  });

  test('a right figure from the wrong report is not grounded, and stray', () => {
    expect(judged({}, answered('12处', [cite('柳溪区建成口袋公园12处', 'other.txt')]))).toMatchObject({
      direct: true,
      grounded: false,
      stray: true,
    });
  });

  test('a quote without the figure does not ground it, save in a verdict on districts', () => {
    const answer = answered('12处', [cite('负责人是苏闻')]);
    expect(judged({}, answer).grounded).toBe(false);
    expect(judged({ kind: 'compare' }, answer).grounded).toBe(true);
  });

  test('a forbidden string makes it wrong', () => {
    expect(judged({ mustNot: ['15处'] }, answered('12处，不是15处'))).toMatchObject({ answer: false, direct: false });
  });

  test('a figure longer than 160 characters is no direct answer; a list may have 500', () => {
    const long = answered(`12处${'长'.repeat(200)}`);
    expect([judged({}, long).direct, judged({ kind: 'list' }, long).direct]).toEqual([false, true]);
  });

  test('a quote that is no slice of its source is told', () => {
    expect(judged({}, answered('12处', [{ ...cite('柳溪区建成'), start: 1 }])).verbatim).toEqual([false]);
  });

  test('a refusal is right where there is no answer, false where there is one', () => {
    expect(judged({ kind: 'unanswerable' }, refused)).toMatchObject({ answerable: false, refused: true });
    expect(judged({}, refused)).toMatchObject({
      answerable: true,
      refused: true,
      answer: false,
      direct: false,
      grounded: false,
    });
  });
});
