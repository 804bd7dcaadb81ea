// Cuts text into words and tells what each is to the name of a measure, by lists (lexicon/indicator-words.ts), not by grammar: what the
// lists do not know counts as part of a name.
import {
  BARE_VERBS,
  BREAKS,
  COUNT_VERBS,
  NAME_WORDS,
  NOUN_ENDING_VERBS,
  PART_KINDS,
  VERBS_IN_NAMES,
} from '../../lexicon/words/indicator-words.ts';
import { remembering } from '../../lexicon/words/once.ts';
import type { WordSet } from '../../lexicon/words/word-set.ts';
import { pieceSpans } from '../../text/tokens.ts';

/** The role of a word with regard to a name: part of it, a verb before it, the end of it. */
type WordKind = 'name' | 'count-verb' | 'verb-in-name' | 'verb' | 'break' | 'of' | 'join' | 'mark';

/** A piece of a text: a word, a mark, or a whole quotation. */
export interface TaggedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: WordKind;
}

/** Cutting is dear, and every figure of a sentence is looked at from several sides. */
const MAX_REMEMBERED = 512;
/** Pieces that ICU's dictionary cuts too small are put together again, up to so many: 新|引|办. */
const MAX_JOINED = 4;
/** Suffixes that make a noun of the verb before them: 覆盖*率*. */
const NOUN_ENDINGS = /^[率量额值数费度期力人者户型化员]$/;
const QUOTED = /^[“‘「『《"]$/;
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '《': '》', '"': '"' };

interface PieceSpan {
  readonly start: number;
  readonly end: number;
}

/** Words and marks with their places, quotations whole. */
function cutPieceSpans(text: string): readonly PieceSpan[] {
  const places: PieceSpan[] = [];
  let until = 0;
  for (const { word, start, end } of pieceSpans(text)) {
    if (start < until) continue;
    const close = QUOTED.test(word) ? text.indexOf(CLOSING[word] ?? word, end) : -1;
    until = close < 0 ? end : close + 1;
    places.push({ start, end: until });
  }
  return places;
}

const pieceSpansOf = remembering(cutPieceSpans, MAX_REMEMBERED);

/** Number of places from `index` on that together make the longest word of the sets; 0 if none does. */
function joinedCount(
  text: string,
  places: readonly PieceSpan[],
  { index, sets }: { index: number; sets: readonly WordSet[] },
): number {
  const start = places[index]?.start ?? 0;
  for (let count = Math.min(MAX_JOINED, places.length - index); count > 0; count--) {
    const word = text.slice(start, places[index + count - 1]?.end);
    if (sets.some(({ words }) => words.has(word))) return count;
  }
  return 0;
}

function kindOf(word: string): WordKind {
  if (word === '的' || word === '之') return 'of';
  if (/^(?:[、和与及或]|以及)$/.test(word)) return 'join';
  if (COUNT_VERBS.words.has(word)) return 'count-verb';
  if (VERBS_IN_NAMES.words.has(word)) return 'verb-in-name';
  if (BARE_VERBS.words.has(word)) return 'verb';
  if (BREAKS.words.has(word)) return 'break';
  return /^[\s\p{P}\p{S}]+$/u.test(word) ? 'mark' : 'name';
}

const KNOWN = [COUNT_VERBS, VERBS_IN_NAMES, BARE_VERBS, BREAKS, NOUN_ENDING_VERBS, PART_KINDS, NAME_WORDS];

/** Returns the kind of a word with regard to the one behind it: 覆盖率 is a name, 新培育 and 签约了 are verbs. */
function kindBefore(word: string, next: string): WordKind {
  const kind = kindOf(word);
  return NOUN_ENDINGS.test(next) && kind !== 'of' && kind !== 'join' ? 'name' : kind;
}

function tagWords(text: string): readonly TaggedWord[] {
  const places = pieceSpansOf(text);
  const pieces: TaggedWord[] = [];
  for (let index = 0; index < places.length; ) {
    const count = Math.max(1, joinedCount(text, places, { index, sets: KNOWN }));
    const [start, end] = [places[index]?.start ?? 0, places[index + count - 1]?.end ?? text.length];
    const next = places[index + count];
    const kind = kindBefore(text.slice(start, end), next ? text.slice(next.start, next.end) : '');
    addWord(pieces, { text: text.slice(start, end), start, end, kind });
    index += count;
  }
  return pieces;
}

/** The pieces of a text, in order. */
export const taggedWordsOf = remembering(tagWords, MAX_REMEMBERED);

/** Adds a piece, together with the one before it where both are one verb: 新|培育, 签约|了. */
function addWord(pieces: TaggedWord[], piece: TaggedWord): void {
  const before = pieces.at(-1);
  const isVerb = (kind: WordKind | undefined): boolean => kind === 'count-verb' || kind === 'verb-in-name';
  const isNew = before?.text === '新' && isVerb(piece.kind);
  const isDone = piece.text === '了' && isVerb(before?.kind);
  if (!before || !(isNew || isDone)) pieces.push(piece);
  else
    pieces[pieces.length - 1] = {
      text: before.text + piece.text,
      start: before.start,
      end: piece.end,
      kind: 'count-verb',
    };
}

/** True if a word is a verb of any kind. */
export function isVerbal({ kind }: TaggedWord): boolean {
  return kind === 'count-verb' || kind === 'verb-in-name' || kind === 'verb';
}

/** Without the words of a set at an end, as long as one stands there. */
export function trimmed(text: string, set: WordSet, side: 'start' | 'end'): string {
  const places = pieceSpansOf(text);
  let [from, to] = [0, places.length];
  while (from < to) {
    const most = Math.min(MAX_JOINED, to - from);
    let count = most;
    const wordOf = (size: number): string =>
      side === 'start'
        ? text.slice(places[from]?.start, places[from + size - 1]?.end)
        : text.slice(places[to - size]?.start, places[to - 1]?.end);
    while (count > 0 && !set.words.has(wordOf(count).trim()) && wordOf(count).trim() !== '') count--;
    if (count === 0) break;
    const next = places[from + count];
    if (side === 'start' && next && /^[式型化性级率]/.test(text.slice(next.start))) break;
    if (side === 'start') from += count;
    else to -= count;
  }
  return from < to ? text.slice(places[from]?.start, places[to - 1]?.end) : '';
}
