// Reads sources as text and says which rules of the architecture they break. It knows no file by itself: sources come in as a
// map from path (`src/room/file.ts`) to text, so that the rules can be tried on made-up ones.
import { posix } from 'node:path';

/** Sources by path from the root of the project, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

/** What a room (a folder of src/, or a file in it) may import beside itself. */
export interface Rights {
  readonly may: readonly string[];
  /** Rooms of which it may import types alone. */
  readonly mayTypes?: readonly string[];
}

/** One import as it stands in a source. */
interface Import {
  readonly target: string;
  readonly typesOnly: boolean;
}

const STATIC = /^(import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]/gm;
const BARE = /^import\s+['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)(?!\.)/g;
const IN_TYPES = /\bimport\(\s*['"]([^'"]+)['"]\s*\)\./g;

/** All imports of a source, re-exports and `import()` included; relative ones as paths from the root. */
export function importsOf(path: string, text: string): Import[] {
  const resolve = (name: string): string => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name);
  return [
    ...[...text.matchAll(STATIC)].map(([, , type, name = '']) => ({
      target: resolve(name),
      typesOnly: type !== undefined,
    })),
    ...[...text.matchAll(BARE), ...text.matchAll(DYNAMIC)].map(([, name = '']) => ({
      target: resolve(name),
      typesOnly: false,
    })),
    ...[...text.matchAll(IN_TYPES)].map(([, name = '']) => ({ target: resolve(name), typesOnly: true })),
  ];
}

/** The room of a path: the longest entry of the table that holds it (`store/index` before `store`), or null. */
export function roomOf(path: string, rooms: readonly string[]): string | null {
  const holds = (room: string): boolean => path === `src/${room}` || path.startsWith(`src/${room}/`);
  return rooms.filter(holds).sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Whether one of the named rooms, or a part of one, is where an import leads. */
function leadsInto(target: string, rooms: readonly string[]): boolean {
  return rooms.some((room) => target === `src/${room}` || target.startsWith(`src/${room}/`));
}

/** Whether a room may have an import: packages and its own files always, scripts and tests never, rooms by the table. */
function isGranted({ target, typesOnly }: Import, room: string, { may, mayTypes = [] }: Rights): boolean {
  if (/^(?:scripts|test)\//.test(target)) return false;
  if (!target.startsWith('src/') || leadsInto(target, [room])) return true;
  return leadsInto(target, may) || (typesOnly && leadsInto(target, mayTypes));
}

/** Imports that the table of rights does not grant, and rooms that it does not know. */
export function layerFaults(sources: Sources, rights: Readonly<Record<string, Rights>>): string[] {
  return [...sources].flatMap(([path, text]) => {
    const room = roomOf(path, Object.keys(rights));
    const granted = room === null ? undefined : rights[room];
    if (room === null || !granted) return [`${path}: the table of layers does not know its folder`];
    const refused = importsOf(path, text).filter((one) => !isGranted(one, room, granted));
    return refused.map(({ target, typesOnly }) => `${path} imports ${target}${typesOnly ? ' (types)' : ''}`);
  });
}

/** Folders that hold more files than one can take in at a glance. */
export function crowded(paths: readonly string[], maxFiles: number): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > maxFiles).map(([folder, count]) => `${folder}: ${count} files`);
}

/**
 * Tests below a mirrored folder of which there is no source: `test/a/b.test.ts` stands for `src/a/b.ts`, and
 * `test/scripts/c.test.ts` for `scripts/c.ts`.
 * @param mirrored folders of test/ that mirror src/ (and scripts/)
 */
export function unmirrored(tests: readonly string[], sources: Sources, mirrored: readonly string[]): string[] {
  return tests.filter((path) => {
    const [, folder = '', name = ''] = /^test\/(?:([^/]+)\/)?(.*)\.test\.tsx?$/.exec(path) ?? [];
    if (folder === '' || !mirrored.includes(folder)) return false;
    const source = folder === 'scripts' ? `scripts/${name}` : `src/${folder}/${name}`;
    return !['.ts', '.tsx'].some((ending) => sources.has(`${source}${ending}`));
  });
}

/** Sources that reach a package, or hold a text, which is kept for one place. */
export function misplaced(sources: Sources, places: Readonly<Record<string, string>>): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    const names = new Set(importsOf(path, text).map(({ target }) => target));
    for (const [thing, place] of Object.entries(places)) {
      const isThere =
        names.has(thing) ||
        [...names].some((name) => name.startsWith(`${thing}/`)) ||
        (thing.includes('.') && text.includes(thing));
      if (isThere && !place.split(' or ').some((each) => path.startsWith(each)))
        faults.push(`${path}: ${thing} belongs in ${place}`);
    }
  }
  return faults;
}

/** Rings of imports, each as the path that leads back to its start; types count too. */
export function importCycles(sources: Sources): string[] {
  const faults: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) faults.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const { target } of importsOf(path, sources.get(path) ?? ''))
      if (sources.has(target)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return faults;
}

const EXPORT =
  /^export (?:default |declare |abstract |async )*(?:function\*?|class|const|let|interface|type|enum) (\w+)/;

/** Exports that no doc comment stands before. */
export function undocumentedExports(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    const lines = text.split('\n');
    lines.forEach((line, index) => {
      const name = EXPORT.exec(line)?.[1];
      if (name !== undefined && !/\*\/\s*$/.test(lines[index - 1] ?? '')) faults.push(`${path}: ${name}`);
    });
  }
  return faults;
}

/** Sources that do not open with a comment that says what they do. */
export function headless(sources: Sources): string[] {
  return [...sources].filter(([, text]) => !/^(?:#!.*\n)?\/[/*]/.test(text)).map(([path]) => path);
}

/** Sources with more lines than allowed. */
export function tooLong(sources: Sources, mostLines: number): string[] {
  const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;
  return [...sources]
    .filter(([, text]) => linesOf(text) > mostLines)
    .map(([path, text]) => `${path}: ${linesOf(text)} lines`);
}
