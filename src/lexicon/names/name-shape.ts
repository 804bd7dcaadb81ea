// Tells how far a Chinese personal name reaches from a place in a text, by its form and by what follows.
// It does not know whether a person is meant there: names.ts does.
import { isHan } from '../../text/normalise.ts';
import { wordSpans } from '../../text/tokens.ts';
import type { Span } from '../../types.ts';
import { readWords } from '../words/data-files.ts';
import { lengthAt, wordSet } from '../words/word-set.ts';

const SURNAMES = wordSet(readWords('surnames.txt'));
/** Surnames that are as often words of their own: they need clearer company. */
const AMBIGUOUS = new Set(readWords('ambiguous-surnames.txt'));
const NOT_NAMES = readWords('not-names.txt');
const NEVER_IN_NAME = new Set(NOT_NAMES.filter(({ length }) => length === 1));
const NO_NAME = wordSet(NOT_NAMES.filter(({ length }) => length > 1));
const SAYING = wordSet(readWords('saying-verbs.txt'));
const STATING = wordSet(readWords('stating-verbs.txt'));
const FOLLOWERS = wordSet(readWords('name-followers.txt'));
const GIVEN_NAME_LENGTHS = [2, 1];
/** A name and what tells that it ends, in UTF-16 units. */
const NAME_WINDOW = 16;

/** Kind of text behind a name: a verb of saying or of stating, a mark, a word that often follows names, or another word. */
export type NameEnding = 'saying' | 'stating' | 'mark' | 'word' | 'open';

/** A name found by its form. */
export interface NameShape extends Span {
  readonly ending: NameEnding;
  /** True if an ordinary word could be read at its beginning (高峰, 文明). */
  readonly isWord: boolean;
  /** True if an ordinary word could be read across its end (王静|作为). */
  readonly cutsWord: boolean;
}

/** A folded text with the words that begin at each place. */
export interface WordText {
  readonly text: string;
  readonly wordAt: ReadonlyMap<number, Span>;
}

/** Makes a folded text ready for {@link nameAt}. */
export function wordText(folded: string): WordText {
  return { text: folded, wordAt: new Map(wordSpans(folded).map((span) => [span.start, span])) };
}

/** True if no letter, digit or Chinese character stands at a place: a mark, white space, or an end of the text. */
export function isMark(text: string, at: number): boolean {
  return at < 0 || at >= text.length || !(isHan(text.charCodeAt(at)) || /[\p{L}\p{N}%+]/u.test(text.charAt(at)));
}

function isGivenName(given: string): boolean {
  return Array.from(given).every((character) => isHan(character.charCodeAt(0)) && !NEVER_IN_NAME.has(character));
}

function endingAt({ text, wordAt }: WordText, end: number): NameEnding | null {
  if (isMark(text, end)) return 'mark';
  const next = wordAt.get(end);
  const nextLength = next === undefined ? 0 : next.end - end;
  const saying = lengthAt(SAYING, text, end);
  // 说 says so, 说明 does not.
  if (saying > 1 || (saying === 1 && nextLength <= 1)) return 'saying';
  if (lengthAt(STATING, text, end) > 0) return 'stating';
  if (lengthAt(FOLLOWERS, text, end) > 0 || /\d/u.test(text.charAt(end))) return 'word';
  return nextLength > 1 ? 'open' : null;
}

function isWordAt({ text, wordAt }: WordText, { start, end }: Span, surnameEnd: number): boolean {
  const first = wordAt.get(start);
  if (first !== undefined && first.end > surnameEnd) return true;
  return AMBIGUOUS.has(text.slice(start, surnameEnd)) && end - surnameEnd > 1 && wordAt.get(surnameEnd)?.end === end;
}

function shapeOf(source: WordText, span: Span, surnameEnd: number): NameShape | null {
  const { text, wordAt } = source;
  if (span.end > text.length || !isGivenName(text.slice(surnameEnd, span.end))) return null;
  const ending = endingAt(source, span.end);
  if (ending === null) return null;
  // 伊姆兰·汗: the first part of a foreign name is no name. 高端峰会: what is mostly a word needs an end that shows.
  const isOpenWord =
    ending === 'open' && span.end - surnameEnd === 1 && AMBIGUOUS.has(text.slice(span.start, surnameEnd));
  if (text.charAt(span.end) === '·' || isOpenWord) return null;
  const cutsWord = (wordAt.get(span.end - 1)?.end ?? span.end) > span.end;
  return { ...span, ending, isWord: isWordAt(source, span, surnameEnd), cutsWord };
}

/**
 * Returns the name that begins at a place: the longest whose end shows, else the longest at all; null if nothing there has the form of one.
 * @example nameAt(wordText('李建业表示'), 0) // => { start: 0, end: 3, ending: 'stating', isWord: false, cutsWord: false }
 */
export function nameAt(source: WordText, start: number): NameShape | null {
  const family = lengthAt(SURNAMES, source.text, start);
  if (family === 0 || lengthAt(NO_NAME, source.text, start) > 0) return null;
  const surnameEnd = start + family;
  const shapes = GIVEN_NAME_LENGTHS.flatMap(
    (length) => shapeOf(source, { start, end: surnameEnd + length }, surnameEnd) ?? [],
  );
  const shown = shapes.filter(({ ending }) => ending !== 'open');
  return shown.find(({ cutsWord }) => !cutsWord) ?? shown[0] ?? shapes[0] ?? null;
}

/** Returns where the longest name that begins at a place of a folded text ends; the place itself where none begins. */
export function endOfNameAt(folded: string, start: number): number {
  // A name is a matter of its surroundings: a window spares cutting a whole report into words.
  const around = folded.slice(start, start + NAME_WINDOW);
  return start + (nameAt(wordText(around), 0)?.end ?? 0);
}
