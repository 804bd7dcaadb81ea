// The sentences that may answer, each with its surroundings, out of the passages that retrieval found.
import { fold } from '../text/normalise.ts';
import { findPeriods, type PeriodMention } from '../text/periods.ts';
import type { Hit, Library, Passage, ReportMeta, Sentence } from '../types.ts';
import type { PreparedSentence, Preparer } from './prepared-sentence.ts';

/** A sentence that may answer a question. */
export interface Candidate {
  readonly prepared: PreparedSentence;
  readonly passage: Passage;
  readonly report: ReportMeta;
  /** Place among the sentences of its passage, 0 … */
  readonly position: number;
  /** True if it is the first sentence of its report, which mostly says what the report is about. */
  readonly opensReport: boolean;
  /** Score of its passage ÷ score of the best passage, 0 … 1. */
  readonly passageShare: number;
  /** Folded texts around it: the two sentences before (across passages of its section), the one after, title and headings. */
  readonly before: string;
  readonly after: string;
  readonly above: string;
  /** The periods it speaks of: its own; else those of the nearest heading that names one; else those of its passage. */
  readonly periods: readonly PeriodMention[];
}

/** A candidate's sentence amid what stands around it, folded: before it, itself, after it, title and headings. */
export function windowOf({ before, prepared, after, above }: Candidate): string {
  return `${before} ${prepared.folded} ${after} ${above}`;
}

function neighbour(library: Library, passage: Passage, step: -1 | 1): Passage | null {
  const number = passage.number + step;
  if (number < 0 || number >= library.passageCount) return null;
  const other = library.passage(number);
  return other.reportId === passage.reportId ? other : null;
}

/** The sentences around a passage's own: the last two of the passage before, its own, the first two of the one after. */
function withNeighbours(library: Library, passage: Passage): { all: readonly Sentence[]; offset: number } {
  const before = neighbour(library, passage, -1)?.sentences.slice(-2) ?? [];
  const after = neighbour(library, passage, 1)?.sentences.slice(0, 2) ?? [];
  return { all: [...before, ...passage.sentences, ...after], offset: before.length };
}

/** The periods that sentences of a passage without one of their own speak of: those above them, or else of the whole passage. */
function periodsAround(passage: Passage, preparer: Preparer): readonly PeriodMention[] {
  const heading = passage.heading
    .toReversed()
    .map((text) => findPeriods(text, null))
    .find((found) => found.length > 0);
  return heading ?? passage.sentences.flatMap((other) => [...preparer.prepare(other).periods]);
}

/**
 * Every sentence of the hits as a candidate, headings included (they are chosen only for what they name).
 * @throws RangeError if a hit does not belong to the library
 */
export function candidatesOf(hits: readonly Hit[], library: Library, preparer: Preparer): Candidate[] {
  const best = hits[0]?.score ?? 1;
  return hits.flatMap(({ passage, score }) => {
    const report = library.reports.get(passage.reportId);
    if (!report) throw new RangeError(`passage ${passage.number} belongs to no report of the library`);
    const { all, offset } = withNeighbours(library, passage);
    const above = fold([report.title, ...passage.heading].join(' '));
    const folded = (index: number): string => {
      const sentence = all[index];
      return sentence ? preparer.prepare(sentence).folded : '';
    };
    // Once for the passage: it may be a list of thousands of short lines.
    let around: readonly PeriodMention[] | null = null;
    const periodsOf = (sentence: Sentence): readonly PeriodMention[] => {
      const own = preparer.prepare(sentence).periods;
      if (own.length > 0) return own;
      around ??= periodsAround(passage, preparer);
      return around;
    };
    return passage.sentences.map((sentence, position): Candidate => {
      const at = position + offset;
      return {
        prepared: preparer.prepare(sentence),
        passage,
        report,
        position,
        opensReport: position === 0 && library.passagesOf(passage.reportId).from === passage.number,
        passageShare: best > 0 ? score / best : 0,
        before: `${folded(at - 2)} ${folded(at - 1)}`,
        after: folded(at + 1),
        above,
        periods: periodsOf(sentence),
      };
    });
  });
}
