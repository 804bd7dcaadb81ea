// Files that lie in other files: those of a zip archive, and what is attached to a mail. Bounded in number and size; what is no report
// (folders, hidden files, pictures of a mail's text) is passed over.
import { readMime } from '../formats/mime.ts';
import { type FormatCode, FormatFault } from '../formats/types.ts';
import { openZip } from '../formats/zip.ts';

/** A file in another. */
export interface PackedFile {
  /** Path within it, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const MAX_FILES = 2_000;
/** Names that belong to a system or lead out of the archive. */
const IGNORED = /(?:^|\/)(?:\.|__MACOSX|Thumbs\.db|desktop\.ini|~\$)|\/$/i;

type Packed =
  | { readonly ok: true; readonly files: readonly PackedFile[] }
  | { readonly ok: false; readonly code: FormatCode; readonly reason: string };

/** Returns the files of a zip archive in the order of their names, or the reason why it cannot be unpacked. */
export function packedFiles(bytes: Uint8Array): Packed {
  try {
    const zip = openZip(bytes);
    const names = zip.names.map((name) => name.replaceAll('\\', '/')).filter((name) => !IGNORED.test(name));
    if (names.length > MAX_FILES)
      throw new FormatFault('too-large', `it holds more than ${MAX_FILES} files; unpack it`);
    const files = names.sort().flatMap((path) => {
      const content = zip.read(path);
      return content ? [{ path, bytes: content }] : [];
    });
    if (files.length === 0) throw new FormatFault('no-text', 'the archive holds no file');
    return { ok: true, files };
  } catch (error) {
    if (error instanceof FormatFault) return { ok: false, code: error.code, reason: error.message };
    throw error;
  }
}

/** Returns the files that are attached to a mail. */
export function attachedFiles(bytes: Uint8Array): PackedFile[] {
  return readMime(bytes).parts.flatMap(({ fileName, content, type }) =>
    fileName === null || type.startsWith('image/') ? [] : [{ path: fileName.replace(/[\\/]/g, '_'), bytes: content }],
  );
}
