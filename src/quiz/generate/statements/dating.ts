// The words that date a statement: its own, those it takes over from the sentences before it, or the year of the report.
import { findPeriods } from '../../../text/periods.ts';
import type { ItemSource, LineContext } from './sources.ts';

const MAX_LINES_BACK = 3;
/** A date counts as a sentence's head if it begins by here. */
const LATEST_HEAD = 2;
const OWN_YEAR = /\d{4}年/u;

/** Behind a date that stands for the whole sentence: 2016年，… 2013年以来，… 去年全区… */
const HEAD_END = /^(?:以来|起|间|期间)?(?=[，,]|[全该我][区县市])/u;

/** The date that heads a text, in words that end with a comma; null where none heads it. */
function headPhrase(text: string, { report, display }: ItemSource): string | null {
  const [first] = findPeriods(text, report.publishedOn);
  if (first === undefined || first.start > LATEST_HEAD) return null;
  const before = text.slice(0, first.start);
  const behind = text.slice(first.end);
  const end = behind.startsWith(display) ? '' : HEAD_END.exec(behind)?.[0];
  const words = `${before}${first.resolution ?? first.surface}${end ?? ''}`;
  return end === undefined || !/^(?:截[至止]|自|从)?$/u.test(before) || !OWN_YEAR.test(words) ? null : `${words}，`;
}

/** The date that stands as a clause of its own at the end of a text: …，去年， */
function tailPhrase(text: string, source: ItemSource): string | null {
  const clause = /(?:^|[，,；;])([^，,；;]+)[，,]\s*$/u.exec(text)?.[1] ?? '';
  const [first] = findPeriods(clause, source.report.publishedOn);
  return first?.surface.length === clause.trim().length ? headPhrase(`${clause.trim()}，`, source) : null;
}

/** What dates the sentences before a line and the line too: 截至 holds until the passage ends, another date until the full stop. */
function inherited({ line, source }: LineContext): string | null {
  for (let back = 1; back <= MAX_LINES_BACK; back++) {
    const before = source.lines[line.at - back];
    if (before === undefined || before.passage.number !== line.passage.number) return null;
    const phrase = headPhrase(before.plain, source);
    if (phrase) return /^截[至止]/u.test(phrase) || /[；;]$/u.test(before.plain) ? phrase : null;
  }
  return null;
}

/**
 * The words that date a text and end with a comma: empty where it names a year; else what dates the part of its sentence that
 * was cut off, what it takes over from the sentences before it, or the year of the report; null where none is known.
 */
export function periodFor(text: string, dropped: string, place: LineContext): string | null {
  if (OWN_YEAR.test(text)) return '';
  const { source, line } = place;
  const taken = tailPhrase(dropped, source) ?? headPhrase(dropped, source) ?? inherited(place);
  if (taken !== null) return taken;
  const section = line.sectionYear === null ? null : `${line.sectionYear}年，`;
  return section ?? (source.year === null ? null : `据${source.year}年的报告，`);
}
