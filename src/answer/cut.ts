// Cuts the direct answer out of a chosen sentence: the figure with what it measures, the name, the date, the person.
// It adds no word of its own beyond brackets: what it returns stands in the sentence as read.
import type { Ask } from '../understand/types.ts';
import type { Term } from '../understand/types.ts';
import type { Quantity } from '../text/numbers.ts';
import { bestWindow, trimMarks } from './clauses.ts';
import { DATE_WORDS, figureFit } from './kinds.ts';
import { coverage, literalMatch } from './match.ts';
import type { Prepared } from './prepared.ts';

/** A direct answer cut from one sentence. */
export interface Cut {
  /** The thing itself (`289个`, `李建国`); empty where the window is the answer. */
  readonly value: string;
  /** The clauses that say what it is. */
  readonly window: string;
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

function windowWorth(terms: readonly Term[], window: string): number {
  return coverage(terms, (term) => literalMatch(term, window)) - LENGTH_COST * window.length;
}

/** Distance from a figure to the nearest of the question's words in the same text, in characters; capped. */
function distanceToTerms(prepared: Prepared, quantity: Quantity, ask: Ask, terms: readonly Term[]): number {
  const words = [ask.noun, ...terms.flatMap(({ word, synonyms }) => [word, ...synonyms]).filter((word) => word.length > 1)].filter((word) => word !== '');
  let nearest = NEAR_CHARACTERS;
  for (const word of words) {
    const before = prepared.folded.lastIndexOf(word, quantity.start);
    if (before >= 0) nearest = Math.min(nearest, Math.max(0, quantity.start - before - word.length));
    const behind = prepared.folded.indexOf(word, quantity.end);
    if (behind >= 0) nearest = Math.min(nearest, behind - quantity.end);
  }
  return nearest;
}

/** The figure of a sentence that answers an ask, with the clauses that say what it counts; null if none fits. @param taken figures that earlier asks took */
export function cutFigure(ask: Ask, terms: readonly Term[], prepared: Prepared, taken: readonly string[] = []): Cut | null {
  let best: { quantity: Quantity; window: string; value: number } | null = null;
  for (const quantity of prepared.quantities) {
    const fit = figureFit(ask, quantity);
    if (fit === 0) continue;
    const span = bestWindow(
      prepared.folded,
      (window, { start, end }) => (start <= quantity.start && end >= quantity.end ? windowWorth(terms, window) : -1),
      FACT_CHARACTERS,
    );
    const window = prepared.sentence.read.slice(span.start, span.end);
    const near = 1 - distanceToTerms(prepared, quantity, ask, terms) / NEAR_CHARACTERS;
    const isTaken = taken.includes(quantity.surface) ? TAKEN_COST : 0;
    const value = windowWorth(terms, prepared.folded.slice(span.start, span.end)) + FIT_WORTH * fit + 0.3 * near - isTaken;
    if (best === null || value > best.value) best = { quantity, window: trimMarks(window), value };
  }
  return best && { value: best.quantity.surface, window: best.window };
}

function cutAround(spans: readonly { start: number; end: number; surface: string }[], terms: readonly Term[], prepared: Prepared): Cut | null {
  let best: (Cut & { worth: number }) | null = null;
  for (const found of spans) {
    const span = bestWindow(
      prepared.folded,
      (window, { start, end }) => (start <= found.start && end >= found.end ? windowWorth(terms, window) : -1),
      FACT_CHARACTERS,
    );
    const worth = windowWorth(terms, prepared.folded.slice(span.start, span.end));
    if (best === null || worth > best.worth) {
      best = { value: found.surface, window: trimMarks(prepared.sentence.read.slice(span.start, span.end)), worth };
    }
  }
  return best && { value: best.value, window: best.window };
}

const DAY_ASKED = /哪(?:一)?[天日]|几[号日]/u;

/** The date of a sentence that answers, with its clauses; null if it holds none. */
export function cutDate(ask: Ask, terms: readonly Term[], prepared: Prepared): Cut | null {
  const worded = DATE_WORDS.exec(prepared.sentence.read);
  const words = worded ? [{ start: worded.index, end: worded.index + worded[0].length, surface: worded[0] }] : [];
  const days = DAY_ASKED.test(ask.text) ? prepared.periods.filter(({ period }) => /^\d{4}-\d{2}-\d{2}$|^--/.test(period) || /日|号/.test(period)) : [];
  const dated = days.length > 0 ? days : prepared.periods;
  return cutAround(dated.length > 0 ? dated : words, terms, prepared);
}

/** The person of a sentence that answers, with the post; its best clauses where no name in it is known for one. */
export function cutPerson(terms: readonly Term[], prepared: Prepared): Cut | null {
  const persons = prepared.persons.map((person) => ({ ...person, surface: person.name }));
  return persons.length > 0 ? cutAround(persons, terms, prepared) : cutClauses(terms, prepared);
}

/** The clauses of a sentence that say most of what the question names; a short sentence whole. */
export function cutClauses(terms: readonly Term[], prepared: Prepared, mostCharacters = NAME_CHARACTERS): Cut {
  if (prepared.sentence.read.length <= mostCharacters) return { value: '', window: prepared.sentence.read.trim() };
  const span = bestWindow(prepared.folded, (window) => windowWorth(terms, window), mostCharacters);
  return { value: '', window: trimMarks(prepared.sentence.read.slice(span.start, span.end)) };
}

/** A cut as the reader sees it: `289个（引进“四新”项目289个）`, or the window alone where it says no more. */
export function spoken({ value, window }: Cut): string {
  if (value === '') return window;
  return window === value ? value : `${value}（${window}）`;
}
