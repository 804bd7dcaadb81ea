// Cuts the direct answer out of a chosen sentence: the figure with what it measures, the name, the date, the person.
// It adds no word of its own beyond brackets: what it returns stands in the sentence as read.

import { bestWindow, trimMarks } from '../text/clauses.ts';
import { fold } from '../text/normalise.ts';
import type { Quantity } from '../text/numbers.ts';
import { isNegativeAt } from '../text/occurrence.ts';
import { periodsOverlap } from '../text/periods.ts';
import type { Fact, Sentence, Span } from '../types.ts';
import { DAY_ASKED, REACHED_ASKED } from '../understand/cues.ts';
import type { Ask, Term } from '../understand/types.ts';
import { DATE_WORDS, figureFit } from './answer-type.ts';
import type { Judged } from './judging.ts';
import { coverage, literalMatch } from './match.ts';
import type { PreparedSentence } from './prepared-sentence.ts';
import { withRoughness } from './widen.ts';

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
/** A fitting figure beside the words of the question is worth more than their mere presence. */
const FIT_WORTH = 0.5;
const NEAR_CHARACTERS = 30;
/** A figure that another ask of the question has taken is the answer to this one only if nothing else comes near. */
const TAKEN_COST = 0.4;
const NEAR_WORTH = 0.3;
/** What a reader that points at a figure, date or person adds. */
const POINTED_WORTH = 1;
const REACHED_WORTH = 0.3;
/** What the fact table adds: a row that measures what is asked for; what it takes: a row of another period. */
const INDICATOR_WORTH = 0.2;
const OTHER_PERIOD_COST = 0.3;

function windowWorth(terms: readonly Term[], window: string): number {
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
function pointedAt({ start, end }: Span, { judged }: Wanted, { sentence }: PreparedSentence): number {
  const overlapping = judged.get(sentence)?.spans.filter((span) => span.start < end && span.end > start) ?? [];
  return overlapping.reduce((sum, { probability }) => sum + probability, 0);
}

/** Distance from a figure to the nearest of the question's words in the same text, in characters; capped. */
function distanceToTerms(prepared: PreparedSentence, quantity: Quantity, { ask, terms }: Wanted): number {
  const named = terms.flatMap(({ word, synonyms }) => [word, ...synonyms]).filter((word) => word.length > 1);
  let nearest = NEAR_CHARACTERS;
  for (const word of ask.noun === '' ? named : [ask.noun, ...named]) {
    const before = prepared.folded.lastIndexOf(word, quantity.start);
    if (before >= 0) nearest = Math.min(nearest, Math.max(0, quantity.start - before - word.length));
    const behind = prepared.folded.indexOf(word, quantity.end);
    if (behind >= 0) nearest = Math.min(nearest, behind - quantity.end);
  }
  return nearest;
}

/** The best window of a sentence that holds a stretch of it. */
function windowAround({ start, end }: Span, terms: readonly Term[], prepared: PreparedSentence): Span {
  const worth = (window: string, span: Span): number =>
    span.start <= start && span.end >= end ? windowWorth(terms, window) : -1;
  return bestWindow(prepared.folded, worth, FACT_CHARACTERS);
}

/** What a change led to (由5天压缩到半天), where that is asked for. */
function reachedWorth({ start }: Quantity, ask: Ask, { folded }: PreparedSentence): number {
  return REACHED_ASKED.test(ask.text) && /[到至为]$/u.test(folded.slice(0, start)) ? REACHED_WORTH : 0;
}

/** How far the fact table speaks for a figure: its row measures what is asked for, in the period asked for. */
function factWorth(
  { surface }: Quantity,
  { ask, terms, periods, factsOf }: Wanted,
  { sentence }: PreparedSentence,
): number {
  const row = factsOf(sentence).find((fact) => fact.surface === surface);
  if (!row) return 0;
  const indicator = fold(row.indicator);
  const named = terms.filter(({ word }) => word.length > 1 && ask.noun.includes(word));
  const measures = coverage(named.length > 0 ? named : terms, (term) => literalMatch(term, indicator));
  const isOther =
    periods.length > 0 && row.period !== null && !periods.some((period) => periodsOverlap(period, row.period ?? ''));
  return INDICATOR_WORTH * measures - (isOther ? OTHER_PERIOD_COST : 0);
}

/** A window without marks at its ends, but for the one that closes the sentence where the window reaches so far. */
function windowText({ start, end }: Span, { sentence: { read } }: PreparedSentence): string {
  const closing = /^[。！？!?]+$/u.exec(read.slice(end))?.[0] ?? '';
  return trimMarks(read.slice(start, end)) + closing;
}

/** A figure as written, with the minus before it and the words that say how rough it is. */
function asWritten({ start, end }: Quantity, prepared: PreparedSentence): string {
  const { read } = prepared.sentence;
  const whole = withRoughness({ start: isNegativeAt(read, start) ? start - 1 : start, end }, prepared);
  return read.slice(whole.start, whole.end);
}

/** The figure of a sentence that answers an ask, with the clauses that say what it counts; null if none fits. */
export function extractFigure(wanted: Wanted, prepared: PreparedSentence): Extract | null {
  const { ask, terms, taken } = wanted;
  let best: { quantity: Quantity; window: string; pointed: number; value: number } | null = null;
  // Where the unit asked for stands in the sentence, figures in other units count something else.
  const hasUnit = ask.unit !== null && prepared.quantities.some(({ unit }) => unit === ask.unit);
  for (const quantity of prepared.quantities) {
    const fit = hasUnit && quantity.unit !== ask.unit ? 0 : figureFit(ask, quantity);
    if (fit === 0) continue;
    const span = windowAround(quantity, terms, prepared);
    const near = 1 - distanceToTerms(prepared, quantity, wanted) / NEAR_CHARACTERS;
    const cost = (taken.includes(quantity.surface) ? TAKEN_COST : 0) - reachedWorth(quantity, ask, prepared);
    const worth =
      windowWorth(terms, prepared.folded.slice(span.start, span.end)) + factWorth(quantity, wanted, prepared);
    const pointed = pointedAt(quantity, wanted, prepared);
    const value = worth + FIT_WORTH * fit + NEAR_WORTH * near + POINTED_WORTH * pointed - cost;
    if (best === null || value > best.value) best = { quantity, window: windowText(span, prepared), pointed, value };
  }
  return (
    best && {
      value: asWritten(best.quantity, prepared),
      window: best.window,
      figure: best.quantity,
      pointed: best.pointed,
    }
  );
}

function extractAround(
  spans: readonly (Span & { readonly surface: string })[],
  wanted: Wanted,
  prepared: PreparedSentence,
): Extract | null {
  let best: (Extract & { worth: number }) | null = null;
  for (const found of spans) {
    const { start, end } = windowAround(found, wanted.terms, prepared);
    const pointed = pointedAt(found, wanted, prepared);
    const worth = windowWorth(wanted.terms, prepared.folded.slice(start, end)) + POINTED_WORTH * pointed;
    if (best !== null && worth <= best.worth) continue;
    best = { value: found.surface, window: windowText({ start, end }, prepared), pointed, worth };
  }
  if (!best) return null;
  const { worth: _, ...extract } = best;
  return extract;
}

/** The date of a sentence that answers, with its clauses; null if it holds none. */
export function extractDate(wanted: Wanted, prepared: PreparedSentence): Extract | null {
  const { ask } = wanted;
  const worded = DATE_WORDS.exec(prepared.sentence.read);
  const words = worded ? [{ start: worded.index, end: worded.index + worded[0].length, surface: worded[0] }] : [];
  const days = DAY_ASKED.test(ask.text)
    ? prepared.periods.filter(({ period }) => /^\d{4}-\d{2}-\d{2}$|^--/.test(period) || /日|号/.test(period))
    : [];
  const dated = days.length > 0 ? days : prepared.periods;
  return extractAround(dated.length > 0 ? dated : words, wanted, prepared);
}

/** The person of a sentence that answers, with the post; its best clauses where no name in it is known for one. */
export function extractPerson(wanted: Wanted, prepared: PreparedSentence): Extract | null {
  const persons = prepared.persons.map((person) => ({ ...person, surface: person.name }));
  return persons.length > 0 ? extractAround(persons, wanted, prepared) : extractName(wanted, prepared);
}

/** Words that a reader surely points at are a name of their own; what is longer is a clause. */
const MIN_NAME_BELIEF = 0.5;
const MAX_NAME_CHARACTERS = 30;

/** Returns the words of a sentence that a reader points at, with their clauses; its best clauses where it points at none. */
export function extractName(wanted: Wanted, prepared: PreparedSentence): Extract {
  const judgement = wanted.judged.get(prepared.sentence);
  const { start, end } = judgement?.spans[0] ?? { start: 0, end: 0 };
  const surface = trimMarks(prepared.sentence.read.slice(start, end));
  const isSure = judgement !== undefined && judgement.share >= MIN_NAME_BELIEF && surface.length > 1;
  if (!isSure || surface.length > MAX_NAME_CHARACTERS) return extractClauses(wanted, prepared);
  return extractAround([{ start, end, surface }], wanted, prepared) ?? extractClauses(wanted, prepared);
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
