// The health report: what came in, how, and what did not. Its data and its drawing as text.
import type { Language } from '../../types.ts';
import type { Skipped } from '../source/report-sources.ts';
import type { Conflict } from './conflicts.ts';
import type { Duplicate } from './near-duplicates.ts';
import { remarkIn, remarkLevel } from './remarks.ts';
import { TO_DO, type ToDo } from './to-do.ts';
import { filled, type HealthWording, healthWording } from './wording.ts';

/** Health of one report. */
export interface ReportHealth {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly encoding: string;
  readonly characters: number;
  readonly passages: number;
  readonly headings: number;
  readonly facts: number;
  readonly district: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly kind: string | null;
  /** Fields that nobody gave. */
  readonly inferred: readonly string[];
  /** Fields that a maintainer put right. */
  readonly corrected: readonly string[];
  /** A program swapped words in it. */
  readonly spun: boolean;
  /** Share of page furniture, 0 … 1. */
  readonly boilerplateShare: number;
  /** How its page furniture reads, the beginning of the longest; empty: it has none. */
  readonly dropped: string;
  /** What a maintainer may put right. */
  readonly toDo: readonly ToDo[];
  /** Things worth knowing, one line each. */
  readonly notes: readonly string[];
}

/** Health report of an ingest. */
export interface HealthReport {
  /** Name of the new generation; null after a dry run. */
  readonly generation: string | null;
  /** Nothing had changed: the generation is the one of before. */
  readonly isUnchanged?: boolean;
  /** Reports taken over from the generation before. */
  readonly reused?: number;
  readonly reports: readonly ReportHealth[];
  readonly skipped: readonly Skipped[];
  readonly notices: readonly string[];
  /** Reports with the same or nearly the same text as an earlier one. */
  readonly duplicates?: readonly Duplicate[];
  /** Contradictions between reports or within one. */
  readonly conflicts?: readonly Conflict[];
  readonly totals: {
    readonly reports: number;
    readonly passages: number;
    readonly facts: number;
    readonly characters: number;
    readonly skipped: number;
  };
  readonly elapsedMs: number;
}

/** Above this share a maintainer is told of page furniture. */
const MUCH_FURNITURE = 0.3;
const SPUN = 'its words were swapped by a program: read repaired, quoted as written';

/** Returns what wants a look in a report, in English, as `remarkIn` takes it; the rest of its notes is only told. */
function warnings({ spun, notes, boilerplateShare, dropped }: ReportHealth): string[] {
  const share = Math.round(boilerplateShare * 100);
  const sample = dropped === '' ? '' : `, such as: ${dropped}`;
  const furniture = boilerplateShare > MUCH_FURNITURE ? [`${share} % of it is page furniture${sample}`] : [];
  return [...(spun ? [SPUN] : []), ...notes.filter((note) => remarkLevel(note) === 'look'), ...furniture];
}

/** True if a report has something that a maintainer should look at. */
export function isTroubled(report: ReportHealth): boolean {
  return warnings(report).length > 0;
}

/** Returns what a maintainer should know of a report, one line each. */
export function warningsOf(report: ReportHealth, language: Language): string[] {
  return warnings(report).map((line) => remarkIn(language, line));
}

/** Returns what wants a look in all that came in, one line each: for files that wait. */
export function remarksOf({ reports, skipped, notices }: HealthReport, language: Language): string[] {
  const wanted = notices.filter((notice) => remarkLevel(notice) === 'look');
  return [
    ...skipped.map(({ reason }) => remarkIn(language, reason)),
    ...wanted.map((notice) => remarkIn(language, notice)),
    ...reports.flatMap((report) => warningsOf(report, language)),
  ];
}

/** Returns reports with what needs most attention first, else in their order. */
export function worstFirst(reports: readonly ReportHealth[]): readonly ReportHealth[] {
  const need = (report: ReportHealth): number => warnings(report).length * 10 + report.toDo.length;
  return [...reports].sort((a, b) => need(b) - need(a));
}

/** Counts what may be put right, the most harmful first; what is at none is left out. */
export function toDoCounts(
  reports: readonly ReportHealth[],
): readonly { readonly toDo: ToDo; readonly count: number }[] {
  const count = (toDo: ToDo): number => reports.filter((report) => report.toDo.includes(toDo)).length;
  return TO_DO.map((toDo) => ({ toDo, count: count(toDo) })).filter((line) => line.count > 0);
}

/** How the report is drawn. */
interface DrawOptions {
  /** How many reports are told of one by one; default: all. */
  readonly most?: number;
  readonly language?: Language;
}

type FieldName = 'title' | 'district' | 'publishedOn';

function drawField(report: ReportHealth, name: FieldName, words: HealthWording): string {
  const value = report[name];
  if (value === null) return filled(words.none, { name: words.fields[name] });
  if (report.corrected.includes(name)) return filled(words.corrected, { value });
  return report.inferred.includes(name) ? filled(words.inferred, { value }) : value;
}

function drawReport(report: ReportHealth, language: Language): string[] {
  const words = healthWording(language);
  const { path, encoding, characters, passages, facts } = report;
  const about = (['title', 'district', 'publishedOn'] as const).map((name) => drawField(report, name, words));
  const fine = report.notes.filter((note) => remarkLevel(note) === 'fine');
  return [
    filled(words.line, { path, encoding, characters, passages, facts }),
    `  ${about.join(' · ')}`,
    ...warningsOf(report, language).map((warning) => `  ! ${warning}`),
    ...fine.map((note) => `  · ${remarkIn(language, note)}`),
  ];
}

/** Returns what may be put right as a sentence with the way to do it; null where there is nothing. */
export function drawToDo(reports: readonly ReportHealth[], language: Language): string | null {
  const words = healthWording(language);
  const counts = toDoCounts(reports).map(({ toDo, count }) => filled(words.toDo[toDo], { n: count }));
  return counts.length === 0 ? null : filled(words.toDoHint, { list: counts.join(language === 'zh' ? '，' : ', ') });
}

/** Returns the health report as lines for a person: the reports that need most attention first. */
export function drawHealth(
  health: HealthReport,
  { most = Number.POSITIVE_INFINITY, language = 'en' }: DrawOptions = {},
): string {
  const words = healthWording(language);
  const shown = worstFirst(health.reports).slice(0, most);
  const more = health.reports.length - shown.length;
  const { totals, generation, elapsedMs } = health;
  const live = health.isUnchanged ? words.unchanged : words.live;
  const result = generation === null ? words.dryRun : filled(live, { generation });
  return [
    ...shown.flatMap((report) => drawReport(report, language)),
    ...(more > 0 ? [filled(words.more, { n: more })] : []),
    ...health.notices.map((notice) => `! ${remarkIn(language, notice)}`),
    ...drawConflicts(health.conflicts ?? [], most, words),
    ...drawSkipped(health.skipped, most, language),
    drawToDo(health.reports, language) ?? [],
    filled(words.totals, { ...totals, seconds: (elapsedMs / 1000).toFixed(1) }),
    result,
  ]
    .flat()
    .join('\n');
}

function drawConflicts(conflicts: readonly Conflict[], most: number, words: HealthWording): string[] {
  const lines = conflicts.slice(0, most).map(({ district, about, period, statements }) => {
    const sides = statements.map(({ reportId, surface }) => `${surface} (${reportId})`).join(' – ');
    return `≠ ${[district, period, about].filter((part) => part !== null).join(' · ')}: ${sides}`;
  });
  const left = conflicts.length - lines.length;
  return left > 0 ? [...lines, filled(words.moreConflicts, { n: left })] : lines;
}

function drawSkipped(skipped: readonly Skipped[], most: number, language: Language): string[] {
  const words = healthWording(language);
  const lines = skipped.slice(0, most).map(({ path, line, code, reason }) => {
    const place = line === null ? path : filled(words.lineOf, { path, line });
    return filled(words.skipped, { path: place, code, reason: remarkIn(language, reason) });
  });
  const left = skipped.length - lines.length;
  return left > 0 ? [...lines, filled(words.moreSkipped, { n: left })] : lines;
}
