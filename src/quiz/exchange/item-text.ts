// An item as plain texts, as tables and other programs exchange it; and the way back, onto a passage that is indexed.

import type { Citation } from '../../types.ts';
import { digest } from '../random-choice.ts';
import type { Item, ItemId, ItemKind, KeyPoint } from '../types.ts';

/** An item as plain texts. */
export interface ItemText {
  readonly kind: ItemKind;
  readonly question: string;
  /** All options in their order; none where one writes. */
  readonly options: readonly string[];
  /** The right options, the steps in their order, the accepted answers, or the key points. */
  readonly right: readonly string[];
  readonly explanation: string;
  /** Full name; empty: none. */
  readonly district: string;
  readonly topic: string;
  /** Title of the report; empty: not known. */
  readonly title: string;
  /** The words that state the key; empty: not known. */
  readonly quote: string;
}

function rightOf(item: Item): string[] {
  switch (item.kind) {
    case 'single':
    case 'true-false':
      return [item.options[item.correct] ?? ''];
    case 'several':
    case 'order':
      return item.correct.map((index) => item.options[index] ?? '');
    case 'fill-in':
      return [...item.accepted];
    case 'short-answer':
      return item.keyPoints.map(({ text }) => text);
  }
}

/** Returns an item as plain texts. */
export function textOfItem(item: Item): ItemText {
  const { kind, question, explanation, district, topic, citation } = item;
  return {
    ...{ kind, question, explanation, topic, district: district ?? '', right: rightOf(item) },
    options: 'options' in item ? item.options : [],
    title: citation.report.title,
    quote: citation.quote,
  };
}

/** Why texts make no item. */
export type ItemTextFault = 'question' | 'options' | 'right';

/** Returns the item that texts make on a passage, or why they make none. */
export function itemOfText(text: ItemText, citation: Citation): Item | ItemTextFault {
  const { kind, question, right, explanation, topic } = text;
  if (question.trim() === '' || question.length > 300) return 'question';
  const [first, ...more] = right.filter((one) => one.trim() !== '');
  if (first === undefined) return 'right';
  const district = text.district === '' ? citation.report.district : text.district;
  const spanHash = digest(citation.quote, citation.report.id);
  const id = digest('own', kind, question, ...right, spanHash).slice(0, 16) as ItemId;
  const base = { id, subject: 'statement', question, explanation, citation, spanHash, district, topic } as const;
  if (kind === 'fill-in') return { ...base, kind, accepted: [first, ...more] };
  if (kind === 'short-answer') {
    const points = [first, ...more].map((point): KeyPoint => ({ text: point, citation }));
    const [head, ...tail] = points;
    return head === undefined ? 'right' : { ...base, kind, keyPoints: [head, ...tail] };
  }
  return choiceOf(kind, { text, base, right: [first, ...more] });
}

interface ChoiceParts {
  readonly text: ItemText;
  readonly base: Omit<Item, 'kind'>;
  readonly right: readonly string[];
}

function choiceOf(
  kind: 'single' | 'true-false' | 'several' | 'order',
  { text, base, right }: ChoiceParts,
): Item | ItemTextFault {
  const { options } = text;
  const isClean = options.every((option) => option.trim() !== '' && option.length <= 100);
  if (options.length < 2 || options.length > 10 || new Set(options).size !== options.length || !isClean)
    return 'options';
  const correct = right.map((one) => options.indexOf(one));
  if (correct.includes(-1)) return 'right';
  const [only = 0, ...others] = correct;
  if (kind === 'single' || kind === 'true-false')
    return others.length > 0 ? 'right' : ({ ...base, kind, options, correct: only } as Item);
  if (kind === 'order')
    return correct.length === options.length ? ({ ...base, kind, options, correct } as Item) : 'right';
  const isSome = correct.length > 1 && correct.length < options.length;
  return isSome ? ({ ...base, kind, options, correct: [...correct].sort((a, b) => a - b) } as Item) : 'right';
}

const SOURCE = /\s*(?:出处|Source)[:：]\s*《(.*?)》[:：]?\s*“([\s\S]*)”\s*$/u;

/** Returns the explanation with its source, for programs that have one field for both. */
export function explanationWithSource({ explanation, title, quote }: ItemText): string {
  return quote === '' ? explanation : `${explanation} 出处：《${title}》：“${quote}”`;
}

/** Reads an explanation back that may end with its source. */
export function readExplanation(text: string): Pick<ItemText, 'explanation' | 'title' | 'quote'> {
  const [whole = '', title = '', quote = ''] = SOURCE.exec(text) ?? [];
  return { explanation: text.slice(0, text.length - whole.length).trim(), title, quote };
}
