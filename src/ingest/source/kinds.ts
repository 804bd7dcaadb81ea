// The kinds of files that are read: by which endings they go, how they are called, and what a damaged one is.
import type { Format } from '../formats/types.ts';

/** A kind of file: a format that is taken apart, or text as it stands. */
export type Kind = Format | 'picture' | 'text' | 'markdown' | 'jsonl';

/** Kinds by ending, with its dot. */
export const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.docx', 'docx'],
  ['.docm', 'docx'],
  ['.dotx', 'docx'],
  ['.doc', 'doc'],
  ['.dot', 'doc'],
  ['.wps', 'doc'],
  ['.wpt', 'doc'],
  ['.xlsx', 'xlsx'],
  ['.xlsm', 'xlsx'],
  ['.xls', 'xls'],
  ['.et', 'xls'],
  ['.ett', 'xls'],
  ['.ods', 'ods'],
  ['.odt', 'odt'],
  ['.odp', 'odt'],
  ['.pptx', 'pptx'],
  ['.ppt', 'pptx'],
  ['.dps', 'pptx'],
  ['.rtf', 'rtf'],
  ['.ofd', 'ofd'],
  ['.mht', 'mail'],
  ['.mhtml', 'mail'],
  ['.eml', 'mail'],
  ['.pdf', 'pdf'],
  ['.png', 'picture'],
  ['.jpg', 'picture'],
  ['.jpeg', 'picture'],
  ['.tif', 'picture'],
  ['.tiff', 'picture'],
]);
/** Extensions of the files that are read, for those who choose files. */
export const EXTENSIONS: readonly string[] = [...KINDS.keys(), '.zip'];
/** WPS writes the formats of Office under names of its own. */
const TWINS: ReadonlyMap<string, ReadonlySet<Kind>> = new Map([
  ['.wps', new Set<Kind>(['docx', 'doc'])],
  ['.et', new Set<Kind>(['xlsx', 'xls'])],
  ['.dps', new Set<Kind>(['pptx'])],
]);

const NAMES: Readonly<Record<Kind, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  jsonl: 'JSON Lines',
  html: 'a web page',
  csv: 'a table of cells',
  docx: 'a Word file',
  xlsx: 'an Excel file',
  doc: 'an old Word file',
  xls: 'an old Excel file',
  ods: 'an OpenDocument sheet',
  odt: 'an OpenDocument text',
  pptx: 'a set of slides',
  rtf: 'a rich text file',
  ofd: 'an OFD file',
  mail: 'a mail or a saved page',
  pdf: 'a PDF file',
  picture: 'a picture',
};
/** Formats of which the text is tables. */
export const SHEETS: ReadonlySet<Format> = new Set(['csv', 'xlsx', 'xls', 'ods']);

/** The endings that are read, for messages. */
export const FORMAT_NAMES =
  '.txt, .md, .html, .pdf, .ofd, .docx, .doc, .wps, .xlsx, .xls, .et, .csv, .rtf, .odt, .ods, .pptx, .mht, .eml, .jsonl, .png, .jpg, .tiff and .zip';

/** Returns the remark on a file whose name says another kind; none where it fits. */
export function misnamed(extension: string, kind: Kind): string[] {
  const named = KINDS.get(extension);
  return named === kind || TWINS.get(extension)?.has(kind)
    ? []
    : [`its name ends in ${extension || 'nothing'}, but it is ${NAMES[kind]}`];
}

/** Kinds of files that are text. */
const TEXTS: ReadonlySet<Kind> = new Set(['text', 'markdown', 'jsonl', 'html', 'csv', 'mail']);
/** True if a file of the kind is no text. */
export const isBinary = (kind: Kind): boolean => !TEXTS.has(kind);

/** Returns the reason why a file that does not begin as its kind does is left out. */
export function misbegun(kind: Kind): string {
  return `it is ${NAMES[kind]}, damaged or cut off: it does not begin as one does; take it from its source again`;
}

/** Returns what a file with a fault is, as its name tells: an archive without a directory is a damaged Word file, say. */
export function faultOf(extension: string, reason: string): string {
  const kind = KINDS.get(extension);
  const isCut = reason.endsWith('its archive has no whole directory');
  return kind !== undefined && isCut
    ? `it is ${NAMES[kind]}, damaged or cut off: its archive has no whole directory; take it from its source again`
    : reason;
}
