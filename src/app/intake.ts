// What comes in by itself: files put into a watched folder, and documents that pages and feeds of the web name. All of it waits for a
// maintainer's yes; nothing goes straight into the index.
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { NewFile } from '../chat/corpus/corpus-admin.ts';
import { HOUR_MS } from '../durations.ts';
import { AppError } from '../errors.ts';
import { listCorpus } from '../ingest/source/files.ts';
import { documentLinks } from '../ingest/source/web-links.ts';
import { writeWhole } from '../store/files.ts';

/** The parts of the intake. */
export interface IntakeParts {
  /** Puts a file among those that wait. @throws AppError where that cannot be done */
  readonly add: (file: NewFile) => unknown;
  /** Told once for each thing that cannot be done. */
  readonly onTrouble: (message: string) => void;
}

/** Hidden, so that no look at the folder finds it again. */
const TAKEN = '.taken';

/**
 * Creates a look at a watched folder: files that have not changed since the look before wait from then on, and are moved aside.
 * @returns the look; how many files it took
 */
export function inboxLook(folder: string, { add, onTrouble }: IntakeParts): () => number {
  let before = new Map<string, string>();
  const take = (path: string): boolean => {
    try {
      add({ name: path, bytes: readFileSync(join(folder, path)) });
      mkdirSync(dirname(join(folder, TAKEN, path)), { recursive: true });
      renameSync(join(folder, path), join(folder, TAKEN, path));
      return true;
    } catch (error) {
      if (!(error instanceof AppError) && !(error instanceof Error && 'code' in error)) throw error;
      onTrouble(error instanceof Error ? error.message : String(error));
      return false;
    }
  };
  return () => {
    if (!existsSync(folder)) return 0;
    const files = listCorpus([folder], []).map(
      ({ path, bytes, changedMs }) => [path, `${bytes} ${changedMs}`] as const,
    );
    const atRest = files.filter(([path, state]) => before.get(path) === state);
    before = new Map(files);
    return atRest.filter(([path]) => take(path)).length;
  };
}

/** What fetching needs. */
export interface FetchParts extends IntakeParts {
  readonly fetch: typeof fetch;
  readonly sleep: (ms: number) => Promise<void>;
  /** Where the addresses that were fetched are kept. */
  readonly seenFile: string;
}

const MAX_ADDRESSES = 50;
const MAX_BYTES = 20 * 1_048_576;
const TIMEOUT_MS = 30_000;
/** Between two requests: a visitor, no burden. */
const PAUSE_MS = 1_000;
const MAX_SEEN = 20_000;

/** Returns the addresses of a list: one a line, `#` for comments. */
export function addressesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => /^https?:\/\/\S+$/u.test(line) && URL.canParse(line)).slice(0, MAX_ADDRESSES);
}

async function bytesOf(address: string, { fetch: get }: FetchParts): Promise<{ bytes: Uint8Array; type: string }> {
  const response = await get(address, { signal: AbortSignal.timeout(TIMEOUT_MS), headers: { 'user-agent': 'quzhi' } });
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  if (new URL(response.url || address).hostname !== new URL(address).hostname)
    throw new Error('it leads to another host');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES / 1_048_576} MB`);
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), type: response.headers.get('content-type') ?? '' };
}

/** Returns a name for what was fetched: the last part of its address, a page ending in .html. */
function nameOf(address: string, type: string): string {
  const url = new URL(address);
  const last = decodeURIComponent(basename(url.pathname)) || url.hostname;
  const isPage = /html/iu.test(type) && !/\.x?html?$/iu.test(last);
  return `${url.hostname}/${last}${isPage ? '.html' : ''}`;
}

function readSeen(file: string): Set<string> {
  try {
    return new Set(JSON.parse(readFileSync(file, 'utf8')) as string[]);
  } catch {
    return new Set();
  }
}

/** Fetches what a list of addresses names and was not fetched before; what cannot be fetched is told and tried the next time. @returns how many files came in */
export async function fetchAddresses(addresses: readonly string[], parts: FetchParts): Promise<number> {
  const seen = readSeen(parts.seenFile);
  let count = 0;
  const attempt = async (
    address: string,
    work: (found: { bytes: Uint8Array; type: string }) => void,
  ): Promise<void> => {
    try {
      work(await bytesOf(address, parts));
    } catch (error) {
      parts.onTrouble(`${address}: ${error instanceof Error ? error.message : String(error)}`);
    }
    await parts.sleep(PAUSE_MS);
  };
  for (const address of addresses) {
    let links: string[] = [];
    await attempt(address, ({ bytes }) => {
      links = documentLinks(new TextDecoder().decode(bytes), address);
    });
    for (const link of links.filter((each) => !seen.has(each)))
      await attempt(link, ({ bytes, type }) => {
        parts.add({ name: nameOf(link, type), bytes, url: link });
        seen.add(link);
        count += 1;
      });
  }
  writeWhole(parts.seenFile, JSON.stringify([...seen].slice(-MAX_SEEN)));
  return count;
}

/** Which folder and which list are looked at; null: none. */
interface IntakePlaces {
  readonly inboxDir: string | null;
  /** A file with an address a line. */
  readonly addressesFile: string | null;
  readonly stateDir: string;
}

const LOOK_EVERY_MS = 5_000;
const FETCH_EVERY_MS = 6 * HOUR_MS;

/** Looks at the folder every 5 s and fetches the addresses every 6 h, as long as the process lives. */
export function startIntake({ inboxDir, addressesFile, stateDir }: IntakePlaces, parts: IntakeParts): void {
  if (inboxDir !== null) setInterval(inboxLook(inboxDir, parts), LOOK_EVERY_MS).unref();
  if (addressesFile === null) return;
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
  const seenFile = join(stateDir, 'addresses-fetched.json');
  const fetchNow = (): void => {
    if (!existsSync(addressesFile)) parts.onTrouble(`${addressesFile} is not there`);
    else void fetchAddresses(addressesOf(readFileSync(addressesFile, 'utf8')), { ...parts, fetch, sleep, seenFile });
  };
  fetchNow();
  setInterval(fetchNow, FETCH_EVERY_MS).unref();
}
