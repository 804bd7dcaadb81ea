// The reports as the makers of items read them: line by line, without the resolutions 〔…〕, with the names of their districts.
// It chooses how much of a large library is read; it makes no items.
import { districtNames, foreignDistrictIn, partsOf } from '../../../lexicon/places/districts.ts';
import { announcesPlan, opensPlanOfYear, reviewedYear } from '../../../lexicon/words/heading-cues.ts';
import { RESOLUTION } from '../../../text/added-dates.ts';
import { parseAnchor } from '../../../text/calendar.ts';
import { fold } from '../../../text/normalise.ts';
import type { Fact, Library, Passage, ReportMeta, Sentence } from '../../../types.ts';
import { digest } from '../../random-choice.ts';

/** A sentence of a report's body. */
export interface ReportLine {
  readonly passage: Passage;
  readonly sentence: Sentence;
  /** Position in `source.lines`. */
  readonly at: number;
  /** As read, without the resolutions of relative dates. */
  readonly plain: string;
  /** True if its section tells of plans and aims, not of what was done. */
  readonly isPlan: boolean;
  /** Year that its section looks back on (2024年工作回顾); null: its heading names none. */
  readonly sectionYear: number | null;
}

/** A report that items are made from. */
export interface ItemSource {
  readonly report: ReportMeta;
  /** The district's full name. */
  readonly district: string;
  /** As one says it: 泉山区. */
  readonly display: string;
  /** The shortest name that still names it: 泉山. */
  readonly short: string;
  /** All its names, longest first. */
  readonly names: readonly string[];
  /** Year of the report; null: unknown. */
  readonly year: number | null;
  readonly lines: readonly ReportLine[];
  readonly facts: readonly Fact[];
  /** All that the report says, folded, headings and title included. */
  readonly folded: string;
}

/** A line and the report it stands in. */
export interface LineContext {
  readonly line: ReportLine;
  readonly source: ItemSource;
}

/** Returns a reading without the resolutions of relative dates. */
export const plainOf = (read: string): string => read.replace(RESOLUTION, '');

/** Reports beyond this many are not read: of a larger library some are chosen, always the same. */
export const MAX_REPORTS = 400;
/** Lines of a report beyond this many are not read. */
const MAX_LINES = 2_000;

/** True if a section tells of plans: its heading says so, or the report has begun to look ahead. */
function isPlanning(heading: readonly string[], looksAhead: boolean): boolean {
  if (heading.some((each) => reviewedYear(each) !== null)) return false;
  return heading.some(announcesPlan) || (looksAhead && heading.length > 0);
}

function linesOf(report: ReportMeta, library: Library): ReportLine[] {
  const { from, to } = library.passagesOf(report.id);
  const lines: ReportLine[] = [];
  let looksAhead = false;
  for (let number = from; number < to && lines.length < MAX_LINES; number++) {
    const passage = library.passage(number);
    looksAhead ||= passage.heading.some(opensPlanOfYear);
    const isPlan = isPlanning(passage.heading, looksAhead);
    const sectionYear = passage.heading.map(reviewedYear).find((year) => year !== null) ?? null;
    for (const sentence of passage.sentences) {
      if (sentence.role !== 'body') continue;
      lines.push({ passage, sentence, at: lines.length, plain: plainOf(sentence.read).trim(), isPlan, sectionYear });
    }
  }
  return lines;
}

function sourceOf(report: ReportMeta, district: string, { library, facts }: ReportLookup): ItemSource {
  const { display, names } = districtNames(district);
  const lines = linesOf(report, library);
  const headings = lines.flatMap(({ passage }) => passage.heading);
  return {
    report,
    district,
    display,
    short: names.at(-1) ?? display,
    names,
    year: parseAnchor(report.publishedOn)?.year ?? null,
    lines,
    facts,
    folded: fold([report.title, ...headings, ...lines.map(({ sentence }) => sentence.read)].join('\n')),
  };
}

interface ReportLookup {
  readonly library: Library;
  readonly facts: readonly Fact[];
}

const MUNICIPALITIES = new Set(['北京市', '天津市', '上海市', '重庆市']);
const OF_COUNTY = /[该全我本][区县](?!域)/u;

/**
 * True if a report is on another district than its entry says: it is entered under a province, speaks of “this county”
 * where the entry names a city, or names another county in full more often than its own. Nothing is asked of it: every question would name the wrong one.
 */
function isMislabelled({ district, display, names, lines }: ItemSource): boolean {
  const isCounty = /[区县旗]$/u.test(display) || partsOf(district).city !== '';
  if (/省$|自治区$/u.test(display) || MUNICIPALITIES.has(display)) return true;
  if (!isCounty && lines.some(({ plain }) => OF_COUNTY.test(plain))) return true;
  const others = new Map<string, number>();
  for (const { plain } of lines) {
    const other = foreignDistrictIn(plain, district);
    if (other !== null) others.set(other, (others.get(other) ?? 0) + 1);
  }
  const own = lines.filter(({ plain }) => names.some((name) => plain.includes(name))).length;
  return [...others.values()].some((count) => count > own);
}

/** Returns the reports to read: those of the districts asked for first, then those with a date, then by hash. */
function chosen(library: Library, districts: readonly string[] | null): ReportMeta[] {
  const known = [...library.reports.values()].filter(({ district }) => district !== null);
  if (known.length <= MAX_REPORTS) return known;
  const keyOf = ({ id, district, publishedOn }: ReportMeta): string =>
    [districts?.includes(district ?? '') ? 0 : 1, publishedOn === null ? 1 : 0, digest(id)].join(' ');
  const keyed = known.map((report) => ({ report, key: keyOf(report) }));
  keyed.sort((left, right) => (left.key < right.key ? -1 : 1));
  return keyed.slice(0, MAX_REPORTS).map(({ report }) => report);
}

/**
 * Returns the reports of a library that items are made from: those with a known district, at most {@link MAX_REPORTS}.
 * @param districts full names of those that must be among them; null: none before others
 */
export function sourcesOf(library: Library, districts: readonly string[] | null): ItemSource[] {
  const reports = chosen(library, districts);
  const facts = new Map<string, Fact[]>();
  for (const district of new Set(reports.flatMap((report) => report.district ?? []))) {
    for (const fact of library.facts(district)) {
      const own = facts.get(fact.reportId);
      if (own) own.push(fact);
      else facts.set(fact.reportId, [fact]);
    }
  }
  return reports
    .flatMap((report) =>
      report.district === null
        ? []
        : [sourceOf(report, report.district, { library, facts: facts.get(report.id) ?? [] })],
    )
    .filter((source) => !isMislabelled(source));
}
