// The direction of a change, judged in the clause that holds the figure: a report sentence often holds a rise and a fall
// side by side. All texts folded.
import { FALLS, RISES } from '../../lexicon/words/indicator-words.ts';
import { phrasesOf } from '../../text/clauses.ts';
import { findQuantities, sameQuantity } from '../../text/numbers.ts';
import { bigrams } from '../../text/tokens.ts';

type Direction = 'up' | 'down';

/** Clauses speak of the same if they share this part of the shorter one's pairs. */
const SAME_THING_SHARE = 0.5;

function directionsIn(text: string): readonly Direction[] {
  return [
    ...(RISES.some((word) => text.includes(word)) ? (['up'] as const) : []),
    ...(FALLS.some((word) => text.includes(word)) ? (['down'] as const) : []),
  ];
}

/** The direction that a clause states; null if it states none or both. */
function directionOf(clause: string): Direction | null {
  const [only = null, ...others] = directionsIn(clause);
  return others.length > 0 ? null : only;
}

/** The evidence clauses about what a clause says: those with its figures, else those with most of its words. */
function counterparts(clause: string, evidence: readonly string[]): readonly string[] {
  const figures = findQuantities(clause);
  const sameFigure = evidence.filter((other) =>
    findQuantities(other).some((one) => figures.some((own) => sameQuantity(own, one))),
  );
  if (sameFigure.length > 0) return sameFigure;
  const pairs = bigrams(clause);
  return evidence.filter(
    (other) => pairs.filter((pair) => other.includes(pair)).length >= SAME_THING_SHARE * Math.max(1, pairs.length),
  );
}

/**
 * The clauses of a text whose direction of change the evidence contradicts: all evidence clauses about the same state the
 * opposite, or none is about the same and the evidence as a whole knows only the opposite.
 */
export function turnedDirections(text: string, evidence: string): string[] {
  const clauses = phrasesOf(evidence);
  const [everywhere = null, ...others] = directionsIn(evidence);
  const anywhere = others.length > 0 ? null : everywhere;
  return phrasesOf(text).filter((clause) => {
    const own = directionOf(clause);
    if (own === null) return false;
    const same = counterparts(clause, clauses).map(directionOf);
    const isOpposite = (other: Direction | null): boolean => other !== null && other !== own;
    return same.length > 0 ? same.every(isOpposite) : isOpposite(anywhere);
  });
}
