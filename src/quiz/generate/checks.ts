// What a finished item must keep of its draft, and with it all laws of the checker. It changes nothing: an item that breaks one is dropped.
import { fold } from '../../text/normalise.ts';
import { occursWhole } from '../../text/occurrence.ts';
import type { Library } from '../../types.ts';
import { checkItem } from '../check/check-item.ts';
import type { Item, ItemSubject } from '../types.ts';
import type { ItemDraft } from './draft.ts';
import { standsIn } from './statements/evidence.ts';

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
        : { keys: [draft.stated ?? draft.key], others: draft.distractors, isAsked: true };
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

/** Returns the laws that an item made from a draft breaks, by name; empty: none. */
export function violationsOf(item: Item, draft: ItemDraft, library: Library): string[] {
  return [...checkItem(item, library), ...evidenceViolations(item, draft)];
}
