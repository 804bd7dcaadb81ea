// Finds the passage that an imported or written item stands on: its quote word for word, else the sentence that states its key.

import { districtNames } from '../../lexicon/places/districts.ts';
import { fold } from '../../text/normalise.ts';
import { splitSentences } from '../../text/sentences.ts';
import { bigrams } from '../../text/tokens.ts';
import type { Citation, Library, ReportId, ReportMeta, Span } from '../../types.ts';
import type { ItemText } from './item-text.ts';

/** A sentence states a key that it holds if it shares this part of the question's pairs of characters. */
const MIN_SHARE = 0.3;

interface Found {
  readonly report: ReportMeta;
  readonly span: Span;
}

/** Returns the passage that an item stands on; null: no report says it. */
export function findSource(text: ItemText, library: Library): Citation | null {
  const found = quoted(text, library) ?? stated(text, library);
  if (found === null) return null;
  const { report, span } = found;
  const quote = library.textOf(report.id).slice(span.start, span.end);
  return { n: 1, report, start: span.start, end: span.end, quote, reading: null, heading: [] };
}

function quoted({ quote, title }: ItemText, library: Library): Found | null {
  if (quote.trim() === '') return null;
  const inOrder = [...library.reports].sort(([, a], [, b]) => Number(b.title === title) - Number(a.title === title));
  for (const [id, report] of inOrder) {
    const start = library.textOf(id).indexOf(quote);
    if (start >= 0) return { report, span: { start, end: start + quote.length } };
  }
  return null;
}

/** Returns the sentence that holds the whole key and most of what the question says. */
function stated({ question, right, kind, district }: ItemText, library: Library): Found | null {
  const keys = kind === 'true-false' ? [] : kind === 'fill-in' ? right.slice(0, 1) : right;
  const folded = keys.map(fold);
  const asked = new Set(bigrams(fold(question)));
  if (asked.size === 0) return null;
  let best: Found | null = null;
  let highest = MIN_SHARE;
  for (const [id, report] of library.reports) {
    if (!concerns(report, question, district)) continue;
    for (const span of sentencesOf(id, library)) {
      const sentence = fold(library.textOf(id).slice(span.start, span.end));
      if (!folded.every((key) => sentence.includes(key))) continue;
      const own = new Set(bigrams(sentence));
      const share = [...asked].filter((pair) => own.has(pair)).length / asked.size;
      if (share > highest) [best, highest] = [{ report, span }, share];
    }
  }
  return best;
}

/** True if a report may speak of what is asked: it is the district's, or the question names none. */
function concerns({ district }: ReportMeta, question: string, named: string): boolean {
  if (named !== '') return district === null || district === named;
  return (
    district === null ||
    districtNames(district).names.some((name) => question.includes(name)) ||
    !/[区县市]/u.test(question)
  );
}

function sentencesOf(id: ReportId, library: Library): Span[] {
  const text = library.textOf(id);
  return splitSentences(text, { start: 0, end: text.length });
}
