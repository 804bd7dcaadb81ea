// Folds a text to one form for matching, unit for unit: offsets into the folded text are offsets into the text.
// It never changes a length, so it does less than full NFKC: a character whose form has another length stays.
import { readFileSync } from 'node:fs';

const UNIT_COUNT = 0x10000;

/** Typographic variants that NFKC keeps apart but that people type for one another. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['“”„‟「」『』〝〞＂', '"'],
  ['‘’‚‛＇`', "'"],
  ['—–―−‐‑‒－', '-'],
  ['·•‧∙・', '·'],
  ['～〜∼', '~'],
];

function foldUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = character.normalize('NFKC').toLowerCase();
  return folded.length === 1 ? folded.charCodeAt(0) : unit;
}

function buildTable(): Uint16Array {
  const table = Uint16Array.from({ length: UNIT_COUNT }, (_, unit) => unit);
  // Han needs no NFKC; only the ranges that hold compatibility forms and capitals are worth the call.
  for (const [first, last] of [
    [0x20, 0x2fff],
    [0x3000, 0x33ff],
    [0xf900, 0xfaff],
    [0xfe30, 0xffef],
  ] as const) {
    for (let unit = first; unit <= last; unit++) table[unit] = foldUnit(unit);
  }
  for (const pair of readPairs()) table[pair.charCodeAt(0)] = pair.charCodeAt(1);
  for (const [variants, form] of LOOK_ALIKES) {
    for (const variant of variants) table[variant.charCodeAt(0)] = form.charCodeAt(0);
  }
  // A form may itself have a form (⾞ → 車 → 车): fold(fold(x)) is fold(x).
  for (let unit = 0; unit < UNIT_COUNT; unit++) table[unit] = table[table[unit] ?? unit] ?? unit;
  return table;
}

/** A traditional character and its simplified form each. */
function readPairs(): string[] {
  const lines = readFileSync(new URL('data/simplified.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' '));
}

const TABLE = buildTable();

/**
 * The text in one form: full width → half width, traditional → simplified, capitals → small letters, quotation marks and
 * dashes → one kind each. Length-preserving in UTF-16 units. Source of the character pairs: OpenCC.
 * @example fold('山陽區ＧＤＰ') // => '山阳区gdp'
 */
export function fold(text: string): string {
  let first = 0;
  while (first < text.length && TABLE[text.charCodeAt(first)] === text.charCodeAt(first)) first++;
  if (first === text.length) return text;
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) units[index] = TABLE[text.charCodeAt(index)] ?? 0;
  return Buffer.from(units.buffer).toString('utf16le');
}

/** True if a UTF-16 unit is a Chinese character (including the units of characters beyond the basic plane). */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xd840 && unit <= 0xdfff) ||
    unit === 0x3007
  );
}

/** The text with traditional characters as simplified ones and nothing else changed; the same length in UTF-16 units. */
export function simplified(text: string): string {
  return text.replace(/[\u3400-\u9fff]+/gu, fold);
}
