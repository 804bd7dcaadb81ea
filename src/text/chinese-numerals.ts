// Reads numbers written in Chinese characters. It knows values only: finding them in a text is numbers.ts's work.

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[...'零一二三四五六七八九'].map((digit, value) => [digit, value] as const),
  ['〇', 0],
  ['两', 2],
]);

/** Longest number in characters that is read: longer than any that is written, short enough to read by recursion. */
export const MAX_NUMERAL_CHARACTERS = 60;

/** Multipliers, largest first: each multiplies what stands before it and adds what stands behind it. */
const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['千', 1000],
  ['百', 100],
  ['十', 10],
];

function parseRest(rest: string, multiplier: number): number | null {
  if (rest === '') return 0;
  if (rest.startsWith('零')) return parseWhole(rest.slice(1));
  const digit = DIGITS.get(rest);
  // 一万五 is 15,000 and 一百二 is 120: a lone last digit counts in tenths of the multiplier before it.
  return digit === undefined ? parseWhole(rest) : (digit * multiplier) / 10;
}

function parseWhole(numeral: string): number | null {
  for (const [character, multiplier] of MULTIPLIERS) {
    const position = numeral.lastIndexOf(character);
    if (position < 0) continue;
    const before = position === 0 ? 1 : parseWhole(numeral.slice(0, position));
    const behind = parseRest(numeral.slice(position + 1), multiplier);
    return before === null || behind === null ? null : before * multiplier + behind;
  }
  return DIGITS.get(numeral) ?? null;
}

function parseDigitByDigit(numeral: string): string | null {
  let digits = '';
  for (const character of numeral) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits;
}

/**
 * The value (≥ 0) of a number in Chinese characters, null where it is none.
 * @example parseChineseNumeral('三百二十') // => 320; '两万五' → 25000; '三点五' → 3.5; '二〇一六' → 2016
 */
export function parseChineseNumeral(numeral: string): number | null {
  if (numeral.length > MAX_NUMERAL_CHARACTERS) return null;
  const [whole = '', fraction, ...more] = numeral.split('点');
  if (more.length > 0) return null;
  if (fraction === undefined) {
    const digits = whole.length >= 3 ? parseDigitByDigit(whole) : null;
    return digits === null ? parseWhole(whole) : Number(digits);
  }
  const value = parseWhole(whole);
  const digits = fraction === '' ? null : parseDigitByDigit(fraction);
  return value === null || digits === null ? null : Number(`${value}.${digits}`);
}

/** Returns the value of a whole number in Latin digits or Chinese characters; null where it is none. @example parseNumeral('十二') // => 12 */
export function parseNumeral(numeral: string): number | null {
  return /^\d+$/u.test(numeral) ? Number(numeral) : parseChineseNumeral(numeral);
}

/**
 * The two ends of a rough figure whose last digits are neighbours: `两三` → [2, 3], `三四百` → [300, 400], `十七八` → [17, 18];
 * null for every other numeral.
 */
export function parseRoughNumeral(numeral: string): readonly [number, number] | null {
  if (numeral.length > MAX_NUMERAL_CHARACTERS) return null;
  const parts = /^(.*十)?([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)$/.exec(numeral);
  if (!parts) return null;
  const [, tens = '', first = '', second = '', multiplier = ''] = parts;
  const low = parseWhole(tens + first + multiplier);
  const high = parseWhole(tens + second + multiplier);
  return low === null || high === null || high <= low ? null : [low, high];
}
