// How much a sentence says that a reader of a brief wants: named practices, figures, measures, results; slogans and scenes say nothing.
import { initiativesIn } from '../../../lexicon/names/initiatives.ts';
import { briefCue } from '../../../lexicon/words/brief-cues.ts';
import { verbsFor } from '../../../lexicon/words/data-files.ts';
import { remembering } from '../../../lexicon/words/once.ts';
import { clausesOf } from '../../../text/clauses.ts';
import { findQuantities } from '../../../text/numbers.ts';
import { bigrams } from '../../../text/tokens.ts';

const [SLOGAN, SPEECH, SCENE] = [briefCue('slogan'), briefCue('speech'), briefCue('scene')];
const [RESULT, HONOUR, PURPOSE] = [briefCue('result'), briefCue('honour'), briefCue('purpose')];
/** A measure: a verb whose object is a practice. */
export const MEASURE = new RegExp(verbsFor('initiative').join('|'), 'u');

/** Weights of what a sentence holds; a sentence is worth telling from 1 on. */
const WEIGHT = {
  name: 1.6,
  figure: 0.8,
  measure: 0.8,
  result: 0.7,
  honour: 1.2,
  empty: -4,
  scene: -4,
  short: -1.5,
  long: -0.6,
};
const MAX_NAMES = 2;
const MAX_FIGURES = 3;
const SHORT_CHARACTERS = 14;
const LONG_CHARACTERS = 150;

/** Returns the clauses of a text as texts. */
export const clauseTexts = (text: string): string[] => clausesOf(text).map(({ start, end }) => text.slice(start, end));

/** True if a sentence says nothing that could be checked: more than half of it, counted in clauses, are slogans. */
export function isEmptyTalk(text: string): boolean {
  if (initiativesIn(text).length > 0) return false;
  const clauses = clauseTexts(text);
  const empty = clauses.filter((clause) => SLOGAN.test(clause) && findQuantities(clause).length === 0);
  const full = clauses.filter((clause) => !PURPOSE.test(clause) && !empty.includes(clause));
  return empty.length > 0 && empty.length >= full.length;
}

const MAX_REMEMBERED = 20_000;

/** Returns how much a sentence says; below 1 it is hardly worth telling. */
export const salienceOf: (text: string) => number = remembering((text) => {
  const figures = Math.min(MAX_FIGURES, findQuantities(text).length);
  const names = Math.min(MAX_NAMES, initiativesIn(text).length);
  return (
    WEIGHT.name * names +
    WEIGHT.figure * figures +
    (MEASURE.test(text) ? WEIGHT.measure : 0) +
    (RESULT.test(text) && figures > 0 ? WEIGHT.result : 0) +
    (HONOUR.test(text) ? WEIGHT.honour : 0) +
    (isEmptyTalk(text) ? WEIGHT.empty : 0) +
    (SPEECH.test(text) || SCENE.test(text) ? WEIGHT.scene : 0) +
    (text.length < SHORT_CHARACTERS ? WEIGHT.short : 0) +
    (text.length > LONG_CHARACTERS ? WEIGHT.long : 0)
  );
}, MAX_REMEMBERED);

/** A number that is no part of a name, as 三 of 三大法则 is. */
const COUNTED = /\d|[成倍番]/u;

/** True if a sentence tells what came of something: an honour, or a result with a figure. */
export const tellsResult = (text: string): boolean =>
  HONOUR.test(text) || (RESULT.test(text) && COUNTED.test(text) && findQuantities(text).length > 0);

const MIN_ALIKE = 0.6;

const pairsOf = remembering((text) => new Set(bigrams(text.replace(/\p{P}/gu, ''))), MAX_REMEMBERED);

/** True if one text says most of what the other does: the shorter one's pairs of characters are in the longer. */
export function sayAlike(one: string, other: string): boolean {
  const pairs = [pairsOf(one), pairsOf(other)];
  const [shorter = new Set<string>(), longer = new Set<string>()] = pairs.sort((a, b) => a.size - b.size);
  if (shorter.size === 0) return true;
  return [...shorter].filter((pair) => longer.has(pair)).length / shorter.size >= MIN_ALIKE;
}

/** Returns a text cut to a length behind a clause, closed by a full stop. */
export function shortenedTo(text: string, maxCharacters: number): string {
  const spans = clausesOf(text);
  let last = spans.length - 1;
  while (last > 0 && (spans[last]?.end ?? 0) > maxCharacters) last--;
  const kept = text.slice(0, spans[last]?.end ?? text.length).trim();
  return `${kept.replace(/[，；、：。…]+$/u, '')}。`;
}

/**
 * Returns a sentence cut to a length at its clauses: what leads up to the measure and slogans go first, then what follows the last
 * clause that fits. The words that stay are the report's own.
 */
export function shortened(text: string, maxCharacters: number): string {
  const spans = clausesOf(text);
  const isBare = (clause: string): boolean => SLOGAN.test(clause) && findQuantities(clause).length === 0;
  const isLeading = (clause: string): boolean =>
    (PURPOSE.test(clause) || isBare(clause)) && initiativesIn(clause).length === 0;
  let first = 0;
  while (first < spans.length - 1 && isLeading(text.slice(spans[first]?.start, spans[first]?.end))) first++;
  let last = spans.length - 1;
  while (last > first && isBare(text.slice(spans[last]?.start, spans[last]?.end))) last--;
  const from = spans[first]?.start ?? 0;
  return shortenedTo(text.slice(from, spans[last]?.end ?? text.length).trim(), maxCharacters);
}
