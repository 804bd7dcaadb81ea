// The laws that every item holds, judged on the finished item. It changes nothing: an item that breaks one is dropped.
import { fold } from '../../text/normalise.ts';
import { occursWhole } from '../../text/occurrence.ts';
import type { Item, ItemSubject } from '../types.ts';
import type { ItemDraft } from './draft.ts';
import { standsIn } from './statements/evidence.ts';

/** Limits of a Telegram poll, in UTF-16 units. */
export const LIMITS = { question: 300, option: 100, explanation: 200, options: 10 } as const;
const MIN_OPTIONS = 3;
const MIN_POINTS = 2;

function limitViolations(item: Item): string[] {
  const options = 'options' in item ? item.options : [];
  return [
    ...(item.question.length === 0 || item.question.length > LIMITS.question ? ['question-length'] : []),
    ...(item.explanation.length === 0 || item.explanation.length > LIMITS.explanation ? ['explanation-length'] : []),
    ...(options.some((option) => option.length === 0 || option.length > LIMITS.option) ? ['option-length'] : []),
    ...(options.length > LIMITS.options ? ['too-many-options'] : []),
    ...(new Set(options.map(fold)).size < options.length ? ['options-equal'] : []),
  ];
}

function standsInQuestion(words: string, { question }: Item): boolean {
  return occursWhole(words, question);
}

/** Words that must stand in the evidence and words that must not. */
interface Claims {
  readonly keys: readonly string[];
  readonly others: readonly string[];
  /** True if the keys are asked for, so that they must not stand in the question. */
  readonly isAsked: boolean;
}

function claimsOf(draft: ItemDraft): Claims {
  switch (draft.kind) {
    case 'single':
      return draft.subject === 'not-one-of'
        ? { keys: draft.distractors, others: [draft.key], isAsked: true }
        : { keys: [draft.key], others: draft.distractors, isAsked: true };
    case 'several':
      return { keys: draft.keys, others: draft.distractors, isAsked: true };
    case 'order':
      return { keys: draft.steps, others: [], isAsked: false };
    case 'true-false':
      return { keys: [draft.key], others: draft.altered === null ? [] : [draft.altered], isAsked: false };
    case 'fill-in':
      return { keys: [draft.accepted[0]], others: [], isAsked: true };
    case 'short-answer':
      // Each point stands in its own citation.
      return { keys: [], others: [], isAsked: false };
  }
}

/** Subjects whose keys are whole clauses, districts or dates: a repaired word in them is not what is asked for. */
const NOT_BY_WORD: readonly ItemSubject[] = ['practice-of-district', 'district-of-practice', 'date', 'statement'];

/** Returns what is asked for must be undamaged in the source: a word that was repaired is not asked about. */
function isDamaged(key: string, { citation, subject }: Item): boolean {
  return !NOT_BY_WORD.includes(subject) && !fold(citation.quote).includes(fold(key));
}

function evidenceViolations(item: Item, draft: ItemDraft): string[] {
  const { keys, others, isAsked } = claimsOf(draft);
  const points = item.kind === 'short-answer' ? item.keyPoints : [];
  const isEachCited = points.every(({ text, citation }) => standsIn(text, citation));
  const evidence = `${item.citation.quote}\n${item.citation.reading ?? ''}`;
  return [
    ...(isEachCited && keys.every((key) => standsIn(key, item.citation)) ? [] : ['key-not-in-evidence']),
    ...(keys.some((key) => isDamaged(key, item)) ? ['key-repaired'] : []),
    ...(others.some((other) => occursWhole(other, evidence)) ? ['distractor-in-evidence'] : []),
    ...(isAsked && keys.some((key) => standsInQuestion(key, item)) ? ['question-gives-key'] : []),
  ];
}

function optionViolations(item: Item): string[] {
  const isChoice = item.kind === 'single' || item.kind === 'several';
  if (isChoice && item.options.length < MIN_OPTIONS) return ['too-few-options'];
  if (item.kind === 'several' && item.correct.length === item.options.length) return ['all-options-right'];
  return item.kind === 'short-answer' && item.keyPoints.length < MIN_POINTS ? ['too-few-points'] : [];
}

/** Returns the laws that an item made from a draft breaks, by name; empty: none. */
export function violationsOf(item: Item, draft: ItemDraft): string[] {
  return [...limitViolations(item), ...optionViolations(item), ...evidenceViolations(item, draft)];
}
