// The packed lexical index of a collection: for each term the passages that hold it and how often, in two fields.
// It knows nothing of scores; retrieve/lexical.ts weighs what it finds here.
import { AppError } from '../../../errors.ts';
import { FieldBuilder } from './field-builder.ts';
import { type FieldPostings, MAX_PASSAGES } from './field-postings.ts';

/** The indexed texts of one passage: its text as read, and the title and headings above it. */
export interface IndexedText {
  readonly body: string;
  readonly heading: string;
}

/** The lexical index of a collection. */
export interface Postings {
  readonly passageCount: number;
  readonly body: FieldPostings;
  readonly heading: FieldPostings;
}

/**
 * Builds the index of a collection; the nth text is passage n.
 * @throws AppError corpus/unreadable beyond 2²⁴ passages
 */
export function buildPostings(texts: Iterable<IndexedText>): Postings {
  const body = new FieldBuilder();
  const heading = new FieldBuilder();
  let passageCount = 0;
  for (const text of texts) {
    if (passageCount === MAX_PASSAGES) {
      throw new AppError(
        'corpus/unreadable',
        `The corpus has more than ${MAX_PASSAGES} passages. Split it into several indexes (--index DIR).`,
      );
    }
    body.add(text.body);
    heading.add(text.heading);
    passageCount++;
  }
  return { passageCount, body: body.finish(), heading: heading.finish() };
}
