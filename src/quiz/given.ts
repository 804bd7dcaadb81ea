// Reads what a learner typed as an answer to an item: letters, an option's own words, or free text. It does not grade.
import { fold } from '../text/normalise.ts';
import type { Given, Item } from './types.ts';

const RIGHT_WORDS = new Set(['对', '正确', '是', '是的', '√', '✓', 'true', 't', 'yes', 'y', 'right']);
const WRONG_WORDS = new Set(['错', '错误', '不对', '否', '不是', '×', 'x', 'false', 'f', 'no', 'n', 'wrong']);
const ENDS_AS_QUESTION = /[?]["'」』）)]*$/u;
const ASKS = /什么|多少|哪|谁|怎么|怎样|怎么样|如何|为何|是否|请问|几[个家项处条年月人]|吗$|呢$/u;
/** A telling in one's own words may hold an asking word; a line as short as this that does is a question. */
const SHORT_CHARACTERS = 20;

const bare = (text: string): string => fold(text).replace(/[\s\p{P}]/gu, '');

/** True if a message that comes while an item is open reads as a question to the product rather than as an answer. */
export function readsAsQuestion(text: string, { kind }: Pick<Item, 'kind'>): boolean {
  const folded = fold(text).trim();
  if (folded.startsWith('/') || ENDS_AS_QUESTION.test(folded)) return true;
  const isLong = kind === 'short-answer' && folded.length > SHORT_CHARACTERS;
  return !isLong && ASKS.test(folded);
}

/**
 * Reads a typed answer; null where it cannot be one (letters that are missing, doubled or out of range).
 * @example readGiven('b', item) // => { options: [1] }; readGiven('BADC', order) → { options: [1, 0, 3, 2] }
 */
export function readGiven(text: string, item: Item): Given | null {
  if (item.kind === 'fill-in' || item.kind === 'short-answer') return bare(text) === '' ? null : { text: text.trim() };
  const named = namedOption(text, item);
  const options = named === null ? readLetters(text) : [named];
  return options !== null && fits(options, item) ? { options } : null;
}

/** Whether chosen options can answer an item: in range, each once, as many as the item asks for. */
export function fits(options: readonly number[], item: Item): boolean {
  if (!('options' in item)) return false;
  const count = item.options.length;
  const isClean = options.every((index) => Number.isInteger(index) && index >= 0 && index < count);
  if (!isClean || new Set(options).size !== options.length) return false;
  if (item.kind === 'several') return options.length > 0;
  return options.length === (item.kind === 'order' ? count : 1);
}

/** The option that was typed out, or meant by a plain yes or no; null: none. */
function namedOption(text: string, item: Extract<Item, { options: readonly string[] }>): number | null {
  const typed = bare(text) || text.trim();
  const verbatim = item.options.findIndex((option) => bare(option) === typed);
  if (verbatim >= 0) return verbatim;
  if (item.kind !== 'true-false') return null;
  const words = [RIGHT_WORDS, WRONG_WORDS].find((set) => set.has(typed));
  const meant = words === undefined ? -1 : item.options.findIndex((option) => words.has(bare(option)));
  return meant < 0 ? null : meant;
}

function readLetters(text: string): number[] | null {
  const letters = fold(text).replace(/[\s\p{P}]/gu, '');
  if (!/^[a-j]{1,10}$/u.test(letters)) return null;
  return [...letters].map((letter) => letter.charCodeAt(0) - 97);
}
