// The last check before an answer leaves: every figure, date, person and direction in it must stand in what it cites.
// It judges words against quotes; whether the quote answers the question was judged before.
import { endOfNameAt } from '../../lexicon/names/name-shape.ts';
import { findPersons } from '../../lexicon/names/names.ts';
import { fold } from '../../text/normalise.ts';
import { findQuantities, type Quantity, sameQuantity } from '../../text/numbers.ts';
import { isNegativeAt, occursWhole } from '../../text/occurrence.ts';
import { findPeriods, type PeriodMention, periodsOverlap } from '../../text/periods.ts';
import { UNIT_PATTERN } from '../../text/units.ts';
import type { Answered, Span } from '../../types.ts';
import { turnedDirections } from './direction.ts';

/** Values of an answer that no citation supports; empty if all are supported. */
export type Faults = readonly string[];

/** Figures and dates that the finders leave alone, since they lack a year or a number before 百: 1月, 3日, 百家. */
const LOOSE_VALUE = new RegExp(
  `(?:\\d[\\d,.]*|[零〇一二两三四五六七八九十百千万亿]+)\\s?(?:(?<part>[月日号])|${UNIT_PATTERN})`,
  'gu',
);

/**
 * Values outside the figures and dates already found that stand in the evidence as parts of others only; months and days that are not
 * there at all. What is a part of something in the text itself (第三方, 第十八条) is none.
 */
function looseFaults(text: string, evidence: string, found: readonly Span[]): string[] {
  return [...fold(text).matchAll(LOOSE_VALUE)]
    .filter(({ 0: value, index }) => !found.some(({ start, end }) => start < index + value.length && index < end))
    .filter(({ 0: value, groups }) => groups?.['part'] !== undefined || evidence.includes(value))
    .map(([value]) => value)
    .filter((value) => occursWhole(value, text) && !occursWhole(value, evidence));
}

/** Returns what a text says that the evidence does not: figures with their units, dates, persons, the direction of a change. */
export function unsupported(text: string, evidence: string): Faults {
  const quantities = findQuantities(text);
  const periods = findPeriods(text, null);
  const [knownQuantities, knownPeriods] = [findQuantities(evidence), findPeriods(evidence, null)];
  const hasQuantity = (own: Quantity): boolean =>
    knownQuantities.some(
      (other) => sameQuantity(own, other) && isNegativeAt(text, own.start) === isNegativeAt(evidence, other.start),
    );
  const asWritten = ({ surface, start, end }: Quantity): string =>
    isNegativeAt(text, start) ? text.slice(start - 1, end) : surface;
  const hasPeriod = ({ period }: PeriodMention): boolean =>
    knownPeriods.some((other) => periodsOverlap(period, other.period));
  return [
    ...quantities.filter((own) => !occursWhole(asWritten(own), evidence) && !hasQuantity(own)).map(asWritten),
    ...periods.filter((own) => !occursWhole(own.surface, evidence) && !hasPeriod(own)).map(({ surface }) => surface),
    ...looseFaults(text, fold(evidence), [...quantities, ...periods]),
    ...findPersons(text)
      .filter(({ name }) => !occursWhole(name, evidence, endOfNameAt))
      .map(({ name }) => name),
    ...(turnedDirections(fold(text), fold(evidence)).length > 0 ? ['增/降'] : []),
  ];
}

/**
 * Returns all faults of an answer: of each claim against its own citations, of the direct answer against all of them.
 * @param computed figures of the direct answer that code computed from cited ones: they stand in no citation
 */
export function verify(answer: Answered, computed: readonly string[] = []): Faults {
  const evidenceOf = (numbers: readonly number[]): string =>
    answer.citations
      .filter(({ n }) => numbers.includes(n))
      .map(({ quote, reading, report, heading }) =>
        [quote, reading ?? '', report.title, report.district ?? '', ...heading].join('\n'),
      )
      .join('\n');
  const claimFaults = answer.claims.flatMap(({ text, citations }) => unsupported(text, evidenceOf(citations)));
  const shortFaults = unsupported(answer.short, evidenceOf(answer.citations.map(({ n }) => n)));
  return [...claimFaults, ...shortFaults.filter((fault) => !computed.includes(fault))];
}
