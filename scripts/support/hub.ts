// Fetches files of a model from a hub that speaks Hugging Face's addresses: goes on where a connection broke off, and checks what
// arrived against the hash that the hub tells. It knows nothing of what the files hold.
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../src/errors.ts';
import { diskFault, fingerprintFile } from '../../src/store/files.ts';

/** A hub, and how it is asked. */
export interface Hub {
  /** Its address, without a slash at its end. */
  readonly url: string;
  /** Hears how far a file has come, in bytes; total: null where nobody knows. */
  readonly onProgress?: (file: string, done: number, total: number | null) => void;
  /** Pause before an attempt that follows one which brought nothing. Default 2,000. */
  readonly pauseMs?: number;
  /** Longest silence of the hub. Default 30,000. */
  readonly silenceMs?: number;
}

/** What the hub tells of a file: SHA-256 of large ones, Git's SHA-1 of the others; null where it does not tell. */
interface Told {
  readonly hash: string | null;
  readonly bytes: number | null;
}

/** One file on its way. */
interface Transfer {
  readonly address: string;
  readonly file: string;
  readonly part: string;
  readonly told: Told;
}

const MAX_REDIRECTS = 5;
/** Attempts that bring not a byte, one after the other. */
const MAX_IDLE_ATTEMPTS = 4;
const BRING = 'Or fetch the files elsewhere and name their folder: npm run add -- KIND FOLDER';

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
const numberIn = (text: string | null): number | null => (text !== null && /^\d+$/.test(text) ? Number(text) : null);
const unreachable = (address: string, cause: unknown): AppError =>
  new AppError(
    'hub/unreachable',
    `${new URL(address).origin} cannot be reached. Check the network, or name a mirror with HF_ENDPOINT. ${BRING}`,
    { cause },
  );

/** Asks a hub; what fails on the way is told as a hub that cannot be reached. */
async function ask(address: string, options: RequestInit, { silenceMs = 30_000 }: Hub): Promise<Response> {
  try {
    return await fetch(address, { ...options, signal: AbortSignal.timeout(silenceMs) });
  } catch (cause) {
    throw unreachable(address, cause);
  }
}

/** Asks what a file is, following redirects until the hub tells its hash; null: there is no such file. */
async function describe(address: string, hub: Hub): Promise<Told | null> {
  let at = address;
  for (let hop = 0; hop < MAX_REDIRECTS; hop++) {
    const { status, headers } = await ask(at, { method: 'HEAD', redirect: 'manual' }, hub);
    if (status === 404) return null;
    if (status === 401 || status === 403)
      throw new AppError('hub/refused', `${address} is not there, or the hub asks to sign in. Check the id. ${BRING}`);
    const linked = headers.get('x-linked-etag');
    const location = headers.get('location');
    if (status < 300 || linked !== null) {
      const [hash = null] = /[0-9a-f]{64}|[0-9a-f]{40}/.exec(linked ?? headers.get('etag') ?? '') ?? [];
      return { hash, bytes: numberIn(headers.get('x-linked-size') ?? headers.get('content-length')) };
    }
    if (status >= 400 || location === null)
      throw new AppError('hub/refused', `${address} answered ${status}. Try again later. ${BRING}`);
    at = new URL(location, at).href;
  }
  throw new AppError('hub/refused', `${address} redirects without end. Check HF_ENDPOINT.`);
}

/** True if a file is what the hub tells of it. */
function isWhole(path: string, { hash, bytes }: Told): boolean {
  if (bytes !== null && sizeOf(path) !== bytes) return false;
  if (hash === null) return true;
  if (hash.length === 64) return fingerprintFile(path).sha256 === hash;
  const content = readFileSync(path);
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex') === hash;
}

/** Appends what the hub sends to what is there. @throws Error where the connection breaks off; what came stays */
async function append({ address, file, part, told }: Transfer, hub: Hub): Promise<void> {
  const { silenceMs = 30_000, onProgress } = hub;
  const start = sizeOf(part);
  const stop = new AbortController();
  const headers = { 'accept-encoding': 'identity', ...(start > 0 && { range: `bytes=${start}-` }) };
  const watchdog = setTimeout(() => stop.abort(), silenceMs);
  try {
    const response = await fetch(address, { headers, signal: stop.signal });
    if (response.status === 416) {
      rmSync(part);
      return;
    }
    if (!response.ok || !response.body) throw new Error(`the hub answered ${response.status}`);
    const isContinued = response.status === 206;
    let done = isContinued ? start : 0;
    const watched = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        watchdog.refresh();
        done += chunk.length;
        onProgress?.(file, done, told.bytes);
        yield chunk;
      }
    };
    await pipeline(watched(response.body), createWriteStream(part, { flags: isContinued ? 'a' : 'w' }));
  } finally {
    clearTimeout(watchdog);
  }
  if (told.bytes !== null && sizeOf(part) < told.bytes) throw new Error('the connection broke off');
}

/** Makes one attempt. @returns why it did not bring the whole file; null: it is there @throws AppError 'disk/…' */
async function attempt(way: Transfer, hub: Hub): Promise<unknown> {
  try {
    await append(way, hub);
    return existsSync(way.part) ? null : new Error('the hub has less than was there');
  } catch (cause) {
    const fault = diskFault(cause, way.part);
    if (fault instanceof AppError) throw fault;
    return cause;
  }
}

/** Brings a file whole, in as many attempts as bring something. @throws AppError 'hub/unreachable', 'disk/…' */
async function transfer(way: Transfer, hub: Hub): Promise<void> {
  for (let idle = 0; ; ) {
    const before = sizeOf(way.part);
    const fault = await attempt(way, hub);
    if (fault === null) return;
    idle = sizeOf(way.part) > before ? 0 : idle + 1;
    if (idle >= MAX_IDLE_ATTEMPTS) throw unreachable(way.address, fault);
    if (idle > 0) await new Promise((resolve) => setTimeout(resolve, hub.pauseMs ?? 2_000));
  }
}

/**
 * Fetches one file of a model into a folder, unless it is there already; a file that is not whole stays as `.part` for the next time.
 * @param model OWNER/NAME   @param file its path in the model and in the folder
 * @returns false: the hub has no such file
 * @throws AppError 'hub/…' where the hub cannot be reached, refuses, or sends something else than it tells; 'disk/…'
 */
export async function fetchFile(
  hub: Hub,
  { model, file }: { readonly model: string; readonly file: string },
  folder: string,
): Promise<boolean> {
  const address = `${hub.url}/${model}/resolve/main/${file}`;
  const told = await describe(address, hub);
  if (told === null) return false;
  const path = join(folder, file);
  if (existsSync(path) && isWhole(path, told)) return true;
  // The name of a part names its content: what is left of another version is not gone on with.
  const part = `${path}.${told.hash?.slice(0, 8) ?? 'unnamed'}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    throw diskFault(cause, path);
  }
  await transfer({ address, file, part, told }, hub);
  if (!isWhole(part, told)) {
    rmSync(part);
    throw new AppError(
      'hub/refused',
      `${file} of ${model} arrived with another hash than ${hub.url} tells, and is not kept. Try again, or name another hub with HF_ENDPOINT.`,
    );
  }
  renameSync(part, path);
  return true;
}
