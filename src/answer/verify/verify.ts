// The last word before an answer leaves: every figure, date, person and direction in it must stand in what it cites.
// It judges words against quotes; whether the quote answers the question was judged before.
import { findPersons } from '../../lexicon/names/names.ts';
import { fold } from '../../text/normalise.ts';
import { findQuantities, sameQuantity } from '../../text/numbers.ts';
import { findPeriods, periodsOverlap } from '../../text/periods.ts';
import type { Answered } from '../../types.ts';

/** What an answer says and no citation carries; empty: nothing. */
export type Faults = readonly string[];

const UP = /增长|增加|上升|提高|提升|增幅|上涨|扩大/u;
const DOWN = /下降|减少|降低|下滑|回落|降幅|缩减|压减/u;

function contradictsDirection(text: string, evidence: string): boolean {
  const turnedUp = UP.test(text) && !UP.test(evidence) && DOWN.test(evidence);
  const turnedDown = DOWN.test(text) && !DOWN.test(evidence) && UP.test(evidence);
  return turnedUp || turnedDown;
}

/** Whether a figure or date stands in a text as a whole: 7个 does not stand in 47个, nor 1.2亿 in 21.2亿. */
function standsIn(surface: string, text: string): boolean {
  for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
    if (!/^\d/.test(surface) || !/[\d.]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

/** What a text says that the evidence does not: figures with their units, dates, persons, the direction of a change. */
export function unsupported(text: string, evidence: string): Faults {
  const folded = fold(evidence);
  const quantities = findQuantities(evidence);
  const periods = findPeriods(evidence, null);
  const stands = (surface: string): boolean => standsIn(fold(surface), folded);
  return [
    ...findQuantities(text)
      .filter((own) => !stands(own.surface) && !quantities.some((other) => sameQuantity(own, other)))
      .map(({ surface }) => surface),
    ...findPeriods(text, null)
      .filter((own) => !stands(own.surface) && !periods.some((other) => periodsOverlap(own.period, other.period)))
      .map(({ surface }) => surface),
    ...findPersons(text)
      .filter(({ name }) => !stands(name))
      .map(({ name }) => name),
    ...(contradictsDirection(text, evidence) ? ['增/降'] : []),
  ];
}

/** All faults of an answer: of each claim against its own citations, of the direct answer against all of them. */
export function verify(answer: Answered): Faults {
  const evidenceOf = (numbers: readonly number[]): string =>
    answer.citations
      .filter(({ n }) => numbers.includes(n))
      .map(({ quote, reading, report, heading }) =>
        [quote, reading ?? '', report.title, report.district ?? '', ...heading].join('\n'),
      )
      .join('\n');
  const claimFaults = answer.claims.flatMap(({ text, citations }) => unsupported(text, evidenceOf(citations)));
  return [...claimFaults, ...unsupported(answer.short, evidenceOf(answer.citations.map(({ n }) => n)))];
}
