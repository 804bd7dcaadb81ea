// Everyday words, official words and short forms that stand for one another. Data: data/synonyms.txt, indicators.tsv.
// It widens a question for matching; it never words an answer.
import { fold, isHan } from '../../text/normalise.ts';
import { wordSpans } from '../../text/tokens.ts';
import type { Span } from '../../types.ts';
import { readLexicon } from './data-files.ts';
import { INDICATORS } from './indicators.ts';

/** From this length on (in characters) a match is sure enough to lie across the borders of ordinary words. */
const SURE_LENGTH = 3;
/** Characters that may follow a verb of one character inside the same word (砍到, 谈成). */
const VERB_ENDING = /^.[到成了出完过掉]$/u;

/** A known word of a question and the words that may stand for it. */
interface Expansion extends Span {
  readonly word: string;
  /** Folded, in the order of the data, without the word itself; never empty. */
  readonly synonyms: readonly string[];
}

function loadGroups(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const groupsOf = new Map<string, (readonly string[])[]>();
  const lines = readLexicon('synonyms.txt').map((line) => line.split(' '));
  for (const words of [...lines, ...INDICATORS.map(({ name, others }) => [name, ...others])]) {
    const group = words.map(fold);
    for (const word of group) {
      const groups = groupsOf.get(word);
      if (groups === undefined) groupsOf.set(word, [group]);
      else groups.push(group);
    }
  }
  return groupsOf;
}

const GROUPS_OF = loadGroups();
const LONGEST = Array.from(GROUPS_OF.keys()).reduce((longest, { length }) => Math.max(longest, length), 0);

/**
 * Returns the words that may stand for a word, folded; empty if none are known. Mutual: if b stands for a, a stands for b.
 * @example synonymsOf('老百姓') // => ['群众', '居民', …]
 */
export function synonymsOf(word: string): readonly string[] {
  const folded = fold(word);
  const others = new Set(GROUPS_OF.get(folded)?.flat());
  others.delete(folded);
  return [...others];
}

/** For each unit of a text: the start and the end of the word it lies in, or itself where there is no word. */
function wordBorders(folded: string): (position: number) => Span {
  const spans: Span[] = Array.from({ length: folded.length }, (_, start) => ({ start, end: start + 1 }));
  for (const span of wordSpans(folded)) spans.fill(span, span.start, span.end);
  return (position) => spans[position] ?? { start: position, end: position };
}

/** True if a match may be meant: a short one must not take a piece of one word and a piece of another (中|国企|业). */
function isMeant(folded: string, match: Span, wordAt: (position: number) => Span): boolean {
  const first = wordAt(match.start);
  const last = wordAt(match.end - 1);
  const length = match.end - match.start;
  if (length === 1)
    return (
      first.start === match.start && (first.end === match.end || VERB_ENDING.test(folded.slice(first.start, first.end)))
    );
  if (length >= SURE_LENGTH || (first.start === last.start && first.end === last.end)) return true;
  return first.start === match.start && last.end === match.end;
}

/** Letters and digits have no inner borders: `ai` is not meant in `maintain`, nor `5g` in `15g`. */
function cutsLetters(folded: string, match: Span): boolean {
  const isLetter = (at: number): boolean => /[a-z0-9]/u.test(folded.charAt(at));
  return (
    (isLetter(match.start) && isLetter(match.start - 1)) ||
    (isLetter(match.end - 1) && isLetter(match.end) && !isHan(folded.charCodeAt(match.end)))
  );
}

/**
 * Returns the known words of a folded question with their places, longest match first from the left, never overlapping.
 * @example expansionsIn('老百姓的收入') // => [{ word: '老百姓', start: 0, end: 3, synonyms: […] }, { word: '收入', … }]
 */
export function expansionsIn(folded: string): Expansion[] {
  const wordAt = wordBorders(folded);
  const longestFrom = (start: number): Expansion | null => {
    for (let end = Math.min(folded.length, start + LONGEST); end > start; end--) {
      const word = folded.slice(start, end);
      const span = { start, end };
      if (!GROUPS_OF.has(word) || !isMeant(folded, span, wordAt) || cutsLetters(folded, span)) continue;
      return { ...span, word, synonyms: synonymsOf(word) };
    }
    return null;
  };
  const found: Expansion[] = [];
  for (let at = 0; at < folded.length; ) {
    const expansion = longestFrom(at);
    if (expansion !== null) found.push(expansion);
    at = expansion?.end ?? at + 1;
  }
  return found;
}
