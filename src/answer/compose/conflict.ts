// Reports that contradict themselves or one another: finds the second statement of a figure. What to say of it is said elsewhere.

import { anyPattern, readPatterns } from '../../lexicon/words/data-files.ts';
import type { Extract, Wanted } from '../../read/cut.ts';
import { extractFigure } from '../../read/extract.ts';
import { shareIn } from '../../read/match.ts';
import type { Ranked } from '../../read/ranking.ts';
import { clausesOf } from '../../text/clauses.ts';
import { fold } from '../../text/normalise.ts';
import { type Quantity, sameQuantity } from '../../text/numbers.ts';
import { occursWhole } from '../../text/occurrence.ts';
import { countedOver, isSameTime, periodsOverlap } from '../../text/periods.ts';
import { bigrams } from '../../text/tokens.ts';
import type { Span } from '../../types.ts';

/** A sentence and what was extracted of it for an ask. */
export interface ExtractedAnswer {
  readonly choice: Ranked;
  readonly extract: Extract;
}

/** The second sentence scores at least this share of the first one's score … */
const MIN_SCORE_SHARE = 0.6;
/** … and the two clauses that state the figures, none of them mere 同比增长, share at least this much of the longer one's pairs. */
const MIN_SHARED = 0.5;
const MIN_PAIRS = 6;

/** Words that make a figure another thing: a running total, a plan, a part. */
const QUALIFIED = anyPattern(readPatterns('answer-type-cues.tsv'), 'qualifier', 'gu');

/** True if two figures give different values for one thing: the same unit, or two frequencies. */
function differ(one: Quantity, other: Quantity): boolean {
  if (one.kind !== other.kind || one.surface === other.surface) return false;
  const areFrequencies = one.surface.startsWith('每') && other.surface.startsWith('每');
  return areFrequencies || (one.unit === other.unit && !sameQuantity(one, other));
}

/** The clause that states a figure. */
function clauseOf({ candidate: { prepared } }: Ranked, figure: Quantity): Span {
  const whole = { start: 0, end: prepared.folded.length };
  return clausesOf(prepared.folded).find(({ start, end }) => start <= figure.start && end >= figure.end) ?? whole;
}

/** The words of the clause that states a figure, without the figure's digits. */
function clauseWords(ranked: Ranked, figure: Quantity): string[] {
  const { start, end } = clauseOf(ranked, figure);
  const text = ranked.candidate.prepared.folded.slice(start, end);
  return [...new Set(bigrams(text.replace(/["'\d.]/gu, '')))];
}

function sayTheSame(one: Ranked, other: Ranked, figures: readonly [Quantity, Quantity]): boolean {
  const qualifiers = [one, other].map(({ candidate }) =>
    (candidate.prepared.folded.match(QUALIFIED) ?? []).sort().join(),
  );
  if (qualifiers[0] !== qualifiers[1]) return false;
  const [these, those] = [clauseWords(one, figures[0]), clauseWords(other, figures[1])];
  const [shorter, longer] = these.length <= those.length ? [these, those] : [those, these];
  return shorter.length >= MIN_PAIRS && shareIn(longer, shorter.join(' ')) >= MIN_SHARED;
}

/** The periods that a figure is stated for: those of its clause, else the last one before it, else its sentence's. */
function periodsOf(ranked: Ranked, figure: Quantity): readonly string[] {
  const { prepared, periods } = ranked.candidate;
  const { start, end } = clauseOf(ranked, figure);
  const inClause = prepared.periods.filter((period) => period.start >= start && period.end <= end);
  const before = prepared.periods.filter((period) => period.end <= figure.start).slice(-1);
  const own = [inClause, before, periods].find((found) => found.length > 0) ?? [];
  return own.map(countedOver);
}

const share = (
  these: readonly string[],
  those: readonly string[],
  test: (one: string, other: string) => boolean,
): boolean => these.some((period) => those.some((other) => test(period, other)));

/** True if both figures are of one time, and of the time that is asked for. A figure without a time is of any. */
function sameTime(asked: readonly string[], these: readonly string[], those: readonly string[]): boolean {
  if (asked.length > 0 && !share(asked, those, periodsOverlap)) return false;
  return these.length === 0 || those.length === 0 || share(these, those, isSameTime);
}

/** True if the fact table does not tell the figures apart: one indicator and one subject, as far as it has rows on them. */
function sameIndicator({ factsOf }: Wanted, one: ExtractedAnswer, other: ExtractedAnswer): boolean {
  const [first, second] = [one, other].map(({ choice, extract: { figure } }) =>
    factsOf(choice.candidate.prepared.sentence).find(({ surface }) => surface === figure?.surface),
  );
  if (!first || !second) return true;
  const [indicator, rival] = [fold(first.indicator), fold(second.indicator)];
  return first.subject === second.subject && (indicator.includes(rival) || rival.includes(indicator));
}

/**
 * Returns another sentence that answers the same ask with another figure of the same time, indicator and district; null where
 * the reports agree. A figure that stands beside the first one in its own sentence is about something else.
 * @param ranked the best sentences for the ask
 */
export function contradiction(
  wanted: Wanted,
  answering: ExtractedAnswer,
  ranked: readonly Ranked[],
): ExtractedAnswer | null {
  const { choice, extract } = answering;
  const { figure } = extract;
  if (wanted.ask.shape !== 'figure' || !figure) return null;
  const { prepared, report } = choice.candidate;
  for (const other of ranked) {
    if (other === choice || other.score < MIN_SCORE_SHARE * choice.score) continue;
    if (other.candidate.report.district !== report.district) continue;
    const rival = extractFigure(wanted, other.candidate.prepared);
    if (!rival?.figure || occursWhole(rival.value, prepared.folded)) continue;
    const found = { choice: other, extract: rival };
    const isSameThing =
      differ(figure, rival.figure) &&
      sameTime(wanted.periods, periodsOf(choice, figure), periodsOf(other, rival.figure)) &&
      sameIndicator(wanted, answering, found) &&
      sayTheSame(choice, other, [figure, rival.figure]);
    if (isSameThing) return found;
  }
  return null;
}
