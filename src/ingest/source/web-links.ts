// The documents that a page or a feed of the web names: addresses alone, bounded in number, on the same host. It fetches nothing.
import { Parser } from 'htmlparser2';

/** Links of menus are shorter than the titles of documents. */
const MIN_TITLE_CHARACTERS = 8;
const MAX_LINKS = 30;
/** Endings of files that are documents whatever they are called. */
const DOCUMENT = /\.(?:pdf|ofd|docx?|wps|xlsx?|et|rtf|odt|ods|csv)(?:$|[?#])/i;
const FEED = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:rss|feed|rdf:RDF)\b/i;

/** A link with the words that it stands behind. */
interface Link {
  readonly href: string;
  readonly words: string;
}

/** Links of a feed: `link` elements of its entries, as text (RSS) or in `href` (Atom). */
function feedLinks(text: string): Link[] {
  const links: Link[] = [];
  let [isEntry, isLink, words] = [false, false, ''];
  const parser = new Parser(
    {
      onopentag: (name, { href }) => {
        if (name === 'item' || name === 'entry') isEntry = true;
        isLink = isEntry && name === 'link';
        words = '';
        if (isLink && href !== undefined) links.push({ href, words: '' });
      },
      ontext: (data) => {
        if (isLink) words += data;
      },
      onclosetag: (name) => {
        if (name === 'link' && words.trim() !== '') links.push({ href: words.trim(), words: '' });
        if (name === 'item' || name === 'entry') isEntry = false;
        isLink = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return links;
}

/** Links of a page that stand behind a title, or lead to a document. */
function pageLinks(text: string): Link[] {
  const links: Link[] = [];
  let open: { href: string; words: string } | null = null;
  const parser = new Parser({
    onopentag: (name, { href = '', title = '' }) => {
      if (name === 'a') open = { href, words: title };
    },
    ontext: (data) => {
      if (open !== null) open.words += data;
    },
    onclosetag: (name) => {
      if (name === 'a' && open !== null) links.push(open);
      if (name === 'a') open = null;
    },
  });
  parser.end(text);
  const isTitle = ({ words }: Link): boolean => (words.match(/\p{Script=Han}/gu)?.length ?? 0) >= MIN_TITLE_CHARACTERS;
  return links.filter((link) => isTitle(link) || DOCUMENT.test(link.href));
}

/**
 * Returns the addresses of the documents that a page or feed names, in its order, each once, at most 30, on its own host.
 * @param address of the page itself
 */
export function documentLinks(text: string, address: string): string[] {
  const base = new URL(address);
  const found = (FEED.test(text) ? feedLinks(text) : pageLinks(text)).flatMap(({ href }) => {
    const url = URL.canParse(href, base) ? new URL(href, base) : null;
    if (url === null || !/^https?:$/.test(url.protocol) || url.hostname !== base.hostname) return [];
    url.hash = '';
    return url.href === base.href ? [] : [url.href];
  });
  return [...new Set(found)].slice(0, MAX_LINKS);
}
