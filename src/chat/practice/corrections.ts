// Corrections of what was graded: a learner judges an answer that is near, takes the last one back; a trainer marks one of an exam.
import type { PosedQuestion } from '../../quiz/learning/records.ts';
import type { Reply } from '../reply.ts';
import { note, say, type Turn } from '../turn.ts';
import { learnerOf } from './learner.ts';
import { nextSchedule } from './paced.ts';
import { goOn } from './posing.ts';

/** Returns a pressed `self:TOKEN:right` or `…:wrong`: the learner has compared the answer with the points. */
export function pressSelfMark([token = '', word = '']: readonly string[], turn: Turn): Reply {
  const { questions } = turn.parts.state.learning;
  const question = questions.find(token);
  const learner = learnerOf(turn);
  const own = questions.attempts(token).find(({ learner: { user } }) => user === learner.user);
  if (question === null || question.purpose === 'exam' || own === undefined || !own.isDoubtful)
    return note(turn, turn.wording.gone);
  const isRight = word === 'right';
  mark(question, { learner, isRight }, turn);
  return note(turn, turn.wording.selfMarked(isRight));
}

/** Returns a pressed `mark:TOKEN:right` or `…:wrong`: a trainer judges an answer of an exam. */
export function pressMark([token = '', word = '']: readonly string[], turn: Turn): Reply {
  const { questions } = turn.parts.state.learning;
  const question = questions.find(token);
  const [attempt] = questions.attempts(token);
  const isTheirs = question?.channel === turn.account.channel && question.purpose === 'exam';
  if (question === null || attempt === undefined || !isTheirs) return note(turn, turn.wording.gone);
  mark(question, { learner: attempt.learner, isRight: word === 'right' }, turn);
  return note(turn, turn.wording.handMarked);
}

interface Mark {
  readonly learner: ReturnType<typeof learnerOf>;
  readonly isRight: boolean;
}

function mark({ token, item }: PosedQuestion, { learner, isRight }: Mark, turn: Turn): void {
  turn.parts.state.learning.questions.mark(token, learner, {
    isRight,
    share: isRight ? 1 : 0,
    review: (before, right, at) => nextSchedule(before, { item, isRight: right, at }, turn),
  });
}

/** `/undo`: takes the latest answer of practice back, and puts its question again. */
export function undoCommand(_argument: string, turn: Turn): Reply {
  const { questions, sets } = turn.parts.state.learning;
  const question = questions.undo(learnerOf(turn), turn.parts.now());
  if (question === null) return say(turn, turn.wording.nothingToUndo);
  const set = question.set === null ? null : sets.find(question.set);
  const undone = { kind: 'notice', text: turn.wording.undone } as const;
  return set === null ? say(turn, turn.wording.undone) : goOn(set, turn, { blocks: [undone] });
}

/** Returns a pressed `undo:TOKEN`: that answer is taken back if it is still the latest. */
export function pressUndo([token = '']: readonly string[], turn: Turn): Reply {
  const latest = turn.parts.state.learning.questions.latest(learnerOf(turn));
  return latest?.token === token ? undoCommand('', turn) : note(turn, turn.wording.nothingToUndo);
}
