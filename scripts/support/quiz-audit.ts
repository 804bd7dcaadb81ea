// Judges a full set of quiz items: each by the one checker (src/quiz/check/), and all together by where their keys stand.
import { checkItem } from '../../src/quiz/check/check-item.ts';
import { guess, type TrickResult } from '../../src/quiz/check/guesser.ts';
import type { Item } from '../../src/quiz/types.ts';
import type { Library } from '../../src/types.ts';

/** Result of an audit. */
interface QuizAudit {
  readonly count: number;
  /** Items by kind and by district. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly districts: Readonly<Record<string, number>>;
  /** Broken laws: `ID: law`. */
  readonly faults: readonly string[];
  /** Probability of key positions as uneven as these if all are as likely: > 0.01 counts as even. */
  readonly positionChance: number;
  /** How the tricks of a guesser do. */
  readonly tricks: readonly TrickResult[];
}

/** Upper tail of the χ² distribution by the Wilson–Hilferty approximation. @param freedom degrees of freedom, ≥ 1 */
export function chiSquareTail(value: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  const deviation = (Math.cbrt(value / freedom) - (1 - spread)) / Math.sqrt(spread);
  // Abramowitz and Stegun 7.1.26 for the normal tail.
  const x = Math.abs(deviation) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const tail = (series * Math.exp(-x * x)) / 2;
  return deviation >= 0 ? tail : 1 - tail;
}

/** Returns the probability of key positions at least as uneven as those of the single choices, under equal chances. */
function positionChance(items: readonly Item[]): number {
  const singles = items.flatMap((item) => (item.kind === 'single' ? [item] : []));
  let value = 0;
  let freedom = 0;
  for (const size of new Set(singles.map(({ options }) => options.length))) {
    const own = singles.filter(({ options }) => options.length === size);
    const expected = own.length / size;
    if (expected < 5) continue;
    for (let place = 0; place < size; place++) {
      const found = own.filter(({ correct }) => correct === place).length;
      value += (found - expected) ** 2 / expected;
    }
    freedom += size - 1;
  }
  return freedom === 0 ? 1 : chiSquareTail(value, freedom);
}

function counts(names: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const name of names) counted[name] = (counted[name] ?? 0) + 1;
  return counted;
}

/** Audits items against the library that they were made from. */
export function auditItems(items: readonly Item[], library: Library): QuizAudit {
  const twice = counts(items.map(({ id }) => id));
  return {
    count: items.length,
    kinds: counts(items.map(({ kind }) => kind)),
    districts: counts(items.map(({ district }) => district ?? '–')),
    faults: [
      ...items.flatMap((item) => checkItem(item, library).map((fault) => `${item.id}: ${fault}`)),
      ...Object.entries(twice).flatMap(([id, times]) => (times > 1 ? [`${id}: ${times} items with this id`] : [])),
    ],
    positionChance: positionChance(items),
    tricks: guess(items),
  };
}
