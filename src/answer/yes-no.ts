// Questions that want a yes or a no, answered only as far as the cited words prove it: a figure that equals or differs from the one
// put forward, or a sentence that says all that is asked. Out of silence comes no "no".

import { clausesOf } from '../text/clauses.ts';
import { fold } from '../text/normalise.ts';
import { findQuantities, type Quantity } from '../text/numbers.ts';
import type { Answer, Answered, Claim } from '../types.ts';
import { findAsks } from '../understand/asks.ts';
import { NOT_SO } from '../understand/cues.ts';
import { isSubject } from '../understand/turn-words.ts';
import type { Term, Understanding } from '../understand/types.ts';
import { isYesNo, type StatedFigure, statedFigure, yesWord } from '../understand/yes-no.ts';
import { scaleOf } from './cells/cell.ts';
import { clip, MAX_SHORT } from './compose/draft.ts';
import type { AnswerResources, SearchResult } from './context.ts';
import { refusalBy } from './decide.ts';
import { isNowhere } from './mentions.ts';
import { answerOne, interpretationOf } from './plain-answer.ts';
import { refusal, stretchOf } from './refusal.ts';

const SAID = {
  zh: {
    equal: (words: string) => `是，${words}`,
    differs: (words: string) => `不是，原文为${words}`,
    open: '原文这样写：',
    unsaid: (words: string) => `原文没有说到${words}，最接近的是：`,
    states: (words: string) => `原文为${words}`,
  },
  en: {
    equal: (words: string) => `Yes: ${words}`,
    differs: (words: string) => `No, the report says ${words}`,
    open: 'The report says: ',
    unsaid: (words: string) => `The report does not mention ${words}; nearest: `,
    states: (words: string) => `The report says ${words}`,
  },
} as const;

/** Figures that differ by less than this share are the same. */
const RELATIVE_SLACK = 1e-9;

/** Words around a rough figure that say on which side of it the exact one lies. */
const MORE = /突破|超|逾|余|多|以上/u;
const LESS = /近|不足|不到|以内/u;

/** True if a figure, as written, bears out what is put forward; null where that stays open: rough figures, other units. */
function bearsOut(found: Quantity, written: string, { figure, bound }: StatedFigure): boolean | null {
  const [own, asked] = [scaleOf(found.unit), scaleOf(figure.unit)];
  if (found.valueEnd !== undefined || (figure.unit !== '' && own.family !== asked.family)) return null;
  const [value, limit] = [found.value * own.factor, figure.value * asked.factor];
  const isEqual = Math.abs(value - limit) <= RELATIVE_SLACK * Math.max(Math.abs(value), Math.abs(limit));
  if (isEqual && bound !== 'equal' && (MORE.test(written) || LESS.test(written)))
    return MORE.test(written) === (bound === 'above' || bound === 'over');
  if (bound === 'equal') return isEqual;
  if (isEqual) return bound === 'above' || bound === 'upto';
  return bound === 'above' || bound === 'over' ? value > limit : value < limit;
}

/** The question for the figure that is put forward: 新增就业是2万人吗 → 新增就业是多少人. */
function askingFor(understanding: Understanding, { figure, asking }: StatedFigure): Understanding {
  return {
    ...understanding,
    question: asking,
    matching: asking,
    content: understanding.content.replace(figure.surface, ' '.repeat(figure.surface.length)),
    asks: findAsks(asking),
    terms: understanding.terms.filter(({ word }) => !figure.surface.includes(word)),
  };
}

/** True if a sentence as read says all the words of a question. */
function saysAll(terms: readonly Term[], text: string): boolean {
  const folded = fold(text).replace(/["'“”]/gu, '');
  return terms
    .filter(({ word, carried }) => word.length > 1 && !carried)
    .every(({ word, synonyms }) => [word, ...synonyms].some((each) => folded.includes(each)));
}

const headOf = (short: string): string => short.split('（')[0] ?? '';

/** The answer with a verdict in front where its figure proves one; else with what the report states. */
function judged(answer: Answered, stated: StatedFigure, { terms, answerLanguage }: Understanding): Answered {
  const said = SAID[answerLanguage];
  const [figure, ...more] = findQuantities(headOf(answer.short));
  const isOpen = !figure || more.length > 0 || answer.certainty === 'unsure' || /^计划|；/u.test(answer.short);
  const verdict = isOpen ? null : bearsOut(figure, headOf(answer.short), stated);
  // A figure of something near by is no "no".
  const isSame = saysAll(terms, answer.claims[0].text);
  const words = verdict === true || (verdict === false && isSame) ? said[verdict ? 'equal' : 'differs'] : said.states;
  const isQuoted = answer.short.startsWith(said.open);
  return isQuoted ? answer : { ...answer, short: clip(words(answer.short), MAX_SHORT.fact) };
}

/** The clauses of a claim around the words of the question, with no word of "not" or "to be" in them. */
function isPlainlySo({ text }: Claim, terms: readonly Term[]): boolean {
  const folded = fold(text);
  const subjects = terms.filter(({ word }) => word.length > 1);
  const clauses = clausesOf(folded).map(({ start, end }) => folded.slice(start, end));
  return clauses
    .filter((clause) => subjects.some(({ word }) => clause.includes(word)))
    .every((clause) => !NOT_SO.test(clause));
}

/** The answer with a yes in front where one of its sentences says all that is asked; else as the report writes it. */
function affirmed(answer: Answered, { terms, matching, answerLanguage }: Understanding): Answered {
  const said = SAID[answerLanguage];
  const claim = answer.claims.find((each) => saysAll(terms, each.text) && isPlainlySo(each, terms));
  if (claim) {
    const words = answerLanguage === 'zh' && yesWord(matching) === '有' ? `有，${claim.text}` : said.equal(claim.text);
    return { ...answer, short: clip(words, MAX_SHORT.passage) };
  }
  const evidence = answer.claims.map(({ text }) => fold(text)).join('\n');
  const unsaid = terms.filter(
    ({ word, carried, synonyms }) =>
      !carried && isSubject(word) && [word, ...synonyms].every((each) => !evidence.includes(each)),
  );
  const bare = answer.short.startsWith(said.open) ? answer.short.slice(said.open.length) : answer.short;
  const short = (unsaid.length > 0 ? said.unsaid(unsaid.map(({ word }) => `“${word}”`).join('、')) : said.open) + bare;
  return { ...answer, short: clip(short, MAX_SHORT.passage), certainty: 'unsure' };
}

/** So many of the weightiest things that a question names are looked for in the whole texts. */
const MAX_LOOKED_FOR = 2;

/** The weightiest thing that a question names and that no report on its districts mentions; null if all are mentioned. */
function unmentioned(understanding: Understanding, resources: AnswerResources): string | null {
  const subjects = understanding.terms
    .filter(({ word, carried }) => !carried && isSubject(word))
    .sort((a, b) => b.weight - a.weight);
  const isAbsent = ({ word, synonyms }: Term): boolean =>
    [word, ...synonyms].every((each) => isNowhere(each, understanding, resources));
  const absent = subjects.slice(0, MAX_LOOKED_FOR).find(isAbsent);
  return absent ? stretchOf(absent.word, understanding.content) : null;
}

/** Returns the answer to a question for a yes or a no; null if it is none. */
export async function answerYesNo(
  understanding: Understanding,
  found: SearchResult,
  resources: AnswerResources,
): Promise<Answer | null> {
  if (understanding.language !== 'zh' || !isYesNo(understanding.matching)) return null;
  const stated = statedFigure(understanding.matching);
  const asked = stated ? askingFor(understanding, stated) : understanding;
  const absent = stated ? null : unmentioned(understanding, resources);
  if (absent !== null)
    return refusal(refusalBy('notMentioned'), {
      interpretation: interpretationOf(understanding),
      missing: [absent],
      nearest: [],
    });
  const given = await answerOne(asked, found, resources);
  const answer = { ...given, interpretation: interpretationOf(understanding) };
  if (answer.status === 'refused') return answer;
  return stated ? judged(answer, stated, asked) : affirmed(answer, understanding);
}
