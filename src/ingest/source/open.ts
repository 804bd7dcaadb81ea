// One file → its text, whatever its format: bytes are looked at, decoded, taken apart. What cannot be read comes back with its reason.
import { extname } from 'node:path';
import { sha256 } from '../../store/files.ts';
import type { FileExtractor } from '../formats/extractor.ts';
import { SCANNED } from '../formats/pdf/pages.ts';
import { isWebPage, sniff } from '../formats/sniff.ts';
import type {
  BinaryFormat,
  ExtractedText,
  FilePages,
  Format,
  OwnFields,
  PictureFormat,
  RowDocument,
} from '../formats/types.ts';
import { attachedFiles, type PackedFile, packedFiles } from './archive.ts';
import { decode, type Encoding, type SkipCode } from './decode.ts';
import { canonicalDate, type GivenFields, isRecord } from './fields.ts';
import { type CorpusFile, readBytes } from './files.ts';
import { FORMAT_NAMES, faultOf, isBinary, KINDS, type Kind, misbegun, misnamed, SHEETS } from './kinds.ts';

/** Origin of a file's text: the encoding of its bytes, or the format that holds it. */
export type TextOrigin = Encoding | BinaryFormat | PictureFormat | 'zip';

/** The pages of a file, and the hash of its bytes. */
export interface HashedPages extends FilePages {
  readonly fileHash: string;
}

/** The text of a file, or the reason why there is none. */
export type OpenedFile =
  | {
      readonly ok: true;
      /** `jsonl`: a report on each line; `cells`: rows that may be of several districts; `text`, `markdown`: the source itself. */
      readonly kind: 'text' | 'markdown' | 'jsonl' | 'extracted' | 'cells';
      readonly text: string;
      readonly encoding: TextOrigin;
      /** Reports that are rows of it; `text` is what stands beside them. */
      readonly documents: readonly RowDocument[];
      /** Files that lie in it: of an archive all there is, of a mail what is attached. */
      readonly files: readonly PackedFile[];
      /** Fields that the file states about itself. */
      readonly own: GivenFields;
      readonly remarks: readonly string[];
      /** Of formats that have pages. */
      readonly pages?: HashedPages;
    }
  | { readonly ok: false; readonly code: SkipCode; readonly reason: string };

/** Largest file that is read, in bytes; `.jsonl` files hold many reports. */
const MAX_BYTES = 64_000_000;
const MAX_PAGE_BYTES = 20_000_000;
const MAX_JSONL_BYTES = 256_000_000;
/** Longest text of one report, in UTF-16 units: some 1,000 pages. */
export const MAX_CHARACTERS = 1_000_000;

function skip(code: SkipCode, reason: string): OpenedFile {
  return { ok: false, code, reason };
}

/** Returns the reason why a text is too long to be one report, or null. */
export function tooLong(text: string): string | null {
  if (text.length <= MAX_CHARACTERS) return null;
  return `its ${text.length} characters are more than one report may have (${MAX_CHARACTERS}); split it`;
}

function isJsonLines(text: string): boolean {
  const line = /^\s*(\{.*)$/m.exec(text.slice(0, 100_000))?.[1];
  if (!line || !/^\s*\{/.test(text)) return false;
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) && typeof value['text'] === 'string';
  } catch {
    return false;
  }
}

/** Returns the kind of a text: by its name, unless its content says otherwise. */
function kindOfText(text: string, named: Kind | null): Kind {
  if (named === 'jsonl' || named === 'csv') return named;
  if (named === 'html' || isWebPage(text)) return 'html';
  if (isJsonLines(text)) return 'jsonl';
  return named === 'markdown' ? 'markdown' : 'text';
}

function ownFields({ title, publisher, publishedOn, isTitleGuessed }: OwnFields): GivenFields {
  const date = canonicalDate(publishedOn?.replace(/\s.*$/, ''));
  // When a page was put on the web is a guess at the day of the report.
  const inferred = [...(title && isTitleGuessed ? ['title'] : []), ...(date ? ['publishedOn'] : [])];
  return {
    ...(title && { title }),
    ...(publisher && { publisher }),
    ...(date && { publishedOn: date }),
    ...(inferred.length > 0 && { inferred }),
  };
}

/** Returns the pages of an extract with the hash of their file; nothing where it has none. */
function hashedPages({ pages }: ExtractedText, bytes: Uint8Array): { pages?: HashedPages } {
  return pages === undefined ? {} : { pages: { ...pages, fileHash: sha256(bytes) } };
}

interface Content {
  readonly bytes: Uint8Array;
  readonly extension: string;
  readonly extractor: FileExtractor;
}

function extracted(format: Format, content: Uint8Array | string, from: Content & { encoding: TextOrigin }): OpenedFile {
  const outcome = from.extractor.extract(format, content);
  if (!outcome.ok) return outcome.reason === SCANNED ? recognised('scan', from) : outcome;
  const { text, fields, remarks, documents = [] } = outcome.extract;
  const long = tooLong(text);
  if (long) return skip('too-large', long);
  const all = [...misnamed(from.extension, format), ...remarks];
  const kind = SHEETS.has(format) ? 'cells' : 'extracted';
  const files = format === 'mail' ? attachedFiles(from.bytes) : [];
  const own = ownFields(fields);
  const pages = hashedPages(outcome.extract, from.bytes);
  return { ok: true, kind, text, encoding: from.encoding, documents, files, own, remarks: all, ...pages };
}

/** Has the text of a picture or a scanned file recognised; the reason where that cannot be done names how it can. */
function recognised(format: PictureFormat, { bytes, extractor, extension }: Content): OpenedFile {
  const outcome = extractor.extract(format, bytes);
  if (!outcome.ok) return outcome;
  const { text, remarks } = outcome.extract;
  const long = tooLong(text);
  if (long) return skip('too-large', long);
  const named = format === 'picture' ? misnamed(extension, 'picture') : [];
  const none = { documents: [], files: [], own: {} };
  const pages = hashedPages(outcome.extract, bytes);
  return { ok: true, kind: 'extracted', text, encoding: format, ...none, remarks: [...named, ...remarks], ...pages };
}

function openText(content: Content): OpenedFile {
  const { bytes, extension } = content;
  const named = KINDS.get(extension) ?? null;
  if (!named)
    return skip('unknown-format', `"${extension || 'no extension'}" is no format that is read; ${FORMAT_NAMES} are`);
  const decoded = decode(bytes);
  if (!decoded.ok) return bytes.length > 0 && isBinary(named) ? skip('damaged', misbegun(named)) : decoded;
  const { text, encoding } = decoded;
  const kind = kindOfText(text, named);
  const most = kind === 'jsonl' ? MAX_JSONL_BYTES : MAX_PAGE_BYTES;
  if (bytes.length > most) return skip('too-large', tooManyBytes(bytes.length, most));
  if (kind === 'html' || kind === 'csv') return extracted(kind, text, { ...content, encoding });
  const long = kind === 'jsonl' ? null : tooLong(text);
  if (long) return skip('too-large', long);
  const plain = kind === 'jsonl' || kind === 'markdown' ? kind : 'text';
  return {
    ok: true,
    kind: plain,
    text,
    encoding,
    documents: [],
    files: [],
    own: {},
    remarks: [...misnamed(extension, kind), ...decoded.remarks],
  };
}

function tooManyBytes(bytes: number, most: number): string {
  return `its ${Math.round(bytes / 1_000_000)} MB are more than is read (${most / 1_000_000} MB); split it`;
}

/** Returns the text of a file of the corpus, or the reason why there is none; it never throws for what a file holds. */
export function openFile(file: CorpusFile, extractor: FileExtractor): OpenedFile {
  if (file.bytes > MAX_JSONL_BYTES) return skip('too-large', tooManyBytes(file.bytes, MAX_JSONL_BYTES));
  const content = readBytes(file.absolutePath);
  return content.ok ? openBytes(file.path, content.bytes, extractor) : skip('unreadable', content.reason);
}

/** Returns the text of a file that is named so, or the reason why there is none. */
export function openBytes(path: string, bytes: Uint8Array, extractor: FileExtractor): OpenedFile {
  const extension = extname(path).toLowerCase();
  const sniffed = sniff(bytes);
  const from = { bytes, extension, extractor };
  if (sniffed.kind === 'other')
    return skip(KINDS.has(extension) ? sniffed.code : foreign(sniffed.code), faultOf(extension, sniffed.reason));
  if (sniffed.kind === 'text') return openText(from);
  if (bytes.length > MAX_BYTES) return skip('too-large', tooManyBytes(bytes.length, MAX_BYTES));
  if (sniffed.kind === 'archive') return openArchive(bytes);
  if (sniffed.kind === 'picture') return recognised('picture', from);
  return extracted(sniffed.format, bytes, { ...from, encoding: sniffed.format });
}

function openArchive(bytes: Uint8Array): OpenedFile {
  const packed = packedFiles(bytes);
  if (!packed.ok) return packed;
  return {
    ok: true,
    kind: 'extracted',
    text: '',
    encoding: 'zip',
    documents: [],
    files: packed.files,
    own: {},
    remarks: [],
  };
}

/** Recognises a picture: it is no damaged report, only of no known format. */
function foreign(code: SkipCode): SkipCode {
  return code === 'binary' ? 'unknown-format' : code;
}
