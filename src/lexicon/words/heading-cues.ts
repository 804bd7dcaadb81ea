// Tells from its heading whether a section looks ahead or back. Data: data/heading-cues.tsv.
import { anyPattern, readPatterns } from './data-files.ts';

const ROWS = readPatterns('heading-cues.tsv');
const PLAN = anyPattern(ROWS, 'plan');
const PLAN_OF_YEAR = anyPattern(ROWS, 'plan-of-year');
const REVIEW = anyPattern(ROWS, 'review');
const REVIEW_OF_YEAR = anyPattern(ROWS, 'review-of-year');

/** True if a heading tells of plans and aims, whatever else it says. */
export function announcesPlan(heading: string): boolean {
  return PLAN.test(heading);
}

/** True if a heading opens the plan of a year, behind which a report looks ahead to its end. */
export function opensPlanOfYear(heading: string): boolean {
  return PLAN_OF_YEAR.test(heading);
}

/** Returns the year that a heading looks back on (2024年工作回顾); null if it names none. */
export function reviewedYear(heading: string): number | null {
  const year = REVIEW_OF_YEAR.exec(heading)?.groups?.['year'];
  return year === undefined ? null : Number(year);
}

/** True if a heading path looks back: 2023年工作回顾. The innermost heading that looks ahead or back decides. */
export function isReviewHeading(heading: readonly string[]): boolean {
  const deciding = heading.findLast((each) => PLAN.test(each) || REVIEW.test(each));
  return deciding !== undefined && REVIEW.test(deciding);
}

/** True if a heading path announces what stands below it: 2024年重点工作. The innermost heading that looks ahead or back decides. */
export function isPlanHeading(heading: readonly string[]): boolean {
  const deciding = heading.findLast((each) => PLAN.test(each) || REVIEW.test(each));
  return deciding !== undefined && PLAN.test(deciding) && !REVIEW.test(deciding);
}
