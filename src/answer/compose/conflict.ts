// Reports that contradict themselves or one another: finds the second statement of a figure. What to say of it is said elsewhere.

import { type Cut, cutFigure, type Wanted } from '../../read/extract.ts';
import { shareIn } from '../../read/match.ts';
import type { Ranked } from '../../read/ranking.ts';
import { clausesOf } from '../../text/clauses.ts';
import { fold } from '../../text/normalise.ts';
import { type Quantity, sameQuantity } from '../../text/numbers.ts';
import { periodsOverlap } from '../../text/periods.ts';
import { bigrams } from '../../text/tokens.ts';

/** A sentence and what was cut out of it for an ask. */
export interface Answering {
  readonly choice: Ranked;
  readonly cut: Cut;
}

/** The second sentence scores at least this share of the first one's score … */
const LEAST_SCORE = 0.6;
/** … and the two clauses that state the figures, none of them mere 同比增长, share at least this much of the longer one's pairs. */
const LEAST_SHARED = 0.5;
const LEAST_PAIRS = 6;

/** Words that make a figure another thing: a running total, a plan, a part. */
const QUALIFIED = /累计|目标|力争|计划|预计|将|其中|人均|户均|平均|首批|一期|二期/gu;

/** Whether two figures give different values for one thing: the same unit, or two frequencies. */
function differ(one: Quantity, other: Quantity): boolean {
  if (one.kind !== other.kind || one.surface === other.surface) return false;
  const areFrequencies = one.surface.startsWith('每') && other.surface.startsWith('每');
  return areFrequencies || (one.unit === other.unit && !sameQuantity(one, other));
}

/** The words of the clause that states a figure, without the figure's digits. */
function clauseWords({ candidate: { prepared } }: Ranked, figure: Quantity): string[] {
  const clause = clausesOf(prepared.folded).find(({ start, end }) => start <= figure.start && end >= figure.end);
  const text = prepared.folded.slice(clause?.start ?? 0, clause?.end ?? prepared.folded.length);
  return [...new Set(bigrams(fold(text).replace(/["'\d.]/gu, '')))];
}

function sayTheSame(one: Ranked, other: Ranked, figures: readonly [Quantity, Quantity]): boolean {
  const qualifiers = [one, other].map(({ candidate }) =>
    (candidate.prepared.folded.match(QUALIFIED) ?? []).sort().join(),
  );
  if (qualifiers[0] !== qualifiers[1]) return false;
  const [these, those] = [clauseWords(one, figures[0]), clauseWords(other, figures[1])];
  const [shorter, longer] = these.length <= those.length ? [these, those] : [those, these];
  return shorter.length >= LEAST_PAIRS && shareIn(longer, shorter.join(' ')) >= LEAST_SHARED;
}

/** Whether the second sentence may speak of the time that is asked for, or else of the same time as the first. */
function sameTime(asked: readonly string[], one: Ranked, other: Ranked): boolean {
  const those = other.candidate.periods.map(({ period }) => period);
  if (asked.length > 0) return asked.some((period) => those.some((that) => periodsOverlap(period, that)));
  const these = one.candidate.periods.map(({ period }) => period);
  if (these.length === 0 || those.length === 0) return true;
  return these.some((period) => those.some((that) => periodsOverlap(period, that)));
}

/**
 * Another sentence that answers the same ask with another figure; null where the reports agree. A figure that stands beside
 * the first one in its own sentence is about something else.
 * @param ranked the best sentences for the ask
 */
export function contradiction(wanted: Wanted, { choice, cut }: Answering, ranked: readonly Ranked[]): Answering | null {
  const { figure } = cut;
  if (wanted.ask.shape !== 'figure' || !figure) return null;
  for (const other of ranked) {
    if (other === choice || other.score < LEAST_SCORE * choice.score) continue;
    const rival = cutFigure(wanted, other.candidate.prepared);
    if (!rival?.figure || !differ(figure, rival.figure)) continue;
    const isBeside = choice.candidate.prepared.folded.includes(fold(rival.value));
    if (isBeside || !sameTime(wanted.periods, choice, other)) continue;
    if (sayTheSame(choice, other, [figure, rival.figure])) return { choice: other, cut: rival };
  }
  return null;
}
