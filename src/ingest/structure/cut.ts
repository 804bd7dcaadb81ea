// Decides where passages begin among the sentences of one section. Numbers only: it sees lengths and marks, no text.

/** Properties of a sentence that the cut depends on. */
export interface CutSentence {
  /** In UTF-16 units. */
  readonly length: number;
  readonly startsParagraph: boolean;
  /** A passage may well start here: 一是 …, ——…, a short topic sentence. */
  readonly opensPoint: boolean;
  /** It announces what follows: a passage should not end with it. */
  readonly announces: boolean;
}

/** Length that a passage aims at, in UTF-16 units. */
const TARGET = 230;
/** Length above the target at which a passage costs as much as an empty one. */
const TOLERANCE_ABOVE = 110;
/** Longer passages are not looked at, unless one sentence alone is longer. */
const LONGEST = 420;

// Prices, in units of the cost of an empty passage; set by looking at real reports, not trained.
const PRICE_WITHIN_PARAGRAPH = 0.4;
const PRICE_AT_POINT = 0.12;
const PRICE_AFTER_ANNOUNCEMENT = 1;
const PRICE_OF_MERGED_PARAGRAPH = 0.18;

function lengthPrice(length: number): number {
  const deviation = length < TARGET ? (TARGET - length) / TARGET : (length - TARGET) / TOLERANCE_ABOVE;
  return deviation * deviation;
}

function boundaryPrice(before: CutSentence | undefined, first: CutSentence): number {
  if (!before) return 0;
  if (before.announces && !first.startsParagraph) return PRICE_AFTER_ANNOUNCEMENT;
  if (first.startsParagraph) return 0;
  return first.opensPoint ? PRICE_AT_POINT : PRICE_WITHIN_PARAGRAPH;
}

/** A way to end a passage: where it starts, and what all passages up to its end cost. */
interface CutOption {
  readonly start: number;
  readonly price: number;
}

/** Yields the passages that may end before sentence `end`, the shortest first, with their prices. */
function* candidates(sentences: readonly CutSentence[], end: number): Generator<CutOption> {
  let length = 0;
  let mergedCount = 0;
  for (let start = end - 1; start >= 0; start--) {
    const first = sentences[start];
    if (!first) return;
    length += first.length;
    if (length > LONGEST && start < end - 1) return;
    if (mergedCount === 0 || first.startsParagraph) {
      const boundary = boundaryPrice(sentences[start - 1], first);
      yield { start, price: lengthPrice(length) + boundary + mergedCount * PRICE_OF_MERGED_PARAGRAPH };
    }
    if (first.startsParagraph) mergedCount++;
  }
}

/**
 * Cuts a section into passages at the least total price (dynamic programming over all cuts): near the target length,
 * at paragraph ends before points within a paragraph, never behind a sentence that announces the next.
 * A passage that starts within a paragraph ends within it.
 * @returns index of the first sentence of each passage, ascending, starting with 0; empty for no sentences
 */
export function cutSection(sentences: readonly CutSentence[]): number[] {
  const best: CutOption[] = [{ start: 0, price: 0 }];
  for (let end = 1; end <= sentences.length; end++) {
    let cheapest: CutOption = { start: end - 1, price: Number.POSITIVE_INFINITY };
    for (const { start, price } of candidates(sentences, end)) {
      const total = (best[start]?.price ?? 0) + price;
      if (total < cheapest.price) cheapest = { start, price: total };
    }
    best.push(cheapest);
  }
  const starts: number[] = [];
  for (let end = sentences.length; end > 0; end = best[end]?.start ?? 0) starts.push(best[end]?.start ?? 0);
  return starts.reverse();
}
