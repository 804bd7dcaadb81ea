// Files that wait for a maintainer's yes: kept in the state folder, looked at in batches beside the conversation, taken into the corpus or
// thrown away. `staged/ID/` holds a file as the corpus will, `staged/ID.json` what is known of it.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { FileVerdict, NewFile } from '../chat/corpus/corpus-admin.ts';
import { AppError } from '../errors.ts';
import { type HealthReport, isTroubled } from '../ingest/report/health.ts';
import { remarkLevel } from '../ingest/report/remarks.ts';
import { CATALOG_NAME } from '../ingest/source/catalog.ts';
import { readFields } from '../ingest/source/fields.ts';
import type { SerialQueue } from '../serial-queue.ts';
import { sha256, writeWhole } from '../store/files.ts';

/** What is known of a waiting file. */
export interface PendingRecord {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** ISO 8601. */
  readonly addedAt: string;
  readonly url: string | null;
  /** Null until it was looked at. */
  readonly health: HealthReport | null;
}

/** The parts of keeping files. */
interface PendingOptions {
  readonly stateDir: string;
  /** A new name: ≤ 32 characters of `[0-9a-z]`. */
  readonly newId: () => string;
  readonly now: () => Date;
  /** Looks at files one batch after the other. */
  readonly queue: SerialQueue;
  /** Returns the health of each folder. */
  readonly check: (folders: readonly string[]) => Promise<readonly HealthReport[]>;
}

const MAX_PENDING = 5_000;
const CHECKED_AT_ONCE = 40;
/** Folders that a file came from are kept so deep: they tell districts and years. */
const MAX_FOLDERS = 3;

const wantsLook = (remark: string): boolean => remarkLevel(remark) === 'look';

/** Returns the verdict on a file. */
export function verdictOf({ health }: Pick<PendingRecord, 'health'>): FileVerdict {
  if (health === null) return 'unchecked';
  if (health.reports.length === 0) return 'unreadable';
  const isDoubtful = health.skipped.length > 0 || health.notices.some(wantsLook) || health.reports.some(isTroubled);
  return isDoubtful ? 'doubtful' : 'sound';
}

/** Returns a path that is safe whatever the sender called the file. */
export function safePath(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .split('/')
    .slice(-MAX_FOLDERS - 1);
  const safe = parts.map((part) =>
    part
      .replace(/[^\p{L}\p{N}._-]+/gu, '_')
      .replace(/^[._]+/u, '')
      .slice(-100),
  );
  const file = safe.at(-1) || 'file.txt';
  return [...safe.slice(0, -1).filter((part) => part !== ''), file === CATALOG_NAME ? `_${file}` : file].join('/');
}

const CAPTION_LINE = /^\s*([A-Za-z]+|\p{Script=Han}{2,5})\s*[:：]\s*(.+?)\s*$/u;

/** Keeps what a caption says of the file (`field: value` lines) in a catalogue beside it. */
function writeCatalog(folder: string, path: string, { caption = '', url }: NewFile): void {
  const matches = caption.split('\n').map((line) => CAPTION_LINE.exec(line));
  const fields = matches.flatMap((match) => (match ? [[match[1], match[2]]] : []));
  const catalog = { ...(url !== undefined && { url }), ...readFields(Object.fromEntries(fields), []) };
  if (Object.keys(catalog).length > 0)
    writeFileSync(join(folder, CATALOG_NAME), stringify({ reports: [{ path, ...catalog }] }));
}

function readRecord(staged: string, id: string): PendingRecord | null {
  try {
    return JSON.parse(readFileSync(join(staged, `${id}.json`), 'utf8')) as PendingRecord;
  } catch {
    return null;
  }
}

/** Reads the records of a folder; those whose files are gone are left out. */
function readRecords(staged: string): Map<string, PendingRecord> {
  const names = existsSync(staged) ? readdirSync(staged).filter((name) => name.endsWith('.json')) : [];
  const records = names.flatMap((name) => readRecord(staged, name.slice(0, -'.json'.length)) ?? []);
  return new Map(records.filter(({ id }) => existsSync(join(staged, id))).map((record) => [record.id, record]));
}

/** The files that wait; those that were not looked at before the process ended are looked at when they are opened. */
export class PendingFiles {
  readonly #options: PendingOptions;
  readonly #staged: string;
  readonly #records: Map<string, PendingRecord>;

  constructor(options: PendingOptions) {
    this.#options = options;
    this.#staged = join(options.stateDir, 'staged');
    this.#records = readRecords(this.#staged);
    if (this.#unchecked().length > 0) this.#checkSoon();
  }

  /**
   * Puts a file among those that wait; returns its id, or that of the same file where it waits already.
   * @throws AppError usage/invalid where too many wait, disk/…
   */
  add(file: NewFile): string {
    const hash = sha256(file.bytes);
    const same = [...this.#records.values()].find((record) => record.sha256 === hash && record.name === file.name);
    if (same !== undefined) return same.id;
    if (this.#records.size >= MAX_PENDING)
      throw new AppError('usage/invalid', `${MAX_PENDING} files wait already; take them in or throw them away first`);
    const id = this.#options.newId();
    const path = safePath(file.name);
    const folder = join(this.#staged, id);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), file.bytes);
    writeCatalog(folder, path, file);
    const about = { name: file.name, bytes: file.bytes.length, sha256: hash, url: file.url ?? null };
    this.#keep({ id, ...about, addedAt: this.#options.now().toISOString(), health: null });
    this.#checkSoon();
    return id;
  }

  /** Returns all of them, oldest first. */
  list(): readonly PendingRecord[] {
    return [...this.#records.values()].sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
  }

  /** Returns a record when it was looked at; null where it waits no more. */
  async checked(id: string): Promise<PendingRecord | null> {
    while (this.#records.get(id)?.health === null) await this.#check();
    return this.#records.get(id) ?? null;
  }

  /** Moves files into a folder of the corpus; returns how many there were. */
  moveInto(corpusDir: string, ids: readonly string[]): number {
    const present = ids.filter((id) => this.#records.has(id));
    for (const id of present) {
      mkdirSync(join(corpusDir, 'sent'), { recursive: true });
      renameSync(join(this.#staged, id), join(corpusDir, 'sent', id));
      this.#drop(id);
    }
    return present.length;
  }

  /** Throws files away. */
  discard(ids: readonly string[]): void {
    for (const id of ids.filter((each) => this.#records.has(each))) {
      rmSync(join(this.#staged, id), { recursive: true, force: true });
      this.#drop(id);
    }
  }

  #keep(record: PendingRecord): void {
    writeWhole(join(this.#staged, `${record.id}.json`), JSON.stringify(record));
    this.#records.set(record.id, record);
  }

  #drop(id: string): void {
    rmSync(join(this.#staged, `${id}.json`), { force: true });
    this.#records.delete(id);
  }

  #unchecked(): PendingRecord[] {
    return [...this.#records.values()].filter(({ health }) => health === null);
  }

  #check(): Promise<void> {
    return this.#options.queue.run('read', () => this.#checkSome());
  }

  /** A check that fails is made again with the next file, or when somebody waits for it. */
  #checkSoon(): void {
    void this.#check().catch(() => undefined);
  }

  async #checkSome(): Promise<void> {
    const batch = this.#unchecked().slice(0, CHECKED_AT_ONCE);
    if (batch.length === 0) return;
    const healths = await this.#options.check(batch.map(({ id }) => join(this.#staged, id)));
    for (const [index, { id }] of batch.entries()) {
      const record = this.#records.get(id);
      const health = healths[index];
      if (record !== undefined && health !== undefined) this.#keep({ ...record, health });
    }
  }
}
