// How sure text recognition was of a stretch of a report. Pure.
import type { ReportPages } from '../pages.ts';
import type { Library, ReportMeta, Span } from '../types.ts';

/** Returns the lowest confidence of the recognised lines that a stretch stands in, 0 … 1; undefined where it is not from a picture. */
function confidenceIn(pages: ReportPages | null, { start, end }: Span): number | undefined {
  const own = (pages?.spans ?? []).flatMap((span) =>
    span.confidence !== undefined && span.start < end && span.end > start ? [span.confidence] : [],
  );
  return own.length === 0 ? undefined : Math.min(...own);
}

/** Returns what a citation tells of the recognition of its words: nothing where its report was not recognised from pictures. */
export function scanConfidence(report: ReportMeta, span: Span, library: Library): { confidence?: number } {
  const confidence = report.isScanned === true ? confidenceIn(library.pagesOf(report.id), span) : undefined;
  return confidence === undefined ? {} : { confidence };
}
