// The units that figures in reports carry, as data: what kind of figure each makes and how it compares with others.
// It does not find figures (numbers.ts does).
import { readFileSync } from 'node:fs';

/** Kind of thing that a figure measures. */
export type QuantityKind = 'money' | 'percent' | 'area' | 'count' | 'duration' | 'ordinal' | 'ratio' | 'other';

/** A unit as written and what is known of it. */
export interface Unit {
  readonly name: string;
  readonly kind: QuantityKind;
  /** Two units of one dimension compare as value × factor. */
  readonly dimension: string;
  readonly factor: number;
}

function readRows(name: string): string[][] {
  const lines = readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
}

function unitsOf([kind, dimension = '*', entries = '']: readonly string[]): Unit[] {
  return entries.split(' ').map((entry) => {
    const [name = '', factor = '1'] = entry.split('=');
    return {
      name,
      kind: kind as QuantityKind,
      dimension: dimension === '*' ? name : dimension,
      factor: Number(factor),
    };
  });
}

/** Every known unit by its name (folded). */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  readRows('units.tsv')
    .flatMap(unitsOf)
    .map((unit) => [unit.name, unit]),
);

const LIMITS = readRows('unit-limits.tsv');
const NOT_BEFORE: ReadonlyMap<string, string> = new Map(LIMITS.map(([unit = '', notBefore = '']) => [unit, notBefore]));
const BEHIND_DIGITS_ONLY: ReadonlySet<string> = new Set(
  LIMITS.filter(([, , digits]) => digits === 'digits').map(([unit = '']) => unit),
);

/** Source of a regular expression that matches any unit, longest first, where it stands as a word of its own. */
export const UNIT_PATTERN: string = [...UNITS.keys()]
  .sort((left, right) => right.length - left.length)
  .map((name) => (NOT_BEFORE.get(name) ? `${name}(?!${NOT_BEFORE.get(name)})` : name.replace('/', '\\/')))
  .join('|');

/** True if a unit makes a figure only behind Latin digits (`85分`, but not 三分). */
export function needsLatinDigits(unit: string): boolean {
  return BEHIND_DIGITS_ONLY.has(unit);
}
