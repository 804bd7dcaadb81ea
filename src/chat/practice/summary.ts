// The summary of a finished set: how it went and what was wrong, or, of an exam, that it was handed in.
import { answerInFull } from '../../quiz/grade/answer-text.ts';
import { dayOf, momentOf, streakOf } from '../../quiz/learning/days.ts';
import { resultsFrom } from '../../quiz/learning/exam-rules.ts';
import { tallyOf } from '../../quiz/learning/progress.ts';
import type { Exam, PracticeSet, SetQuestion } from '../../quiz/learning/records.ts';
import { clip } from '../asking/place.ts';
import type { Block } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { learnerOf, zoneOf } from './learner.ts';

const MAX_WRONG = 10;
const MAX_QUESTION_CHARACTERS = 80;
/** The explanation of a statement fits, with the word before it. */
const MAX_ANSWER_CHARACTERS = 210;
/** Fewer days in a row are nothing to speak of. */
const MIN_STREAK_DAYS = 2;

/** Returns the wrong ones of a set with their right answers, a line each. */
export function wrongLines(setProgress: readonly SetQuestion[], { wording }: Turn): string[] {
  return setProgress
    .filter(({ attempt }) => attempt?.isRight === false)
    .slice(0, MAX_WRONG)
    .map(({ question: { item } }) =>
      wording.wrongOne(
        clip(item.question, MAX_QUESTION_CHARACTERS),
        wording.rightAnswer(clip(answerInFull(item), MAX_ANSWER_CHARACTERS)),
      ),
    );
}

/** Returns the end of a set: n of m right, the wrong ones, days in a row. */
export function summary(setProgress: readonly SetQuestion[], turn: Turn): [Block, ...Block[]] {
  const { wording, parts } = turn;
  const tally = tallyOf(setProgress);
  if (tally.answered === 0) return [{ kind: 'text', text: wording.notAnswered }];
  const now = parts.now();
  const zone = zoneOf(turn);
  const history = parts.state.learning.history.of(learnerOf(turn), now);
  const days = streakOf(
    history.map(({ at }) => dayOf(at, zone)),
    dayOf(now, zone),
  );
  const wrong = wrongLines(setProgress, turn);
  return [
    { kind: 'headline', text: wording.summary(tally) },
    ...(wrong.length > 0 ? [{ kind: 'text', text: wrong.join('\n') } as const] : []),
    ...(days >= MIN_STREAK_DAYS ? [{ kind: 'notice', text: wording.streak(days) } as const] : []),
  ];
}

/** Returns when a paper was handed in: by its learner, or by the end of its time; null: it is under way. */
export function finishedAt({ endedAt, closesAt }: PracticeSet, now: Date): Date | null {
  if (endedAt === null) return closesAt <= now ? closesAt : null;
  return endedAt < closesAt ? endedAt : closesAt;
}

/** Returns a learner's own result of an exam, and what was wrong; questions that were taken out count for nobody. */
export function ownLines({ code, rules: { passShare } }: Exam, paper: PracticeSet, turn: Turn): string[] {
  const { sets, cards } = turn.parts.state.learning;
  const withdrawn = cards.retired();
  const setProgress = sets.progress(paper.id).filter(({ question }) => !withdrawn.has(question.item.id));
  const tally = tallyOf(sets.progress(paper.id), withdrawn);
  const wrong = wrongLines(setProgress, turn);
  return [turn.wording.ownResult(code, { tally, passShare }), ...(wrong.length > 0 ? [wrong.join('\n')] : [])];
}

/** Returns a paper is in: how much was answered, and when results come; the result itself where it may be told at once. */
export function handedIn(set: PracticeSet, setProgress: readonly SetQuestion[], turn: Turn): [Block, ...Block[]] {
  const exam = set.exam === null ? null : turn.parts.state.learning.exams.find(set.exam);
  const { answered, all } = tallyOf(setProgress);
  const now = turn.parts.now();
  const from = exam === null ? set.closesAt : resultsFrom(exam.rules, exam.endsAt, finishedAt(set, now) ?? now);
  const until = from > now ? momentOf(from, zoneOf(turn)) : null;
  const done: Block = { kind: 'text', text: turn.wording.paperDone(answered, all, until) };
  const isTold = exam !== null && exam.rules.results === 'hand-in';
  return [done, ...(isTold ? ownLines(exam, set, turn).map((text): Block => ({ kind: 'text', text })) : [])];
}
