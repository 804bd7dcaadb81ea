// Zip archives (Word and Excel files are some): what they hold, whether they are a bomb, and their files, unpacked within bounds.
import { inflateRawSync } from 'node:zlib';
import { FormatFault } from './types.ts';

/** A file in an archive, as its directory tells. */
interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0: stored, 8: deflated; others are not read by anyone here. */
  readonly method: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const MAX_ENTRIES = 20_000;
/** All files of an archive together may unpack to so much. */
const MAX_UNPACKED_BYTES = 150_000_000;

function damaged(): FormatFault {
  return new FormatFault('damaged', 'the file is damaged or cut off: its archive has no whole directory');
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw damaged();
}

/** Returns a file's name: in UTF-8, or in GB18030 as Chinese Windows packs it. */
function nameOf(bytes: Buffer): string {
  const name = bytes.toString('utf8');
  return name.includes('\uFFFD') ? new TextDecoder('gb18030').decode(bytes) : name;
}

function entryAt(view: DataView, at: number): ZipEntry & { readonly nextAt: number } {
  if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
  const nameLength = view.getUint16(at + 28, true);
  const nextAt = at + ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (nextAt > view.byteLength) throw damaged();
  const name = nameOf(Buffer.from(view.buffer, view.byteOffset + at + ENTRY_BYTES, nameLength));
  return {
    name,
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packedBytes: view.getUint32(at + 20, true),
    headerAt: view.getUint32(at + 42, true),
    nextAt,
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Returns the directory of an archive.
 * @throws FormatFault damaged, too-large
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new FormatFault('too-large', `its archive holds more than ${MAX_ENTRIES} files`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  // By the size of the directory, not by the count that it claims: a library reads on behind that.
  const endsAt = Math.min(end, at + view.getUint32(end + 12, true));
  while (at + ENTRY_BYTES <= end && (at < endsAt || view.getUint32(at, true) === DIRECTORY_ENTRY)) {
    const { nextAt, ...entry } = entryAt(view, at);
    entries.push(entry);
    if (entries.length > MAX_ENTRIES)
      throw new FormatFault('too-large', `its archive holds more than ${MAX_ENTRIES} files`);
    at = nextAt;
  }
  // A file that the check would not see, or would see another in its place of, is how a bomb comes in.
  const isOnceEach = new Set(entries.map(({ name }) => name)).size === entries.length;
  if (entries.length !== count || !isOnceEach) throw damaged();
  return entries;
}

/** Returns a file unpacked; null if it takes more than `most` bytes. */
function unpacked(bytes: Uint8Array, { method, headerAt, packedBytes }: ZipEntry, most: number): Buffer | null {
  const view = viewOf(bytes);
  if (headerAt + LOCAL_BYTES > bytes.length || view.getUint32(headerAt, true) !== LOCAL_HEADER) throw damaged();
  const from = headerAt + LOCAL_BYTES + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const packed = bytes.subarray(from, from + packedBytes);
  if (method === 0) return packedBytes > most ? null : Buffer.from(packed);
  if (method !== 8) throw new FormatFault('damaged', `its archive is packed by a method (${method}) that is not read`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw damaged();
  }
}

/** Files of an archive by their paths, unpacked when asked for. */
export interface ZipFiles {
  readonly names: readonly string[];
  /** Returns a file's bytes; null if there is no such file. @throws FormatFault damaged */
  read(name: string): Buffer | null;
  /** Returns a file's text in UTF-8; empty if there is no such file. */
  text(name: string): string;
}

/**
 * Opens an archive of which all files together are within bounds.
 * @throws FormatFault encrypted, too-large, damaged
 */
export function openZip(bytes: Uint8Array): ZipFiles {
  checkZip(bytes);
  const entries = new Map(zipEntries(bytes).map((entry) => [entry.name.replace(/^\.?\//, ''), entry]));
  const read = (name: string): Buffer | null => {
    const entry = entries.get(name.replace(/^\.?\//, ''));
    return entry ? unpacked(bytes, entry, MAX_UNPACKED_BYTES) : null;
  };
  return { names: [...entries.keys()], read, text: (name) => read(name)?.toString('utf8') ?? '' };
}

/**
 * Makes sure that an archive can be unpacked at all and within bounds, whatever its directory claims.
 * @throws FormatFault encrypted, too-large, damaged
 */
export function checkZip(bytes: Uint8Array): void {
  let left = MAX_UNPACKED_BYTES - 1;
  for (const entry of zipEntries(bytes)) {
    if (entry.isEncrypted) throw new FormatFault('encrypted', 'it is locked with a password; save it without one');
    left -= unpacked(bytes, entry, left)?.length ?? MAX_UNPACKED_BYTES;
    if (left < 0) throw new FormatFault('too-large', `it unpacks to more than ${MAX_UNPACKED_BYTES / 1_000_000} MB`);
  }
}
