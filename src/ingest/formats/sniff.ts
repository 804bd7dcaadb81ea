// Detects what a file is by its content: a name can lie. It opens nothing beyond an archive's directory.
import { isMime } from './mime.ts';
import { type BinaryFormat, type FormatCode, FormatFault } from './types.ts';
import { zipEntries } from './zip.ts';

/** Result of sniffing a file's bytes: a format, text of some kind, or that it cannot be read. */
type Sniffed =
  | { readonly kind: 'format'; readonly format: BinaryFormat }
  | { readonly kind: 'archive' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'text' }
  | { readonly kind: 'other'; readonly code: FormatCode | 'binary' | 'old-format'; readonly reason: string };

const PDF_WITHIN = 1024;
const OLE: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP: readonly number[] = [0x50, 0x4b, 0x03, 0x04];

/** How pictures of pages begin: PNG, JPEG, TIFF in both orders of bytes. */
const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** Files that are never reports, by how they begin. */
const OTHERS: readonly (readonly [string, readonly number[]])[] = [
  ['a picture (GIF)', [0x47, 0x49, 0x46, 0x38]],
  ['a packed archive (RAR)', [0x52, 0x61, 0x72, 0x21]],
  ['a packed archive (7z)', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a packed archive (gzip)', [0x1f, 0x8b, 0x08]],
  ['a database (SQLite)', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function contains(bytes: Uint8Array, text: string, encoding: 'latin1' | 'utf16le'): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, encoding));
}

function other(code: Extract<Sniffed, { kind: 'other' }>['code'], reason: string): Sniffed {
  return { kind: 'other', code, reason };
}

function format(name: BinaryFormat): Sniffed {
  return { kind: 'format', format: name };
}

/** Streams of compound files and what holds them: Word, Excel and WPS until 2007. */
const STREAMS: readonly (readonly [string, BinaryFormat])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['ETExtData', 'xls'],
  ['Book', 'xls'],
];

/** Detects a compound file: what Word, Excel and WPS wrote until 2007, and what a locked new file is wrapped in. */
function sniffOle(bytes: Uint8Array): Sniffed {
  if (contains(bytes, 'EncryptedPackage', 'utf16le'))
    return other('encrypted', 'it is locked with a password; save it without one');
  if (contains(bytes, 'PowerPoint Document', 'utf16le'))
    return other('old-format', 'it is an old set of slides (.ppt, .dps); open it and save it as .pptx or .pdf');
  const found = STREAMS.find(([stream]) => contains(bytes, stream, 'utf16le'));
  return found
    ? format(found[1])
    : other(
        'old-format',
        'it is an old Office or WPS file of an unknown kind; open it and save it as .docx, .xlsx or .pdf',
      );
}

/** Files by which packed formats are known. */
const PACKED: readonly (readonly [string, BinaryFormat])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
  ['OFD.xml', 'ofd'],
];

function sniffZip(bytes: Uint8Array): Sniffed {
  try {
    const names = new Set(zipEntries(bytes).map((entry) => entry.name));
    const found = PACKED.find(([name]) => names.has(name));
    if (found) return format(found[1]);
    if (!names.has('content.xml')) return { kind: 'archive' };
    // OpenDocument tells its kind in its first file, which is not packed.
    return format(contains(bytes.subarray(0, 200), 'opendocument.spreadsheet', 'latin1') ? 'ods' : 'odt');
  } catch (error) {
    if (error instanceof FormatFault) return other(error.code, error.message);
    throw error;
  }
}

/** Detects a file's format by its bytes. Text is not looked into here: its encoding comes first. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, OLE)) return sniffOle(bytes);
  if (startsWith(bytes, ZIP)) return sniffZip(bytes);
  if (contains(bytes.subarray(0, PDF_WITHIN), '%PDF-', 'latin1')) return format('pdf');
  if (contains(bytes.subarray(0, 8), '{\\rtf', 'latin1')) return format('rtf');
  if (PICTURES.some((mark) => startsWith(bytes, mark))) return { kind: 'picture' };
  const found = OTHERS.find(([, mark]) => startsWith(bytes, mark));
  if (found) return other('binary', `it is ${found[0]}`);
  return isMime(bytes) ? format('mail') : { kind: 'text' };
}

const PAGE_START = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i;

/** True if a text is a web page, whatever its name says. */
export function isWebPage(text: string): boolean {
  return PAGE_START.test(text.slice(0, 5_000));
}
