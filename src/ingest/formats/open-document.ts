// OpenDocument texts and slides (.odt, .odp) → text. Comments, deleted text and page heads are left out; notes stand behind their paragraph.
import { PageLines } from './page-lines.ts';
import { type ExtractedText, FormatFault } from './types.ts';
import { numberOf, readXml, type XmlAttributes } from './xml.ts';
import { openZip } from './zip.ts';

const LEFT_OUT: ReadonlySet<string> = new Set([
  'office:annotation',
  'text:tracked-changes',
  'text:note-citation',
  'text:table-of-content',
  'style:header',
  'style:footer',
  'presentation:notes',
  'office:forms',
  'svg:title',
  'svg:desc',
]);
/** Rows and cells may be repeated: empty ones to the end of the sheet. */
const MAX_REPEATS = 100;
const MAX_SPACES = 100;

/** Hears the elements of `content.xml`. */
class ContentReader {
  readonly lines = new PageLines();
  firstHeading = '';
  #leftOut = 0;
  #notes = 0;
  #heading: string | null = null;
  #headerRows = false;

  open(name: string, attributes: XmlAttributes): void {
    if (LEFT_OUT.has(name) || this.#leftOut > 0) {
      this.#leftOut++;
      return;
    }
    if (name === 'text:h') {
      this.lines.break(`${'#'.repeat(Math.min(6, numberOf(attributes['text:outline-level'], 1)))} `);
      this.#heading = '';
    } else if (name === 'text:list-item') this.lines.break('- ');
    else if (name === 'text:p' && this.#notes === 0) this.lines.break();
    else if (name === 'text:s') this.text(' '.repeat(Math.min(MAX_SPACES, numberOf(attributes['text:c'], 1))));
    else if (name === 'text:tab' || name === 'text:line-break') this.text(' ');
    else if (name === 'text:note') {
      this.#notes++;
      this.text('（注：');
    } else this.#openTable(name, attributes);
  }

  #openTable(name: string, attributes: XmlAttributes): void {
    if (name === 'table:table') this.lines.openTable();
    else if (name === 'table:table-header-rows') this.#headerRows = true;
    else if (name === 'table:table-row') this.lines.openRow();
    else if (name === 'table:table-cell') {
      const columns = numberOf(attributes['table:number-columns-spanned'], 1);
      const repeated = Math.min(MAX_REPEATS, numberOf(attributes['table:number-columns-repeated'], 1));
      for (let count = 1; count < repeated; count++) {
        this.lines.openCell({ columns: 1, rows: 1 }, this.#headerRows);
        this.lines.closeCell();
      }
      this.lines.openCell({ columns, rows: numberOf(attributes['table:number-rows-spanned'], 1) }, this.#headerRows);
    }
  }

  text(content: string): void {
    if (this.#leftOut > 0) return;
    if (this.#heading !== null) this.#heading += content;
    this.lines.write(content, false);
  }

  close(name: string): void {
    if (this.#leftOut > 0) {
      this.#leftOut--;
      return;
    }
    if (name === 'text:h') {
      this.firstHeading ||= this.#heading?.trim() ?? '';
      this.#heading = null;
      this.lines.end();
    } else if (name === 'text:list-item') this.lines.end();
    else if (name === 'text:p' && this.#notes === 0) this.lines.break();
    else if (name === 'text:note') {
      this.text('）');
      this.#notes--;
    } else if (name === 'table:table-cell') this.lines.closeCell();
    else if (name === 'table:table-header-rows') this.#headerRows = false;
    else if (name === 'table:table') this.lines.closeTable();
  }
}

/**
 * Returns the text of an OpenDocument text or presentation.
 * @throws FormatFault no-text, encrypted, too-large, damaged
 */
export function extractOpenDocument(bytes: Uint8Array): ExtractedText {
  const zip = openZip(bytes);
  if (/encryption-data/.test(zip.text('META-INF/manifest.xml')))
    throw new FormatFault('encrypted', 'it is locked with a password; save it without one');
  const reader = new ContentReader();
  readXml(zip.text('content.xml'), reader);
  const text = reader.lines
    .finish()
    .map((line) => line.text)
    .join('\n');
  if (text === '') throw new FormatFault('no-text', 'the document holds no text');
  const title = reader.firstHeading;
  return { text, fields: title === '' ? {} : { title, isTitleGuessed: true }, remarks: [] };
}
