// Puts the district and the period where a piece of a sentence lacks them, and makes relative dates absolute.
import { findPeriods } from '../../../text/periods.ts';
import { opensWithoutSubject } from './clause-words.ts';
import { periodFor } from './dating.ts';
import { allReplaced, everyMatch, firstReplaced, type Marked, replaced } from './replacing.ts';
import type { ItemSource, LineContext } from './sources.ts';
import { isAnyZone, isDistrictUnderstood, namesDistrict, speaksOfDistrict } from './subjects.ts';

const OWN_DISTRICT = /[该我本](?:区|县|市(?!场))/gu;
const WHOLE_DISTRICT = /全区|全县/u;
const HEAD_PERIOD = /^[^，,]{0,14}?\d{4}年[^，,]{0,12}[，,]\s*/u;
const YEAR = /\d{4}年/u;

/** Relative dates replaced by what they mean; a date that is asked for itself is replaced as well. */
export function withDates(marked: Marked, { report }: ItemSource): Marked | null {
  const { target } = marked;
  const replacements = findPeriods(marked.text, report.publishedOn).flatMap(({ start, end, relative, resolution }) =>
    relative && resolution !== null ? [{ start, end, by: resolution }] : [],
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

/** The district named in place of 该区 everywhere and, where it is named nowhere, of the first 全区 or 高新区. */
function withName(marked: Marked, source: ItemSource): Marked | null {
  const named = allReplaced(marked, everyMatch(OWN_DISTRICT, marked.text, source.display));
  if (!named || namesDistrict(named.text, source)) return named;
  const zone = source.names.filter(isAnyZone).find((name) => named.text.includes(name));
  const called = zone === undefined ? WHOLE_DISTRICT : new RegExp(zone, 'u');
  return firstReplaced(named, called, source.display);
}

/** For a piece whose subject is not the district: 据2017年泉山区的报告，…. */
function reported(own: Marked, when: string, { display, year }: ItemSource): Marked | null {
  const date = when.startsWith('据') ? '' : when;
  const inYear = YEAR.test(own.text + date) ? '' : `${year}年`;
  return replaced(own, { start: 0, end: 0, by: `据${inYear}${display}的报告，${date}` });
}

/** A piece with district and period named; null where that would be guessing. @param dropped what was cut off before the piece */
export function situated(marked: Marked, dropped: string, place: LineContext): Marked | null {
  const { source, line } = place;
  const own = withName(marked, source);
  const when = own && periodFor(own.text, dropped, place);
  if (!own || when === null) return null;
  // A district in the title of a document is no subject.
  if (namesDistrict(own.text.replace(/《[^《》]*》/gu, ''), source))
    return replaced(own, { start: 0, end: 0, by: when });
  const head = HEAD_PERIOD.exec(own.text)?.[0].length ?? 0;
  if (!opensWithoutSubject(own.text.slice(head))) return reported(own, when, source);
  if (!speaksOfDistrict(dropped, source) && !isDistrictUnderstood(line, source)) return null;
  const subject = replaced(own, { start: head, end: head, by: source.display });
  return subject && replaced(subject, { start: 0, end: 0, by: when });
}
