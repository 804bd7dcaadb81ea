// Puts the questions of a set, one after the other: what is open, how it is shown, what comes when none is left.

import type { PosedQuestion, PracticeSet } from '../../quiz/learning/records.ts';
import type { Block, Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { isFree, showPaper, standingAt } from './free-paper.ts';
import { type Before, openQuestion, posedOf } from './posed.ts';
import { handedIn, summary } from './summary.ts';

/** Returns the learner's open question in the chat of the turn; null: none. */
export function openIn(turn: Pick<Turn, 'parts' | 'speaker'>): PosedQuestion | null {
  const { sets } = turn.parts.state.learning;
  const { channel, user, chat } = turn.speaker;
  const set = sets.underWay({ channel, user }, turn.parts.now());
  if (set === null || set.chat !== chat) return null;
  const progress = sets.progress(set.id);
  return isFree(set, turn) ? (standingAt(set, progress)?.question ?? null) : openQuestion(progress);
}

/** Goes on with a set: its open question, or the end where there is none or the set has ended. Asking twice shows the same question again. */
export function goOn(set: PracticeSet, turn: Turn, { blocks = [], buttons = [] }: Partial<Before> = {}): Reply {
  const { learning } = turn.parts.state;
  const now = turn.parts.now();
  const setProgress = learning.sets.progress(set.id);
  const isOver = set.endedAt !== null || set.closesAt <= now;
  if (!isOver && isFree(set, turn)) return showPaper(set, turn, { blocks, buttons });
  const question = isOver ? null : openQuestion(setProgress);
  if (question === null) {
    learning.sets.end(set.id, now);
    const end = set.purpose === 'exam' ? handedIn(set, setProgress, turn) : summary(setProgress, turn);
    const [first, ...rest] = [...blocks, ...end];
    return { language: turn.speaker.language, blocks: [first ?? end[0], ...rest], buttons };
  }
  learning.questions.show(question.token, now);
  const place: Block = { kind: 'notice', text: turn.wording.place(question.n + 1, setProgress.length) };
  const [first, ...rest] = [...blocks, place];
  return {
    language: turn.speaker.language,
    blocks: [first ?? place, ...rest],
    buttons,
    posed: posedOf(question, now),
  };
}
