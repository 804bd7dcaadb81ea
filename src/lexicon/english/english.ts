// Reads an English question as Chinese words, so that it finds Chinese evidence. It translates words, not sentences, and
// leaves names of places alone: `districts.ts` knows those. Data: data/english.tsv, data/english-cues.tsv.
import { fold, isHan } from '../../text/normalise.ts';
import { readLexicon } from '../words/data-files.ts';
import { once } from '../words/once.ts';
import { shapeCueOf } from './english-cues.ts';
import { type EnglishWord, englishWords, stemOf } from './english-words.ts';

const LONGEST_PHRASE = 7;
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const DIVISIONS = new Set(['district', 'county', 'city', 'province', 'town', 'township', 'village', 'prefecture']);
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)?$/u;
const MONTH = /^\d+月$/u;
const YEAR = /^(?:19[5-9]\d|20[0-6]\d)$/u;
const COUNTED = /^(?:yuan|rmb|mu|people|tons?|companies|firms|enterprises|households|residents)$/u;
const FUNCTION_WORD =
  /\b(?:what|who|whose|which|when|where|why|how|is|are|was|were|the|of|in|does|do|did|has|have|tell|list|name|about|for)\b/u;
/** Signs that a question is Chinese, however many English names it holds. */
const CHINESE_GRAMMAR = /[的是吗呢了哪谁几]|什么|怎么|多少|如何/u;

/** An English question in Chinese words. */
interface EnglishTranslation {
  /** The best Chinese word for each English word or phrase, in order; numbers, names and Chinese words as they stand. */
  readonly terms: readonly string[];
  /** For each term, all its Chinese words, best first: at least the term itself. */
  readonly alternatives: readonly (readonly string[])[];
  /** The question words in Chinese (`多少`, `谁`, `哪三`); null if nothing tells. */
  readonly shapeCue: string | null;
  /** Words in small letters that the lexicon lacks: what the translation does not cover. */
  readonly unknown: readonly string[];
}

interface Lexicon {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly stemmed: ReadonlyMap<string, readonly string[]>;
}

/** Translation of the words from one place on: their number, and their Chinese words (none: they say nothing). */
interface TranslationStep {
  readonly length: number;
  readonly chinese: readonly string[];
  readonly unknown?: string;
}

const stemKey = (forms: readonly string[]): string => forms.map(stemOf).join(' ');

function loadLexicon(): Lexicon {
  const exact = new Map<string, readonly string[]>();
  const stemmed = new Map<string, readonly string[]>();
  for (const line of readLexicon('english.tsv')) {
    const [phrase = '', chinese = ''] = line.split('\t');
    const forms = englishWords(phrase).map(({ form }) => form);
    const values = chinese === '-' ? [] : chinese.split(' ');
    if (!exact.has(forms.join(' '))) exact.set(forms.join(' '), values);
    if (!stemmed.has(stemKey(forms))) stemmed.set(stemKey(forms), values);
  }
  return { exact, stemmed };
}

/** Loaded at the first English question: most chats never ask one. */
const lexicon = once(loadLexicon);
const BY_SCALE: readonly (readonly [number, string])[] = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
];

const isCapital = (word: EnglishWord | undefined): boolean => word !== undefined && /^[A-Z]/u.test(word.written);
const isNumber = (word: EnglishWord | undefined): boolean => word !== undefined && /^\d/u.test(word.form);

function lookUp(forms: readonly string[]): readonly string[] | undefined {
  return lexicon().exact.get(forms.join(' ')) ?? lexicon().stemmed.get(stemKey(forms));
}

function phraseStep(words: readonly EnglishWord[], at: number): TranslationStep | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const chinese = lookUp(words.slice(at, at + length).map(({ form }) => form));
    if (chinese !== undefined) return { length, chinese };
  }
  return null;
}

function amountInChinese(value: number): string {
  const [scale, unit] = BY_SCALE.find(([least]) => value >= least) ?? [1, ''];
  return `${Number((value / scale).toPrecision(12))}${unit}`;
}

function numberStep(words: readonly EnglishWord[], at: number): TranslationStep | null {
  const form = words[at]?.form ?? '';
  if (!isNumber(words[at])) return null;
  const scale = SCALES.get(words[at + 1]?.form ?? '');
  if (scale !== undefined && Number.isFinite(Number(form))) {
    const yuan = /^(?:yuan|rmb)$/u.test(words[at + 2]?.form ?? '');
    return { length: yuan ? 3 : 2, chinese: [`${amountInChinese(Number(form) * scale)}${yuan ? '元' : ''}`] };
  }
  const isYear = YEAR.test(form) && !COUNTED.test(words[at + 1]?.form ?? '');
  return /^[\d.,%+]+$/u.test(form) ? { length: 1, chinese: [isYear ? `${form}年` : form] } : null;
}

/** Returns the day of a date: `28th` before the month (of) or behind it. */
const dayIn = (word: EnglishWord | undefined): string | undefined => ORDINAL.exec(word?.form ?? '')?.[1];

/** Tells whether a word is a month: "may" and "march" are also verbs, unless capital inside the sentence or beside a number. */
function isMeantAsMonth(words: readonly EnglishWord[], monthAt: number, dayFirst: string | undefined): boolean {
  return dayFirst !== undefined || isNumber(words[monthAt + 1]) || (isCapital(words[monthAt]) && monthAt > 0);
}

function dateStep(words: readonly EnglishWord[], at: number): TranslationStep | null {
  const dayFirst = dayIn(words[at]);
  const monthAt = dayFirst === undefined ? at : at + 1;
  const month = lexicon().exact.get(words[monthAt]?.form ?? '')?.[0] ?? '';
  if (!MONTH.test(month)) return null;
  if (!isMeantAsMonth(words, monthAt, dayFirst)) return { length: 1, chinese: [] };
  const dayAfter = dayFirst === undefined ? dayIn(words[monthAt + 1]) : undefined;
  const yearAt = dayAfter === undefined ? monthAt + 1 : monthAt + 2;
  const year = YEAR.exec(words[yearAt]?.form ?? '')?.[0];
  const day = dayFirst ?? dayAfter;
  const text = [year && `${year}年`, month, day && `${Number(day)}日`].filter((part) => part !== undefined).join('');
  return { length: yearAt - at + (year === undefined ? 0 : 1), chinese: [text] };
}

function nameStep(words: readonly EnglishWord[], at: number): TranslationStep {
  let end = at + 1;
  while (isCapital(words[at]) && isCapital(words[end]) && lookUp([words[end]?.form ?? '']) === undefined) end++;
  if (isCapital(words[at]) && DIVISIONS.has(words[end]?.form ?? '')) end++;
  const written = words.slice(at, end).map((word) => word.written);
  const isWord = end === at + 1 && /^[a-z]+$/u.test(written[0] ?? '');
  return { length: end - at, chinese: isWord ? [] : [written.join(' ')], ...(isWord && { unknown: written[0] }) };
}

function stepAt(words: readonly EnglishWord[], at: number): TranslationStep {
  return dateStep(words, at) ?? numberStep(words, at) ?? phraseStep(words, at) ?? nameStep(words, at);
}

/** What stands before an "of" is no longer than this many words where it is the thing asked for. */
const MAX_HEAD_WORDS = 5;

/** Words in the order of Chinese, which names the thing behind what it is of: the total investment of the projects → projects, total investment. */
function inChineseOrder(words: readonly EnglishWord[]): readonly EnglishWord[] {
  const of = words.findIndex(({ form }) => form === 'of');
  const isHead = of > 0 && of <= MAX_HEAD_WORDS && !words.slice(0, of).some(isCapital);
  return isHead ? [...words.slice(of + 1), ...words.slice(0, of)] : words;
}

/**
 * Returns the Chinese words that stand for an English question, longest phrase first, and what it asks for.
 * @example chineseFor('How many market entities were registered in 2019?').terms // => ['市场主体', '登记', '2019年']
 */
export function chineseFor(question: string): EnglishTranslation {
  const words = englishWords(question);
  const cue = shapeCueOf(words.map(({ form }) => form));
  const content = cue === null ? words : inChineseOrder(words.toSpliced(cue.first, cue.length));
  const alternatives: (readonly string[])[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < content.length; ) {
    const step = stepAt(content, at);
    if (step.chinese.length > 0) alternatives.push(step.chinese);
    if (step.unknown !== undefined) unknown.push(step.unknown);
    at += step.length;
  }
  return { terms: alternatives.map(([best = '']) => best), alternatives, shapeCue: cue?.cue ?? null, unknown };
}

/**
 * True if a question is asked in English: mostly English words, not merely `GDP` or `5G` in a Chinese question.
 * @example isEnglish('What is 三网融合?') // => true
 */
export function isEnglish(text: string): boolean {
  // Words in capitals and product names alone are no English: people put them into Chinese questions.
  const letters = (text.match(/[A-Za-z']*[a-z]{2}[A-Za-z']*/gu) ?? []).join('').length;
  const han = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).filter(isHan).length;
  if (letters === 0) return false;
  return han === 0 || (letters > han && FUNCTION_WORD.test(fold(text)) && !CHINESE_GRAMMAR.test(fold(text)));
}
