import { describe, expect, test } from 'vitest';
import { guess } from '../../../src/quiz/check/guesser.ts';
import { optionsAround } from '../../../src/quiz/generate/ranked-options.ts';
import { pick } from '../../../src/quiz/random-choice.ts';
import type { Item, SingleItem } from '../../../src/quiz/types.ts';
import { ITEMS } from '../made-up-cases.ts';

const [base] = ITEMS.filter(({ kind, subject }) => kind === 'single' && subject === 'figure');
if (base?.kind !== 'single') throw new Error('no figure');

const asked = (options: readonly string[], correct: number): SingleItem => ({ ...base, options, correct });
const trickOf = (items: readonly Item[], trick: string) => guess(items).find((result) => result.trick === trick);

describe('a guesser who knows the tricks of test makers', () => {
  test('is found out where the key is always the second smallest', () => {
    const items = Array.from({ length: 40 }, () => asked(['10个', '40个', '20个', '30个'], 2));
    expect(trickOf(items, 'second-smallest')).toMatchObject({ items: 40, right: 1, chance: 0.25 });
  });

  test('is found out where the key is always the longest', () => {
    expect(trickOf([asked(['甲', '乙', '丙丁戊'], 2)], 'longest')?.right).toBe(1);
    expect(trickOf([asked(['甲', '乙', '丙'], 2)], 'longest')?.items).toBe(0);
  });

  test('is right no oftener than chance on 2,000 figures whose options are set round them', () => {
    const items = Array.from({ length: 2000 }, (_, at) => {
      const value = 20 + pick(`value ${at}`, 60);
      const candidates = Array.from({ length: 12 }, (__, other) => 10 + pick(`${at} ${other}`, 80))
        .filter((size) => size !== value)
        .map((size) => ({ option: `${size}个`, size }));
      const wrong = optionsAround({ option: `${value}个`, size: value }, [...candidates], `seed ${at}`);
      const correct = pick(`${at} place`, wrong.length + 1);
      return wrong.length === 0
        ? []
        : [asked([...wrong.slice(0, correct), `${value}个`, ...wrong.slice(correct)], correct)];
    }).flat();
    expect(items.length).toBeGreaterThan(1500);
    for (const { right, chance, items: count } of guess(items))
      if (count > 500) expect(right - chance).toBeLessThan(0.03);
  });
});
