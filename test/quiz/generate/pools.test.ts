import { describe, expect, test } from 'vitest';
import { formOf, poolsOf } from '../../../src/quiz/generate/pools.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { LIBRARY } from '../made-up-cases.ts';

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
