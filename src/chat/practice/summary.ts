// The summary of a finished set: how it went and what was wrong, or, of an exam, that it was handed in.
import { answerInFull } from '../../quiz/grade/answer-text.ts';
import { dayOf, momentOf, streakOf } from '../../quiz/learning/days.ts';
import { tallyOf } from '../../quiz/learning/progress.ts';
import type { PracticeSet, SetQuestion } from '../../quiz/learning/records.ts';
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

/** Returns a paper is in: how much was answered, and when results come. */
export function handedIn(set: PracticeSet, setProgress: readonly SetQuestion[], turn: Turn): [Block, ...Block[]] {
  const exam = set.exam === null ? null : turn.parts.state.learning.exams.find(set.exam);
  const { answered, all } = tallyOf(setProgress);
  const endsAt = exam?.endsAt ?? set.closesAt;
  const until = endsAt > turn.parts.now() ? momentOf(endsAt, zoneOf(turn)) : null;
  return [{ kind: 'text', text: turn.wording.paperDone(answered, all, until) }];
}
