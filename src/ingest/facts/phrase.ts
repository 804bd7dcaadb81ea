// The noun phrase at an end of a stretch of text, with the verb that governs it: 全区*新增*重大产业项目.
import { LEADS, LINKS, NOUN_ENDING_VERBS } from '../../lexicon/words/indicator-words.ts';
import { isVerbal, type TaggedWord, taggedWordsOf, trimmed } from './tagged-words.ts';

/** A noun with the verb before it, both perhaps empty, and what stands before them in the same stretch. */
export interface Phrase {
  readonly verb: string;
  readonly noun: string;
  readonly left: string;
}

const LONGEST_PHRASE = 26;
/** 成立了*一家*注册资金10亿元的公司. */
const ONE = /^一[家个座条所项名支批]/;
const LOOSE_END = /(?:[、和与及的等近约超共达]|以上|左右|总计|合计)+$/;

/** Without what stands between a measure and its figure: 税收*累计完成*. */
export function withoutLinks(text: string): string {
  return trimmed(text, LINKS, 'end').trim();
}

/** True if a text begins with a name as a word of its own: 崇明新增企业, but not 崇明岛. */
function opensWith(text: string, name: string): boolean {
  return (
    text.length > name.length && text.startsWith(name) && taggedWordsOf(text).some(({ start }) => start === name.length)
  );
}

/** Without what stands before a measure: *目前全区已*. @param names of the district, left out too */
export function withoutLeads(text: string, names: readonly string[] = []): string {
  let rest = text.trim();
  for (;;) {
    const name = names.find((each) => opensWith(rest, each));
    const shorter = name === undefined ? trimmed(rest, LEADS, 'start').trim() : rest.slice(name.length).trim();
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

const STAYS_IN_NAMES = /^[·\-/+%.]$/;

/** Returns the role of a word for the phrase on its right: part of it, governing it, or ending before it. */
function roleOf(word: TaggedWord, right: TaggedWord | undefined, hasOf: boolean): 'part' | 'governs' | 'ends' {
  // 群众反映*的*各类问题: what stands before a 的 belongs to the noun behind it.
  const isRelative = hasOf && right !== undefined;
  if (word.kind === 'mark') return STAYS_IN_NAMES.test(word.text) ? 'part' : 'ends';
  if (word.kind === 'count-verb' || (word.kind === 'verb' && !isRelative)) {
    if (right?.kind !== 'of') return 'governs';
  }
  const isEnd = (word.kind === 'break' || word.kind === 'verb') && !isRelative;
  return isEnd ? 'ends' : 'part';
}

/** Returns where the phrase at the end of some words begins: behind the last word that cannot be in it, or at the verb that governs it. */
function startOfPhrase(words: readonly TaggedWord[]): number {
  const end = words.at(-1)?.end ?? 0;
  let hasOf = false;
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index];
    const role = word && end - word.start <= LONGEST_PHRASE ? roleOf(word, words[index + 1], hasOf) : 'ends';
    if (role === 'governs' && index < words.length - 1) return index;
    if (role !== 'part') return index + 1;
    hasOf ||= word?.kind === 'of';
  }
  return 0;
}

/** Returns where a verb of the weaker kind opens the phrase and governs it: 目前*改造*老旧小区. */
function verbOf(words: readonly TaggedWord[]): string {
  const [first, second] = words;
  const governs = first?.kind === 'count-verb' || first?.kind === 'verb-in-name' || first?.kind === 'verb';
  return governs && second !== undefined && second.kind !== 'of' && second.kind !== 'join' ? first.text : '';
}

/**
 * Returns the phrase at the end of a text.
 * @example phraseAtEnd('徐州软件园新增入驻企业') // => { verb: '新增', noun: '入驻企业', left: '徐州软件园' }
 */
export function phraseAtEnd(text: string, names: readonly string[] = []): Phrase {
  const words = taggedWordsOf(text);
  const start = startOfPhrase(words);
  const from = words[start]?.start ?? text.length;
  const phrase = withoutLeads(text.slice(from), names).replace(/^[的、和与及]+/, '');
  const verb = verbOf(taggedWordsOf(phrase));
  return {
    verb: verb.replace(/了$/, ''),
    noun: phrase.slice(verb.length).replace(ONE, '').trim(),
    left: text.slice(0, from).trim(),
  };
}

/** Returns the verb at the very end of a text: 全区共*整合*; empty if none stands there. */
export function verbAtEnd(text: string): string {
  const last = taggedWordsOf(text).at(-1);
  return last && isVerbal(last) ? last.text.replace(/了$/, '') : '';
}

/** Returns the governing verb at the head of a list that ends before a figure: *联合*甲公司、乙大学等20多家单位. */
export function verbOfList(before: string, names: readonly string[]): string {
  const words = taggedWordsOf(withoutLeads(before, names));
  const first = words.findIndex((word) => word.kind === 'count-verb' || word.kind === 'verb');
  const [head] = words;
  if (head && isVerbal(head)) return head.text.replace(/了$/, '');
  return first >= 0 && first <= 4 ? (words[first]?.text.replace(/了$/, '') ?? '') : '';
}

/** The words between a figure and the noun behind it. */
interface NounOptions {
  /** A verb: then one at the very end is part of the name (完成*410户*适老化改造). */
  readonly isGoverned?: boolean;
  /** A preposition: then what is done there follows (在*9个*小区建设示范点). */
  readonly isPlaced?: boolean;
}

/** True if the noun at the start of some words ends before one of them. */
function endsNoun(
  words: readonly TaggedWord[],
  index: number,
  { isGoverned = false, isPlaced = false }: NounOptions,
): boolean {
  const word = words[index];
  if (!word || word.kind === 'mark' || word.kind === 'break') return true;
  const isLast = index === words.length - 1;
  const isVerb = NOUN_ENDING_VERBS.words.has(word.text) || word.kind === 'verb' || word.kind === 'count-verb';
  if (index === 0) return word.kind === 'join' || (isVerb && (word.kind !== 'verb-in-name' || isLast));
  const isPlacedVerb = isPlaced && word.kind === 'verb-in-name' && !isLast;
  const isGovernedEnd = isGoverned && isLast && word.kind !== 'verb';
  return (isVerb || isPlacedVerb) && !isGovernedEnd && words[index + 1]?.kind !== 'of';
}

/** Returns the noun at the start of a text, and the words behind it, which begin with a verb: 企业*入驻园区*. */
export function nounAtStart(text: string, options: NounOptions = {}): { noun: string; rest: string } {
  const words = taggedWordsOf(text);
  const stop = words.findIndex((_, index) => endsNoun(words, index, options));
  const end = stop < 0 ? text.length : (words[stop]?.start ?? 0);
  const noun = text.slice(0, end).replace(LOOSE_END, '').trim();
  return { noun, rest: text.slice(end).trim() };
}
