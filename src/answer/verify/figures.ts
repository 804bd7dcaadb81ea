// Figures and dates of a sentence against those of its evidence: stricter than the verifier that extraction passes, because
// a model may write anything. 89个 is not carried by 289个, nor 2016年5月 by 2016年, nor a figure by what it does not count.

import { phrasesOf } from '../../text/clauses.ts';
import { findQuantities, type Quantity, sameQuantity } from '../../text/numbers.ts';
import { occursWhole } from '../../text/occurrence.ts';
import { findPeriods, periodCovers } from '../../text/periods.ts';
import { subjectPairs } from './words.ts';

const NUMBER = /\d[\d,.]*\d|\d/gu;
/** What surrounds a figure: so many UTF-16 units of its clause. */
const REACH_BEFORE = 12;
const REACH_BEHIND = 6;
/** By so many pairs of characters the surroundings of another figure have to fit better before a figure counts as misplaced. */
const CLEARLY_MORE_PAIRS = 2;

function wrongQuantities(text: string, evidence: string): Quantity[] {
  const known = findQuantities(evidence);
  return findQuantities(text).filter(
    (own) => !occursWhole(own.surface, evidence) && !known.some((other) => sameQuantity(own, other)),
  );
}

function wrongPeriods(text: string, evidence: string): string[] {
  const known = findPeriods(evidence, null);
  const carried = (period: string): boolean => known.some((other) => periodCovers(period, other.period));
  return findPeriods(text, null)
    .filter(({ surface, period }) => !occursWhole(surface, evidence) && !carried(period))
    .map(({ surface }) => surface);
}

/** Numbers that are neither figure nor date (12345, 360): they have to stand as they are. */
function wrongNumbers(text: string, evidence: string): string[] {
  const read = [...findQuantities(text), ...findPeriods(text, null)];
  const known = new Set(evidence.match(NUMBER));
  return [...text.matchAll(NUMBER)]
    .filter(({ index }) => !read.some(({ start, end }) => start <= index && index < end))
    .map(([number]) => number)
    .filter((number) => !known.has(number));
}

/** A figure with the pairs of characters close around it, as far as its clause and the next figures. */
interface Place {
  readonly figure: Quantity;
  readonly around: ReadonlySet<string>;
}

function placesIn(text: string): Place[] {
  return phrasesOf(text).flatMap((clause) => {
    const figures = findQuantities(clause);
    return figures.map((figure, index) => {
      const from = Math.max(figures[index - 1]?.end ?? 0, figure.start - REACH_BEFORE);
      const to = Math.min(figures[index + 1]?.start ?? clause.length, figure.end + REACH_BEHIND);
      const around = `${clause.slice(from, figure.start)} ${clause.slice(figure.end, to)}`;
      return { figure, around: new Set(subjectPairs(around)) };
    });
  });
}

const shared = (place: Place, others: readonly Place[]): number =>
  Math.max(0, ...others.map(({ around }) => [...around].filter((pair) => place.around.has(pair)).length));

/** Figures that stand in the sentence where the evidence has another figure of the same unit. */
function swapped(text: string, evidence: string): string[] {
  const places = placesIn(evidence);
  return placesIn(text)
    .filter((own) => {
      const same = places.filter(({ figure }) => sameQuantity(own.figure, figure));
      const others = places.filter((place) => !same.includes(place) && place.figure.unit === own.figure.unit);
      return same.length > 0 && shared(own, others) >= shared(own, same) + CLEARLY_MORE_PAIRS;
    })
    .map(({ figure }) => figure.surface);
}

/**
 * The figures, dates and bare numbers of a sentence that its evidence does not carry, as written.
 * @param text folded   @param evidence folded
 */
export function wrongFigures(text: string, evidence: string): string[] {
  const quantities = wrongQuantities(text, evidence).map(({ surface }) => surface);
  return [...quantities, ...wrongPeriods(text, evidence), ...wrongNumbers(text, evidence), ...swapped(text, evidence)];
}
