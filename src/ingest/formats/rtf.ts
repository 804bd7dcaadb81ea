// Rich text (.rtf) → text: control words are followed as far as they decide what is read. Pictures, styles and page heads are left out.
import { PageLines } from './page-lines.ts';
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

interface Group {
  readonly isLeftOut: boolean;
  /** Characters that follow a \u for readers that know no Unicode. */
  readonly fallback: number;
}

class RtfReader {
  readonly lines = new PageLines();
  #groups: Group[] = [{ isLeftOut: false, fallback: 1 }];
  #decoder = new TextDecoder('gb18030');
  #bytes: number[] = [];
  #skip = 0;
  #isInRow = false;
  #isInTable = false;

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
    this.#closeTable();
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
    if (!this.#group.isLeftOut) this.lines.write(text, false);
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
    else if (!this.#group.isLeftOut) this.#layout(word);
  }

  #layout(word: string): void {
    if (word === 'par' || word === 'line' || word === 'sect' || word === 'page') this.#paragraph();
    else if (word === 'pard') this.#isInRow = false;
    else if (word === 'intbl') this.#openRow();
    else if (word === 'cell') {
      this.#openRow();
      this.lines.closeCell();
      this.lines.openCell({ columns: 1, rows: 1 }, false);
    } else if (word === 'row') {
      this.lines.closeCell();
      this.#isInRow = false;
      this.lines.openRow();
      this.lines.openCell({ columns: 1, rows: 1 }, false);
    }
  }

  #openRow(): void {
    this.#isInRow = true;
    if (this.#isInTable) return;
    this.#isInTable = true;
    this.lines.openTable();
    this.lines.openCell({ columns: 1, rows: 1 }, false);
  }

  /** Ends a paragraph; one that stands in no row ends the table before it. */
  #paragraph(): void {
    this.lines.break();
    if (!this.#isInRow) this.#closeTable();
  }

  #closeTable(): void {
    if (!this.#isInTable) return;
    this.lines.closeCell();
    this.lines.closeTable();
    this.#isInTable = false;
  }
}

/**
 * Returns the text of a rich text file.
 * @throws FormatFault no-text, damaged
 */
export function extractRtf(bytes: Uint8Array): ExtractedText {
  const reader = new RtfReader();
  reader.run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const lines = reader.lines.finish().map((line) => line.text);
  if (lines.length === 0) throw new FormatFault('no-text', 'the document holds no text');
  return { text: lines.join('\n'), fields: {}, remarks: [] };
}
