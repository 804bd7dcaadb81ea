// The health report: what came in, how, and what did not. Its data and its drawing as text.
import type { Skipped } from '../source/report-sources.ts';
import type { Conflict } from './conflicts.ts';
import type { Duplicate } from './near-duplicates.ts';

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
  readonly publishedOn: string | null;
  /** Fields that nobody gave. */
  readonly inferred: readonly string[];
  /** A program swapped words in it. */
  readonly spun: boolean;
  /** Share of page furniture, 0 … 1. */
  readonly boilerplateShare: number;
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

/** True if a report has something that a maintainer should look at. */
export function isTroubled({ spun, notes }: ReportHealth): boolean {
  return spun || notes.length > 0;
}

/** Returns what a maintainer should know of a report, one line each. */
export function warningsOf({ spun, notes }: ReportHealth): string[] {
  return [...(spun ? ['its words were swapped by a program: read repaired, quoted as written'] : []), ...notes];
}

function describeField(name: string, value: string | null, inferred: readonly string[]): string {
  if (value === null) return `no ${name}`;
  return inferred.includes(name) ? `${value} (inferred)` : value;
}

function drawReport(report: ReportHealth): string[] {
  const { characters, passages, facts, encoding, inferred } = report;
  const about = [
    describeField('district', report.district, inferred),
    describeField('publishedOn', report.publishedOn, inferred),
  ];
  const furniture = Math.round(report.boilerplateShare * 100);
  const warnings = [
    ...warningsOf(report),
    ...(report.boilerplateShare > 0.3 ? [`${furniture} % of it is page furniture`] : []),
  ];
  return [
    `${report.path}  ${encoding} · ${characters} characters · ${passages} passages · ${facts} facts`,
    `  ${[inferred.includes('title') ? `${report.title} (inferred)` : report.title, ...about].join(' · ')}`,
    ...warnings.map((warning) => `  ! ${warning}`),
  ];
}

/**
 * Returns the health report as lines for a person.
 * @param most how many reports are shown one by one; those with something to tell come first
 */
export function drawHealth(health: HealthReport, most = 40): string {
  const shown =
    health.reports.length <= most
      ? health.reports
      : [...health.reports].sort((a, b) => Number(isTroubled(b)) - Number(isTroubled(a))).slice(0, most);
  const more = health.reports.length - shown.length;
  const { totals, generation } = health;
  const live = health.isUnchanged
    ? `Nothing has changed: index ${generation} stays live.`
    : `Index ${generation} is live.`;
  const result = generation === null ? 'Dry run: nothing was written.' : live;
  return [
    ...shown.flatMap(drawReport),
    ...(more > 0 ? [`… and ${more} more reports (--json lists all)`] : []),
    ...health.notices.map((notice) => `! ${notice}`),
    ...drawConflicts(health.conflicts ?? [], most),
    ...drawSkipped(health.skipped, most),
    `${totals.reports} reports · ${totals.passages} passages · ${totals.facts} facts · ${totals.characters} characters · ${totals.skipped} left out · ${(health.elapsedMs / 1000).toFixed(1)} s`,
    result,
  ].join('\n');
}

function drawConflicts(conflicts: readonly Conflict[], most: number): string[] {
  const lines = conflicts.slice(0, most).map(({ district, about, period, statements }) => {
    const sides = statements.map(({ reportId, surface }) => `${surface} (${reportId})`).join(' – ');
    return `≠ ${[district, period, about].filter((part) => part !== null).join(' · ')}: ${sides}`;
  });
  return conflicts.length > most ? [...lines, `≠ … and ${conflicts.length - most} more contradictions`] : lines;
}

function drawSkipped(skipped: readonly Skipped[], most: number): string[] {
  const lines = skipped
    .slice(0, most)
    .map(({ path, line, code, reason }) => `✗ ${path}${line === null ? '' : `:${line}`} left out (${code}): ${reason}`);
  return skipped.length > most
    ? [...lines, `✗ … and ${skipped.length - most} more left out (--json lists all)`]
    : lines;
}
