import { describe, expect, test } from 'vitest';
import { formOf, poolsOf } from '../../../src/quiz/generate/pools.ts';
import { actionClauseIn } from '../../../src/quiz/generate/statements/actions.ts';
import { MAX_REPORTS, plainOf, sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { LIBRARY, libraryOf } from '../made-up-cases.ts';

const sources = sourcesOf(LIBRARY, null);
const pools = poolsOf(sources);

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

describe('pools', () => {
  test('hold each figure once, by its form', () => {
    for (const [form, figures] of pools.figures) {
      expect(new Set(figures.map(({ surface }) => surface)).size).toBe(figures.length);
      for (const { surface } of figures) expect(formOf(surface)).toBe(form);
    }
    expect(pools.figures.get('亿元')?.map(({ surface }) => surface)).toContain('168.5亿元');
  });

  test('hold every part of a list with what it is a part of', () => {
    expect(pools.parts).toContainEqual({ part: '停车扩容', whole: '“四大工程”', district: '云岭省清河市柳岸区' });
    expect(pools.parts).toContainEqual({ part: '企业管运营', whole: '把服务送到家', district: '云岭省清河市柳岸区' });
  });

  test('know what is said of a district, in all of its reports', () => {
    expect(pools.said('云岭省清河市砚山县')).toContain('果园管家');
    expect(pools.said('云岭省清河市柳岸区')).not.toContain('果园管家');
    expect(pools.said('无名区')).toBe('');
    expect(pools.on('云岭省清河市砚山县')).toHaveLength(1);
  });

  test('hold absolute dates', () => {
    expect(pools.dates).toContain('2029年9月');
    for (const date of pools.dates) expect(date).not.toMatch(/去年|今年/u);
  });
});

describe('the form of a figure', () => {
  test.each([
    ['383.1亿元', '亿元'],
    ['1600余户', '余户'],
    ['21594家', '家'],
    ['三成', null],
    ['2016', null],
  ])('%s → %s', (surface, form) => {
    expect(formOf(surface)).toBe(form);
  });
});

describe('an action', () => {
  const action = (plain: string, name: string): string | null =>
    actionClauseIn(plain, { start: plain.indexOf(name), end: plain.indexOf(name) + name.length });

  test('is the clause that names an initiative and opens with its verb', () => {
    expect(action('柳岸区重视服务，推行“项目管家”制度，企业满意。', '项目管家')).toBe('推行“项目管家”制度');
    expect(action('建成公园，也推行“项目管家”制度。', '项目管家')).toBe('推行“项目管家”制度');
  });

  test('is none where the clause has a subject, points back, is dated, or is too long', () => {
    for (const plain of [
      '柳岸区推行“项目管家”制度',
      '推行此“项目管家”制度',
      '推行2029年“项目管家”制度',
      `推行${'又好又快的'.repeat(8)}“项目管家”制度`,
    ]) {
      expect(action(plain, '项目管家'), plain).toBeNull();
    }
  });
});
