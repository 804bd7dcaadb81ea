// The name of a thing that a question asks about and that names no district: 煤建北村, 财富广场, “早餐会”. It looks nothing up.
import { PART_CLASSES, PART_KINDS } from '../lexicon/words/indicator-words.ts';
import { indicatorCalled } from '../lexicon/words/indicators.ts';
import { isSubject } from './turn-words.ts';
import type { Term, Understanding } from './types.ts';

const MIN_CHARACTERS = 3;
const MAX_CHARACTERS = 14;
const KINDS = [...PART_KINDS.words];

/** The name of a part at the head of a stretch, up to its kind: 财富广场 in 财富广场入驻; null if none stands there. */
function partNameIn(stretch: string): string | null {
  const names = KINDS.flatMap((kind) => {
    const at = stretch.indexOf(kind, 1);
    const name = stretch.slice(0, at + kind.length);
    const modifier = name.slice(0, -kind.length);
    const isClass = [...PART_CLASSES.words].some((word) => modifier.endsWith(word));
    return at > 0 && modifier.length > 1 && !isClass ? [name] : [];
  });
  return names.sort((a, b) => b.length - a.length).find(({ length }) => length <= MAX_CHARACTERS) ?? null;
}

/**
 * Returns the names of the things that a question on no district asks about, folded, likeliest first.
 * @param knows true of a word of general language
 */
export function ownNames(
  { content, quoted, scope, placeNames, terms }: Understanding,
  knows: (word: string) => boolean,
): readonly string[] {
  if (scope !== 'one' || placeNames.length > 0) return [];
  const parts = content.split(/[^\p{L}\p{N}]+/u).flatMap((stretch) => partNameIn(stretch) ?? []);
  const isKnown = ({ word, parts }: Term): boolean => knows(word) || (parts.length > 0 && parts.every(knows));
  const unknown = terms.flatMap((term) => (!isKnown(term) && isSubject(term.word) ? term.word : []));
  const names = [...quoted, ...parts, ...unknown];
  return names.filter((name) => name.length >= MIN_CHARACTERS && indicatorCalled(name) === null);
}
