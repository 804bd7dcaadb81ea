// Looks into a zip archive (Word and Excel files are some) before anyone unpacks it: what it holds, and whether it is a bomb.
// It keeps nothing of what it unpacks.
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

function entryAt(view: DataView, at: number): ZipEntry & { readonly nextAt: number } {
  if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
  const nameLength = view.getUint16(at + 28, true);
  const nextAt = at + ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (nextAt > view.byteLength) throw damaged();
  const name = Buffer.from(view.buffer, view.byteOffset + at + ENTRY_BYTES, nameLength).toString('utf8');
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
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    const { nextAt, ...entry } = entryAt(view, at);
    entries.push(entry);
    at = nextAt;
  }
  return entries;
}

/** Returns the unpacked size of a file, in bytes; more than `most` if it exceeds that. */
function unpackedBytes(bytes: Uint8Array, { method, headerAt, packedBytes }: ZipEntry, most: number): number {
  const view = viewOf(bytes);
  if (headerAt + LOCAL_BYTES > bytes.length || view.getUint32(headerAt, true) !== LOCAL_HEADER) throw damaged();
  const from = headerAt + LOCAL_BYTES + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (method === 0) return packedBytes;
  if (method !== 8) throw new FormatFault('damaged', `its archive is packed by a method (${method}) that is not read`);
  try {
    return inflateRawSync(bytes.subarray(from, from + packedBytes), { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if (error instanceof RangeError) return most + 1;
    throw damaged();
  }
}

/**
 * Makes sure that an archive can be unpacked at all and within bounds, whatever its directory claims.
 * @throws FormatFault encrypted, too-large, damaged
 */
export function checkZip(bytes: Uint8Array): void {
  let left = MAX_UNPACKED_BYTES;
  for (const entry of zipEntries(bytes)) {
    if (entry.isEncrypted) throw new FormatFault('encrypted', 'it is locked with a password; save it without one');
    left -= unpackedBytes(bytes, entry, left);
    if (left < 0) throw new FormatFault('too-large', `it unpacks to more than ${MAX_UNPACKED_BYTES / 1_000_000} MB`);
  }
}
