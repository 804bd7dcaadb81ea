import { describe, expect, test } from 'vitest';
import { MAX_REPORTS, plainOf, sourcesOf } from '../../../../src/quiz/generate/statements/sources.ts';
import { LIBRARY, libraryOf } from '../../made-up-cases.ts';

const sources = sourcesOf(LIBRARY, null);

describe('sources', () => {
  test('are the reports with a district, their lines in order', () => {
    expect(sources.map(({ display }) => display)).toEqual(['柳岸区', '砚山县', '荷园区', '双塔新区']);
    for (const { lines } of sources) {
      expect(lines.map(({ at }) => at)).toEqual(lines.map((_, index) => index));
      expect(lines.map(({ sentence }) => sentence.start)).toEqual(
        lines.map(({ sentence }) => sentence.start).sort((a, b) => a - b),
      );
    }
  });

  test('know the sections of plans and those that look back', () => {
    const planned = sources.flatMap(({ lines }) => lines.filter(({ isPlan }) => isPlan));
    expect(planned.map(({ plain }) => plain).join()).toContain('培育创业团队400个');
    expect(planned.map(({ plain }) => plain).join()).not.toContain('星火计划');
  });

  test('are at most so many, those asked for first, always the same', () => {
    const many = libraryOf(
      Array.from(
        { length: MAX_REPORTS + 20 },
        (_, n) => [`r${n}`, `云岭省清河市第${n}号区`, '近况', `第${n}号区近况。`] as const,
      ),
    );
    const last = `云岭省清河市第${MAX_REPORTS + 19}号区`;
    const chosen = sourcesOf(many, [last]);
    expect(chosen).toHaveLength(MAX_REPORTS);
    expect(chosen[0]?.district).toBe(last);
    expect(sourcesOf(many, null).map(({ report }) => report.id)).toEqual(
      sourcesOf(many, null).map(({ report }) => report.id),
    );
  });

  test.each([
    ['a city, and the text speaks of a county', '云岭省清河市', '该县建成公园12个。'],
    ['a municipality', '北京市', '建成公园12个。'],
    [
      'another county than the text names',
      '江苏省徐州市泉山区',
      '渭滨区建成公园12个。渭滨区引进企业34家。泉山区派人参观。',
    ],
  ])('leave out a report that is entered under %s', (_, district, text) => {
    expect(sourcesOf(libraryOf([['a', district, '近况', text]]), null)).toEqual([]);
  });

  test('keep a report that names others beside its own', () => {
    const text = '泉山区建成公园12个。泉山区引进企业34家。渭滨区派人参观。';
    expect(sourcesOf(libraryOf([['a', '江苏省徐州市泉山区', '近况', text]]), null)).toHaveLength(1);
    expect(sourcesOf(libraryOf([['a', '云岭省清河市', '近况', '全市建成公园12个。']]), null)).toHaveLength(1);
  });

  test('read lines without the resolutions of dates', () => {
    expect(plainOf('去年〔2029年〕建成')).toBe('去年建成');
  });
});
