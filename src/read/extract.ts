// Cuts the direct answer out of a chosen sentence: the figure with what it measures, the name, the date, the person.
// It adds no word of its own beyond brackets: what it returns stands in the sentence as read.

import { trimMarks } from '../text/clauses.ts';
import { fold } from '../text/normalise.ts';
import type { Quantity } from '../text/numbers.ts';
import { isNegativeAt } from '../text/occurrence.ts';
import { isYearless } from '../text/periods.ts';
import type { Span } from '../types.ts';
import { DAY_ASKED, REACHED_ASKED } from '../understand/cues.ts';
import type { Ask } from '../understand/types.ts';
import { DATE_WORDS, figureFit } from './answer-type.ts';
import {
  type Extract,
  extractClauses,
  POINTED_WORTH,
  pointedAt,
  type Wanted,
  windowAround,
  windowText,
  windowWorth,
} from './cut.ts';
import { isOfOtherPeriod } from './figure-period.ts';
import { beliefInWords, MIN_TAKEN_BELIEF } from './judging.ts';
import { coverage, literalMatch } from './match.ts';
import { pairedFigure } from './paired.ts';
import { tellsOf } from './period-match.ts';
import type { PreparedSentence } from './prepared-sentence.ts';
import { asSaid, widened, withFall, withRoughness, withTimeOfDay } from './widen.ts';

/** A fitting figure beside the words of the question is worth more than their mere presence. */
const FIT_WORTH = 0.5;
const NEAR_CHARACTERS = 30;
/** A figure that another ask of the question has taken is the answer to this one only if nothing else comes near. */
const TAKEN_COST = 0.4;
const NEAR_WORTH = 0.3;
const REACHED_WORTH = 0.3;
/** Outweighs a reader that points at it. */
const LEFT_COST = 1;
/** What the fact table adds: a row that measures what is asked for; what it takes: a row of another period. */
const INDICATOR_WORTH = 0.2;
const OTHER_PERIOD_COST = 0.3;

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

/** What a change led to (由5天压缩到半天), where that is asked for; what there was before it, to be taken off. */
function reachedWorth(quantity: Quantity, ask: Ask, prepared: PreparedSentence): number {
  const { start } = quantity;
  const { folded } = prepared;
  if (isOtherEnd(quantity, ask, prepared)) return -LEFT_COST;
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
    periods.length > 0 &&
    row.period !== null &&
    !periods.some((one) => tellsOf(one, { period: row.period ?? '' }, ask));
  return INDICATOR_WORTH * measures - (isOther ? OTHER_PERIOD_COST : 0);
}

/** A figure as written, with the minus before it and the words that say how rough it is. */
function asWritten(figure: Quantity, prepared: PreparedSentence): string {
  const { start, end } = figure;
  const { read } = prepared.sentence;
  const rough = withRoughness({ start: isNegativeAt(read, start) ? start - 1 : start, end }, prepared);
  const whole = withFall(rough, [figure], prepared);
  return read.slice(whole.start, whole.end);
}

/** Longer words that a reader points at are a clause. */
const MAX_POINTED_CHARACTERS = 30;
const NUMERAL = /[\d〇零一二两三四五六七八九十百千万亿半]/u;

/** True if words can be what is asked for: a figure whose unit can answer, or at least a numeral; a date. */
function canAnswer({ shape, ...ask }: Ask, words: string, quantities: readonly Quantity[]): boolean {
  if (shape === 'figure')
    return quantities.length > 0
      ? quantities.some((quantity) => figureFit({ ...ask, shape }, quantity) > 0)
      : NUMERAL.test(words);
  return shape !== 'date' || NUMERAL.test(words) || DATE_WORDS.test(words);
}

/** Words without a quotation mark whose counterpart was left out. */
function withoutOpenQuote(words: string): string {
  const count = (mark: string): number => words.split(mark).length;
  if (count('“') > count('”') && words.startsWith('“')) return words.slice(1);
  return count('”') > count('“') && words.endsWith('”') ? words.slice(0, -1) : words;
}

/** Stands between what there was before a change and what it led to: 259万元现已增长至3116万元. */
const LEADS_TO =
  /^[^，,。；;、]{0,10}(?:增|提|升|降|减|扩|压|缩|涨|拓|攀|跃|变|改|发展)[^，,。；;、]{0,4}[到至为成](?=[约近超第]?[\d半一二两三四五六七八九十])/u;

/** Stands before what a change led to: 压缩到*半天*. */
const LED_TO = /(?:增|提|升|降|减|扩|压|缩|涨|拓|攀|跃|变|改|发展)[^，,。；;、]{0,4}[到至为成][约近超第]?$/u;
/** Asks for what there was before. */
const LEFT_ASKED = /原来|原先|此前|之前|以前|当初|上年|去年/u;

/** True if a figure is the one end of a change, and the other one is asked for. A rank is the one held now, unless the question says otherwise. */
function isOtherEnd({ start, end, kind }: Quantity, { text }: Ask, { folded }: PreparedSentence): boolean {
  if (LEFT_ASKED.test(text)) return LED_TO.test(folded.slice(0, start));
  const isReached = REACHED_ASKED.test(text) || kind === 'ordinal';
  return isReached && LEADS_TO.test(folded.slice(end));
}

/** Farthest that the period of a figure stands before it for both to be shown, in characters. */
const MAX_PERIOD_DISTANCE = 50;

/** A figure with the period before it that says of which year it is, where the question names only a part of one. */
function withItsYear(place: Span, { periods, ask }: Wanted, prepared: PreparedSentence): Span {
  const asked = periods.filter(isYearless);
  const period = prepared.periods.findLast(
    (told) => told.end <= place.start && asked.some((one) => tellsOf(one, told, ask)),
  );
  return period && place.start - period.end <= MAX_PERIOD_DISTANCE ? { start: period.start, end: place.end } : place;
}

/** The words that a reader surely points at, widened to the whole figure or name; null where they are none that can answer. */
function extractPointed(wanted: Wanted, prepared: PreparedSentence): Extract | null {
  const judgement = wanted.judged.get(prepared.sentence);
  const [span] = judgement?.spans ?? [];
  if (!span || beliefInWords(judgement) < MIN_TAKEN_BELIEF) return null;
  const widest = widened(span, prepared);
  const quantities = prepared.quantities.filter(({ start, end }) => start < widest.end && end > widest.start);
  const whole = withFall(widest, quantities, prepared);
  const value = withoutOpenQuote(trimMarks(asSaid(prepared.sentence.read.slice(whole.start, whole.end))));
  if (value === '' || value.length > MAX_POINTED_CHARACTERS || wanted.taken.includes(value)) return null;
  if (!canAnswer(wanted.ask, value, quantities)) return null;
  const isElse = (quantity: Quantity): boolean =>
    isOtherEnd(quantity, wanted.ask, prepared) || isOfOtherPeriod(quantity, wanted.periods, prepared);
  if (quantities.some(isElse)) return null;
  const window = windowText(windowAround(withItsYear(whole, wanted, prepared), wanted.terms, prepared), prepared);
  const [figure, ...more] = quantities;
  return { value, window, pointed: span.probability, ...(figure && more.length === 0 ? { figure } : {}) };
}

/** The figure of a sentence that answers an ask, with the clauses that say what it counts; null if none fits. */
export function extractFigure(wanted: Wanted, prepared: PreparedSentence): Extract | null {
  return extractPaired(wanted, prepared) ?? extractPointed(wanted, prepared) ?? extractFitting(wanted, prepared);
}

/** The figure that the sentence pairs with what the question names: 甲镇、乙镇依次建成冷库9座、14座. */
function extractPaired(wanted: Wanted, prepared: PreparedSentence): Extract | null {
  const figure = pairedFigure(wanted.ask.text, prepared);
  if (!figure || figureFit(wanted.ask, figure) === 0) return null;
  const window = windowText(windowAround(figure, wanted.terms, prepared), prepared);
  return { value: asWritten(figure, prepared), window, figure, pointed: pointedAt(figure, wanted, prepared) };
}

/** The figure that fits best by its unit, its neighbours and the fact table. */
function extractFitting(wanted: Wanted, prepared: PreparedSentence): Extract | null {
  const { ask, terms, taken } = wanted;
  let best: { quantity: Quantity; window: string; pointed: number; value: number } | null = null;
  // Where the unit asked for stands in the sentence, figures in other units count something else.
  const hasUnit = ask.unit !== null && prepared.quantities.some(({ unit }) => unit === ask.unit);
  for (const quantity of prepared.quantities) {
    const fit = hasUnit && quantity.unit !== ask.unit ? 0 : figureFit(ask, quantity);
    if (fit === 0) continue;
    const span = windowAround(withItsYear(quantity, wanted, prepared), terms, prepared);
    const near = 1 - distanceToTerms(prepared, quantity, wanted) / NEAR_CHARACTERS;
    const cost = (taken.includes(quantity.surface) ? TAKEN_COST : 0) - reachedWorth(quantity, ask, prepared);
    const worth =
      windowWorth(terms, prepared.folded.slice(span.start, span.end)) + factWorth(quantity, wanted, prepared);
    const pointed = pointedAt(quantity, wanted, prepared);
    const other = isOfOtherPeriod(quantity, wanted.periods, prepared) ? POINTED_WORTH + OTHER_PERIOD_COST : 0;
    const value = worth + FIT_WORTH * fit + NEAR_WORTH * near + POINTED_WORTH * pointed - cost - other;
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
  return extractPointed(wanted, prepared) ?? extractNamedDate(wanted, prepared);
}

/** The date that stands nearest to what is asked. */
function extractNamedDate(wanted: Wanted, prepared: PreparedSentence): Extract | null {
  const { ask } = wanted;
  const worded = DATE_WORDS.exec(prepared.sentence.read);
  const words = worded ? [{ start: worded.index, end: worded.index + worded[0].length, surface: worded[0] }] : [];
  const days = DAY_ASKED.test(ask.text)
    ? prepared.periods.filter(({ period }) => /^\d{4}-\d{2}-\d{2}$|^--/.test(period) || /日|号/.test(period))
    : [];
  const dated = days.length > 0 ? days : prepared.periods;
  const surfaces = (dated.length > 0 ? dated : words).map((date) => ({
    ...date,
    surface: asSaid(prepared.sentence.read.slice(date.start, withTimeOfDay(date.end, prepared.sentence.read))),
  }));
  return extractAround(surfaces, wanted, prepared);
}

/** The person of a sentence that answers, with the post; its best clauses where no name in it is known for one. */
export function extractPerson(wanted: Wanted, prepared: PreparedSentence): Extract | null {
  const persons = prepared.persons.map((person) => ({ ...person, surface: person.name }));
  return persons.length > 0 ? extractAround(persons, wanted, prepared) : extractName(wanted, prepared);
}

/** Returns the words of a sentence that a reader surely points at, with their clauses; its best clauses where it points at none. */
export function extractName(wanted: Wanted, prepared: PreparedSentence): Extract {
  return extractPointed(wanted, prepared) ?? extractClauses(wanted, prepared);
}
