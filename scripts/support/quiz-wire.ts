// Quiz items as the contract prints them: one JSON object each. It draws none.
import type { Item } from '../../src/quiz/types.ts';
import { citationJson } from './wire.ts';

/** What is right, by kind: an index, indices, the accepted texts, or the key points' texts. */
function answersOf(item: Item): object {
  switch (item.kind) {
    case 'single':
    case 'true-false':
    case 'several':
    case 'order':
      return { options: item.options, correct: item.correct };
    case 'fill-in':
      return { options: [], correct: item.accepted, accepted: item.accepted };
    case 'short-answer': {
      const keyPoints = item.keyPoints.map(({ text, citation }) => ({ text, citation: citationJson(citation) }));
      return { options: [], correct: item.keyPoints.map(({ text }) => text), keyPoints };
    }
  }
}

/** An item as `quiz export` prints it. */
export function itemJson(item: Item): object {
  const { id, kind, subject, question, explanation, citation, district, topic } = item;
  return {
    id,
    kind,
    subject,
    question,
    ...answersOf(item),
    explanation,
    citation: citationJson(citation),
    district,
    topic,
  };
}
