// From a question and an excerpt to what the shipped reader gets: `<s> question </s></s> context excerpt </s>` as piece ids.
// The same in training (`scripts/dev/reader/encode.py`): change both or neither.
import type { Span } from '../../types.ts';
import type { Excerpt, ExcerptContext } from '../reader.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Most pieces of each part. */
const MAX_PIECES = { question: 40, context: 36, excerpt: 160 } as const;
const FIRST = 0;
const SEPARATOR = 2;
/** The parts of a context with their labels and most characters, in their order. */
const PARTS: readonly { key: keyof ExcerptContext; label: string; maxCharacters: number }[] = [
  { key: 'title', label: '标题', maxCharacters: 24 },
  { key: 'district', label: '地区', maxCharacters: 12 },
  { key: 'period', label: '时间', maxCharacters: 12 },
  { key: 'heading', label: '章节', maxCharacters: 16 },
];

/** What the reader gets, and where the excerpt's pieces stand. */
export interface Encoded {
  readonly ids: readonly number[];
  /** Position of the excerpt's first piece among the ids. */
  readonly offset: number;
  /** Where each of the excerpt's pieces stands in its text. */
  readonly spans: readonly Span[];
}

/** A context in words: `标题：…｜地区：…。`, the known parts alone; empty where none is known. */
export function contextText(context: ExcerptContext): string {
  const known = PARTS.filter(({ key }) => context[key] !== '').map(
    ({ key, label, maxCharacters }) => `${label}：${[...context[key]].slice(0, maxCharacters).join('')}`,
  );
  return known.length > 0 ? `${known.join('｜')}。` : '';
}

/** Encodes a question with an excerpt; what is too long is cut at its end. */
export function encode(tokenizer: Tokenizer, question: string, excerpt: Excerpt): Encoded {
  const asked = tokenizer.pieces(question).ids.slice(0, MAX_PIECES.question);
  const context = tokenizer.pieces(contextText(excerpt)).ids.slice(0, MAX_PIECES.context);
  const head = [FIRST, ...asked, SEPARATOR, SEPARATOR, ...context];
  const { ids, spans } = tokenizer.pieces(excerpt.text);
  const kept = ids.slice(0, MAX_PIECES.excerpt);
  return { ids: [...head, ...kept, SEPARATOR], offset: head.length, spans: spans.slice(0, MAX_PIECES.excerpt) };
}
