// Whether a sentence holds the kind of thing that is asked for: a figure in the unit, a person, a date, a list.
import { anyPattern, readPatterns } from '../lexicon/words/data-files.ts';
import { longestEnumeration } from '../text/enumeration.ts';
import type { Quantity } from '../text/numbers.ts';
import { UNITS, type Unit } from '../text/units.ts';
import { ORGANISATION_ASKED, RANK_ASKED } from '../understand/cues.ts';
import type { Ask } from '../understand/types.ts';
import type { PreparedSentence } from './prepared-sentence.ts';

const ROWS = readPatterns('answer-type-cues.tsv');
const DEFINING = anyPattern(ROWS, 'defining');
/** Stands behind a name where a sentence says what it is. */
const DEFINES = anyPattern(ROWS, 'defines');
const MANNER = anyPattern(ROWS, 'manner', 'gu');
const ORGANISATION = anyPattern(ROWS, 'organisation');
/** Days and seasons that are dates without figures. */
export const DATE_WORDS = anyPattern(ROWS, 'date-word');
/** Says who made a text, a picture, a work. */
export const AUTHOR_TOLD = anyPattern(ROWS, 'author-told');
/** So many measures named in a sentence are as good as any number of them. */
const MANY_MEASURES = 3;

const ANOTHER_UNIT = 0.5;
/** Dimensions whose units count one kind of thing alone. */
const OWN_KIND: ReadonlySet<string> = new Set(['person', 'firm', 'building']);
/** A figure of any kind, where the question asks for none in particular: counts and sums before shares, ranks and durations. */
const ANY_FIGURE = new Map([
  ['ordinal', 0.4],
  ['percent', 0.4],
  ['duration', 0.4],
]);
const ANY_OTHER_FIGURE = 0.7;

function sameDimension(unit: string, wanted: Unit): boolean {
  return UNITS.get(unit)?.dimension === wanted.dimension;
}

/** True if two units count things that nobody takes for each other: 几次会 is not answered by 317个, nor 多少人 by 5家. */
function countsUnlike(unit: string, wanted: Unit): boolean {
  const dimensions = [UNITS.get(unit)?.dimension ?? '', wanted.dimension];
  return dimensions.includes('event') || dimensions.every((dimension) => OWN_KIND.has(dimension));
}

/** How well a figure of one of the kinds asked for answers; of another kind, not at all, but for a ratio in place of a share. */
function kindsFit({ kinds }: Ask, { kind, unit }: Quantity, wanted: Unit | undefined): number {
  const isShare = kind === 'ratio' || kind === 'percent';
  if (!kinds.includes(kind)) return isShare && (kinds.includes('percent') || kinds.includes('ratio')) ? 0.6 : 0;
  return wanted && !sameDimension(unit, wanted) ? ANOTHER_UNIT : 1;
}

/** How well a figure of some kind answers where none in particular is asked for: a rank only where a rank is. */
function anyFit({ text }: Ask, kind: Quantity['kind']): number {
  return kind === 'ordinal' && !RANK_ASKED.test(text) ? 0 : (ANY_FIGURE.get(kind) ?? ANY_OTHER_FIGURE);
}

/**
 * How well a figure answers: 1 in the unit asked for, less for another unit of its kind, 0 for another kind.
 * With neither kind nor unit asked for, any figure is as good as another.
 */
export function figureFit(ask: Ask, quantity: Quantity): number {
  const { kind, unit } = quantity;
  const wanted = ask.unit === null ? undefined : UNITS.get(ask.unit);
  // A number in a name (六大产业, “六条措施”) serves only where nothing better is at hand.
  if (kind === 'other' && wanted?.kind === 'count') return unit === ask.unit || unit === '个' ? ANOTHER_UNIT : 0;
  if (unit === ask.unit) return 1;
  if (ask.kinds.length > 0) return kindsFit(ask, quantity, wanted);
  if (!wanted) return anyFit(ask, kind);
  if (kind !== wanted.kind) return 0;
  if (sameDimension(unit, wanted)) return 0.9;
  return countsUnlike(unit, wanted) ? 0 : ANOTHER_UNIT;
}

/** True if a folded sentence says what a thing of this name is. */
export function defines(name: string, folded: string): boolean {
  const at = folded.indexOf(name);
  return at >= 0 && DEFINES.test(folded.slice(at + name.length));
}

/** A bare 书记 is the one of the district, not of a community. */
const DISTRICT_SECRETARY = anyPattern(ROWS, 'district-secretary');

function holdsPost(post: string, folded: string): boolean {
  if (post === '书记' || post === '党委书记')
    return DISTRICT_SECRETARY.test(folded) || folded.includes(post === '书记' ? '区委书记' : post);
  return folded.includes(post);
}

/** A name that we do not know for one (foreign, historical) may still stand in a sentence. */
const UNNAMED = 0.4;

/** True if a sentence names a person, in the post asked for where one is; a post alone may stand beside a name unknown to us. */
function personFit({ post }: Ask, { persons, folded }: PreparedSentence): number {
  if (post !== null && !holdsPost(post, folded)) return 0;
  return persons.length > 0 ? 1 : UNNAMED;
}

function listFit(ask: Ask, prepared: PreparedSentence): number {
  const items = longestEnumeration(prepared.folded);
  if (items === 0) return 0;
  return ask.itemCount !== null && items >= ask.itemCount ? 1 : 0.6;
}

/** True if an ask wants the name of a firm or another body. */
export function asksForOrganisation(ask: Ask): boolean {
  return ask.shape === 'name' && ORGANISATION_ASKED.test(ask.text);
}

/** How well a sentence holds the kind of thing asked for: 0 … 1. */
export function answerTypeFit(ask: Ask, prepared: PreparedSentence): number {
  switch (ask.shape) {
    case 'figure':
      return prepared.quantities.reduce((best, quantity) => Math.max(best, figureFit(ask, quantity)), 0);
    case 'date':
      return prepared.periods.length > 0 ? 1 : DATE_WORDS.test(prepared.folded) ? 0.7 : 0;
    case 'person':
      return personFit(ask, prepared);
    case 'list':
      return listFit(ask, prepared);
    case 'definition':
      return DEFINING.test(prepared.folded) ? 1 : 0.5 * listFit(ask, prepared);
    case 'how':
      return Math.min(1, (prepared.folded.match(MANNER)?.length ?? 0) / MANY_MEASURES);
    case 'name':
      return asksForOrganisation(ask) ? Number(ORGANISATION.test(prepared.folded)) : 0;
    default:
      return 0;
  }
}
