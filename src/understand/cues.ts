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
/** Asks what post a person has. */
export const ROLE_ASKED = anyPattern(ROWS, 'role-asked');
/** Asks for a rank. */
export const RANK_ASKED = anyPattern(ROWS, 'rank-asked');
/** Asks what a change led to. */
export const REACHED_ASKED = anyPattern(ROWS, 'reached-asked');
/** Asks for what is planned, not for what was reached. */
export const PLAN_ASKED = anyPattern(ROWS, 'plan-asked');
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

/** Asks whether something is so. */
export const YES_NO = anyPattern(ROWS, 'yes-no');
/** Asks for a thing, a figure, a person, a way. */
export const ANYTHING_ASKED = anyPattern(ROWS, 'anything-asked');
/** Asks whether there is something. */
export const HAVING_ASKED = anyPattern(ROWS, 'having-asked');
/** Asks whether words stand in a report. */
export const MENTION_ASKED = anyPattern(ROWS, 'mention-asked');
/** Asks in which districts' reports words stand. */
export const WHICH_MENTIONS = anyPattern(ROWS, 'which-mentions');
/** … or do not stand. */
export const NEGATED_MENTION = anyPattern(ROWS, 'negated-mention');
/** Words that end what stands before a figure and make it a bound; `equal`: the very figure. The first that matches decides. */
export const BOUND_WORDS = ROWS.filter(({ kind }) => kind.startsWith('bound:')).map(({ kind, pattern }) => ({
  value: kind.slice('bound:'.length),
  pattern: new RegExp(pattern, 'u'),
}));
/** Words of a sentence by which what it speaks of is not, or not yet, so. */
export const NOT_SO = anyPattern(ROWS, 'not-so');
