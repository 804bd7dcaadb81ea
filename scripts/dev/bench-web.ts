// npm run bench-web: many readers at the page at once, each signed in and with pauses as people make them; tells waits, faults, memory.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { countOption, print, runCommand, tell, textOption } from '../../src/app/cli/command.ts';
import { readConfig } from '../../src/config.ts';
import { AppError } from '../../src/errors.ts';
import { seededRandom } from '../../src/text/random.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const INVITED_AT_ONCE = 100;
const MAX_START_MS = 120_000;

interface Server {
  readonly url: string;
  readonly ownerCode: string;
  readonly child: ChildProcess;
}

/** One kind of request and how long each took. */
type Waits = Map<string, number[]>;

/** Starts the product in a process of its own, where people sign in. */
async function startServer(indexDir: string, stateDir: string, port: number): Promise<Server> {
  const url = `http://127.0.0.1:${port}`;
  const env = {
    QUZHI_INDEX: indexDir,
    QUZHI_STATE: stateDir,
    QUZHI_LIMIT_IN_ALL: '999999',
    QUZHI_LIMIT_PER_PERSON: '999999',
    TELEGRAM_BOT_TOKEN: '',
    WEB_HOST: '127.0.0.1',
    WEB_PORT: String(port),
    WEB_PUBLIC_URL: url,
  };
  const child = spawn(
    'env',
    [...Object.entries(env).map(([name, value]) => `${name}=${value}`), process.execPath, '--import', 'tsx', MAIN],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
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

/** A reader: a session, and requests whose waits are noted. */
class PageVisitor {
  readonly #url: string;
  readonly #waits: Waits;
  #headers: Record<string, string> = { 'content-type': 'application/json' };

  constructor(url: string, waits: Waits) {
    this.#url = url;
    this.#waits = waits;
  }

  async join(code: string, name: string): Promise<void> {
    const response = await this.#fetch('POST', '/api/join', { code, name });
    this.#headers = { ...this.#headers, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
    await response.json();
    const me = await this.get<{ csrf: string }>('me', '/api/me');
    this.#headers = { ...this.#headers, 'x-csrf-token': me.csrf };
  }

  async get<T>(kind: string, path: string): Promise<T> {
    return this.#timed(kind, { method: 'GET', path });
  }

  async post<T>(kind: string, path: string, body: unknown): Promise<T> {
    return this.#timed(kind, { method: 'POST', path, body });
  }

  async #timed<T>(kind: string, sent: { method: string; path: string; body?: unknown }): Promise<T> {
    const startedMs = performance.now();
    const response = await this.#fetch(sent.method, sent.path, sent.body);
    const value = (await response.json()) as T;
    this.#waits.set(kind, [...(this.#waits.get(kind) ?? []), performance.now() - startedMs]);
    return value;
  }

  async #fetch(method: string, path: string, body?: unknown): Promise<Response> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${this.#url}${path}`, { method, headers: this.#headers, ...sent });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}

/** Simulates one reader until the time is over: ask, open the source, look at figures, search. */
async function read(
  reader: PageVisitor,
  { random, until, pauseMs }: { random: () => number; until: number; pauseMs: number },
): Promise<void> {
  const pause = (): Promise<void> => sleep(pauseMs * (0.5 + random()));
  const { questions } = await reader.get<{ questions: string[] }>('suggestions', '/api/suggestions');
  const { reports } = await reader.get<{ reports: { id: string }[] }>('reports', '/api/reports?limit=100');
  const choose = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  while (performance.now() < until) {
    await pause();
    await reader.post('ask', '/api/say', { text: choose(questions) ?? '有哪些主要做法？' });
    await pause();
    await reader.get('read', `/api/reports/${encodeURIComponent(choose(reports)?.id ?? '')}`);
    await pause();
    await reader.get('facts', '/api/facts?limit=100');
    await pause();
    await reader.get('search', '/api/search?top=10&query=%E9%A1%B9%E7%9B%AE');
  }
}

/** Resident memory of a process in megabytes; null if the system does not tell. */
function memoryOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1_024);
  } catch {
    return null;
  }
}

/** Processor time of a process in seconds, its own and the system's for it; null if the system does not tell. */
function processorSecondsOf(pid: number | undefined): number | null {
  try {
    // The name may hold spaces; behind its bracket the fields are numbers, the 12th and 13th in ticks of 10 ms.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

const share = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

function draw(waits: Waits, told: object, faults: readonly string[]): object {
  const table = [...waits].map(([kind, times]) => {
    const sorted = times.toSorted((a, b) => a - b);
    return [
      kind,
      { requests: sorted.length, medianMs: share(sorted, 0.5), p95Ms: share(sorted, 0.95), maxMs: share(sorted, 1) },
    ];
  });
  return {
    waits: Object.fromEntries(table),
    ...told,
    faults: faults.length,
    firstFault: faults[0] ?? null,
  };
}

async function invite(owner: PageVisitor, readers: number): Promise<string[]> {
  const codes: string[] = [];
  for (let left = readers; left > 0; left -= INVITED_AT_ONCE) {
    const { url } = await owner.post<{ url: string }>('invite', '/api/invitations', {
      role: 'official',
      uses: Math.min(left, INVITED_AT_ONCE),
    });
    codes.push(url.split('/').at(-1) ?? '');
  }
  return codes;
}

await runCommand({
  usage: 'Usage: npm run bench-web -- [--readers N] [--seconds N] [--pause-ms N] [--port N] [--index DIR]',
  options: {
    readers: { type: 'string' },
    seconds: { type: 'string' },
    'pause-ms': { type: 'string' },
    port: { type: 'string' },
  },
  async run(values) {
    const count = countOption(values, 'readers', 200);
    const seconds = countOption(values, 'seconds', 30);
    const pauseMs = countOption(values, 'pause-ms', 1_000);
    const stateDir = mkdtempSync(join(tmpdir(), 'quzhi-bench-web-'));
    const server = await startServer(
      textOption(values, 'index') ?? readConfig().indexDir,
      stateDir,
      countOption(values, 'port', 8_099),
    );
    const faults: string[] = [];
    try {
      const owner = new PageVisitor(server.url, new Map());
      await owner.join(server.ownerCode, 'owner');
      const codes = await invite(owner, count);
      const waits: Waits = new Map();
      const readers = Array.from({ length: count }, () => new PageVisitor(server.url, waits));
      for (const [index, reader] of readers.entries())
        await reader.join(codes[Math.floor(index / INVITED_AT_ONCE)] ?? '', `reader ${index}`);
      tell(`${count} readers for ${seconds} s …`);
      waits.clear();
      const memory: (number | null)[] = [memoryOf(server.child.pid)];
      const watch = setInterval(() => memory.push(memoryOf(server.child.pid)), (seconds * 1_000) / 5);
      const processorBefore = processorSecondsOf(server.child.pid) ?? 0;
      const until = performance.now() + seconds * 1_000;
      const reading = readers.map((reader, index) =>
        read(reader, { random: seededRandom(index + 1), until, pauseMs }).catch(
          (error: unknown) => void faults.push(String(error)),
        ),
      );
      await Promise.all(reading);
      clearInterval(watch);
      const processorSeconds = (processorSecondsOf(server.child.pid) ?? 0) - processorBefore;
      print(JSON.stringify(draw(waits, { memoryMegabytes: memory, seconds, processorSeconds }, faults), null, 2));
    } finally {
      server.child.kill('SIGTERM');
      rmSync(stateDir, { recursive: true, force: true });
    }
    return faults.length > 0 ? 1 : 0;
  },
});
