// The words by which a question says what it wants. Data: lexicon/data/question-cues.tsv. asks.ts and parse.ts read questions with them.
import { anyPattern, readPatterns } from '../lexicon/words/data-files.ts';
import type { QuantityKind } from '../text/units.ts';
import type { Shape } from './types.ts';

const ROWS = readPatterns('question-cues.tsv');

/** Asks which district. Scope cues are tried on the folded question. */
export const WHICH_DISTRICT = anyPattern(ROWS, 'which-district');
/** Asks it of every district there is. */
export const EACH_DISTRICT = anyPattern(ROWS, 'each-district');
/** Asks which district comes first by a figure: the figures of all of them have to be looked up. */
export const MAX_OF_ALL = anyPattern(ROWS, 'most-of-all');
/** Sets districts beside one another. */
export const COMPARISON = anyPattern(ROWS, 'comparison');
/** Asks for several districts (哪几个区), not for one. */
export const SEVERAL_DISTRICTS = anyPattern(ROWS, 'several-districts');
/** Posts whose holder may be asked for; global. */
export const POST = anyPattern(ROWS, 'post', 'gu');
/** Asks for the name of a firm or another body. */
export const ORGANISATION_ASKED = anyPattern(ROWS, 'organisation-asked');
/** Asks who made a text, a picture, a work. */
export const AUTHOR_ASKED = anyPattern(ROWS, 'author-asked');
/** Asks for a rank. */
export const RANK_ASKED = anyPattern(ROWS, 'rank-asked');
/** Asks what a change led to. */
export const REACHED_ASKED = anyPattern(ROWS, 'reached-asked');
/** Asks for the day. */
export const DAY_ASKED = anyPattern(ROWS, 'day-asked');

/** The cues whose kind begins with a prefix, in the order of the file, by the rest of their kind. */
function cuesBy(prefix: string): (readonly [string, RegExp])[] {
  const kinds = new Set(ROWS.map(({ kind }) => kind).filter((kind) => kind.startsWith(prefix)));
  return [...kinds].map((kind) => [kind.slice(prefix.length), anyPattern(ROWS, kind)]);
}

/** Shape cues, most telling first: the first that matches a stretch decides. */
export const SHAPE_CUES = cuesBy('shape:') as readonly (readonly [Shape, RegExp])[];

/** Kinds of figure that answer as well as the one that a cue names: 多长 may be a length, a time or an area. */
const ALSO: Readonly<Partial<Record<QuantityKind, readonly QuantityKind[]>>> = { other: ['duration', 'area'] };

/** Nouns that tell the kinds of the figure asked for (`营收多少`, `增幅呢`): the first that match decide. */
export const KIND_CUES = (cuesBy('figure:') as [QuantityKind, RegExp][]).map(
  ([kind, cue]): readonly [readonly QuantityKind[], RegExp] => [[kind, ...(ALSO[kind] ?? [])], cue],
);
