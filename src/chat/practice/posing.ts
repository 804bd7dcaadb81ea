// Puts the questions of a set, one after the other: what is open, how it is shown, what comes when none is left.

import type { PosedQuestion, PracticeSet, SetQuestion } from '../../quiz/learning/records.ts';
import { withoutIds } from '../../quiz/learning/session.ts';
import type { Item, ItemKind } from '../../quiz/types.ts';
import type { Block, Button, Posed, Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { handedIn, summary } from './summary.ts';

const FORMS: Readonly<Record<ItemKind, Posed['form']>> = {
  single: 'one',
  'true-false': 'one',
  several: 'several',
  order: 'order',
  'fill-in': 'typed',
  'short-answer': 'typed',
};

/** Returns the items that practice may put now: neither retired nor kept back for an exam. */
export function playableItems({ parts }: Turn): Item[] {
  const { cards, exams } = parts.state.learning;
  return withoutIds(parts.service.items(), cards.retired(), exams.reserved(parts.now()));
}

/** Returns how an item is answered. */
export function formOf({ kind }: Item): Posed['form'] {
  return FORMS[kind];
}

/** Returns what a channel shows of a question. In an exam no key, and the time that is left. */
export function posedOf({ token, item, purpose, closesAt }: PosedQuestion, now: Date): Posed {
  const options = 'options' in item ? item.options : [];
  const isRevealed = purpose !== 'exam' && 'correct' in item && item.kind !== 'order';
  const correct = 'correct' in item ? [item.correct].flat() : [];
  const leftSeconds = Math.max(1, Math.floor((closesAt.getTime() - now.getTime()) / 1_000));
  return {
    token,
    form: formOf(item),
    question: item.question,
    options,
    key: isRevealed ? { correct, explanation: item.explanation } : null,
    closesInSeconds: purpose === 'exam' ? leftSeconds : null,
  };
}

/** Returns the question of a set that is open: the first that is neither answered nor skipped; null: none. */
export function openQuestion(setProgress: readonly SetQuestion[]): PosedQuestion | null {
  return setProgress.find(({ question, attempt }) => attempt === null && !question.isSkipped)?.question ?? null;
}

/** Returns the learner's open question in the chat of the turn; null: none. */
export function openIn(turn: Pick<Turn, 'parts' | 'speaker'>): PosedQuestion | null {
  const { sets } = turn.parts.state.learning;
  const { channel, user, chat } = turn.speaker;
  const set = sets.underWay({ channel, user }, turn.parts.now());
  return set === null || set.chat !== chat ? null : openQuestion(sets.progress(set.id));
}

/** Blocks and buttons shown before the next question. */
export interface Before {
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
}

/** Goes on with a set: its open question, or the end where there is none or the set has ended. Asking twice shows the same question again. */
export function goOn(set: PracticeSet, turn: Turn, { blocks = [], buttons = [] }: Partial<Before> = {}): Reply {
  const { learning } = turn.parts.state;
  const now = turn.parts.now();
  const setProgress = learning.sets.progress(set.id);
  const isOver = set.endedAt !== null || set.closesAt <= now;
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
