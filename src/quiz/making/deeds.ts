// What a district does, as a clause that can stand as an option: short, opening with its verb, dating and pointing to nothing.
import { clausesOf, trimMarks } from '../../answer/clauses.ts';
import type { Span } from '../../types.ts';
import { opensWithDeed } from './clause-words.ts';

const MOST_CHARACTERS = 40;
const FEWEST_CHARACTERS = 6;
/** Dates, words that point back, and what is said of effects rather than deeds. */
const UNFIT = /\d{4}|去年|今年|[该此其这]|提供了|赢得|奠定|面对|成为/u;

const JOINING = /^[也还并又]/u;

/** The clause round a span, as an option; null where it is none. */
export function deedIn(plain: string, { start, end }: Span): string | null {
  const span = clausesOf(plain).find((clause) => clause.start <= start && end <= clause.end);
  const clause = span ? trimMarks(plain.slice(span.start, span.end)).replace(JOINING, '') : '';
  if (clause.length > MOST_CHARACTERS || clause.length < FEWEST_CHARACTERS || !opensWithDeed(clause)) return null;
  const isWhole = clause.split('“').length === clause.split('”').length;
  return isWhole && !UNFIT.test(clause) ? clause : null;
}
