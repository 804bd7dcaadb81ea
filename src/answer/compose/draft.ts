// A draft of an answer: the direct answer and the sentences it rests on, before citations are numbered.
import type { Candidate } from '../../read/candidates.ts';
import { extractClauses } from '../../read/cut.ts';
import type { Judged } from '../../read/judging.ts';
import type { Quantity } from '../../text/numbers.ts';
import type { Understanding } from '../../understand/types.ts';

/** The most characters of a direct answer: for a figure, name or date, and otherwise (UTF-16 units). */
export const MAX_SHORT = { fact: 160, passage: 500 } as const;

/** A direct answer and the sentences that support it. */
export interface Draft {
  /** Direct answer; every piece of it stands in one of the supports, as read. */
  readonly short: string;
  /** Sentences that support it, most important first; never none. */
  readonly supports: readonly [Candidate, ...Candidate[]];
  /** Share of a reader's belief that falls into the value of the direct answer, 0 … 1; absent without a reader, and of clauses. */
  readonly pointed?: number;
  /** The figure that the direct answer begins with, in the first of the supports; absent where it begins with none. */
  readonly figure?: Quantity;
  /** True if the direct answer is a sentence, because ranking and reader point at different values. Default false. */
  readonly isUnsure?: boolean;
  /** Figures of the direct answer that no report states: computed by code from cited ones, or the question's own. Default none. */
  readonly computed?: readonly string[];
}

const AS_WRITTEN = { zh: '原文这样写：', en: 'The report says: ' } as const;

/** Returns a draft that says the sentence instead of a value cut out of it, for where it is not sure which value answers. */
export function sentenceOf(
  { supports }: Draft,
  { terms, answerLanguage, judged }: Pick<Understanding, 'terms' | 'answerLanguage'> & { readonly judged: Judged },
): Draft {
  const lead = AS_WRITTEN[answerLanguage];
  const { window } = extractClauses({ terms, judged }, supports[0].prepared, MAX_SHORT.fact - lead.length);
  return { short: lead + window, supports, isUnsure: true };
}

/** Shortens at the last mark before the limit, so that no figure is cut in two. */
export function clip(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  const head = text.slice(0, mostCharacters - 1);
  const mark = Math.max(...['。', '；', '，', '、', ',', ';'].map((sign) => head.lastIndexOf(sign)));
  const kept = mark > mostCharacters / 2 ? head.slice(0, mark) : head.replace(/[\d.]+$/u, '');
  return `${kept}…`;
}
