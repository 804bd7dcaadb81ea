// The law on periods: a figure is asked for with the period for which its report gives it: half-years and months where it gives
// such, its own or taken over from the sentences before it in its paragraph.
import { STATISTIC } from '../../lexicon/words/item-cues.ts';
import { oncePer } from '../../lexicon/words/once.ts';
import { findPeriods, type PeriodMention } from '../../text/periods.ts';
import { referenceDate } from '../../text/report-dates.ts';
import type { Library } from '../../types.ts';
import { OPEN_PERIOD } from '../generate/statements/situating.ts';
import { type LineContext, sourcesOf } from '../generate/statements/sources.ts';
import type { Item } from '../types.ts';

const MAX_LINES_BACK = 14;
/** Further back, a part of a year holds for the figures of the official statistics alone. */
const MAX_NEAR = 6;
const YEAR = /\d{4}年/u;
const PART_OF_YEAR =
  /(?:[上下]半年|[一二三四1-4]季度|前[一二三四五六七八九十\d]+个?月|\d{1,2}\s*[-—–至到~～]\s*\d{1,2}月|截[至止][^，。；]{0,6}?\d{1,2}月)/u;

/** Lines of a library by report and place. */
const linesOf = oncePer((library: Library): ReadonlyMap<string, LineContext> => {
  const lines = new Map<string, LineContext>();
  for (const source of sourcesOf(library, null))
    for (const line of source.lines) lines.set(`${source.report.id} ${line.sentence.start}`, { source, line });
  return lines;
});

/** Returns the line that an item's citation begins with; undefined where no item is made from it. */
export function lineOf({ citation }: Item, library: Library): LineContext | undefined {
  return linesOf(library).get(`${citation.report.id} ${citation.start}`);
}

const UNTIL = /截[至止]\d{4}年|据\d{4}[^，]{0,20}的报告/u;

/** Returns the fault of a time that goes on and whose end is not said. */
function openFaults({ question }: Item): string[] {
  return /以来/u.test(question) && !UNTIL.test(question) ? ['period: since when, but not until when'] : [];
}

const ONE_PERIOD = /^(?:判断正误：)?\d{4}年[^，]{0,12}，/u;

/** Returns the fault of a figure of some years that is asked for as one of a year or a part of it. */
function narrowedFaults({ question }: Item, { line, source }: LineContext): string[] {
  const open = OPEN_PERIOD.exec(line.plain);
  if (!open || !ONE_PERIOD.test(question) || OPEN_PERIOD.test(question)) return [];
  const isDatedBehind = findPeriods(line.plain, referenceDate(source.report)).some(({ end }) => end > open.index);
  return isDatedBehind ? [] : [`period: the report gives it for ${open[0]}`];
}

/** True if a period is a part of a year for which figures are given. */
function isPart({ kind }: PeriodMention): boolean {
  return kind === 'half' || kind === 'quarter' || kind === 'range';
}

/** Returns the part of a year that the sentences before a line hold open for it, as they write it; null where none does. */
function openPart({ source, line }: LineContext): string | null {
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
  if (!isFigure) return openFaults(item);
  if (!YEAR.test(item.question)) return ['period: none is named'];
  const place = lineOf(item, library);
  return place ? [...openFaults(item), ...narrowedFaults(item, place), ...partFaults(item, place)] : openFaults(item);
}

/** Returns the fault of a figure that the report gives for a part of a year, and the question does not. */
function partFaults(item: Item, place: LineContext): string[] {
  const own = PART_OF_YEAR.exec(place.line.plain)?.[0];
  const isDated =
    OPEN_PERIOD.test(place.line.plain) || findPeriods(place.line.plain, referenceDate(place.source.report)).length > 0;
  const part = own ?? (isDated ? null : openPart(place));
  return part !== null &&
    part !== undefined &&
    !PART_OF_YEAR.test(item.question) &&
    !/\d{4}年\d{1,2}月/u.test(item.question)
    ? [`period: the report gives it for ${part}`]
    : [];
}
