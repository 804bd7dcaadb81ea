// Reads an item that a trainer edits or writes: a line for each part, its name in front. 题目：… 选项：甲|乙 答案：甲 解析：… 原文：…
import type { ItemText } from '../../../quiz/exchange/item-text.ts';
import { KIND_WORDS } from '../../../quiz/quiz-words.ts';
import type { ItemKind } from '../../../quiz/types.ts';

const FIELDS = {
  question: /^(?:题目|题干|question)$/iu,
  options: /^(?:选项|options)$/iu,
  right: /^(?:答案|要点|right|answer|points)$/iu,
  explanation: /^(?:解析|理由|explanation)$/iu,
  quote: /^(?:原文|出处|quote|source)$/iu,
  kind: /^(?:题型|kind)$/iu,
  district: /^(?:区县|district)$/iu,
  topic: /^(?:主题|topic)$/iu,
} as const;
type Field = keyof typeof FIELDS;

const PART = /(?:^|[\n;；]|\s{2,})\s*(?:\d{1,5}\s+)?([\u4e00-\u9fffa-z]{2,11})[:：]/giu;

const fieldOf = (name: string): Field | null =>
  (Object.keys(FIELDS) as Field[]).find((field) => FIELDS[field].test(name)) ?? null;

/** Returns the parts of a text by their names; the text of a part goes on until the next known name. */
function readParts(text: string): Map<Field, string> {
  const heads = [...text.matchAll(PART)].flatMap((match) => {
    const field = fieldOf(match[1] ?? '');
    return field === null ? [] : [{ field, from: match.index, to: match.index + match[0].length }];
  });
  return new Map(
    heads.map(({ field, to }, index) => [field, text.slice(to, heads[index + 1]?.from ?? text.length).trim()] as const),
  );
}

const apart = (text: string): string[] =>
  text
    .split(/[|｜\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Returns an item's texts with the parts that are named; null where none is. */
export function readEditedItem(text: string, before: ItemText): ItemText | null {
  const parts = readParts(text);
  if (parts.size === 0) return null;
  const get = (field: Field, old: string): string => parts.get(field) ?? old;
  const options = parts.has('options') ? apart(get('options', '')) : before.options;
  const said = parts.has('right') ? apart(get('right', '')) : before.right;
  return {
    ...before,
    question: get('question', before.question),
    explanation: get('explanation', before.explanation),
    topic: get('topic', before.topic),
    options,
    right: said.map((one) => optionMeant(one, options)),
  };
}

/** Returns the option that a letter means. */
function optionMeant(said: string, options: readonly string[]): string {
  const letter = /^[A-J]$/iu.test(said) ? said.toUpperCase().charCodeAt(0) - 65 : -1;
  return options.includes(said) ? said : (options[letter] ?? said);
}

/** Reads an item in a trainer's own words; null where question or answer is missing. */
export function readOwnItem(text: string): ItemText | null {
  const parts = readParts(text);
  const options = apart(parts.get('options') ?? '');
  const right = apart(parts.get('right') ?? '').map((one) => optionMeant(one, options));
  const question = parts.get('question') ?? '';
  if (question === '' || right.length === 0) return null;
  const named = KIND_WORDS.get((parts.get('kind') ?? '').toLowerCase())?.[0];
  const texts = { explanation: parts.get('explanation') ?? '', district: parts.get('district') ?? '' };
  const kind = named ?? kindOf(question, options, right);
  return {
    kind,
    question,
    options,
    right,
    ...texts,
    topic: parts.get('topic') ?? '',
    title: '',
    quote: parts.get('quote') ?? '',
  };
}

/** One right answer as short as this is typed to the letter, not told in one's own words. */
const MAX_BLANK_CHARACTERS = 20;

function kindOf(question: string, options: readonly string[], right: readonly string[]): ItemKind {
  if (options.length > 0) return right.length > 1 ? 'several' : 'single';
  const isShort = right.length === 1 && (right[0] ?? '').length <= MAX_BLANK_CHARACTERS;
  return isShort || question.includes('____') ? 'fill-in' : 'short-answer';
}
