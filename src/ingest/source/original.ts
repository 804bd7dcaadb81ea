// Finds the file that a report was read from again, by its path in the corpus and the hash of its bytes, in archives and mails, too.
import { sha256 } from '../../store/files.ts';
import { sniff } from '../formats/sniff.ts';
import { attachedFiles, type PackedFile, packedFiles } from './archive.ts';
import { listCorpus, readBytes } from './files.ts';

/** Which file is looked for. */
export interface OriginalQuery {
  /** Folders and files of the corpus. */
  readonly corpus: readonly string[];
  /** As reports have it: below the corpus folder, through archives. */
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly fileHash: string;
}

function filesIn(bytes: Uint8Array): readonly PackedFile[] {
  const sniffed = sniff(bytes);
  if (sniffed.kind === 'archive') {
    const packed = packedFiles(bytes);
    return packed.ok ? packed.files : [];
  }
  return sniffed.kind === 'format' && sniffed.format === 'mail' ? attachedFiles(bytes) : [];
}

/** Yields the files that a path names: those that lie in another where the path leads into it. */
function* named(
  path: string,
  files: Iterable<{ readonly path: string; read(): Uint8Array | null }>,
): Generator<Uint8Array> {
  for (const file of files) {
    if (path !== file.path && !path.startsWith(`${file.path}/`)) continue;
    const bytes = file.read();
    if (bytes === null) continue;
    if (path === file.path) yield bytes;
    else {
      const inside = filesIn(bytes).map((packed) => ({ path: packed.path, read: () => packed.bytes }));
      yield* named(path.slice(file.path.length + 1), inside);
    }
  }
}

/** Returns the bytes of a file of the corpus; null where it is gone or another one by now. */
export function originalOf({ corpus, path, fileHash }: OriginalQuery): Uint8Array | null {
  const files = listCorpus(corpus, []).map(({ path: own, absolutePath }) => ({
    path: own,
    read: (): Uint8Array | null => {
      const content = readBytes(absolutePath);
      return content.ok ? content.bytes : null;
    },
  }));
  for (const bytes of named(path, files)) if (sha256(bytes) === fileHash) return bytes;
  return null;
}
