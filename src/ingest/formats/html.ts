// HTML → text, with htmlparser2: headings, paragraphs, list items, table rows; scripts, styles and menus left out. It runs no script.
import { Parser } from 'htmlparser2';
import { type PageLine, PageLines } from './page-lines.ts';
import { type ExtractedText, FormatFault, type OwnFields } from './types.ts';

const DEEPEST = 2_000;
const LEFT_OUT: ReadonlySet<string> = new Set(
  'script style noscript template svg math nav select button iframe object audio video canvas textarea map rt rp del'.split(
    ' ',
  ),
);
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form header hr html legend li main menu ol p pre section summary ul caption br tbody thead tfoot'.split(
    ' ',
  ),
);
const HEADING = /^h([1-6])$/;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** Names under which pages of Chinese authorities and common publishing systems say what they are. */
const META: ReadonlyMap<string, 'title' | 'publisher' | 'publishedOn'> = new Map([
  ['articletitle', 'title'],
  ['og:title', 'title'],
  ['contentsource', 'publisher'],
  ['source', 'publisher'],
  ['og:site_name', 'publisher'],
  ['pubdate', 'publishedOn'],
  ['publishdate', 'publishedOn'],
  ['article:published_time', 'publishedOn'],
  ['og:release_date', 'publishedOn'],
]);
/** The site's name behind the title of a page: 公园开放了_云溪网. */
const SITE_BEHIND = /\s*[_|｜–—-]+\s*[^_|｜–—-]{2,20}$/u;

type Attributes = Readonly<Record<string, string>>;

interface OpenElement {
  readonly name: string;
  readonly isLeftOut: boolean;
  readonly isLink: boolean;
}

/** Returns the number of columns or rows that a cell spans: 1 where it says nothing sensible. */
function span(value: string | undefined): number {
  const count = Number.parseInt(value ?? '1', 10);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

class PageReader {
  readonly lines = new PageLines();
  readonly meta: { [name in 'title' | 'publisher' | 'publishedOn']?: string } = {};
  tabTitle = '';
  firstHeading = '';
  readonly #open: OpenElement[] = [];
  readonly #listNumbers: (number | null)[] = [];
  #isTitle = false;
  #headingText: string | null = null;

  openTag(name: string, attributes: Attributes): void {
    if (this.#open.length >= DEEPEST)
      throw new FormatFault('damaged', `its elements are nested more than ${DEEPEST} deep`);
    const outer = this.#open.at(-1);
    const isHidden =
      'hidden' in attributes || HIDDEN.test(attributes['style'] ?? '') || attributes['role'] === 'navigation';
    const isLeftOut = (outer?.isLeftOut ?? false) || LEFT_OUT.has(name) || isHidden;
    this.#open.push({ name, isLeftOut, isLink: (outer?.isLink ?? false) || name === 'a' });
    if (name === 'meta') this.#addMeta(attributes);
    if (name === 'title' && !isLeftOut) this.#isTitle = this.tabTitle === '';
    if (!isLeftOut) this.#begin(name, attributes);
  }

  #addMeta(attributes: Attributes): void {
    const field = META.get((attributes['name'] ?? attributes['property'] ?? '').toLowerCase());
    const content = (attributes['content'] ?? '').trim();
    if (field && content !== '') this.meta[field] ??= content;
  }

  #begin(name: string, attributes: Attributes): void {
    const level = HEADING.exec(name)?.[1];
    if (level) {
      this.lines.break(`${'#'.repeat(Number(level))} `);
      this.#headingText = '';
    } else if (name === 'li') this.lines.break(this.#bullet());
    else if (name === 'table') this.lines.openTable();
    else if (name === 'tr') this.lines.openRow();
    else if (name === 'td' || name === 'th')
      this.lines.openCell({ columns: span(attributes['colspan']), rows: span(attributes['rowspan']) }, name === 'th');
    else if (BLOCKS.has(name)) this.lines.break();
    else if (name === 'a') this.lines.link();
    if (name === 'ol' || name === 'ul') this.#listNumbers.push(name === 'ol' ? span(attributes['start']) : null);
  }

  #bullet(): string {
    const number = this.#listNumbers.at(-1) ?? null;
    if (number === null) return '- ';
    this.#listNumbers[this.#listNumbers.length - 1] = number + 1;
    return `${number}. `;
  }

  text(content: string): void {
    const outer = this.#open.at(-1);
    if (this.#isTitle) this.tabTitle += content;
    if (this.#isTitle || outer?.isLeftOut) return;
    if (this.#headingText !== null) this.#headingText += content;
    this.lines.write(content, outer?.isLink ?? false);
  }

  closeTag(name: string): void {
    const element = this.#open.pop();
    if (name === 'title') this.#isTitle = false;
    if (element?.isLeftOut) return;
    if (HEADING.test(name)) {
      if (this.firstHeading === '') this.firstHeading = (this.#headingText ?? '').replace(/\s+/g, ' ').trim();
      this.#headingText = null;
      this.lines.end();
    } else if (name === 'td' || name === 'th') this.lines.closeCell();
    else if (name === 'table') this.lines.closeTable();
    else if (name === 'li') this.lines.end();
    else if (BLOCKS.has(name)) this.lines.break();
    if (name === 'ol' || name === 'ul') this.#listNumbers.pop();
  }
}

/** From this many neighbouring lines of links on, they are a menu. */
const MIN_MENU_LINES = 3;
const MIN_MENU_LINKS = 4;
const MENU_SHARE = 0.8;

function isLinks(line: PageLine): boolean {
  return !line.isRow && line.links > 0 && line.linkedShare >= MENU_SHARE;
}

/** Returns the lines without menus: runs of lines that are links, and lines of many links. A page of nothing but links keeps them. */
function withoutMenus(lines: readonly PageLine[]): PageLine[] {
  const kept: PageLine[] = [];
  let run: PageLine[] = [];
  const close = (): void => {
    if (run.length < MIN_MENU_LINES) kept.push(...run.filter((line) => line.links < MIN_MENU_LINKS));
    run = [];
  };
  for (const line of lines) {
    if (isLinks(line)) run.push(line);
    else {
      close();
      kept.push(line);
    }
  }
  close();
  return kept.length === 0 ? [...lines] : kept;
}

function fieldsOf(reader: PageReader): OwnFields {
  const { meta, tabTitle, firstHeading } = reader;
  const tab = tabTitle.replace(/\s+/g, ' ').trim();
  const guessed = firstHeading || tab.replace(SITE_BEHIND, '') || tab;
  const title = meta.title ?? guessed;
  return { ...meta, ...(title !== '' && { title, isTitleGuessed: meta.title === undefined }) };
}

/**
 * Returns the text of a page, one line for each block, `#` before headings, `-` or a number before list items.
 * @throws FormatFault no-text, too-large, damaged
 */
export function extractHtml(html: string): ExtractedText {
  const reader = new PageReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.openTag(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.closeTag(name),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  const lines = reader.lines.finish();
  const kept = withoutMenus(lines);
  if (kept.length === 0) throw new FormatFault('no-text', 'the page holds no text');
  const left = lines.length - kept.length;
  const remarks = left > 0 ? [`${left} lines of links (menus) were left out`] : [];
  return { text: kept.map((line) => line.text).join('\n'), fields: fieldsOf(reader), remarks };
}
