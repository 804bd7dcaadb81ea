// Which reading of a turn holds: its answer must stand on words of the question, and on what it was read to speak of. It asks nothing.

import { refusalBy } from '../answer/decide.ts';
import { refusal } from '../answer/refusal.ts';
import { cuesOf } from '../lexicon/words/answer-cues.ts';
import { literalMatch } from '../read/match.ts';
import { fold } from '../text/normalise.ts';
import type { Answer, Citation } from '../types.ts';
import { isOnNamed } from '../understand/follow-up.ts';
import { placeWords } from '../understand/spoken.ts';
import { isSubject, isTelling } from '../understand/turn-words.ts';
import type { Term, Understanding } from '../understand/types.ts';
import type { AnswerContext } from './answer-context.ts';

/** A reading, and what it was answered. */
export interface Given {
  readonly understanding: Understanding;
  readonly answer: Answer;
}

/** So much of what stands before the cited words, within their paragraph, still tells what they speak of, in UTF-16 units. */
const CHARACTERS_BEFORE = 150;
/** The heaviest word of a question stands in the evidence by more than half of its parts (税收收入 is more than 收入). */
const MIN_OWN = 0.36;
/** The evidence holds at least this share of what the question before was about, by weight. */
const MIN_TOPIC = 0.34;
/** What it holds of that counts this much beside the question's own words. */
const TOPIC_WEIGHT = 0.3;
/** A stretch of the question of this length that stands in the evidence to the letter is a name, and counts this much more. */
const NAME_CHARACTERS = 3;
const NAME_WEIGHT = 0.5;
const WHY = /为什么|为何/u;
/** A question is taken to stand alone only if more of its own words, by this share, are in the evidence then. */
const MIN_GAIN = 0.15;

/** The words of a citation, with what stands before and above them, folded. */
function evidenceOf({ report, start, end, heading, reading }: Citation, { library }: AnswerContext): string {
  const before = library.textOf(report.id).slice(Math.max(0, start - CHARACTERS_BEFORE), end);
  const paragraph = before.slice(before.lastIndexOf('\n', before.length - (end - start)) + 1);
  return fold([report.title, ...heading, paragraph, reading ?? ''].join('\n'));
}

function share(terms: readonly Term[], evidence: string): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 1 : terms.reduce((sum, term) => sum + term.weight * literalMatch(term, evidence), 0) / total;
}

/** True if what is asked for is told: a question why needs words of cause. */
function tells({ asks }: Understanding, evidence: string): boolean {
  const [{ shape, text }] = asks;
  return shape !== 'how' || !WHY.test(text) || cuesOf(text).some((told) => told.test(evidence));
}

/** True if evidence lacks the heaviest word of a follow-up that reports hold at all, or all of its words. */
function missesOwn(own: readonly Term[], evidence: string, { retriever }: AnswerContext): boolean {
  const telling = own.filter(({ word }) => isTelling(word)).sort((a, b) => b.weight - a.weight);
  const heaviest = telling.find(({ word }) => retriever.occurs(word)) ?? telling[0];
  return heaviest !== undefined && literalMatch(heaviest, evidence) < MIN_OWN;
}

/** How well an answer stands on the words of its question, ≥ 0; null: not at all. */
function standing({ understanding, answer }: Given, topic: readonly Term[], context: AnswerContext): number | null {
  if (answer.status === 'refused') return null;
  const { carries, terms, content } = understanding;
  const [evidence = '', ...more] = answer.citations.map((citation) => evidenceOf(citation, context));
  const own = terms.filter(({ carried }) => !carried);
  if ((carries === 'topic' || carries === 'place') && missesOwn(own, evidence, context)) return null;
  if (carries !== 'nothing' && !tells(understanding, evidence)) return null;
  const ofTopic = share(topic, evidence);
  if (carries === 'topic' && ofTopic < MIN_TOPIC) return null;
  const name = content.split(/\s+/u).find((part) => part.length >= NAME_CHARACTERS);
  const whole = [evidence, ...more].join('\n');
  const named = name !== undefined && whole.includes(name) ? NAME_WEIGHT : 0;
  return share(own, whole) + named + TOPIC_WEIGHT * ofTopic - (carries === 'nothing' ? MIN_GAIN : 0);
}

/** The answer of the reading that stands best on the evidence; where none does, a refusal of the likeliest. */
export function choiceAmong(given: readonly [Given, ...Given[]], context: AnswerContext): Answer {
  const [first] = given;
  const alone = given.find(({ understanding }) => understanding.carries === 'nothing');
  if (given.length === 1 && alone) return alone.answer;
  const carried = given.flatMap(({ understanding }) => understanding.terms.filter((term) => term.carried));
  const subjects = carried.filter(({ word }) => isSubject(word));
  const topic = subjects.length > 0 ? subjects : carried;
  const judged = given.map((one) => ({ ...one, worth: standing(one, topic, context) }));
  const best = judged.reduce((a, b) => ((b.worth ?? -1) > (a.worth ?? -1) ? b : a));
  const isNamed = alone !== undefined && isOnNamed(alone.understanding);
  if (best.worth === null) return isNamed ? alone.answer : refusedAs(first);
  return best.understanding === alone?.understanding && !isNamed ? told(best.answer, first.understanding) : best.answer;
}

/** An answer from elsewhere than the district spoken of tells whose it is. */
function told(answer: Answer, { districts }: Understanding): Answer {
  const district = answer.status === 'answered' ? answer.citations[0].report.district : null;
  if (district === null || districts.length === 0 || districts.includes(district)) return answer;
  const { interpretation } = answer;
  const question = `${placeWords([district])}：${interpretation.question}`;
  return { ...answer, interpretation: { ...interpretation, question, districts: [district] } };
}

function refusedAs({ answer, understanding }: Given): Answer {
  if (answer.status === 'refused') return answer;
  const { interpretation } = answer;
  const own = understanding.terms.filter(({ carried, word }) => !carried && isTelling(word));
  return refusal(refusalBy('ownWordsMissing'), { interpretation, missing: own.map(({ word }) => word), nearest: [] });
}
