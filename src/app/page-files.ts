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
  return { corpus, path: meta.path, fileHash: pages.fileHash, page };
}

/** Creates the access to files. */
export function createPageFiles(options: PageFilesOptions): PageFiles {
  const fetching = createSemaphore(MAX_FETCHING);
  const kept = new Map<string, Uint8Array>();
  const fetchPage = async (input: PageOrder): Promise<Uint8Array | null> => {
    const bytes = await fetching.run(() => runTask({ name: 'page', input }, { now: options.now }));
    if (bytes === null || input.page === null) return bytes;
    kept.set(keyOf(input), bytes);
    for (const oldest of kept.keys()) if (kept.size > MAX_KEPT) kept.delete(oldest);
    return bytes;
  };
  return async (id, page) => {
    const order = orderFor(id, page, options);
    return order && (kept.get(keyOf(order)) ?? fetchPage(order));
  };
}

const keyOf = ({ fileHash, page }: PageOrder): string => `${fileHash} ${page}`;
