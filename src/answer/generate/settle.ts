// Whether the evidence carries a sentence: judged sentence by sentence, with the verifier that extraction passes and with
// stricter rules on top. A false sentence about its source is replaced by the source's own words; any other false one goes.

import { fold } from '../../text/normalise.ts';
import type { Citation } from '../../types.ts';
import { type Bench, namingSentences, wrongDistricts } from '../verify/districts.ts';
import { wrongFigures } from '../verify/figures.ts';
import { missingNames } from '../verify/names.ts';
import { turnedWords } from '../verify/polarity.ts';
import { unsupported } from '../verify/verify.ts';
import { piecesOf, subjectPairs, surroundingsOf, wordsOf } from '../verify/words.ts';
import type { ProposedSentence, SettledSentence } from './types.ts';

/** Longest sentence of an answer, in UTF-16 units. */
export const MAX_SENTENCE_CHARACTERS = 300;
/** At least this part of a sentence's pairs of characters has to stand in its evidence. */
const MIN_COVERAGE = 0.5;
/** Source numbers that models write into the sentence as well. */
const MARKS = /\s*[[［【]\s*\d{1,3}(?:\s*[,，、]\s*\d{1,3})*\s*[\]］】]/gu;

/**
 * Part of a text's pairs of Chinese characters that stand in its evidence, 0 … 1, figures and dates aside: others check those.
 * A text without such pairs (`47个`, `PPP`) is covered if it says anything and every piece of it stands there.
 */
export function coverageOf(text: string, evidence: string): number {
  const folded = fold(text);
  const pairs = subjectPairs(folded);
  if (pairs.length > 0) return pairs.filter((pair) => evidence.includes(pair)).length / pairs.length;
  const says = /[\p{L}\p{N}]/u.test(folded);
  return says && piecesOf(folded).every((piece) => evidence.includes(piece)) ? 1 : 0;
}

/**
 * What the citations do not carry of a text: figures, dates, persons, other names, directions, negations, judgements,
 * districts, or (too few shared words) the text as a whole. Empty: they carry it.
 * @param naming further citations, which carry names of districts and nothing else
 */
export function faultsOf(
  text: string,
  cited: readonly Citation[],
  { find, naming = [] }: Pick<Bench, 'find'> & { naming?: readonly Citation[] },
): string[] {
  const words = wordsOf(cited);
  const folded = fold(text);
  return [
    ...unsupported(text, words),
    ...wrongFigures(folded, words),
    ...missingNames(folded, wordsOf([...cited, ...naming])),
    ...turnedWords(folded, words),
    ...wrongDistricts(text, [...cited, ...naming], find),
    ...(coverageOf(text, surroundingsOf(cited)) < MIN_COVERAGE ? [text] : []),
  ];
}

/** The citations without those that add nothing: the others carry the text as well and share as many words with it. */
function needed(
  text: string,
  cited: readonly Citation[],
  { find, naming }: Pick<Bench, 'find'> & { naming: readonly Citation[] },
): readonly Citation[] {
  return cited.reduceRight((kept, one) => {
    const others = kept.filter((other) => other !== one);
    const adds = coverageOf(text, wordsOf(kept)) > coverageOf(text, wordsOf(others));
    return adds || others.length === 0 || faultsOf(text, others, { find, naming }).length > 0 ? kept : others;
  }, cited);
}

/** The cited sentence that says most of what a false sentence says, in its own words. */
function quoteInstead(text: string, cited: readonly Citation[]): SettledSentence | null {
  const near = cited.map((citation) => ({ citation, coverage: coverageOf(text, wordsOf([citation])) }));
  const [best] = near.sort((a, b) => b.coverage - a.coverage);
  if (!best || best.coverage < MIN_COVERAGE) return null;
  const said = (best.citation.reading ?? best.citation.quote).replace(/\s+/gu, ' ').trim();
  return said.length > MAX_SENTENCE_CHARACTERS ? null : { text: said, cited: [best.citation], own: false };
}

/** The sentence as it may stand in an answer, or the quote in its place; null where neither will do. */
export function settle({ text, sources }: ProposedSentence, bench: Bench): SettledSentence | null {
  const said = text.replace(MARKS, '').replace(/\s+/gu, ' ').trim();
  const named = bench.evidence.filter(({ n }) => sources.includes(n));
  if (said === '' || named.length === 0) return null;
  const judging = { find: bench.find, naming: namingSentences(said, named, bench) };
  const stands = said.length <= MAX_SENTENCE_CHARACTERS && faultsOf(said, named, judging).length === 0;
  if (!stands) return quoteInstead(said, named);
  const [first, ...rest] = [...needed(said, named, judging), ...judging.naming];
  return first ? { text: said, cited: [first, ...rest], own: true } : null;
}
