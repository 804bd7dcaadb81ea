// Reads what a learner asks to be quizzed on: districts, a topic, kinds of items, a number. The words for it stand in
// quiz-words.ts. It draws nothing.
import { districtNames, findDistrictMentions, partsOf } from '../lexicon/places/districts.ts';
import { shortNameOf } from '../lexicon/places/divisions.ts';
import { relatedTo } from '../lexicon/words/topics.ts';
import { parseChineseNumeral } from '../text/chinese-numerals.ts';
import { fold } from '../text/normalise.ts';
import { ANY_WORDS, HELP_WORDS, KIND_WORDS, OUTER_WORDS } from './quiz-words.ts';
import type { Item, ItemKind } from './types.ts';

/** A parsed quiz request. */
export interface QuizFilter {
  /** Items that fit. */
  readonly items: readonly Item[];
  /** The words that chose them, for the reader; empty: everything. */
  readonly about: string;
  /** Numbers among the words, in order; what is no whole number above 0 (-1, 1.5) stands as 0. */
  readonly numbers: readonly number[];
  /** Words that fit no item; none are chosen then. */
  readonly unknown: readonly string[];
  /** How to write it is asked for. */
  readonly asksHelp: boolean;
}

const NUMERAL = '[-+]?\\d{1,6}(?:\\.\\d+)?|[一二两三四五六七八九十]{1,4}';
/** 5道, 5 题, 五道题, 5 questions: the number keeps its place among the words. */
const COUNT = new RegExp(`(?<![\\d.第])(${NUMERAL})\\s*(?:道题目?|道|个?题目?(?!材)|questions?|items?)`, 'giu');
const NUMBER = new RegExp(`^(?:${NUMERAL})$`, 'u');
const WORD_END = /[\s,，、;；。!！]+/u;

/** Reads `柳溪区 营商环境 5`: words that name a district choose by district, others by kind, topic, or what the question says. */
export function parseQuizFilter(argument: string, items: readonly Item[]): QuizFilter {
  const plain = argument.normalize('NFKC').replace(COUNT, ' $1 ');
  const words = plain.split(WORD_END).filter((word) => word !== '');
  const asksHelp = words.length > 0 && words.every((word) => HELP_WORDS.has(fold(word)));
  const numbers = words.filter((word) => NUMBER.test(word)).map(countOf);
  const rest = words.filter((word) => !NUMBER.test(word) && !HELP_WORDS.has(fold(word)));
  const known = [...new Set(items.flatMap(({ district }) => district ?? []))];
  const read = rest.map((word) => parseFilterWord(word, known));
  const kinds = new Set(read.flatMap((word) => word.kinds));
  const districts = new Set(read.flatMap((word) => word.districts));
  const topics = read.map(({ topic }) => topic).filter((topic) => topic !== '');
  const ofKind = items.filter(({ kind }) => kinds.size === 0 || kinds.has(kind));
  const ofDistrict = ofKind.filter(
    ({ district }) => districts.size === 0 || (district !== null && districts.has(district)),
  );
  const fitting = topics.reduce<readonly Item[]>((left, topic) => left.filter(onTopic(topic)), ofDistrict);
  const unknown = topics.filter((topic) => !ofDistrict.some(onTopic(topic)));
  return { items: fitting, about: read.flatMap(({ said }) => said).join(' '), numbers, unknown, asksHelp };
}

interface FilterWord {
  readonly districts: readonly string[];
  readonly kinds: readonly ItemKind[];
  /** What is left; empty: nothing. */
  readonly topic: string;
  /** As it is said back to the reader. */
  readonly said: readonly string[];
}

/** Reads one word, in which districts, kinds and a topic may be glued: 柳溪区的营商环境填空题. */
function parseFilterWord(word: string, known: readonly string[]): FilterWord {
  const kindWords = [...KIND_WORDS.keys()].filter((name) => fold(word).includes(name)).slice(0, 1);
  const unkind = kindWords.reduce((left, name) => left.replace(new RegExp(name, 'iu'), ' '), word);
  const exact = known.filter((name) => namesDistrict(unkind.trim(), name) || namesAbove(unkind.trim(), name));
  const mentions = exact.length > 0 ? [] : mentionsIn(unkind, known);
  const cut = mentions.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    unkind,
  );
  const topic = exact.length > 0 ? '' : inner(cut);
  const districts = [...exact, ...mentions.map(({ fullName }) => fullName)];
  const named =
    exact.length > 0 ? [unkind.trim()] : [...new Set(mentions.map(({ start, end }) => unkind.slice(start, end)))];
  return {
    districts,
    kinds: kindWords.flatMap((name) => KIND_WORDS.get(name) ?? []),
    topic,
    said: [...named, topic, ...kindWords].filter((part) => part !== ''),
  };
}

/** Returns the indexed districts that a word names, by their names, by what contains them, or in Latin letters; no slips of the pen. */
function mentionsIn(word: string, known: readonly string[]): { start: number; end: number; fullName: string }[] {
  const sure = findDistrictMentions(word, known).filter(
    ({ indexed, how }) => indexed && how !== 'typo' && how !== 'homophone',
  );
  return sure.map(({ start, end, fullName }) => ({ start, end, fullName }));
}

/** Returns a topic without the words around it; empty where it is nothing but such words. @example inner('的老旧小区改造题') // => '老旧小区改造' */
function inner(text: string): string {
  const topic = text.trim().replace(/\s+/gu, ' ');
  const less = topic.replace(OUTER_WORDS, '');
  if (ANY_WORDS.has(fold(topic)) || ANY_WORDS.has(fold(less))) return '';
  return less === topic ? topic : inner(less);
}

function countOf(word: string): number {
  const value = /\d/u.test(word) ? Number(word) : (parseChineseNumeral(word) ?? 0);
  return Number.isInteger(value) && value > 0 ? value : 0;
}

/** True if a word is a name of a district (full, short, without its suffix). */
export function namesDistrict(word: string, fullName: string): boolean {
  const folded = fold(word);
  return districtNames(fullName).names.some((name) => fold(name) === folded);
}

/** True if a word is the city or the province of a district. */
function namesAbove(word: string, fullName: string): boolean {
  const { province, city } = partsOf(fullName);
  const folded = fold(word);
  return [province, city].some((name) => name !== '' && (fold(name) === folded || fold(shortNameOf(name)) === folded));
}

function onTopic(topic: string): (item: Item) => boolean {
  const folded = fold(topic);
  const related = relatedTo(topic);
  return (item) => {
    const own = fold(`${item.topic} ${item.question}`);
    return own.includes(folded) || related.some((word) => own.includes(word));
  };
}
