// The law on periods: a figure is asked for with the period for which its report gives it: half-years and months where it gives
// such, its own or taken over from the sentences before it in its paragraph.
import { STATISTIC } from '../../lexicon/words/item-cues.ts';
import { oncePer } from '../../lexicon/words/once.ts';
import { findPeriods, type PeriodMention } from '../../text/periods.ts';
import { referenceDate } from '../../text/report-dates.ts';
import type { Library } from '../../types.ts';
import type { ItemSource, ReportLine } from '../generate/statements/sources.ts';
import { sourcesOf } from '../generate/statements/sources.ts';
import type { Item } from '../types.ts';

const MAX_LINES_BACK = 14;
/** Further back, a part of a year holds for the figures of the official statistics alone. */
const MAX_NEAR = 6;
const YEAR = /\d{4}年/u;
const PART_OF_YEAR =
  /(?:[上下]半年|[一二三四1-4]季度|前[一二三四五六七八九十\d]+个?月|\d{1,2}\s*[-—–至到~～]\s*\d{1,2}月|截[至止][^，。；]{0,6}?\d{1,2}月)/u;

/** Lines of a library by report and place. */
const linesOf = oncePer(
  (library: Library): ReadonlyMap<string, { readonly source: ItemSource; readonly line: ReportLine }> => {
    const lines = new Map<string, { source: ItemSource; line: ReportLine }>();
    for (const source of sourcesOf(library, null))
      for (const line of source.lines) lines.set(`${source.report.id} ${line.sentence.start}`, { source, line });
    return lines;
  },
);

/** True if a period is a part of a year for which figures are given. */
function isPart({ kind }: PeriodMention): boolean {
  return kind === 'half' || kind === 'quarter' || kind === 'range';
}

/** Returns the part of a year that the sentences before a line hold open for it, as they write it; null where none does. */
export function openPart({ source, line }: { source: ItemSource; line: ReportLine }): string | null {
  for (let back = 1; back <= MAX_LINES_BACK; back++) {
    const before = source.lines[line.at - back];
    if (before === undefined || before.passage.heading.at(-1) !== line.passage.heading.at(-1)) return null;
    const head = before.plain.slice(0, 24);
    const part = PART_OF_YEAR.exec(head)?.[0];
    if (part !== undefined) return back <= MAX_NEAR || STATISTIC.test(line.plain) ? part : null;
    if (findPeriods(head, referenceDate(source.report)).some((mention) => !isPart(mention))) return null;
  }
  return null;
}

/** Returns the faults of the period under which an item asks for a figure. */
export function periodFaults(item: Item, library: Library): string[] {
  const isFigure = item.subject === 'figure' || (item.subject === 'statement' && /\d/u.test(item.question));
  if (!isFigure) return [];
  if (!YEAR.test(item.question)) return ['period: none is named'];
  const place = linesOf(library).get(`${item.citation.report.id} ${item.citation.start}`);
  if (!place) return [];
  const own = PART_OF_YEAR.exec(place.line.plain)?.[0];
  const isDated = findPeriods(place.line.plain, referenceDate(place.source.report)).length > 0;
  const part = own ?? (isDated ? null : openPart(place));
  return part !== null &&
    part !== undefined &&
    !PART_OF_YEAR.test(item.question) &&
    !/\d{4}年\d{1,2}月/u.test(item.question)
    ? [`period: the report gives it for ${part}`]
    : [];
}
