// Identity of the rules by which a corpus becomes a generation: a hash of the code and data that take part in it.
// Nobody has to remember to raise a version: a change to any of them makes the next ingest start from nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../store/files.ts';
import { installedRecognition } from './ocr/recognition.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The folders that decide what passages, facts and terms are. */
const FOLDERS = ['text', 'lexicon', 'ingest', 'store/index'] as const;

function filesOf(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Hash of the rules as they are now: 16 hexadecimal digits. Takes some milliseconds. */
export function rulesId(): string {
  const rules = FOLDERS.flatMap(filesOf).map((path) => sha256(readFileSync(path)));
  // What could not be read without text recognition is read once it is installed.
  return sha256([...rules, installedRecognition() ?? ''].join('\n')).slice(0, 16);
}
