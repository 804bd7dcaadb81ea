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

  test('read lines without the resolutions of dates', () => {
    expect(plainOf('去年〔2029年〕建成')).toBe('去年建成');
  });
});
