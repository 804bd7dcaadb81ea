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

function isEncrypted(bytes: Buffer): boolean {
  for (let at = SECTOR_BYTES; at + FLAGS_AT + 2 <= bytes.length; at += SECTOR_BYTES) {
    if (bytes[at] === STREAM_MARK[0] && bytes[at + 1] === STREAM_MARK[1])
      return (bytes.readUInt16LE(at + FLAGS_AT) & ENCRYPTED) !== 0;
  }
  return false;
}

/** Returns lines of which runs of cells are put together to tables. */
function withTables(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while ((lines[to] ?? '').includes('\t')) to++;
    if (to - from >= MIN_ROWS) {
      const rows = lines.slice(from, to).map((line) => line.split('\t').map((cell) => cell.trim()));
      const width = Math.max(...rows.map((row) => row.length));
      const isClosed = rows.every((row) => row.length < width || row.at(-1) === '');
      const grid = isClosed ? rows.map((row) => row.slice(0, width - 1)) : rows;
      texts.push(...tableText(grid, { unit: unitNote(texts.at(-1) ?? '') }));
      from = to;
    } else {
      texts.push((lines[from] ?? '').replace(/\s+/g, ' ').trim());
      from++;
    }
  }
  return texts.filter((text) => text !== '');
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
  const lines = parts.flatMap((part) => withTables(part.split(/[\r\n\f]+/)));
  if (lines.length === 0) throw new FormatFault('no-text', 'the document holds no text');
  return { text: lines.join('\n'), fields: {}, remarks: [] };
}
