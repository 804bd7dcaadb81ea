// Which key points an answer in one's own words makes. What counts are the words that tell a point from its siblings and
// from the question, by their length; a point that is denied is not made.
import { contentOf } from '../../lexicon/words/question-words.ts';
import { synonymsOf } from '../../lexicon/words/synonyms.ts';
import { fold } from '../../text/normalise.ts';
import { bigrams, words } from '../../text/tokens.ts';

/** A point counts as made if more than this share of its telling words is said: of two words, one alone is not enough. */
const MORE_THAN = 0.5;
const NOT = /[不未无没非勿]/u;
/** Words with such a character that deny nothing. */
const NO_DENIAL = /不断|不仅|不但|不少|不同|不动产|未来|无障碍|无缝|无人|无偿|无锡|没收|非遗|非常|非公|非物质/gu;
const CLAUSE_END = /[，。；：！？,;:!?\n]/u;
/** A point as short as this is a name in a list: it is made by being named, not by a word in passing. */
const SHORT_CHARACTERS = 4;
/** So much longer than a short point may be what names it. */
const MORE_CHARACTERS = 4;
const PIECE_END = /[\s\p{P}]+/u;
/** Stands between texts that are looked through as one. */
const APART = '。';

/** True if what stands at an offset is denied by its own clause: 没有配备首席服务员. */
function isDeniedAt(folded: string, at: number): boolean {
  const clause = folded.slice(0, at).split(CLAUSE_END).at(-1) ?? '';
  return NOT.test(clause.replace(NO_DENIAL, ''));
}

/** True if a text says a word, and no less denied than the point does. */
function says(folded: string, word: string, isDenied: boolean): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (isDeniedAt(folded, at) === isDenied) return true;
  }
  return false;
}

/** Returns how far a text says a word: 1 it or a synonym stands there, else the share of its character pairs that do. */
function saidOf(folded: string, word: string, isDenied: boolean): number {
  // A lone character stands inside too many words for a synonym (会 for 懂) to tell anything.
  const synonyms = word.length > 1 ? synonymsOf(word).filter((form) => form.length > 1) : [];
  if ([word, ...synonyms].some((form) => says(folded, form, isDenied))) return 1;
  const pairs = bigrams(word);
  if (pairs.length < 2) return 0;
  return pairs.filter((pair) => says(folded, pair, isDenied)).length / pairs.length;
}

const read = (text: string): string => fold(text).replace(/[^\S\n]/gu, '');
const lettersOf = (text: string): string => fold(text).replace(/[\s\p{P}]/gu, '');

/** True if a number stands in a text as a whole: 12 does not in 120. */
function hasNumber(folded: string, number: string): boolean {
  return new RegExp(`(?<![\\d.])${number.replace(/\./gu, '\\.')}(?![\\d]|\\.\\d)`, 'u').test(folded);
}

/**
 * Returns the share of what tells a point that an answer says, 0 … 1. Figures of the point must stand in the answer, or it is 0.
 * @param known what says nothing when it is said: the question and the other points
 */
export function shareOfPoint(answer: string, point: string, known: readonly string[] = []): number {
  const folded = read(answer);
  const foldedPoint = fold(point);
  const shared = known.map(read).join(APART);
  const content = words(contentOf(foldedPoint));
  if (content.some((word) => /^\d/u.test(word) && !hasNumber(folded, word))) return 0;
  let all = 0;
  let said = 0;
  for (const word of new Set(content)) {
    const isDenied = isDeniedAt(foldedPoint, foldedPoint.indexOf(word));
    // What the siblings say of a word is no merit of who names them: only what goes beyond counts.
    const alreadySaid = saidOf(shared, word, isDenied);
    all += word.length * (1 - alreadySaid);
    said += word.length * Math.max(0, saidOf(folded, word, isDenied) - alreadySaid);
  }
  return all === 0 ? Number(isNamed(answer, point, known)) : said / all;
}

/** True if a point without a word of its own stands in an answer to the letter, and not inside a sibling that holds it. */
function isNamed(answer: string, point: string, known: readonly string[]): boolean {
  const own = lettersOf(point);
  const isOnePiece = !PIECE_END.test(fold(point).trim());
  const said = isOnePiece ? fold(answer).split(PIECE_END).join(APART) : lettersOf(answer);
  const longer = known.map(lettersOf).filter((other) => other !== own && other.includes(own));
  const left = longer.reduce((text, other) => text.replaceAll(other, APART), said);
  return own !== '' && left.includes(own);
}

/** True if a short point is named: to the letter (one character among its siblings' alone), or by what tells it in a piece about as long. */
function isListed(answer: string, point: string, known: readonly string[]): boolean {
  const own = lettersOf(point);
  const pieces = fold(answer).split(PIECE_END);
  if (own.length === 1) {
    const siblings = known.slice(1).map(lettersOf).join('') + own;
    return pieces.some((piece) => piece.includes(own) && [...piece].every((sign) => siblings.includes(sign)));
  }
  const near = pieces.filter(({ length }) => length <= own.length + MORE_CHARACTERS);
  return isNamed(answer, point, known) || near.some((piece) => shareOfPoint(piece, point, known) > MORE_THAN);
}

/** Returns which points an answer makes, in their order. @param question what was asked: its words make no point */
export function pointsMade(answer: string, points: readonly string[], question = ''): boolean[] {
  return points.map((point, index) => {
    const known = [question, ...points.filter((_, other) => other !== index)];
    const isShort = lettersOf(point).length <= SHORT_CHARACTERS;
    return isShort ? isListed(answer, point, known) : shareOfPoint(answer, point, known) > MORE_THAN;
  });
}
