// Judges a full set of quiz items by the laws that the product promises, from the finished items alone: it knows nothing of how
// they were made. What it cannot see is whether a question is worth asking.
import type { Item } from '../../src/quiz/types.ts';
import { fold } from '../../src/text/normalise.ts';
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
}

const RIGHT = ['正确', '错误'];

function evidenceOf({ citation }: Item): string {
  return fold(`${citation.quote}\n${citation.reading ?? ''}`);
}

/** True if words stand in a text, figures as a whole. */
function stands(words: string, text: string): boolean {
  const sought = fold(words);
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    if (!/^\d/u.test(sought) || !/[\d.]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

/** Options that the evidence must hold, and options that it must not. */
function sides(item: Item): { held: readonly string[]; absent: readonly string[] } {
  switch (item.kind) {
    case 'single': {
      const key = item.options.filter((_, index) => index === item.correct);
      const others = item.options.filter((_, index) => index !== item.correct);
      return item.subject === 'not-one-of' ? { held: others, absent: key } : { held: key, absent: others };
    }
    case 'several':
      return {
        held: item.options.filter((_, index) => item.correct.includes(index)),
        absent: item.options.filter((_, index) => !item.correct.includes(index)),
      };
    case 'order':
      return { held: item.options, absent: [] };
    case 'fill-in':
      return { held: [item.accepted[0]], absent: [] };
    default:
      return { held: [], absent: [] };
  }
}

/** Returns the text behind the number of a figure; null for a text without figure. */
function unitOf(option: string): string | null {
  return /^\d[\d,.]*(?<unit>.+)$/u.exec(option)?.groups?.['unit'] ?? null;
}

function optionFaults(item: Item): string[] {
  if (!('options' in item)) return [];
  const { options } = item;
  const units = new Set(options.map(unitOf));
  return [
    ...(new Set(options.map(fold)).size < options.length ? ['options alike'] : []),
    ...(options.some(({ length }) => length === 0 || length > 100) || options.length > 10
      ? ['options beyond the limits']
      : []),
    ...(item.subject === 'figure' && units.size > 1 ? ['units differ'] : []),
    ...(item.kind === 'true-false' && options.join() !== RIGHT.join() ? ['not right or wrong'] : []),
  ];
}

function textFaults({ question, explanation }: Item): string[] {
  return [
    ...(question.length < 1 || question.length > 300 ? ['question beyond the limit'] : []),
    ...(explanation.length < 1 || explanation.length > 200 || explanation.split('\n').length > 3
      ? ['explanation beyond the limits']
      : []),
  ];
}

function faultsOf(item: Item, library: Library): string[] {
  const { start, end, quote, report } = item.citation;
  const evidence = evidenceOf(item);
  const { held, absent } = sides(item);
  const asked = item.subject === 'not-one-of' ? [] : held;
  return [
    ...(library.textOf(report.id).slice(start, end) === quote ? [] : ['quote is no slice']),
    ...held.filter((option) => !stands(option, evidence)).map((option) => `not in the evidence: ${option}`),
    ...absent.filter((option) => stands(option, evidence)).map((option) => `in the evidence: ${option}`),
    ...asked.filter((key) => key.length > 1 && stands(key, fold(item.question))).map((key) => `given away: ${key}`),
    ...optionFaults(item),
    ...textFaults(item),
  ];
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
      ...items.flatMap((item) => faultsOf(item, library).map((fault) => `${item.id}: ${fault}`)),
      ...Object.entries(twice).flatMap(([id, times]) => (times > 1 ? [`${id}: ${times} items with this id`] : [])),
    ],
    positionChance: positionChance(items),
  };
}
