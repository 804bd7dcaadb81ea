// Which key points an answer in one's own words makes. Words count by their length; a point that is denied is not made.
import { contentOf } from '../lexicon/question-words.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import { fold } from '../text/normalise.ts';
import { bigrams, words } from '../text/tokens.ts';

/** A point counts as made if more than this share of its words is said: of two words, one alone is not enough. */
const MORE_THAN = 0.5;
const NOT = /[不未无没非勿]/u;
/** Words with such a character that deny nothing. */
const NO_DENIAL = /不断|不仅|不但|不少|不同|不动产|未来|无障碍|无缝|无人|无偿|无锡|没收|非遗|非常|非公|非物质/gu;
const CLAUSE_END = /[，。；：！？,;:!?\n]/u;

/** Whether what stands at an offset is denied by its own clause: 没有配备首席服务员. */
function isDeniedAt(folded: string, at: number): boolean {
  const clause = folded.slice(0, at).split(CLAUSE_END).at(-1) ?? '';
  return NOT.test(clause.replace(NO_DENIAL, ''));
}

/** Whether a text says a word, and no less denied than the point does. */
function says(folded: string, word: string, isDenied: boolean): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (isDeniedAt(folded, at) === isDenied) return true;
  }
  return false;
}

/** How far a text says a word: 1 it or a synonym stands there, else the share of its character pairs that do. */
function weightOf(folded: string, word: string, isDenied: boolean): number {
  if ([word, ...synonymsOf(word)].some((form) => says(folded, form, isDenied))) return 1;
  const pairs = bigrams(word);
  if (pairs.length < 2) return 0;
  return pairs.filter((pair) => says(folded, pair, isDenied)).length / pairs.length;
}

/** Share of a key point that an answer says, 0 … 1. Figures of the point must stand in the answer, or it is 0. */
export function shareOfPoint(answer: string, point: string): number {
  const folded = fold(answer).replace(/[^\S\n]/gu, '');
  const foldedPoint = fold(point);
  const content = words(contentOf(foldedPoint));
  if (content.some((word) => /^\d/u.test(word) && !folded.includes(word))) return 0;
  let all = 0;
  let said = 0;
  for (const word of new Set(content)) {
    const at = foldedPoint.indexOf(word);
    const isDenied = isDeniedAt(foldedPoint, at);
    all += word.length;
    said += word.length * weightOf(folded, word, isDenied);
  }
  return all === 0 ? 0 : said / all;
}

/** Which points an answer makes, in their order. */
export function pointsMade(answer: string, points: readonly string[]): boolean[] {
  return points.map((point) => shareOfPoint(answer, point) > MORE_THAN);
}
