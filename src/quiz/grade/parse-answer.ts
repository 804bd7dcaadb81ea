// Reads what a learner typed while an item is open: letters, an option's own words, free text, an intent, or a question to the
// product. The words for it stand in quiz-words.ts. It does not grade.
import { fold } from '../../text/normalise.ts';
import {
  ALL_WORDS,
  INTENT_WORDS,
  type Intent,
  JOINERS,
  LEADING_WORDS,
  ORDINAL_PLACES,
  PLACES,
  RIGHT_WORDS,
  TRAILING_WORDS,
  WRONG_WORDS,
} from '../quiz-words.ts';
import type { Item, ItemResponse } from '../types.ts';
import { sameFigure } from './compare-figures.ts';

type ChoiceItem = Extract<Item, { options: readonly string[] }>;

const ENDS_AS_QUESTION = /[?]["'」』）)]*$/u;
const ASKS =
  /什么|多少|多[大高长久远深重快]|哪|谁|怎么|怎样|如何|为何|为啥|是否|是不是|有没有|请问|几[个家项处条年月人]|吗$|呢$/u;
/** Asks without an asking word. */
const REQUESTS =
  /^(?:请|帮我|给我)?(?:介绍|告诉我|查一下|查查|查询|列出|列举|说说|讲讲|谈谈|比较|对比|总结|概括)|^(?:what|which|how|who|whom|whose|when|where|why|is|are|was|were|does|do|did|can|could|tell me|compare|list)\b/u;
/** A telling in one's own words may hold an asking word; a line as short as this that does is a question. */
const SHORT_CHARACTERS = 20;
const ONLY_LETTERS = /^[a-j]{1,10}$/u;
/** Letters that mean options even where none are open: one, or several in their order. */
const LATE_LETTERS = /^(?:[a-f]|(?=[a-f]{2,6}$)a?b?c?d?e?f?)$/u;
const SEPARATORS = /[\s、,;，；+/→>-]+/u;
const MAX_STRIPPED = 24;

const bare = (text: string): string => fold(text).replace(/[\s\p{P}]/gu, '');

/** True if a message that comes while an item is open reads as a question to the product rather than as an answer. */
export function readsAsQuestion(text: string, { kind }: Pick<Item, 'kind'>): boolean {
  const folded = fold(text).trim();
  if (folded.startsWith('/') || ENDS_AS_QUESTION.test(folded)) return true;
  const isLong = kind === 'short-answer' && folded.length > SHORT_CHARACTERS;
  return !isLong && (ASKS.test(folded) || REQUESTS.test(folded));
}

/** Returns what is wanted of the open item instead of answering it; null: nothing of the kind. @example parseIntent('下一题') // => 'skip' */
export function parseIntent(text: string): Intent | null {
  const typed = bare(text);
  const forms = [typed, typed.replace(/[了吧啊呀]$/u, '')];
  return INTENT_WORDS.find(([, words]) => forms.some((form) => words.has(form)))?.[0] ?? null;
}

/** True if a text could only be the answer to an item, though none is open: a letter, right or wrong. */
export function readsAsLateAnswer(text: string): boolean {
  const typed = bare(text) || text.trim();
  if (RIGHT_WORDS.has(typed) || WRONG_WORDS.has(typed)) return true;
  return strippedForms(typed).some((core) => LATE_LETTERS.test(core));
}

/**
 * Reads a typed answer; null where it cannot be one (letters that are missing, doubled or out of range).
 * @example parseAnswer('b', item) // => { options: [1] }; parseAnswer('我选B', item) does too; parseAnswer('BADC', order) → { options: [1, 0, 3, 2] }
 */
export function parseAnswer(text: string, item: Item): ItemResponse | null {
  if (item.kind === 'fill-in' || item.kind === 'short-answer') return bare(text) === '' ? null : { text: text.trim() };
  for (const core of strippedForms(bare(text) || text.trim())) {
    const named = namedOption(core, item);
    const options = named === null ? readLetters(core, item) : [named];
    if (options !== null && fitsItem(options, item)) return { options };
  }
  const several = item.kind === 'several' || item.kind === 'order' ? readSeveral(text, item) : null;
  return several !== null && fitsItem(several, item) ? { options: several } : null;
}

/** True if chosen options can answer an item: in range, each once, as many as the item asks for. */
export function fitsItem(options: readonly number[], item: Item): boolean {
  if (!('options' in item)) return false;
  const count = item.options.length;
  const isClean = options.every((index) => Number.isInteger(index) && index >= 0 && index < count);
  if (!isClean || new Set(options).size !== options.length) return false;
  if (item.kind === 'several') return options.length > 0;
  return options.length === (item.kind === 'order' ? count : 1);
}

/** Returns a text and what is left of it as words around an answer are taken off, from both ends: 我觉得是a吧 … a. */
function strippedForms(typed: string): string[] {
  const found = [typed];
  for (const core of found) {
    if (found.length > MAX_STRIPPED) break;
    const leads = LEADING_WORDS.filter((word) => core.length > word.length && core.startsWith(word));
    const tails = TRAILING_WORDS.filter((word) => core.length > word.length && core.endsWith(word));
    const less = [
      ...leads.map(({ length }) => core.slice(length)),
      ...tails.map(({ length }) => core.slice(0, -length)),
    ];
    for (const form of less) if (!found.includes(form)) found.push(form);
  }
  return found;
}

/** Returns the option that was typed out, with or without its letter, or meant by its number alone or by a plain yes or no; null: none. */
function namedOption(core: string, item: ChoiceItem): number | null {
  const names = item.options.map((option) => bare(option) || option);
  const verbatim = names.indexOf(core);
  if (verbatim >= 0) return verbatim;
  const lettered = names.findIndex((name, index) => core === `${letter(index)}${name}`);
  if (lettered >= 0) return lettered;
  if (item.kind === 'true-false') return statedOption(core, names);
  const alike = names.flatMap((name, index) => (sameFigure(core, name) === true ? [index] : []));
  const [only, ...more] = alike;
  const place = PLACES.get(core);
  // 「3」 where 3项 is the first option may mean the first and the third: then it means neither.
  const isClear = more.length === 0 && (place === undefined || place >= names.length || place === only);
  return only !== undefined && isClear ? only : null;
}

function statedOption(core: string, names: readonly string[]): number | null {
  const set = [RIGHT_WORDS, WRONG_WORDS].find((stated) => stated.has(core));
  const meant = set === undefined ? -1 : names.findIndex((name) => set.has(name));
  return meant < 0 ? null : meant;
}

/** Reads letters, or the places of options in digits and words, where no option is such a number itself. */
function readLetters(core: string, item: ChoiceItem): number[] | null {
  if (item.kind === 'several' && ALL_WORDS.has(core)) return item.options.map((_, index) => index);
  const signs = JOINERS.reduce((text, joiner) => text.replaceAll(joiner, ''), core).replace(/[\p{S}的]/gu, '');
  if (ONLY_LETTERS.test(signs)) return [...signs].map((sign) => sign.charCodeAt(0) - 97);
  const ordinal = ORDINAL_PLACES.get(core);
  if (ordinal !== undefined) return [ordinal];
  const places = [...signs].map((sign) => PLACES.get(sign));
  const areNumbers = item.options.some((option) => [...PLACES.keys()].some((sign) => sameFigure(sign, option)));
  const read = places.flatMap((place) => place ?? []);
  return read.length === 0 || read.length < places.length || areNumbers ? null : read;
}

/** Reads several options typed out, or letters with their words: 甲、丙; A甲和C丙. */
function readSeveral(text: string, item: ChoiceItem): number[] | null {
  const whole = readTypedOut(bare(text), item);
  if (whole !== null) return whole;
  const pieces = fold(text)
    .trim()
    .split(SEPARATORS)
    .flatMap((piece) => piecesOf(piece, item));
  const read = pieces.map((piece) => {
    for (const core of strippedForms(bare(piece))) {
      const [option, ...more] = [namedOption(core, item) ?? readLetters(core, item) ?? []].flat();
      if (option !== undefined && more.length === 0) return option;
    }
    return null;
  });
  return read.includes(null) ? null : read.flatMap((option) => option ?? []);
}

/** Reads options typed out one after the other, whatever marks stand inside them; null where anything else is said. */
function readTypedOut(typed: string, item: ChoiceItem): number[] | null {
  const names = item.options.map((option, index) => ({ index, name: bare(option), at: typed.indexOf(bare(option)) }));
  const said = names.filter(({ name, at }) => name !== '' && at >= 0).sort((a, b) => b.name.length - a.name.length);
  const rest = said.reduce((left, { name }) => left.replace(name, ''), typed);
  const left = JOINERS.reduce((text, joiner) => text.replaceAll(joiner, ''), rest).replace(/\p{S}/gu, '');
  return said.length < 2 || left !== '' ? null : said.sort((a, b) => a.at - b.at).map(({ index }) => index);
}

/** Returns a piece cut at joining words, unless it is an option as it stands. */
function piecesOf(piece: string, item: ChoiceItem): string[] {
  if (piece === '' || item.options.some((option) => bare(option) === bare(piece))) return piece === '' ? [] : [piece];
  return piece.split(/和|与|以及|还有|\band\b/u).filter((part) => part !== '');
}

function letter(index: number): string {
  return String.fromCharCode(97 + index);
}
