// A reader's judgement over the sentences that rank best: it reads them in windows and orders them anew.
import { fold, simplified } from '../text/normalise.ts';
import type { Sentence } from '../types.ts';
import { CHANGE_ASKED, subjectIn } from '../understand/turn-words.ts';
import type { Ask, Understanding } from '../understand/types.ts';
import { judgementsOf, type SentenceJudgement, windowsFor } from './excerpts.ts';
import type { Ranked } from './ranking.ts';
import type { Reader } from './reader.ts';

/** Windows read for a question with one ask, and for each ask of several. */
const MAX_WINDOWS = { alone: 6, each: 4 } as const;
/** What the logarithm of the reader's belief in a sentence adds to its score, in units of the ranking. */
const BELIEF_WEIGHT = 1.5;
/** Belief in a sentence that the reader did not get to see, and the least that one counts for. */
const MIN_BELIEF = 0.01;

/** What a reader says of the sentences of one ask. */
export type Judged = ReadonlyMap<Sentence, SentenceJudgement>;

/** A reader that said nothing. */
export const UNJUDGED: Judged = new Map();

/** What stands before the first ask of a question, which all of them are of; a later one that asks how it changed is of its measure too. */
function subjectOf({ question, asks: [first] }: Understanding, ask: Ask): string {
  const folded = fold(question);
  // An ask has blanks where the question names a district.
  const at = folded.indexOf(first.text.trim());
  const before = folded.slice(0, Math.max(0, at));
  return ask !== first && CHANGE_ASKED.test(ask.text)
    ? before + subjectIn(first.text.trim(), (text) => text === '')
    : before;
}

/** Returns the question that one ask puts by itself: the whole question where it is the only one. */
export function questionFor(understanding: Understanding, ask: Ask): string {
  const { question, matching, language, asks, scope, districts } = understanding;
  if (language !== 'zh') return matching;
  if ((scope === 'one' || scope === 'which') && asks.length === 1) return simplified(question);
  const subject = scope === 'one' ? subjectOf(understanding, ask) : (districts[0] ?? '');
  return simplified(`${subject}${ask.text.trim()}`);
}

/** Reads the best sentences for each ask of a question. @throws AppError 'reader/…' where the reader cannot read */
export async function judge(
  understanding: Understanding,
  ranked: readonly Ranked[],
  reader: Reader,
): Promise<readonly Judged[]> {
  const { asks } = understanding;
  const windows = windowsFor(ranked, asks.length === 1 ? MAX_WINDOWS.alone : MAX_WINDOWS.each);
  const excerpts = windows.map(({ excerpt }) => excerpt);
  return Promise.all(
    asks.map(async (ask) => judgementsOf(windows, await reader.read(questionFor(understanding, ask), excerpts))),
  );
}

/** Returns the reader's belief that the words it points at in a sentence answer, 0 … 1. */
export function beliefIn(judgement: SentenceJudgement | undefined): number {
  return judgement ? judgement.answered * judgement.share : 0;
}

/** Returns the reader's belief in the likeliest words of a sentence themselves, 0 … 1: where it is high, they are taken as they stand. */
export function beliefInWords(judgement: SentenceJudgement | undefined): number {
  return judgement ? judgement.answered * (judgement.spans[0]?.probability ?? 0) : 0;
}

/** A reader that believes this much in a sentence, or in a few words of it, is taken at it. */
export const MIN_TAKEN_BELIEF = 0.5;
/** … and at this much even against the ranking, or against the words of the question. */
export const MIN_SURE_BELIEF = 0.85;

/** Orders sentences by their ranking and the reader's belief together. */
export function rerank(ranked: readonly Ranked[], judged: Judged): readonly Ranked[] {
  if (judged.size === 0) return ranked;
  const floor = Math.log(MIN_BELIEF);
  return ranked
    .map((one) => {
      const belief = Math.max(MIN_BELIEF, beliefIn(judged.get(one.candidate.prepared.sentence)));
      return { ...one, score: one.score + BELIEF_WEIGHT * (Math.log(belief) - floor) };
    })
    .sort((a, b) => b.score - a.score || a.candidate.prepared.sentence.start - b.candidate.prepared.sentence.start);
}
