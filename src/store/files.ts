// Files that appear whole or not at all, and their fingerprints. It knows nothing of what they hold.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { AppError } from '../errors.ts';

/** Mode of folders with people's data: theirs alone who runs the product. */
export const PRIVATE_FOLDER = 0o700;
/** Mode of files with people's data. */
export const PRIVATE_FILE = 0o600;
const CHUNK_BYTES = 1 << 20;

/** SHA-256 of some bytes or text, in hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of a file, in hex, and its size; read in pieces. @throws the system's error where it cannot be read */
export function fingerprintFile(path: string): { sha256: string; bytes: number } {
  const hash = createHash('sha256');
  const chunk = new Uint8Array(CHUNK_BYTES);
  const descriptor = openSync(path, 'r');
  let bytes = 0;
  try {
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return { sha256: hash.digest('hex'), bytes };
}

/**
 * Writes a file so that a reader sees the old content or the new, never a part: beside it, flushed to disk, then renamed.
 * @throws AppError disk/full, disk/denied
 */
export function writeWhole(path: string, content: Uint8Array | string): void {
  const beside = `${path}.${process.pid}.tmp`;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  try {
    const descriptor = openSync(beside, 'w');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, path);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw diskFault(cause, path);
  }
}

/** EFBIG is the limit on a file's size; SQLite calls it, like a failing disk, an error of input and output. */
const FULL = /^(?:ENOSPC|EDQUOT|EFBIG|EIO|SQLITE_FULL|SQLITE_IOERR.*)$/;
const DENIED = /^(?:EACCES|EPERM|EROFS|SQLITE_READONLY.*|SQLITE_CANTOPEN.*)$/;

/** Turns the system's error into one that says what to do; errors of other kinds come back as they are. */
export function diskFault(cause: unknown, path: string): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (FULL.test(code)) {
    return new AppError(
      'disk/full',
      `The disk is full or fails (${code}): ${path} could not be written. Free some space and run the command again.`,
      { cause },
    );
  }
  if (DENIED.test(code)) {
    return new AppError(
      'disk/denied',
      `${path} may not be written. Give this user the right to write there, or name another folder.`,
      { cause },
    );
  }
  return cause;
}
