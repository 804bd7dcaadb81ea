import { describe, expect, test } from 'vitest';
import { findOfficials, formOf, poolsOf } from '../../../src/quiz/generate/pools.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { ITEMS, LIBRARY, sourceOf } from '../made-up-cases.ts';

const sources = sourcesOf(LIBRARY, null);
const pools = poolsOf(sources);

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

const asking = (words: string): Item[] => ITEMS.filter(({ question }) => question.includes(words));

describe('officials', () => {
  test('of officials come with their office and district', () => {
    const found = sourcesOf(LIBRARY, null).flatMap((source) =>
      findOfficials(source).map(({ name, office }) => `${office} ${name}`),
    );
    expect(found).toEqual(['柳岸区委书记 陈望舒', '荷园区科技局局长 林一帆', '双塔新区党工委书记 宋清川']);
    expect(asking('柳岸区委书记是谁')).toHaveLength(1);
  });

  test('that may go on with 和 are left out', () => {
    expect(findOfficials(sourceOf('柳岸区委书记宋清和到企业调研。'))).toEqual([]);
  });

  test('of which an office has two are left out', () => {
    expect(findOfficials(sourceOf('柳岸区委书记陈望舒表示赞成。\n柳岸区委书记李建业表示反对。'))).toEqual([]);
  });
});
