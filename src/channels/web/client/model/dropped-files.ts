// Files that were dropped or chosen, those of folders included, each with the path that it came under. Draws nothing.

/** A file with its path: folders tell districts and years. */
export interface NamedFile {
  readonly file: File;
  /** With `/`; the file's name where it came alone. */
  readonly path: string;
}

/** Names that systems leave in folders. */
const IGNORED = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/iu;

/** Returns chosen files; those of a chosen folder have its path. */
export function chosenFiles(files: Iterable<File> | null): NamedFile[] {
  return [...(files ?? [])]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ file }) => !IGNORED.test(file.name));
}

/** Returns the files that were dropped, folders walked. Call it while the drop is handled: the browser clears it afterwards. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<NamedFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return chosenFiles(files);
  const found = await Promise.all(entries.map((entry) => walk(entry, '')));
  return found.flat();
}

async function walk(entry: FileSystemEntry, folder: string): Promise<NamedFile[]> {
  if (IGNORED.test(entry.name)) return [];
  const path = `${folder}${entry.name}`;
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), path }];
  const inside: NamedFile[] = [];
  for (const each of await entriesOf(entry as FileSystemDirectoryEntry)) inside.push(...(await walk(each, `${path}/`)));
  return inside;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A browser hands out at most a hundred entries at once. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
