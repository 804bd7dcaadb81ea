// Puts the health report of an ingest together, and keeps it beside its generation. How it is drawn is told elsewhere.
import { join } from 'node:path';
import { writeWhole } from '../../store/files.ts';
import { FILES } from '../../store/index/manifest.ts';
import type { GatheredCorpus } from '../gather.ts';
import type { Findings } from '../source/report-sources.ts';
import type { Conflict } from './conflicts.ts';
import type { HealthReport, ReportHealth } from './health.ts';
import { type Duplicate, findDuplicates } from './near-duplicates.ts';

/** Results of an ingest. */
interface IngestOutcome {
  readonly gathered: GatheredCorpus;
  readonly findings: Findings;
  /** Name of the generation that is live now; null after a dry run. */
  readonly generation: string | null;
  readonly isUnchanged: boolean;
  readonly conflicts: readonly Conflict[];
  /** Time since the start, in milliseconds. */
  readonly elapsedMs: () => number;
}

function noteOf({ twin, likeness }: Duplicate): string {
  if (likeness === 1) return `its text is the same as that of ${twin}`;
  return `its text is nearly that of ${twin} (${Math.round(likeness * 100)} % of it)`;
}

function withNotes(reports: readonly ReportHealth[], duplicates: readonly Duplicate[]): ReportHealth[] {
  const byId = new Map(duplicates.map((duplicate) => [duplicate.id, duplicate]));
  return reports.map((report) => {
    const duplicate = byId.get(report.id);
    return duplicate ? { ...report, notes: [...report.notes, noteOf(duplicate)] } : report;
  });
}

/** Returns the health report of an ingest. */
export function healthOf({
  gathered,
  findings,
  generation,
  isUnchanged,
  conflicts,
  elapsedMs,
}: IngestOutcome): HealthReport {
  const duplicates = findDuplicates(gathered.marks);
  const { reports } = gathered;
  const sum = (pick: (report: ReportHealth) => number): number =>
    reports.reduce((total, report) => total + pick(report), 0);
  const totals = {
    reports: reports.length,
    passages: sum((report) => report.passages),
    facts: sum((report) => report.facts),
    characters: sum((report) => report.characters),
    skipped: findings.skipped.length,
  };
  return {
    generation,
    isUnchanged,
    reused: gathered.reusedCount,
    reports: withNotes(reports, duplicates),
    ...findings,
    duplicates,
    conflicts,
    totals,
    elapsedMs: elapsedMs(),
  };
}

/** Keeps a health report in the folder of its generation. @throws AppError disk/full, disk/denied */
export function writeHealth(folder: string, health: HealthReport): HealthReport {
  writeWhole(join(folder, FILES.health), JSON.stringify(health));
  return health;
}
