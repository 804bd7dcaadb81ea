// A draft made into an item: options shuffled, explanation and citation added, every law checked. A draft that fails is dropped.
import type { Library } from '../../types.ts';
import { digest, pick, shuffled } from '../chance.ts';
import type { Item, ItemBase, ItemId, KeyPoint } from '../types.ts';
import { faultsOf } from './checks.ts';
import type { Draft } from './draft.ts';
import { citationOf, spanHashOf } from './evidence.ts';
import { explanationOf } from './explanation.ts';
import { topicOf } from './topic.ts';

/** The options of a right-or-wrong item. */
export const TRUE_FALSE_OPTIONS = ['正确', '错误'] as const;
const ID_CHARACTERS = 16;

function keyOf(draft: Draft): string {
  switch (draft.kind) {
    case 'single':
    case 'true-false':
      return draft.key;
    case 'several':
      return draft.keys[0] ?? '';
    case 'order':
      return draft.steps[0] ?? '';
    case 'fill-in':
      return draft.accepted[0];
    case 'short-answer':
      return draft.points[0]?.text ?? '';
  }
}

function baseOf(draft: Draft, library: Library): ItemBase {
  const { subject, question, source, evidence } = draft;
  const citation = citationOf(evidence, library);
  const spanHash = spanHashOf(citation);
  const all = JSON.stringify(
    draft.kind === 'several' ? draft.keys : draft.kind === 'order' ? draft.steps : keyOf(draft),
  );
  return {
    id: digest(draft.kind, question, all, spanHash).slice(0, ID_CHARACTERS) as ItemId,
    subject,
    question,
    explanation: explanationOf(citation, keyOf(draft)),
    citation,
    spanHash,
    district: source.district,
    topic: topicOf(evidence),
  };
}

function withKind(draft: Draft, base: ItemBase, library: Library): Item | null {
  switch (draft.kind) {
    case 'single': {
      // The place of the key is drawn by itself, so that it is as likely everywhere whatever the options are.
      const others = shuffled(draft.distractors, base.id);
      const correct = pick(`${base.id} place`, others.length + 1);
      const options = [...others.slice(0, correct), draft.key, ...others.slice(correct)];
      return { ...base, kind: 'single', options, correct };
    }
    case 'true-false':
      return { ...base, kind: 'true-false', options: TRUE_FALSE_OPTIONS, correct: draft.isTrue ? 0 : 1 };
    case 'several': {
      const options = shuffled([...draft.keys, ...draft.distractors], base.id);
      const correct = options.flatMap((option, index) => (draft.keys.includes(option) ? [index] : []));
      return { ...base, kind: 'several', options, correct };
    }
    case 'order': {
      const options = shuffled(draft.steps, base.id);
      return { ...base, kind: 'order', options, correct: draft.steps.map((step) => options.indexOf(step)) };
    }
    case 'fill-in':
      return { ...base, kind: 'fill-in', accepted: draft.accepted };
    case 'short-answer': {
      const points = draft.points.map(
        ({ text, evidence }): KeyPoint => ({ text, citation: citationOf(evidence, library) }),
      );
      const [first, ...rest] = points;
      return first ? { ...base, kind: 'short-answer', keyPoints: [first, ...rest] } : null;
    }
  }
}

/** The item that a draft makes; null where it breaks a law. */
export function itemOf(draft: Draft, library: Library): Item | null {
  const item = withKind(draft, baseOf(draft, library), library);
  return item && faultsOf(item, draft).length === 0 ? item : null;
}
