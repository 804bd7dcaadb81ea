// Practices whose name counts their parts: “三清五通”, “1+6”, “1246”, 五大中心. A definition of one must show the parts.

import { anyPattern, readPatterns } from '../../lexicon/words/data-files.ts';
import { parseChineseNumeral } from '../../text/chinese-numerals.ts';
import { longestEnumeration } from '../../text/enumeration.ts';
import { isHan } from '../../text/normalise.ts';
import type { Ask, Understanding } from '../../understand/types.ts';

const NUMERALS = '一二两三四五六七八九十';
/** What a practice is called: “1246”工作布局. Other numbers name routes, models, years. */
const HEAD = anyPattern(readPatterns('answer-type-cues.tsv'), 'initiative-head').source;
const PRACTICE_BEHIND = `(?=["']|[^,。;]{0,6}(?:${HEAD}))`;
/** 1246, 1+6, 3+8: digits that stand for parts. One lone digit or a year is no code. */
const DIGIT_CODE = new RegExp(
  `(?<![\\d.])(?:\\d{1,2}(?:\\+\\d{1,2})+|(?!(?:19|20)\\d\\d)[1-9]{3,6}${PRACTICE_BEHIND})(?![\\d.年月日个项家亿万元%])`,
  'u',
);
/** 三清五通, 两减四增: numeral and a character, twice or more. */
const SYLLABLE_CODE = new RegExp(`(?:[${NUMERALS}][\\u4e00-\\u9fff]){2,}`, 'u');

/** The numbers that a digit code stands for: 1246 → 1, 2, 4, 6; 3+8 → 3, 8. */
function digitsOf(code: string): number[] {
  return (code.includes('+') ? code.split('+') : [...code]).map(Number);
}

function hasCounted(text: string, count: number): boolean {
  const numeral = count <= 10 ? (NUMERALS.replace('两', '')[count - 1] ?? '') : '';
  const written = new RegExp(
    `(?<![\\d第${NUMERALS}])(?:${numeral === '二' ? '[二两]' : numeral || count}|${count})(?:大|个|项|条|类|种|方面|区|翼|基地|轴|带|核|心|园|平台|工程|行动|计划|战略)`,
    'u',
  );
  return written.test(text) || longestEnumeration(text) === count;
}

/** True if each syllable of a code stands in a text as often as the code counts it, beside the code itself. */
export function syllablesStand(code: string, text: string): boolean {
  const without = text.replaceAll(code, ' ');
  return Array.from({ length: Math.floor(code.length / 2) }, (_, index) => index * 2).every((at) => {
    const found = without.split(code[at + 1] ?? '').length - 1;
    return found >= (parseChineseNumeral(code[at] ?? '') ?? 0);
  });
}

/** True if a syllable code's parts stand in the text: for 两减四增 two more 减 and four more 增 than in the code itself. */
function hasSyllables(code: string, text: string): boolean {
  const without = text.replaceAll(code, ' ');
  for (let index = 0; index + 1 < code.length; index += 2) {
    const count = parseChineseNumeral(code[index] ?? '') ?? 0;
    const syllable = code[index + 1] ?? '';
    const found = without.split(syllable).length - 1;
    if (count > 1 && found < count && longestEnumeration(without) < count) return false;
  }
  return true;
}

/** What a question calls by its number: 五大中心, 两大发展定位. */
const COUNTED_NAME = /(?<numeral>[两三四五六七八九十])大(?<name>[\u4e00-\u9fff]{2,6})/u;
const NAME_CHARACTERS = 2;

/** True if the text speaks of just so many of what the question calls by its number (other words may stand between); true where it calls nothing so. */
function speaksOfCounted(question: string, text: string): boolean {
  const { numeral, name } = COUNTED_NAME.exec(question)?.groups ?? {};
  if (!numeral || !name) return true;
  const pairs = Array.from({ length: name.length - 1 }, (_, index) => name.slice(index, index + NAME_CHARACTERS));
  return pairs.some((pair) => new RegExp(`${numeral}(?:大|个|项)[^，,。；;]{0,6}${pair}`, 'u').test(text));
}

/**
 * True if an answer's sentences show the parts that the question's practice counts; true where it counts none.
 * @param text folded sentences that the answer rests on, with their neighbours
 */
export function showsParts(understanding: Understanding, ask: Ask, text: string): boolean {
  if (ask.shape !== 'list' && ask.shape !== 'definition') return true;
  if (!speaksOfCounted(understanding.matching, text)) return false;
  const code = DIGIT_CODE.exec(understanding.matching)?.[0];
  if (code !== undefined && text.includes(code))
    return digitsOf(code).every(
      (count) => (count === 1 && code.includes('+')) || hasCounted(text.replaceAll(code, ' '), count),
    );
  const syllables = SYLLABLE_CODE.exec(understanding.matching)?.[0];
  if (syllables !== undefined && isHan(syllables.charCodeAt(0)) && text.includes(syllables))
    return hasSyllables(syllables, text);
  return true;
}
