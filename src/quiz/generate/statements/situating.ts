// Puts the district and the period where a piece of a sentence lacks them, and makes relative dates absolute.

import { STATISTIC } from '../../../lexicon/words/item-cues.ts';
import { parseAnchor } from '../../../text/calendar.ts';
import { clausesOf } from '../../../text/clauses.ts';
import { findQuantities } from '../../../text/numbers.ts';
import { findPeriods } from '../../../text/periods.ts';
import { referenceDate } from '../../../text/report-dates.ts';
import { opensWithoutSubject } from './clause-words.ts';
import { allReplaced, everyMatch, firstReplaced, type Marked, replaced } from './replacing.ts';
import type { ItemSource, LineContext, ReportLine } from './sources.ts';
import { isAnyZone, namesDistrict } from './subjects.ts';

const MAX_LINES_BACK = 14;
const MAX_NEAR = 6;
/** A date counts as a sentence's head if it begins by here. */
const LATEST_HEAD = 2;
const OWN_YEAR = /\d{4}年/u;

/** Behind a date that stands for the whole sentence: 2016年，… 2013年以来，… 去年全区… */
const HEAD_END = /^(?:以来|起|间|期间)?(?=[，,]|[全该我][区县市])/u;

/** Returns the date that heads a text, in words that end with a comma; null where none heads it. */
function headPhrase(text: string, { report, display }: ItemSource): string | null {
  const [first] = findPeriods(text, referenceDate(report));
  if (first === undefined || first.start > LATEST_HEAD) return null;
  const before = text.slice(0, first.start);
  const behind = text.slice(first.end);
  const end = behind.startsWith(display) ? '' : HEAD_END.exec(behind)?.[0];
  const words = `${before}${first.resolution ?? first.surface}${end ?? ''}`;
  return end === undefined || !/^(?:截[至止]|自|从)?$/u.test(before) || !OWN_YEAR.test(words) ? null : `${words}，`;
}

/** Returns the date that stands as a clause of its own at the end of a text: …，去年， */
function tailPhrase(text: string, source: ItemSource): string | null {
  const clause = /(?:^|[，,；;])([^，,；;]+)[，,]\s*$/u.exec(text)?.[1] ?? '';
  const [first] = findPeriods(clause, referenceDate(source.report));
  return first?.surface.length === clause.trim().length ? headPhrase(`${clause.trim()}，`, source) : null;
}

/** Returns the date that heads what was cut off; null where that goes on since then: 2029年，…改造开展以来，. */
function headOf(dropped: string, source: ItemSource): string | null {
  const phrase = headPhrase(dropped, source);
  return phrase !== null && !phrase.includes('以来') && /以来[，,]/u.test(dropped) ? null : phrase;
}

/** The state of things on the day of writing. */
const UNTIL_NOW = /(?:截[至止]目前|到目前为止|(?<=^|[，；])目前)[，,]?/u;

/** Returns the words for the month of a report's day, which end with a comma: 截至2023年7月，; null where it is not known. */
function untilReport({ report }: ItemSource): string | null {
  const { year, month = null } = parseAnchor(report.publishedOn) ?? {};
  return year === undefined || month === null ? null : `截至${year}年${month}月，`;
}

function untilNow(told: string, source: ItemSource): string | null {
  return UNTIL_NOW.test(told) ? untilReport(source) : null;
}

/** Returns a piece with figures in which the day of writing is dated by the report's month. */
export function withDayOfWriting(piece: Marked, source: ItemSource): Marked | null {
  const until = untilReport(source);
  return until === null || findQuantities(piece.text).length === 0 ? piece : firstReplaced(piece, UNTIL_NOW, until);
}

/** Years that began at some time and that nothing ends: 近年来, since a beginning. */
export const OPEN_PERIOD = /近[几些]?年|多年来|长期以来|一直以来|[一二两三四五六七八九十几\d]年来|以来/u;

/** A part of a year, of which figures are given sentence after sentence. */
const PART_OF_YEAR = /^截[至止]|半年|季度|[-—–至]\d{1,2}月/u;

/**
 * Returns what dates the sentences before a line and the line too: a part of a year holds until another date or heading comes,
 * another date until the full stop.
 */
function inherited({ line, source }: LineContext): string | null {
  for (let back = 1; back <= MAX_LINES_BACK; back++) {
    const before = source.lines[line.at - back];
    if (before === undefined || before.passage.heading.at(-1) !== line.passage.heading.at(-1)) return null;
    const phrase = headPhrase(before.plain, source);
    // Further back, it holds for the figures of the official statistics alone.
    if (phrase && back > MAX_NEAR && !STATISTIC.test(line.plain)) return null;
    if (phrase) return PART_OF_YEAR.test(phrase) || /[；;]$/u.test(before.plain) ? phrase : null;
  }
  return null;
}

/**
 * Returns the words that date a text and end with a comma: empty where it names a year; else what dates the part of its sentence that
 * was cut off, what it takes over from the sentences before it, or the year of the report; null where none is known.
 */
export function periodFor(text: string, dropped: string, place: LineContext): string | null {
  if (OWN_YEAR.test(text)) return '';
  const { source, line } = place;
  const taken = tailPhrase(dropped, source) ?? headOf(dropped, source) ?? untilNow(dropped, source);
  // What went on for years is not of the half-year that the sentences before it speak of.
  const before = taken ?? (OPEN_PERIOD.test(line.plain) ? null : inherited(place));
  if (before !== null) return before;
  const section = line.sectionYear === null ? null : `${line.sectionYear}年，`;
  return section ?? (source.year === null ? null : `据${source.year}年的报告，`);
}

/** Returns the words that date a question on what was done; empty where no date is known: what is asked bears no figure then. */
export function datedBy(line: ReportLine, source: ItemSource): string {
  return periodFor('', '', { line, source }) ?? '';
}

/** Returns empty words for a text that may go without a date, as a practice may; null for one with figures, which may not. */
function undatedBy(text: string): string | null {
  return findQuantities(text).length > 0 ? null : '';
}

const OWN_DISTRICT = /[该我本](?:区|县|市(?!场))/gu;
const WHOLE_DISTRICT = /全区|全县/u;
const HEAD_PERIOD = /^[^，,]{0,14}?\d{4}年[^，,]{0,12}[，,]\s*/u;
const YEAR = /\d{4}年/u;

/** Replaces relative dates by what they mean; a date that is asked for itself is replaced as well. */
export function withDates(marked: Marked, { report }: ItemSource): Marked | null {
  const { target } = marked;
  const replacements = findPeriods(marked.text, referenceDate(report)).flatMap(
    ({ start, end, relative, resolution }) => (relative && resolution !== null ? [{ start, end, by: resolution }] : []),
  );
  const asked = replacements.find(({ start, end }) => start === target?.start && end === target.end);
  if (!asked) return allReplaced(marked, replacements);
  const others = allReplaced(
    marked,
    replacements.filter((replacement) => replacement !== asked),
  );
  if (!others?.target) return null;
  const { start, end } = others.target;
  const text = others.text.slice(0, start) + asked.by + others.text.slice(end);
  return { text, target: { start, end: start + asked.by.length } };
}

/** Returns the whole name in place of the shortest where that opens a clause and acts: 泉山大力推进 → 泉山区大力推进. */
function withWholeName(marked: Marked, { short, display, names }: ItemSource): Marked | null {
  if (short === display || names.some((name) => name !== short && marked.text.includes(name))) return marked;
  const at = clausesOf(marked.text).find(
    ({ start, end }) =>
      marked.text.startsWith(short, start) && opensWithoutSubject(marked.text.slice(start + short.length, end)),
  );
  return at ? replaced(marked, { start: at.start, end: at.start + short.length, by: display }) : marked;
}

/** Returns the district named in place of 该区 everywhere and, where it is named nowhere, of the first 全区 or 高新区. */
function withName(marked: Marked, source: ItemSource): Marked | null {
  const shown = allReplaced(marked, everyMatch(OWN_DISTRICT, marked.text, source.display));
  const named = shown && withWholeName(shown, source);
  if (!named || namesDistrict(named.text, source)) return named;
  const zone = source.names.filter(isAnyZone).find((name) => named.text.includes(name));
  const called = zone === undefined ? WHOLE_DISTRICT : new RegExp(zone, 'u');
  return firstReplaced(named, called, source.display);
}

/** True if a clause states a figure of the official statistics, and of nobody in the district alone. */
function isStatistic(clause: string): boolean {
  return (
    STATISTIC.test(clause.trim()) &&
    !/公司|集团|企业(?!网上|营业|实现)|院区|园区|项目|中心|基地|平台|科技(?!创新|服务|研发)|药业|股份|超市|商场/u.test(
      clause,
    )
  );
}

/** For a piece whose subject is not the district: 据2017年泉山区的报告，…. */
function reported(own: Marked, when: string, { display, year }: ItemSource): Marked | null {
  const date = when.startsWith('据') ? '' : when;
  const inYear = YEAR.test(own.text + date) || year === null ? '' : `${year}年`;
  return replaced(own, { start: 0, end: 0, by: `据${inYear}${display}的报告，${date}` });
}

const SINCE = /^(?:自|从)?\d{4}年[^，（]{0,12}?以来(?=，)/u;

/** Returns a statement that a time since a year heads with its end: the month of its report, else the report itself; null where it has no date. */
export function withEnd(stated: Marked, source: ItemSource): Marked | null {
  const since = SINCE.exec(stated.text)?.[0];
  if (since === undefined) return stated;
  const until = untilReport(source);
  const at = since.length;
  if (until !== null) return replaced(stated, { start: at, end: at, by: `（${until.slice(0, -1)}）` });
  return source.year === null ? null : replaced(stated, { start: 0, end: 0, by: `据${source.year}年的报告，` });
}

/** Returns a piece of which the district is known to be the subject with district and period named; null where no period is known. @param dropped what was cut off before the piece */
export function situated(marked: Marked, dropped: string, place: LineContext): Marked | null {
  const { source } = place;
  const own = withName(marked, source);
  if (!own) return null;
  const when = periodFor(own.text, dropped, place) ?? undatedBy(own.text);
  if (when === null) return null;
  // A district in the title of a document is no subject.
  if (namesDistrict(own.text.replace(/《[^《》]*》/gu, ''), source))
    return replaced(own, { start: 0, end: 0, by: when });
  const head = HEAD_PERIOD.exec(own.text)?.[0].length ?? 0;
  // What somebody unnamed does is nothing to ask; the figures of the official statistics are of the whole district.
  if (!opensWithoutSubject(own.text.slice(head)))
    return clausesOf(own.text.slice(head)).every(({ start, end }) =>
      isStatistic(own.text.slice(head + start, head + end)),
    )
      ? reported(own, when, source)
      : null;
  const subject = replaced(own, { start: head, end: head, by: source.display });
  return subject && replaced(subject, { start: 0, end: 0, by: when });
}
