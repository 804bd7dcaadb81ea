// How a question of a set is put: in which form, what a channel shows of it, which one is open.
import type { PosedQuestion, SetQuestion } from '../../quiz/learning/records.ts';
import { withoutIds } from '../../quiz/learning/session.ts';
import type { Item, ItemKind } from '../../quiz/types.ts';
import type { Block, Button, Posed } from '../reply.ts';
import type { Turn } from '../turn.ts';

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

/** Blocks and buttons shown before the next question. */
export interface Before {
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
}
