// One life of the whole product in the soak: started as it is served, on a state folder, behind a stand-in of the Bot API.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROBE = fileURLToPath(new URL('./probe.mjs', import.meta.url));
const MAX_START_MS = 90_000;

/** Where a life runs. */
export interface LifePlace {
  readonly folder: string;
  readonly port: number;
  readonly apiRoot: string;
  readonly token: string;
}

/** What befalls a life. */
export interface LifeFate {
  /** How far its clock is off. */
  readonly shiftMs: number;
  /** Files may grow no larger, as on a disk that is full; null: as they like. */
  readonly maxFileBytes: number | null;
}

/** A running product. */
export interface ServiceLife {
  readonly child: ChildProcess;
  readonly errors: string[];
  readonly fate: LifeFate;
}

/** Starts a life and waits until it can answer. @throws Error where it does not start */
export async function startLife(place: LifePlace, fate: LifeFate): Promise<ServiceLife> {
  const { folder, port, apiRoot, token } = place;
  const env = {
    ...process.env,
    QUZHI_CORPUS: join(folder, 'corpus'),
    QUZHI_INDEX: join(folder, 'index'),
    QUZHI_STATE: join(folder, 'state'),
    QUZHI_LIMIT_PER_PERSON: '999999',
    QUZHI_LIMIT_IN_ALL: '999999',
    READER: 'linear',
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_ACCESS: 'open',
    WEB_PORT: String(port),
    WEB_PUBLIC_URL: `http://127.0.0.1:${port}`,
    SOAK_CLOCK_SHIFT_MS: String(fate.shiftMs),
    SOAK_MEMORY_FILE: join(folder, 'memory.jsonl'),
  };
  const limit = fate.maxFileBytes === null ? '' : `ulimit -f ${Math.ceil(fate.maxFileBytes / 512)}; `;
  const command = `${limit}exec "${process.execPath}" --expose-gc --import tsx --import "${PROBE}" src/main.ts`;
  const child = spawn('sh', ['-c', command], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (lines: Buffer) => void errors.push(...String(lines).trim().split('\n')));
  for (const until = performance.now() + MAX_START_MS; performance.now() < until; await wait(100)) {
    if (child.exitCode !== null) break;
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return { child, errors, fate };
  }
  child.kill('SIGKILL');
  throw new Error(`the product did not start: ${errors.slice(-5).join(' | ')}`);
}

/** Ends a life, as an operator or a crash does; what it wrote to its log stays. */
export async function endLife({ child }: ServiceLife, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

/** Open handles of a life, and those of files that are deleted. Linux alone tells; elsewhere there are none. */
export function handlesOf({ child }: ServiceLife): { open: number; deleted: readonly string[] } {
  const folder = `/proc/${child.pid}/fd`;
  if (!existsSync(folder)) return { open: 0, deleted: [] };
  const targets = readdirSync(folder).flatMap((name) => {
    try {
      return readlinkSync(join(folder, name));
    } catch {
      return [];
    }
  });
  return { open: targets.length, deleted: targets.filter((target) => target.endsWith('(deleted)')) };
}

/** Bytes that the product held after each collection of its memory since the file was begun. */
export function memoryOf(folder: string): number[] {
  const file = join(folder, 'memory.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line).heldBytes);
}
