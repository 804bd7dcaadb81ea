// Where in the source a figure's clause stands. A sentence that was repaired keeps no places inside: then it is the whole sentence.
import type { Quantity } from '../../text/numbers.ts';
import type { Sentence, Span } from '../../types.ts';
import { type Clauses, clauseAround } from './clauses.ts';

const RESOLUTION = /〔[^〕]*〕/g;
const RESOLUTION_SO_FAR = /〔[^〕]*(?:〕|$)/g;

/** Places in a sentence as read → places in the source, where only resolutions 〔…〕 were put in; null where more was changed. */
function sourceOffsets(sentence: Sentence, text: string | undefined): ((offset: number) => number) | null {
  if (text?.slice(sentence.start, sentence.end) !== sentence.read.replaceAll(RESOLUTION, '')) return null;
  return (offset) => sentence.start + sentence.read.slice(0, offset).replaceAll(RESOLUTION_SO_FAR, '').length;
}

/**
 * Returns the span of the source that states a figure: its clause without white space at the ends, or the whole sentence.
 * @param text the source, undefined if it is not at hand
 */
export function spanOf(
  { sentence, clauses }: { readonly sentence: Sentence; readonly clauses: Clauses },
  quantity: Quantity,
  text: string | undefined,
): Span {
  const offset = sourceOffsets(sentence, text);
  if (!offset) return { start: sentence.start, end: sentence.end };
  const [start, end] = clauseAround(clauses, quantity);
  const clause = clauses.read.slice(start, end);
  const margin = clause.length - clause.trimStart().length;
  return { start: offset(start + margin), end: offset(start + clause.trimEnd().length) };
}
