// The product in a process of its own, where people sign in, without limits on how much they ask; and what the process uses.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../../src/errors.ts';

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));
const MAX_START_MS = 120_000;
const TICKS_PER_SECOND = 100;

/** A running product. */
export interface LoadedServer {
  readonly url: string;
  /** Signs the owner in, once. */
  readonly ownerCode: string;
  readonly child: ChildProcess;
}

/** Where a product keeps its data and listens. */
interface ServerPlaces {
  readonly indexDir: string;
  readonly stateDir: string;
  /** What the index was built of, else it is built anew of the configured folder. Default: the configured one. */
  readonly corpusDir?: string;
  readonly port: number;
}

/** Starts the product. @throws AppError web/port where its page does not come up */
export async function startServer({ indexDir, stateDir, corpusDir, port }: ServerPlaces): Promise<LoadedServer> {
  const url = `http://127.0.0.1:${port}`;
  const env = {
    QUZHI_INDEX: indexDir,
    QUZHI_STATE: stateDir,
    ...(corpusDir === undefined ? {} : { QUZHI_CORPUS: corpusDir }),
    QUZHI_LIMIT_IN_ALL: '999999',
    QUZHI_LIMIT_PER_PERSON: '999999',
    TELEGRAM_BOT_TOKEN: '',
    WEB_HOST: '127.0.0.1',
    WEB_PORT: String(port),
    WEB_PUBLIC_URL: url,
  };
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const child = spawn('env', [...settings, process.execPath, '--import', 'tsx', MAIN], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const timer = setTimeout(() => child.kill(), MAX_START_MS);
  for await (const line of createInterface({ input: child.stderr })) {
    const code = /\/join\/([\w-]+)/u.exec(line)?.[1];
    if (code === undefined) continue;
    clearTimeout(timer);
    child.stderr.resume();
    return { url, ownerCode: code, child };
  }
  throw new AppError('web/port', 'The page did not start. Run npm start to see why.');
}

/** Resident memory of a process in megabytes; null if the system does not tell. */
export function memoryOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1_024);
  } catch {
    return null;
  }
}

/** Processor time of a process in seconds, its own and the system's for it; null if the system does not tell. */
export function processorSecondsOf(pid: number | undefined): number | null {
  try {
    // The name may hold spaces; behind its bracket the fields are numbers, the 12th and 13th in ticks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}
