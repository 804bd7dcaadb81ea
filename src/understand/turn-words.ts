// The words of a follow-up: which of them name a subject of their own, what they ask where that is left unsaid, and what of an
// earlier question they are an aspect of. Data: lexicon/data/follow-up-{cues.tsv,words.txt}. It joins nothing (follow-up.ts does).
import { anyPattern, readPatterns, readWords, verbsFor } from '../lexicon/words/data-files.ts';
import { PLAIN_MEASURES } from '../lexicon/words/indicator-words.ts';
import { contentOf } from '../lexicon/words/question-words.ts';
import { UNIT_PATTERN } from '../text/units.ts';
import { findAsks } from './asks.ts';
import { contentWords } from './words.ts';

const ROWS = readPatterns('follow-up-cues.tsv');

/** Asks for more of the same. */
export const MORE_ASKED = anyPattern(ROWS, 'more');
/** Asks for more words on the same. */
export const DETAIL_ASKED = anyPattern(ROWS, 'detail');
/** Stands for the district spoken of. */
export const PLACE_POINTER = anyPattern(ROWS, 'place');
/** Asks how the very figure of before changed, or why. */
export const CHANGE_ASKED = anyPattern(ROWS, 'change');

/** Ends with the name of a quantity. */
export const QUANTITY_NAMED = anyPattern(ROWS, 'quantity');

const POINTER = anyPattern(ROWS, 'pointer');
const PARTICLES = /(?:[呢吗吧呀啊的?？。!！,，\s]|(?<![什怎这那])么)+$/u;
const rowsOf = (prefix: string) =>
  ROWS.filter(({ kind }) => kind.startsWith(prefix)).map(({ kind, pattern }) => ({
    value: kind.slice(prefix.length),
    pattern: new RegExp(pattern, 'u'),
  }));
const YEARS = rowsOf('year:');
const REPHRASINGS = rowsOf('means:');
const COMPLETIONS = rowsOf('asks:');

const TURN_WORDS: ReadonlySet<string> = new Set(readWords('follow-up-words.txt'));
const VERB_USES = ['opens-clause', 'governs-count', 'in-name', 'bare', 'ends-noun', 'initiative', 'dated'] as const;
const NO_SUBJECTS: ReadonlySet<string> = new Set([
  ...TURN_WORDS,
  ...PLAIN_MEASURES.words,
  ...VERB_USES.flatMap(verbsFor),
]);

/** True if a content word may be what a question is about: no measure, verb or turn of speech. */
export function isSubject(word: string): boolean {
  return word.length > 1 && !NO_SUBJECTS.has(word);
}

/** True if evidence for a question has to hold a word of it: what it is about, or a measure that reports call by its name. */
export function isTelling(word: string): boolean {
  const isMeasure = PLAIN_MEASURES.words.has(word) && !TURN_WORDS.has(word) && !CHANGE_ASKED.test(word);
  return isMeasure || isSubject(word);
}

/** True if a question begins with a word that points back, or is no more than "and …". */
export function leadsBack(folded: string): boolean {
  return (
    POINTER.test(folded) ||
    PLACE_POINTER.test(folded) ||
    (/呢[?？]?$/u.test(folded) && findAsks(folded)[0].shape === 'open')
  );
}

/** A follow-up with the years that it counts from the year spoken of (上一年) written out. */
export function withYears(text: string, period: string | undefined): string {
  const year = Number(period?.slice(0, 4));
  if (!Number.isFinite(year)) return text;
  const named = YEARS.find(({ pattern }) => pattern.test(text));
  return named ? text.replace(named.pattern, `${year + Number(named.value)}年`) : text;
}

/** A follow-up without the words that only point back, asking in full where its ask is left unsaid. @example inFull('那同比呢？') // => '同比增长多少' */
export function inFull(folded: string): string {
  const bare = folded.replace(PARTICLES, '').replace(POINTER, '').replace(PLACE_POINTER, '').replace(/^的/u, '');
  const isOpen = findAsks(bare)[0].shape === 'open';
  const completion = [...REPHRASINGS, ...(isOpen ? COMPLETIONS : [])].find(({ pattern }) => pattern.test(bare));
  if (completion) return bare.replace(completion.pattern, completion.value);
  const last = contentWords(contentOf(bare)).at(-1)?.word ?? '';
  // GDP呢 stays Chinese.
  const isMeasure =
    (PLAIN_MEASURES.words.has(last) && bare.endsWith(last)) ||
    (/^[a-z]+$/u.test(bare) && /\p{Script=Han}/u.test(folded));
  return isOpen && isMeasure ? `${bare}是多少` : bare;
}

const LINK = '(?:由|一共|总共|共|有|是|达到?|为|了|在|叫|指|的)*';
const FIGURE_ASKED = new RegExp(`${LINK}(?:多少|几(?![乎何]))[十百千万亿]*(?:${UNIT_PATTERN})?`, 'u');
const OTHER_ASKED = new RegExp(`${LINK}(?:哪|什么|啥|谁|何|怎|如何|为什么).*$`, 'u');

const hasContent = (text: string): boolean => contentWords(contentOf(text)).some(({ word }) => word.length > 1);

/**
 * What a question is about, in its own words, without what it asks.
 * @param isEmpty true of a text that names no more than a district and a period
 * @example subjectIn('柳溪区数据港由哪个部门牵头？', …) // => '柳溪区数据港'
 */
export function subjectIn(question: string, isEmpty: (text: string) => boolean): string {
  const bare = question.replace(PARTICLES, '');
  const asked = bare.replace(FIGURE_ASKED, '').replace(PARTICLES, '');
  if (asked !== bare) return asked;
  const before = bare.replace(OTHER_ASKED, '').replace(PARTICLES, '');
  if (!isEmpty(before)) return before;
  const content = contentOf(bare).replace(/\s+/gu, '');
  return hasContent(content) ? content : bare;
}

/** A subject without the measure that ends it (数据港总投资 → 数据港), if more than that is left. */
export function withoutMeasure(subject: string, isEmpty: (text: string) => boolean): string {
  const last = contentWords(contentOf(subject)).at(-1)?.word ?? '';
  if (!PLAIN_MEASURES.words.has(last) || !subject.endsWith(last)) return subject;
  const rest = subject.slice(0, -last.length);
  return isEmpty(rest) ? subject : rest;
}
