// Normalizes short typed answers: width, case, script, spaces, punctuation and numerals, and words of the question repeated in them.
import { parseChineseNumeral } from '../../text/chinese-numerals.ts';
import { fold } from '../../text/normalise.ts';
import type { FillInItem } from '../types.ts';
import { isFigure, unitOf, withMinusAsWord } from './compare-figures.ts';
import { LEAD_IN, PARTICLES } from './grading-cues.ts';

/** Two ways to write one thing, folded: what is found, and the form it gets. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/年年/gu, '年'],
  [/(?<=[年月])末/gu, '底'],
  [/(?<=[\d十])号/gu, '日'],
  [/(?<=月)份/gu, ''],
  [/第(?=[1-4]季度)/gu, ''],
  [/(?<=年)第?q([1-4])(?!\d)/gu, '$1季度'],
  [/(?<=\d{4})年?(?=底|初|中$)/gu, '年'],
];
const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]+/gu;
/** Marks that hold a name together or set two apart: DMB+ is not DMB, 10+2 is not 102, 3·15 is not 315. */
const BETWEEN_DIGITS = /(?<=\d)[^\S\n]*[·.:/~-][^\S\n]*(?=\d)/gu;
const MARK = '\u0001';
const MEANINGLESS = /[\s\p{P}`´^¨]/gu;

/** Reduces a text to its letters, digits and signs of calculation, numerals in digits. @example normalizeAnswer('「ＶＩＰ」 五改') // => 'vip5改' */
export function normalizeAnswer(text: string): string {
  const plain = withMinusAsWord(fold(text)).replace(BETWEEN_DIGITS, MARK).replace(MEANINGLESS, '');
  const inDigits = plain.replace(NUMERAL, (numeral) => String(parseChineseNumeral(numeral) ?? numeral));
  return SAME.reduce((form, [found, same]) => form.replace(found, same), inDigits);
}

/** The mark of a blank in a question. */
const BLANK = /_{2,}/u;
const MAX_CHARACTERS = 40;
/** The kind of area before the name of an office: 区人才发展局. */
const AREA = /^[省市区县]$/u;

const signsOf = (text: string): string[] => [...text];

/** Returns the readings of what was typed, the text itself first. */
export function candidateAnswers(typed: string, { question }: Pick<FillInItem, 'question'>): readonly string[] {
  const signs = signsOf(typed.replace(PARTICLES, ''));
  if (signs.length > MAX_CHARACTERS) return [typed];
  const [before = '', after = ''] = question.split(BLANK, 2).map(normalizeAnswer);
  const from = starts(signs, before);
  const ends = endings(signs, after);
  const inside = from.flatMap((start) => ends.map((end) => signs.slice(start, end).join('')));
  return [...new Set([typed, ...inside, ...withoutNoun(signs, normalizeAnswer(question))])].filter(
    (core) => core.trim() !== '',
  );
}

/** Returns where the text may begin: behind words that stand right before the blank, or lead in and stand anywhere before it. */
function starts(signs: readonly string[], before: string): number[] {
  return [...signs.keys()].filter((at) => {
    const lead = normalizeAnswer(signs.slice(0, at).join(''));
    const content = lead.replace(LEAD_IN, '');
    const isLeadIn = content !== lead || content.length > 1 || AREA.test(content);
    return at === 0 || isRepeated(lead, before, 'end') || (lead !== '' && isLeadIn && before.includes(content));
  });
}

/** Returns where it may end: before words that stand right behind the blank. */
function endings(signs: readonly string[], after: string): number[] {
  const places = [...signs.keys()].map((at) => at + 1);
  return places.filter(
    (at) => at === signs.length || isRepeated(normalizeAnswer(signs.slice(at).join('')), after, 'beginning'),
  );
}

function isRepeated(said: string, around: string, where: 'end' | 'beginning'): boolean {
  return said !== '' && (where === 'end' ? around.endsWith(said) : around.startsWith(said));
}

/** Returns a figure before a noun that the question holds: 133个项目 → 133个. */
function withoutNoun(signs: readonly string[], question: string): string[] {
  return signs.flatMap((_, at) => {
    const figure = signs.slice(0, at).join('');
    const noun = normalizeAnswer(signs.slice(at).join(''));
    const isNoun = noun.length > 1 || (noun !== '' && unitOf(figure) !== '');
    return isNoun && question.includes(noun) && isFigure(figure) ? [figure] : [];
  });
}
