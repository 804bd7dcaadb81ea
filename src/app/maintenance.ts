// Maintenance: the health report of the live index, backups of state and index, deletion of what has aged.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexHealth, Maintenance } from '../chat/corpus/maintenance.ts';
import { DAY_MS } from '../durations.ts';
import { PAGE_FILE } from '../ingest/report/health-page.ts';
import { FILES } from '../store/index/manifest.ts';
import { currentGeneration, liveFolder } from '../store/index/pointer.ts';
import type { PersonalData } from '../store/state/personal-data.ts';
import { runInThread } from './worker/run.ts';

/** Where the index and the state are. */
interface MaintenanceOptions {
  readonly indexDir: string;
  readonly stateDir: string;
  readonly now: () => Date;
}

/** Creates the maintenance of an index and a state folder. */
export function createMaintenance(options: MaintenanceOptions): Maintenance {
  return { health: () => healthOf(options), backup: () => backUp(options) };
}

/** Returns the health report of the live generation; the page is that of the latest ingest. */
function healthOf({ indexDir }: MaintenanceOptions): IndexHealth {
  const read = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);
  if (currentGeneration(indexDir) === null) return { health: null, page: null };
  const json = read(join(liveFolder(indexDir), FILES.health));
  const health = json === null ? null : (JSON.parse(json) as Readonly<Record<string, unknown>>);
  return { health, page: read(join(indexDir, PAGE_FILE)) };
}

/** Writes a backup outside the folders that it is of, beside the conversation. */
async function backUp({ indexDir, stateDir, now }: MaintenanceOptions): Promise<string> {
  const madeAt = now().toISOString();
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-backup-'));
  const file = join(folder, `quzhi-${madeAt.slice(0, 19).replaceAll(':', '')}.backup`);
  await runInThread({ name: 'backup', input: { file, indexDir, stateDir, madeAt } }, { now });
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
    const at = now();
    const before = noteUpkeep(at);
    const days = before === null ? 0 : (at.getTime() - before.getTime()) / DAY_MS;
    if (days > MAX_STEP_DAYS) onJump(Math.floor(days));
    else prune(new Date(at.getTime() - retentionDays * DAY_MS));
  };
  pruneNow();
  setInterval(pruneNow, DAY_MS).unref();
}
