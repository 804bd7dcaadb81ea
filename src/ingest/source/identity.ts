// Gives each report an id that people can read and that stays the same from one ingest to the next.
import { extname } from 'node:path';
import type { ReportId } from '../../types.ts';
import { stemOf } from './files.ts';

/** Brands a name as a report's id. */
export function reportId(name: string): ReportId {
  return name as ReportId;
}

/**
 * Returns the shortest name of each path that no other path of the list has: the file's stem, else the path without extension, else the path.
 * The order of the paths does not matter.
 * @example namePaths(['2020/a.txt', '2021/a.txt', 'b.md']) // => Map { '2020/a.txt' → '2020/a', '2021/a.txt' → '2021/a', 'b.md' → 'b' }
 */
export function namePaths(paths: readonly string[]): Map<string, string> {
  const forms: readonly ((path: string) => string)[] = [
    stemOf,
    (path) => path.slice(0, path.length - extname(path).length),
    (path) => path,
  ];
  const names = new Map<string, string>();
  let open = [...new Set(paths)];
  for (const form of forms) {
    const counts = new Map<string, number>();
    for (const path of open) counts.set(form(path), (counts.get(form(path)) ?? 0) + 1);
    const taken = new Set(names.values());
    for (const path of open) {
      if (counts.get(form(path)) === 1 && !taken.has(form(path))) names.set(path, form(path));
    }
    open = open.filter((path) => !names.has(path));
  }
  return names;
}

/** Hands out each name once; a name that is taken gets -2, -3, … behind it. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  take(name: string): string {
    let free = name;
    for (let count = 2; this.#taken.has(free); count++) free = `${name}-${count}`;
    this.#taken.add(free);
    return free;
  }
}
