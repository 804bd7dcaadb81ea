// Maintenance: the health report of the live index, backups of state and index, deletion of what has aged.
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexHealth, Maintenance } from '../chat/corpus/maintenance.ts';
import { DAY_MS } from '../durations.ts';
import { isDiskFull } from '../errors.ts';
import { type HealthReport, warningsOf, worstFirst } from '../ingest/report/health.ts';
import { drawPage } from '../ingest/report/health-page.ts';
import { remarkIn } from '../ingest/report/remarks.ts';
import { CORRECTIONS_NAME } from '../ingest/source/corrections.ts';
import { FILES } from '../store/index/manifest.ts';
import { currentGeneration, liveFolder } from '../store/index/pointer.ts';
import type { PersonalData } from '../store/state/personal-data.ts';
import type { Language } from '../types.ts';
import { runTask } from './worker/run.ts';

/** Where the index and the state are. */
interface MaintenanceOptions {
  readonly indexDir: string;
  readonly stateDir: string;
  /** Its corrections are backed up, too. */
  readonly corpusDir: string;
  readonly now: () => Date;
}

/** Creates the maintenance of an index and a state folder. */
export function createMaintenance(options: MaintenanceOptions): Maintenance {
  return { health: (language) => healthOf(options, language), backup: () => backUp(options) };
}

/** Returns the health report of the live generation, with its remarks in a language. */
function healthOf({ indexDir }: MaintenanceOptions, language: Language): IndexHealth {
  if (currentGeneration(indexDir) === null) return { health: null, page: null };
  const file = join(liveFolder(indexDir), FILES.health);
  if (!existsSync(file)) return { health: null, page: null };
  const health = JSON.parse(readFileSync(file, 'utf8')) as HealthReport;
  const page = drawPage(health, { at: statSync(file).mtime, language });
  return { health: { ...healthIn(language, health) }, page };
}

/** Returns a health report with its remarks in a language, what needs most attention first. */
function healthIn(language: Language, health: HealthReport): HealthReport {
  const told = (remarks: readonly string[]): string[] => remarks.map((remark) => remarkIn(language, remark));
  return {
    ...health,
    reports: worstFirst(health.reports).map((report) => ({ ...report, notes: warningsOf(report, language) })),
    skipped: health.skipped.map((skipped) => ({ ...skipped, reason: remarkIn(language, skipped.reason) })),
    notices: told(health.notices),
  };
}

/** Writes a backup outside the folders that it is of, beside the conversation. */
async function backUp({ indexDir, stateDir, corpusDir, now }: MaintenanceOptions): Promise<string> {
  const madeAt = now().toISOString();
  const correctionsFile = join(corpusDir, CORRECTIONS_NAME);
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-backup-'));
  const file = join(folder, `quzhi-${madeAt.slice(0, 19).replaceAll(':', '')}.backup`);
  await runTask({ name: 'backup', input: { file, indexDir, stateDir, madeAt, correctionsFile } }, { now });
  return file;
}

/** A clock that is further on than this since it was last looked at has jumped, or the product stood still: nothing is deleted by it. */
const MAX_STEP_DAYS = 31;

/** Options of deletion by age. */
interface PruneOptions {
  readonly retentionDays: number;
  readonly now: () => Date;
  /** Hears that the clock has jumped, and by how many days. */
  readonly onJump: (days: number) => void;
}

/**
 * Deletes people's data older than the retention time, now and once a day as long as the process lives. After a jump of the clock a
 * day passes first: time to put it right.
 */
export function pruneDaily(
  { prune, noteUpkeep }: Pick<PersonalData, 'prune' | 'noteUpkeep'>,
  { retentionDays, now, onJump }: PruneOptions,
): void {
  const pruneNow = (): void => {
    try {
      pruneAt(now());
    } catch (error) {
      // Where the disk is full, deleting waits a day: a start must not fail of it, and answers are given without keeping.
      if (!isDiskFull(error)) throw error;
    }
  };
  const pruneAt = (at: Date): void => {
    const before = noteUpkeep(at);
    const days = before === null ? 0 : (at.getTime() - before.getTime()) / DAY_MS;
    if (days > MAX_STEP_DAYS) onJump(Math.floor(days));
    else prune(new Date(at.getTime() - retentionDays * DAY_MS));
  };
  pruneNow();
  setInterval(pruneNow, DAY_MS).unref();
}
