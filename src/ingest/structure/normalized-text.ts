// Normalizes slices of a report: line ends removed, damage repaired, relative dates resolved. The source stays as it is.
import { detectSpun, repairSpun } from '../../lexicon/words/spun-text.ts';
import { annotateRelativeDates } from '../../text/added-dates.ts';
import { referenceDate } from '../../text/report-dates.ts';
import type { Report } from '../../types.ts';
import { type PageResidue, withoutPageResidue } from './page-residue.ts';

/** Normalizes slices of one report, and says whether the report was damaged. */
interface TextNormalizer {
  readonly read: (slice: string) => string;
  /** True if a program swapped words in it. */
  readonly isSpun: boolean;
}

/** A line end with the white space around it; between Latin words it stood for a space. */
const LINE_END = /[^\S\n]*[\n\r\u2028\u2029]\s*/g;
const LATIN = /[\p{Script=Latin}\d,.;:!?)'"]/u;

/** Returns a slice without line ends: Chinese lines join, Latin ones keep a space. */
function joinLines(slice: string): string {
  if (!/[\n\r\u2028\u2029]/.test(slice)) return slice;
  return slice.trim().replace(LINE_END, (found, offset: number, whole: string) => {
    const [before = '', after = ''] = [whole[offset - 1], whole[offset + found.length]];
    return LATIN.test(before) && LATIN.test(after) ? ' ' : '';
  });
}

/** Returns the normalizer of a report; it repairs words only where the whole report looks spun, so that clean text stays untouched. */
export function normalizerOf(report: Report, residue: PageResidue): TextNormalizer {
  const isSpun = detectSpun(report.text).spun;
  const repair = isSpun ? repairSpun : (text: string): string => text;
  const date = referenceDate(report);
  const plain = (slice: string): string => joinLines(withoutPageResidue(slice, residue));
  return { read: (slice) => annotateRelativeDates(repair(plain(slice)), date), isSpun };
}
