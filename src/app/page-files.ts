// The files that reports were read from, and their scanned pages as pictures, each fetched in a process of its own: what strangers sent is
// not unpacked beside the questions.
import { createSemaphore } from '../serial-queue.ts';
import { readManifest } from '../store/index/manifest.ts';
import { liveFolder } from '../store/index/pointer.ts';
import type { Library, ReportId } from '../types.ts';
import { runTask } from './worker/run.ts';
import type { PageOrder } from './worker/task.ts';

/** Processes that fetch files at once. */
const MAX_FETCHING = 2;
/** Pictures of pages that are kept: one looks back and forth. */
const MAX_KEPT = 16;

interface PageFilesOptions {
  readonly indexDir: string;
  readonly library: () => Library;
  readonly now: () => Date;
}

/** Returns the file of a report (page null) or a scanned page of it as JPEG; null where there is none, or the file has changed since. */
export type PageFiles = (id: string, page: number | null) => Promise<Uint8Array | null>;

/** Returns where a file, or a scanned page of it, is to be looked for; null where there is none. */
function orderFor(id: string, page: number | null, { indexDir, library }: PageFilesOptions): PageOrder | null {
  const meta = library().reports.get(id as ReportId);
  const pages = meta === undefined ? null : library().pagesOf(meta.id);
  if (meta === undefined || pages === null) return null;
  const isDrawn = pages.source === 'picture';
  const isThere = page === null ? !isDrawn : isDrawn && page >= 1 && page <= pages.ratios.length;
  if (!isThere) return null;
  const { places: corpus } = readManifest(liveFolder(indexDir)).corpus;
  return { corpus, path: meta.path, fileHash: pages.fileHash, page, pageCount: pages.ratios.length };
}

/** Creates the access to files. */
export function createPageFiles(options: PageFilesOptions): PageFiles {
  const fetching = createSemaphore(MAX_FETCHING);
  const fetchPage = keepPages((input) => fetching.run(() => runTask({ name: 'page', input }, { now: options.now })));
  return async (id, page) => {
    const order = orderFor(id, page, options);
    return order && fetchPage(order);
  };
}

/** Returns the fetching of pages with the latest kept: who asks for a page that is being fetched waits for the same. Files and failures are not kept. */
export function keepPages(fetch: (order: PageOrder) => Promise<Uint8Array | null>): typeof fetch {
  const kept = new Map<string, Promise<Uint8Array | null>>();
  const fetchAndKeep = (order: PageOrder): Promise<Uint8Array | null> => {
    const key = keyOf(order);
    const fetched = fetch(order);
    const drop = (): boolean => kept.get(key) === fetched && kept.delete(key);
    kept.set(key, fetched);
    for (const oldest of kept.keys()) if (kept.size > MAX_KEPT) kept.delete(oldest);
    void fetched.then((bytes) => bytes ?? drop(), drop);
    return fetched;
  };
  return (order) => (order.page === null ? fetch(order) : (kept.get(keyOf(order)) ?? fetchAndKeep(order)));
}

const keyOf = ({ fileHash, page }: PageOrder): string => `${fileHash} ${page}`;
