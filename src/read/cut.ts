// What is cut out of a sentence: the thing itself, and the clauses around it that say what it is.
import { bestWindow, trimMarks } from '../text/clauses.ts';
import type { Quantity } from '../text/numbers.ts';
import type { Fact, Sentence, Span } from '../types.ts';
import type { Ask, Term } from '../understand/types.ts';
import type { Judged } from './judging.ts';
import { coverage, literalMatch } from './match.ts';
import type { PreparedSentence } from './prepared-sentence.ts';

/** A direct answer extracted from one sentence. */
export interface Extract {
  /** The thing itself (`289个`, `李建国`); empty where the window is the answer. */
  readonly value: string;
  /** The clauses that say what it is. */
  readonly window: string;
  /** The figure, where the thing is one. */
  readonly figure?: Quantity;
  /** Share of a reader's belief that falls into the thing, 0 … 1; absent without a reader, and of clauses. */
  readonly pointed?: number;
}

/** Longest window around a figure, name or date, and longest window otherwise. */
const FACT_CHARACTERS = 100;
const NAME_CHARACTERS = 100;
/** What each further character of a window must bring: a window grows only for words of the question. */
const LENGTH_COST = 0.002;
/** What a reader that points at a figure, date or person adds. */
export const POINTED_WORTH = 1;
/** How much of the question a window says, less what its length costs. */
export function windowWorth(terms: readonly Term[], window: string): number {
  return coverage(terms, (term) => literalMatch(term, window)) - LENGTH_COST * window.length;
}

/** What is extracted for: one ask of a question. */
export interface Wanted {
  readonly ask: Ask;
  /** The question's terms as this ask weighs them. */
  readonly terms: readonly Term[];
  /** Figures that earlier asks of the question took. */
  readonly taken: readonly string[];
  /** Periods that the question names. */
  readonly periods: readonly string[];
  /** Rows of the fact table that a sentence states. */
  readonly factsOf: (sentence: Sentence) => readonly Fact[];
  /** What a reader says of the sentences for this ask. */
  readonly judged: Judged;
}

/** Returns how far a reader points at a stretch of a sentence: the share of its belief in words that overlap it. */
export function pointedAt({ start, end }: Span, { judged }: Wanted, { sentence }: PreparedSentence): number {
  const overlapping = judged.get(sentence)?.spans.filter((span) => span.start < end && span.end > start) ?? [];
  return overlapping.reduce((sum, { probability }) => sum + probability, 0);
}

const CLOSING_MARKS = /[\s，,；;。：:、！？!?]+$/u;

/** A clause that says no more than until when what follows was counted: 截至2024年10月20日. */
const COUNTED_UNTIL = /(?<=^|[,，。；;])\s*(?:截至|截止到?)[^,，。；;]{2,18}[,，]$/u;

/**
 * The best window of a sentence that holds a stretch of it, with the day until which it was counted; marks at its end, which close a
 * clause, need not be in it.
 */
export function windowAround({ start, ...span }: Span, terms: readonly Term[], prepared: PreparedSentence): Span {
  const end = start + prepared.folded.slice(start, span.end).replace(CLOSING_MARKS, '').length;
  const worth = (window: string, held: Span): number =>
    held.start <= start && held.end >= end ? windowWorth(terms, window) : -1;
  const best = bestWindow(prepared.folded, worth, FACT_CHARACTERS);
  const until = COUNTED_UNTIL.exec(prepared.folded.slice(0, best.start));
  return until ? { start: until.index, end: best.end } : best;
}

/** A window without marks at its ends, but for the one that closes the sentence where the window reaches so far. */
export function windowText({ start, end }: Span, { sentence: { read } }: PreparedSentence): string {
  const closing = /^[。！？!?]+$/u.exec(read.slice(end))?.[0] ?? '';
  return trimMarks(read.slice(start, end)) + closing;
}

/** The clauses of a sentence that say most of what the question names, and hold what a reader points at; a short sentence whole. */
export function extractClauses(
  { terms, judged }: Pick<Wanted, 'terms'> & Partial<Pick<Wanted, 'judged'>>,
  prepared: PreparedSentence,
  mostCharacters = NAME_CHARACTERS,
): Extract {
  if (prepared.sentence.read.length <= mostCharacters) return { value: '', window: prepared.sentence.read.trim() };
  const [pointed] = judged?.get(prepared.sentence)?.spans ?? [];
  const worth = (window: string, { start, end }: Span): number =>
    windowWorth(terms, window) +
    (pointed && start <= pointed.start && end >= pointed.end ? POINTED_WORTH * pointed.probability : 0);
  return { value: '', window: windowText(bestWindow(prepared.folded, worth, mostCharacters), prepared) };
}

/** An extract as the reader sees it: `289个（引进“四新”项目289个）`, or the window alone where it says no more. */
export function formatExtract({ value, window }: Extract): string {
  if (value === '') return window;
  return window === value ? value : `${value}（${window}）`;
}
