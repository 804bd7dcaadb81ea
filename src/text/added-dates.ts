// Writes behind each relative date of a text which one it is: 去年9月份〔2020年9月〕. Without them a reading is its source.
import { findPeriods } from './periods.ts';

/** A date that {@link annotateRelativeDates} adds behind a relative one: without them a reading is the source, unit for unit. */
export const RESOLUTION = /〔[^〕]*〕/gu;
/** The year that {@link annotateRelativeDates} adds to a month or day which stands in full: 8月10日〔2023年8月10日〕. */
export const ADDED_YEAR = /(?<=(\d{1,2}月(?:\d{1,2}日)?))〔\d{4}年\1〕/gu;

/**
 * The text with the resolution behind each relative date: `去年9月份` → `去年9月份〔2020年9月〕`. Absolute dates stay as they are,
 * and so does everything without a date of the report. Without the brackets the text is the source, unit for unit.
 * @param publishedOn date of the report, null: unknown
 */
export function annotateRelativeDates(text: string, publishedOn: string | null): string {
  let annotated = '';
  let from = 0;
  for (const mention of publishedOn === null ? [] : findPeriods(text, publishedOn)) {
    if (mention.resolution === null || text[mention.end] === '〔') continue;
    annotated += `${text.slice(from, mention.end)}〔${mention.resolution}〕`;
    from = mention.end;
  }
  return annotated + text.slice(from);
}
