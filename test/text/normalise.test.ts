import { describe, expect, test } from 'vitest';
import { fold, isHan } from '../../src/text/normalise.ts';
import { picker, scramble } from './pseudo-random.ts';

/** Any UTF-16 units at all, lone surrogates included. */
function anyUnits(seed: number): string {
  const pick = picker(seed);
  return Array.from({ length: pick.below(60) }, () => String.fromCharCode(pick.below(0x10000))).join('');
}

const REPORT_TEXTS = Array.from({ length: 200 }, (_, seed) => scramble(picker(seed), 40));
const TEXTS = [...REPORT_TEXTS, ...Array.from({ length: 200 }, (_, seed) => anyUnits(seed))];
const UNITS = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));

describe('folding', () => {
  test('keeps the length, so that offsets into the fold are offsets into the text', () => {
    expect(TEXTS.filter((text) => fold(text).length !== text.length)).toEqual([]);
  });

  test('keeps the length of every single unit', () => {
    expect(UNITS.filter((unit) => fold(unit).length !== 1)).toEqual([]);
  });

  test('a folded text stays as it is', () => {
    expect(REPORT_TEXTS.filter((text) => fold(fold(text)) !== fold(text))).toEqual([]);
  });

  test('works unit by unit: the fold of a text is the folds of its units side by side', () => {
    expect(TEXTS.filter((text) => fold(text) !== text.split('').map(fold).join(''))).toEqual([]);
  });

  test.each([
    ['full width becomes half width', 'ＧＤＰ３．５％', 'gdp3.5%'],
    ['capitals become small letters', 'GDP', 'gdp'],
    ['traditional becomes simplified', '雲橋縣產業', '云桥县产业'],
    ['quotation marks become one kind', '“一張圖”「甲」『乙』', '"一张图""甲""乙"'],
    ['dashes become one kind', '甲—乙–丙－丁', '甲-乙-丙-丁'],
    ['middle dots become one kind', '甲•乙・丙', '甲·乙·丙'],
    ['simplified Chinese stays', '青石区，一张图。', '青石区,一张图。'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('pairs beyond the basic plane stay whole', () => {
    expect(fold('😀𠮷')).toBe('😀𠮷');
  });
});

describe('Chinese characters', () => {
  test.each([...'区㐀〇'])('%s is one', (character) => {
    expect(isHan(character.charCodeAt(0))).toBe(true);
  });

  test('both units of a character beyond the basic plane count', () => {
    expect([isHan('𠮷'.charCodeAt(0)), isHan('𠮷'.charCodeAt(1))]).toEqual([true, true]);
  });

  test.each([...'a1，。 Ａあ한'])('%s is none', (character) => {
    expect(isHan(character.charCodeAt(0))).toBe(false);
  });
});
