// Rich text (.rtf) → text: control words are followed as far as they decide what is read. Pictures, styles and page heads are left out.
import { tableText, unitNote } from './sheet.ts';
import { type ExtractedText, FormatFault } from './types.ts';

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\$/gi;
const LEFT_OUT: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr footerf themedata colorschememapping datastore listtable listoverridetable rsidtbl generator xmlnstbl latentstyles annotation atnid atnauthor fldinst filetbl bkmkstart bkmkend nonshppict'.split(
    ' ',
  ),
);
/** Control words that stand for a character. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
]);
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [936, 'gb18030'],
  [950, 'big5'],
  [1252, 'windows-1252'],
  [65001, 'utf-8'],
]);
const DEEPEST = 1_000;
/** Edges of cells nearer than this are one, in twentieths of a point. */
const SAME_EDGE = 40;

interface Group {
  readonly isLeftOut: boolean;
  /** Characters that follow a \u for readers that know no Unicode. */
  readonly fallback: number;
}

interface CellDefinition {
  /** Its right edge. */
  readonly right: number;
  /** True if it goes on with the cell above. */
  readonly isCovered: boolean;
}

interface RtfRow {
  readonly cells: readonly string[];
  readonly definition: readonly CellDefinition[];
}

/** Returns the cells of a table by row and column, merged ones in every place that they cover: their edges tell the columns. */
function gridOf(rows: readonly RtfRow[]): string[][] {
  const all = rows.flatMap(({ definition }) => definition.map(({ right }) => right)).sort((a, b) => a - b);
  const edges = all.filter((edge, index) => edge - (all[index - 1] ?? Number.NEGATIVE_INFINITY) > SAME_EDGE);
  const grid: string[][] = [];
  for (const { cells, definition } of rows) {
    const row = edges.map((edge, column) => {
      const index = definition.findIndex(({ right }) => right >= edge - SAME_EDGE);
      return definition[index]?.isCovered ? (grid.at(-1)?.[column] ?? '') : (cells[index] ?? '');
    });
    grid.push(edges.length > 0 ? row : [...cells]);
  }
  return grid;
}

class RtfReader {
  readonly lines: string[] = [];
  #groups: Group[] = [{ isLeftOut: false, fallback: 1 }];
  #decoder = new TextDecoder('gb18030');
  #bytes: number[] = [];
  #skip = 0;
  #text = '';
  #isInRow = false;
  /** Cells of the open row as its definition lists them, and the texts that have come. */
  #definition: CellDefinition[] = [];
  #isCovered = false;
  #cells: string[] = [];
  #rows: RtfRow[] = [];

  get #group(): Group {
    return this.#groups.at(-1) ?? { isLeftOut: false, fallback: 1 };
  }

  run(source: string): void {
    for (const [, word, value, byte, symbol, brace, text] of source.matchAll(TOKEN)) {
      if (byte !== undefined) {
        this.#addByte(Number.parseInt(byte, 16));
        continue;
      }
      this.#flush();
      if (word) this.#word(word, value === undefined ? null : Number(value));
      else if (symbol) this.#symbol(symbol);
      else if (brace) this.#brace(brace);
      else this.#addText(text ?? '');
    }
    this.#flush();
    this.#isInRow = false;
    this.#paragraph();
  }

  #addByte(byte: number): void {
    if (this.#skip > 0) this.#skip--;
    else this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const text = this.#decoder.decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#write(text);
  }

  #addText(text: string): void {
    const left = text.slice(this.#skip);
    this.#skip = Math.max(0, this.#skip - text.length);
    this.#write(left);
  }

  #write(text: string): void {
    if (!this.#group.isLeftOut) this.#text += text;
  }

  #brace(brace: string): void {
    if (brace === '{') {
      if (this.#groups.length > DEEPEST)
        throw new FormatFault('damaged', `its groups are nested more than ${DEEPEST} deep`);
      this.#groups.push(this.#group);
    } else if (this.#groups.length > 1) this.#groups.pop();
    this.#skip = 0;
  }

  #change(change: Partial<Group>): void {
    this.#groups[this.#groups.length - 1] = { ...this.#group, ...change };
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#change({ isLeftOut: true });
    else if (symbol === '~') this.#write(' ');
    else if (symbol === '\n' || symbol === '\r') this.#paragraph();
    else if (/[\\{}]/.test(symbol)) this.#write(symbol);
  }

  #word(word: string, value: number | null): void {
    const character = CHARACTERS.get(word);
    if (character !== undefined) this.#write(character);
    else if (LEFT_OUT.has(word)) this.#change({ isLeftOut: true });
    else if (word === 'u' && value !== null) {
      this.#write(String.fromCharCode(value & 0xffff));
      this.#skip = this.#group.fallback;
    } else if (word === 'uc') this.#change({ fallback: value ?? 1 });
    else if (word === 'ansicpg') this.#decoder = new TextDecoder(CODE_PAGES.get(value ?? 0) ?? 'gb18030');
    else if (!this.#group.isLeftOut) this.#layout(word, value ?? 0);
  }

  #layout(word: string, value: number): void {
    if (word === 'par' || word === 'line' || word === 'sect' || word === 'page') this.#paragraph();
    else if (word === 'pard') this.#isInRow = false;
    else if (word === 'intbl') this.#isInRow = true;
    else if (word === 'trowd') this.#definition = [];
    else if (word === 'clvmrg') this.#isCovered = true;
    else if (word === 'cellx') {
      this.#definition.push({ right: value, isCovered: this.#isCovered });
      this.#isCovered = false;
    } else if (word === 'cell') {
      this.#cells.push(this.#taken());
      this.#isInRow = true;
    } else if (word === 'row') {
      this.#rows.push({ cells: this.#cells, definition: this.#definition });
      this.#cells = [];
    }
  }

  #taken(): string {
    const text = this.#text.replace(/\s+/g, ' ').trim();
    this.#text = '';
    return text;
  }

  /** Ends a paragraph; one that stands in no row ends the table before it. */
  #paragraph(): void {
    if (this.#isInRow) {
      this.#text += ' ';
      return;
    }
    if (this.#rows.length > 0)
      this.lines.push(...tableText(gridOf(this.#rows), { unit: unitNote(this.lines.at(-1) ?? '') }));
    this.#rows = [];
    const text = this.#taken();
    if (text !== '') this.lines.push(text);
  }
}

/**
 * Returns the text of a rich text file.
 * @throws FormatFault no-text, damaged
 */
export function extractRtf(bytes: Uint8Array): ExtractedText {
  const reader = new RtfReader();
  reader.run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const { lines } = reader;
  if (lines.length === 0) throw new FormatFault('no-text', 'the document holds no text');
  return { text: lines.join('\n'), fields: {}, remarks: [] };
}
