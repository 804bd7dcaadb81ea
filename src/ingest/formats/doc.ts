// Old Word and WPS documents (.doc, .dot, .wps) → text, with word-extractor. Its tables come as cells parted by tabs.
import WordExtractor from 'word-extractor';
import { tableText, unitNote } from './sheet.ts';
import { type ExtractedText, FormatFault } from './types.ts';

/** First bytes of the main stream, and in its flags the bit that says that it is encrypted. */
const STREAM_MARK = Buffer.from([0xec, 0xa5]);
const SECTOR_BYTES = 512;
const FLAGS_AT = 10;
const ENCRYPTED = 0x0100;
const MIN_ROWS = 2;
/** A line of more cells is a table whose rows cannot be told. */
const MIN_CELLS = 4;

function isEncrypted(bytes: Buffer): boolean {
  for (let at = SECTOR_BYTES; at + FLAGS_AT + 2 <= bytes.length; at += SECTOR_BYTES) {
    if (bytes[at] === STREAM_MARK[0] && bytes[at + 1] === STREAM_MARK[1])
      return (bytes.readUInt16LE(at + FLAGS_AT) & ENCRYPTED) !== 0;
  }
  return false;
}

const MERGED = 'a table has merged cells, its headers could not be told; save the file as .docx to have them';

interface ReadLines {
  readonly lines: readonly string[];
  readonly remarks: readonly string[];
}

/**
 * Returns the upper row of a header in two rows with its merged cells repeated: each stands over neighbouring columns that the lower row
 * names, each of the others over one that the lower row leaves blank. Null if that does not come out even.
 */
function widened(upper: readonly string[], lower: readonly string[]): string[] | null {
  const starts = lower.map((cell, column) => cell === '' || lower[column - 1] === '' || column === 0);
  if (starts.filter(Boolean).length !== upper.length) return null;
  let at = -1;
  return starts.map((isStart) => upper[isStart ? ++at : at] ?? '');
}

/** Returns the rows of a table; null where merged cells hide which column a cell stands in. */
function gridOf(lines: readonly string[]): string[][] | null {
  const rows = lines.map((line) =>
    line
      .replace(/\t$/, '')
      .split('\t')
      .map((cell) => cell.trim()),
  );
  const [first = [], second = [], ...others] = rows;
  if (![second, ...others].every((row) => row.length === second.length)) return null;
  const header = first.length === second.length ? first : widened(first, second);
  return header && [header, second, ...others];
}

/** Returns lines of which runs of cells are put together to tables. */
function withTables(lines: readonly string[]): ReadLines {
  const texts: string[] = [];
  const remarks = new Set<string>();
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while ((lines[to] ?? '').includes('\t')) to++;
    const grid = to - from >= MIN_ROWS ? gridOf(lines.slice(from, to)) : null;
    if (grid) texts.push(...tableText(grid, { unit: unitNote(texts.at(-1) ?? '') }));
    else {
      to = Math.max(to, from + 1);
      if (to - from > 1 || (lines[from] ?? '').split('\t').length > MIN_CELLS) remarks.add(MERGED);
      texts.push(...lines.slice(from, to).map((line) => line.replace(/\s+/g, ' ').trim()));
    }
    from = to;
  }
  return { lines: texts.filter((text) => text !== ''), remarks: [...remarks] };
}

/**
 * Returns the text of an old Word file, notes at its end; page heads and comments are left out.
 * @throws FormatFault no-text, encrypted
 */
export async function extractDoc(bytes: Uint8Array): Promise<ExtractedText> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isEncrypted(buffer)) throw new FormatFault('encrypted', 'it is locked with a password; save it without one');
  const document = await new WordExtractor().extract(buffer);
  const parts = [
    document.getBody(),
    document.getTextboxes({ includeHeadersAndFooters: false }),
    document.getFootnotes(),
    document.getEndnotes(),
  ];
  const read = parts.map((part) => withTables(part.split(/[\r\n\f]+/)));
  const lines = read.flatMap((part) => part.lines);
  if (lines.length === 0) throw new FormatFault('no-text', 'the document holds no text');
  return { text: lines.join('\n'), fields: {}, remarks: [...new Set(read.flatMap((part) => part.remarks))] };
}
