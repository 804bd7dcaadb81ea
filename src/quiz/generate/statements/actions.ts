// Actions of a district, each as a clause that can stand as an option: short, opening with its verb, dating and pointing to nothing.

import { relatedTo, topicsIn } from '../../../lexicon/words/topics.ts';
import { clausesOf, trimMarks } from '../../../text/clauses.ts';
import { fold } from '../../../text/normalise.ts';
import type { Span } from '../../../types.ts';
import { opensWithVerb } from './clause-words.ts';
import type { ReportLine } from './sources.ts';

const MAX_CHARACTERS = 40;
const MIN_CHARACTERS = 6;
const MAX_TOPICS = 4;
/** Dates, words that point back, and what is said of effects rather than actions. */
const UNFIT = /\d{4}|去年|今年|[该此其这]|提供了|赢得|奠定|面对|成为|将|力争|(?:说|表示|介绍|称)$/u;

/** 创新 as a verb or a watchword tells no topic. */
const WATCHWORD = /创新/gu;

/** Returns the topics of an action: those of its words, its sentence and its headings that its own words speak of; a topic that they name gives it away. */
export function actionTopics(clause: string, { plain, passage }: ReportLine): readonly string[] {
  const told = fold(clause.replace(WATCHWORD, ''));
  const topics = [clause, plain, passage.heading.join('\n')].flatMap((words) => topicsIn(words.replace(WATCHWORD, '')));
  const isSpokenOf = (topic: string): boolean => [topic, ...relatedTo(topic)].some((word) => told.includes(word));
  return [...new Set(topics)].filter(isSpokenOf).slice(0, MAX_TOPICS);
}

const JOINING = /^(?:[^，。：:“”]{1,8}[：:])?[也还并又]?/u;

/** Returns the clause round a span, as an option; null where it is none. */
export function actionClauseIn(plain: string, { start, end }: Span): string | null {
  const span = clausesOf(plain).find((clause) => clause.start <= start && end <= clause.end);
  const clause = span ? trimMarks(plain.slice(span.start, span.end)).replace(JOINING, '') : '';
  if (clause.length > MAX_CHARACTERS || clause.length < MIN_CHARACTERS || !opensWithVerb(clause)) return null;
  const isWhole = clause.split('“').length === clause.split('”').length;
  return isWhole && !UNFIT.test(clause) ? clause : null;
}
