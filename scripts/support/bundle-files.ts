// Which files go into a bundle: those of the program, and of each package that it needs at run time what this platform loads.
import type { LockedPackage } from './bill.ts';

/** The machine that a bundle is for, in Node's words: `linux`, `x64`. */
export interface Platform {
  readonly os: string;
  readonly processor: string;
}

/** What stands beside the folders that `files` of package.json names. */
const ALWAYS = ['package.json', 'package-lock.json', 'README.md', 'LICENSE'];

/** Returns what a bundle takes of the project's own folder, given what its package names. */
export function ownPlaces(files: readonly string[]): string[] {
  return [...new Set([...ALWAYS, ...files])];
}

/** True for a file of the project that only its developers need. */
export function isForDevelopers(path: string): boolean {
  return path.startsWith('scripts/dev');
}

/** Folders of packages in a lock file that the program needs at run time (`node_modules/zod`). */
export function packageFolders(packages: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.startsWith('node_modules/') && dev !== true && link !== true)
    .map(([path]) => path)
    .sort();
}

/** Sources and by-products of what was compiled, types, maps, and builds of a library for browsers: nothing loads them. */
const NEVER_LOADED = [
  /\.(?:[cm]?ts|map)$/,
  /^(?:better-sqlite3|hnswlib-node)\/(?:deps|src)(?:\/|$)/,
  /^(?:better-sqlite3|hnswlib-node)\/build\/(?!Release$|Release\/[^/]+\.node$)/,
  /^pdfjs-dist\/(?:build|image_decoders|web|types|legacy\/(?:web|image_decoders))(?:\/|$)/,
];

/**
 * True if a file or folder of the installed packages is loaded on a platform.
 * @param path below `node_modules`, with `/`
 */
export function isLoaded(path: string, { os, processor }: Platform): boolean {
  const own = path.split('/node_modules/').at(-1) ?? path;
  const native = /^onnxruntime-node\/bin\/[^/]+\/([^/]+)(?:\/([^/]+))?/.exec(own);
  if (native !== null && (native[1] !== os || (native[2] ?? processor) !== processor)) return false;
  return !NEVER_LOADED.some((pattern) => pattern.test(own));
}
