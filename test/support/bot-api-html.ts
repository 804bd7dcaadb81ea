// Reads Telegram's HTML as the Bot API does: the text after entity parsing, or why it cannot be parsed.

const TAGS = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'a',
  'code',
  'pre',
  'blockquote',
  'tg-spoiler',
  'span',
]);
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const TOKEN = /<(\/?)([a-z-]+)(\s[^<>]*)?>|&(?:([a-z]+)|#(\d{1,7})|#x([\da-f]{1,6}));|[<&]|[^<&]+/giu;

/** A message after entity parsing. */
export type ParsedHtml = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: string };

/** Parses a message in parse mode HTML. Unlike the server, which shows unknown named entities as they are, it declines them. */
export function parseTelegramHtml(html: string): ParsedHtml {
  const open: string[] = [];
  let text = '';
  for (const [token, closing, tag, , named, decimal, hexadecimal] of html.matchAll(TOKEN)) {
    if (tag !== undefined) {
      const fault = closing === '/' ? closeTag(open, tag) : openTag(open, tag);
      if (fault !== null) return { ok: false, fault };
      continue;
    }
    const number = decimal ?? (hexadecimal === undefined ? undefined : `0x${hexadecimal}`);
    const shown = readToken(token, named, number);
    if (shown === null) return { ok: false, fault: `unescaped or unknown ${token}` };
    text += shown;
  }
  return open.length > 0 ? { ok: false, fault: `can't find end tag for <${open.at(-1)}>` } : { ok: true, text };
}

/** What a token that is no tag shows; null where it cannot stand there. */
function readToken(token: string, named: string | undefined, number: string | undefined): string | null {
  if (named !== undefined) return NAMED[named] ?? null;
  if (number !== undefined) return String.fromCodePoint(Number(number));
  return token === '<' || token === '&' ? null : token;
}

function openTag(open: string[], tag: string): string | null {
  if (!TAGS.has(tag)) return `unsupported start tag "${tag}"`;
  if (tag === 'blockquote' && open.includes('blockquote')) return 'nested blockquote';
  open.push(tag);
  return null;
}

function closeTag(open: string[], tag: string): string | null {
  return open.pop() === tag ? null : `unexpected end tag "${tag}"`;
}
