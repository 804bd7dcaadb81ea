// Finds the files of a corpus: folders are walked, files taken as they are. It reads no content.
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { AppError } from '../../errors.ts';
import { firstLine } from './front-matter.ts';

/** A file of the corpus. */
export interface CorpusFile {
  readonly absolutePath: string;
  /** Folder to which `path` is relative. */
  readonly folder: string;
  /** Path below the corpus folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Time of the last change, in milliseconds since 1970. */
  readonly changedMs: number;
}

/** Names that belong to the system, not to the corpus. */
const IGNORED = /^(?:\..*|~\$.*|Thumbs\.db|desktop\.ini|node_modules)$/i;

function describe(absolutePath: string, folder: string): CorpusFile {
  const facts = statSync(absolutePath);
  const path = relative(folder, absolutePath).split(sep).join('/');
  return { absolutePath, folder, path, bytes: facts.size, changedMs: Math.floor(facts.mtimeMs) };
}

function* walk(folder: string, root: string, unreadable: string[]): Generator<CorpusFile> {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    if (folder === root) throw error;
    unreadable.push(`${relative(root, folder)}/ cannot be read (${firstLine(error)})`);
    return;
  }
  for (const name of names) {
    if (IGNORED.test(name)) continue;
    const path = join(folder, name);
    const facts = lstatSync(path);
    if (facts.isDirectory()) yield* walk(path, root, unreadable);
    else if (statSync(path, { throwIfNoEntry: false })?.isFile()) yield describe(path, root);
    else unreadable.push(`${relative(root, path)} is no file, or a link that leads nowhere`);
  }
}

/**
 * Returns all files of the corpus, in a stable order, each once.
 * @param corpus folders and files
 * @param unreadable takes one line for each folder or link inside that could not be read
 * @throws AppError corpus/missing, corpus/unreadable
 */
export function listCorpus(corpus: readonly string[], unreadable: string[]): CorpusFile[] {
  const files = new Map<string, CorpusFile>();
  for (const place of corpus) {
    for (const file of listPlace(place, unreadable)) {
      if (!files.has(file.absolutePath)) files.set(file.absolutePath, file);
    }
  }
  return [...files.values()];
}

function listPlace(place: string, unreadable: string[]): CorpusFile[] {
  const facts = statSync(place, { throwIfNoEntry: false });
  if (!facts)
    throw new AppError(
      'corpus/missing',
      `There is no ${place}. Name a folder or file of reports: --corpus DIR, or QUZHI_CORPUS`,
    );
  try {
    return facts.isDirectory() ? [...walk(place, place, unreadable)] : [describe(place, dirname(place))];
  } catch (cause) {
    throw new AppError('corpus/unreadable', `${place} cannot be read (${firstLine(cause)}). Check its permissions.`, {
      cause,
    });
  }
}

/** Returns the file's name without its last extension. */
export function stemOf(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '') || basename(path);
}

/** Returns a file's bytes, or the reason why there are none. */
export function readBytes(path: string): { ok: true; bytes: Uint8Array } | { ok: false; reason: string } {
  try {
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    return { ok: false, reason: `it cannot be read (${firstLine(error)})` };
  }
}
