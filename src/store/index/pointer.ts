// Points to the live generation: one small file that is switched by a rename, and the housekeeping of the folders beside it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { diskFault, writeWhole } from '../files.ts';

const POINTER = 'current';
const GENERATION = /^gen-(\d{6,})$/;
/** Leftovers of an interrupted ingest: half a generation, drafts of small files. */
const LEFT_BEHIND = /^building-|\.\d+\.tmp$/;

function numberOf(name: string): number {
  return Number(GENERATION.exec(name)?.[1] ?? 0);
}

/** Names of the finished generations of an index, oldest first; none if there is no index. */
export function listGenerations(indexDir: string): string[] {
  if (!existsSync(indexDir)) return [];
  const names = readdirSync(indexDir).filter((name) => GENERATION.test(name));
  return names.sort((a, b) => numberOf(a) - numberOf(b));
}

/** Name of the live generation, or null if there is none. Cheap enough to ask before every question. */
export function currentGeneration(indexDir: string): string | null {
  try {
    const name = readFileSync(join(indexDir, POINTER), 'utf8').trim();
    return GENERATION.test(name) ? name : null;
  } catch {
    return null;
  }
}

/**
 * Folder of the live generation.
 * @throws AppError index/missing where nothing was built yet, index/corrupt where the pointer leads nowhere
 */
export function liveFolder(indexDir: string): string {
  const name = currentGeneration(indexDir);
  if (name && existsSync(join(indexDir, name))) return join(indexDir, name);
  if (!name && !existsSync(join(indexDir, POINTER))) {
    throw new AppError('index/missing', `${indexDir} holds no index yet. Build it: npm run ingest`);
  }
  throw new AppError(
    'index/corrupt',
    `The pointer of ${indexDir} leads to no generation. Build the index again: npm run ingest -- --full`,
  );
}

/** Name for the next generation: one above every finished one and the one pointed to. */
export function nextGeneration(indexDir: string): string {
  const numbers = [...listGenerations(indexDir), currentGeneration(indexDir) ?? ''].map(numberOf);
  return `gen-${String(Math.max(0, ...numbers) + 1).padStart(6, '0')}`;
}

/** Returns an empty folder to build a generation in; what an interrupted build left is cleared away. Call it under the lock. */
export function openBuildFolder(indexDir: string, generation: string): string {
  const folder = join(indexDir, `building-${generation}`);
  try {
    mkdirSync(indexDir, { recursive: true });
    for (const name of readdirSync(indexDir).filter((entry) => LEFT_BEHIND.test(entry)))
      rmSync(join(indexDir, name), { recursive: true, force: true });
    mkdirSync(folder);
  } catch (cause) {
    throw diskFault(cause, folder);
  }
  return folder;
}

/** Makes a finished generation the live one, at once or not at all. */
export function switchTo(indexDir: string, generation: string): void {
  writeWhole(join(indexDir, POINTER), `${generation}\n`);
}

/**
 * Removes all generations but the live one and the newest others.
 * @param keep how many to keep in all, ≥ 1
 */
export function pruneGenerations(indexDir: string, keep: number): void {
  const live = currentGeneration(indexDir);
  const others = listGenerations(indexDir).filter((name) => name !== live);
  for (const name of others.slice(0, Math.max(0, others.length - (keep - 1)))) {
    rmSync(join(indexDir, name), { recursive: true, force: true });
  }
}
