// A cell as an answer shows it: the figure as its sentence writes it, the clauses that state it, and the sentence to cite.
import { FALLS } from '../../lexicon/words/indicator-words.ts';
import { type Candidate, candidatesOf } from '../../read/candidates.ts';
import { shareIn } from '../../read/match.ts';
import { withRoughness } from '../../read/widen.ts';
import { clausesOf, trimMarks } from '../../text/clauses.ts';
import { fold } from '../../text/normalise.ts';
import type { Quantity } from '../../text/numbers.ts';
import { isNegativeAt } from '../../text/occurrence.ts';
import { bigrams } from '../../text/tokens.ts';
import type { Fact, Span } from '../../types.ts';
import type { AnswerResources } from '../context.ts';
import { namesOf, partOf } from '../parts.ts';
import type { Cell } from './cell.ts';

/** A cell with the sentence that states it. */
export interface ShownCell {
  readonly cell: Cell;
  readonly candidate: Candidate;
  readonly quantity: Quantity;
  /** The figure as written, with the words that say how rough it is, and 计划 where it is planned. */
  readonly surface: string;
  /** The clauses that state it. */
  readonly window: string;
}

type Sources = Pick<AnswerResources, 'library' | 'preparer'>;

const NAME_REACH = 60;
const MAX_WINDOW = 100;
const MAX_REACH_TO_PERIOD = 40;
const PLANNED = '计划';
const ESTIMATED = /预计(?=[^，。；;]*$)/u;

/** Returns the figure of a sentence that a cell is: the one of its kind whose words name it best. */
function quantityOf({ measure, value, unit, fact }: Cell, { prepared }: Candidate): Quantity | null {
  const isLevel = measure.aspect === 'level' || fact.unit === '%' || fact.changePercent === null;
  const stated = isLevel
    ? prepared.quantities.filter(({ surface }) => surface === fact.surface)
    : prepared.quantities.filter((each) => each.unit === unit && Math.abs(each.value - Math.abs(value)) < 1e-9);
  const pairs = bigrams(fold(fact.indicator));
  const named = ({ start }: Quantity): number =>
    shareIn(pairs, prepared.folded.slice(Math.max(0, start - NAME_REACH), start));
  const [first, ...rest] = stated;
  if (!first) return null;
  return rest.reduce((best, other) => (named(other) > named(best) ? other : best), first);
}

/** The clauses that state a figure: back to what names it, and to the time that it is of where that stands shortly before. */
function windowOf({ fact }: Cell, quantity: Quantity, { prepared }: Candidate): Span {
  const { folded, periods } = prepared;
  const clauses = clausesOf(folded);
  const at = clauses.findIndex(({ start, end }) => start <= quantity.start && end >= quantity.end);
  let start = clauses[at]?.start ?? 0;
  const end = clauses[at]?.end ?? folded.length;
  const pairs = bigrams(fold(fact.indicator));
  for (let index = at - 1; index >= 0 && shareIn(pairs, folded.slice(start, end)) < 0.5; index--) {
    const from = clauses[index]?.start ?? 0;
    if (end - from > MAX_WINDOW) break;
    start = from;
  }
  const period = periods.findLast((each) => each.end <= start);
  const near =
    period && start - period.start <= MAX_REACH_TO_PERIOD && !/[。；;]/u.test(folded.slice(period.end, start));
  const clause = near ? clauses.find((each) => each.start <= period.start && each.end >= period.end) : undefined;
  return { start: clause && end - clause.start <= MAX_WINDOW ? clause.start : start, end };
}

function surfaceOf(cell: Cell, { start, end }: Quantity, { prepared }: Candidate): string {
  const { read } = prepared.sentence;
  const whole = withRoughness({ start: isNegativeAt(read, start) ? start - 1 : start, end }, prepared);
  const written = read.slice(whole.start, whole.end);
  const before = prepared.folded.slice(Math.max(0, whole.start - 12), whole.start);
  const isFall = cell.measure.aspect === 'change' && cell.value < 0 && !written.startsWith('-');
  const fall = isFall ? (FALLS.find((word) => before.includes(word)) ?? '') : '';
  const estimate = ESTIMATED.exec(read.slice(0, whole.start))?.[0] ?? '';
  return (cell.isPlanned ? PLANNED : estimate) + fall + written;
}

/** Returns the sentence that states a fact. */
export function sentenceOf(fact: Fact, { library, preparer }: Sources): Candidate | undefined {
  const hit = { passage: library.passage(fact.passageNumber), score: 1 };
  return candidatesOf([hit], library, preparer).find(
    ({ prepared: { sentence } }) => sentence.start <= fact.start && sentence.end >= fact.end,
  );
}

/** Returns a cell as an answer shows it; null if its figure does not stand in its sentence as read. */
export function showCell(cell: Cell, sources: Sources): ShownCell | null {
  const candidate = sentenceOf(cell.fact, sources);
  const quantity = candidate && quantityOf(cell, candidate);
  if (!candidate || !quantity) return null;
  const { start, end } = windowOf(cell, quantity, candidate);
  const surface = surfaceOf(cell, quantity, candidate);
  const window = trimMarks(candidate.prepared.sentence.read.slice(start, end));
  return { cell, candidate, quantity, surface, window };
}

/** True if the figure of a cell is of a part of its district. */
export function isOfPart({ cell: { district, fact }, candidate, quantity }: ShownCell): boolean {
  return partOf({ candidate, figure: quantity, names: namesOf(district), fact, earlier: [] }) !== null;
}
