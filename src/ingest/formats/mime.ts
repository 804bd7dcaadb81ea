// Mails (.eml) and saved pages (.mht) → their parts: headers, decoded contents, attachments. Bounded in depth and number.

/** A part of a message. */
export interface MimePart {
  /** `text/html`, lower case. */
  readonly type: string;
  /** Name of an attached file; null for what is part of the message itself. */
  readonly fileName: string | null;
  readonly content: Buffer;
  readonly charset: string;
}

/** A message: its headers by lower-case name, decoded, and its parts in order. */
export interface MimeMessage {
  readonly headers: ReadonlyMap<string, string>;
  readonly parts: readonly MimePart[];
}

const DEEPEST = 10;
const MAX_PARTS = 1_000;
const LOOKED_AT = 8_000;

function decodedText(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(/^gb/i.test(charset) ? 'gb18030' : charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

function unquoted(text: string): Buffer {
  const joined = text.replace(/[ \t]*=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

function decodedBody(body: string, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  return /quoted-printable/i.test(encoding) ? unquoted(body) : Buffer.from(body, 'latin1');
}

/** Returns a header as people read it: =?utf-8?B?…?= is decoded, and so are bytes that are plain UTF-8 or GB18030. */
function headerText(raw: string): string {
  const words = raw.replace(/(\?=)\s+(=\?)/g, '$1$2').replace(/=\?[^?]+\?[bq]\?[^?]*\?=/gi, (word) => {
    const [, charset = 'utf-8', kind = 'b', text = ''] = word.split('?');
    const bytes = /b/i.test(kind) ? Buffer.from(text, 'base64') : unquoted(text.replace(/_/g, ' '));
    return decodedText(bytes, charset);
  });
  if (!/[\u0080-\u00ff]/.test(words) || /[\u0100-\uffff]/.test(words)) return words;
  const bytes = Buffer.from(words, 'latin1');
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\uFFFD') ? decodedText(bytes, 'gb18030') : utf8;
}

interface Split {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function split(source: string): Split {
  const end = /\r?\n\r?\n/.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name && value !== undefined && !headers.has(name.toLowerCase()))
      headers.set(name.toLowerCase(), headerText(value));
  }
  return { headers, body: end ? source.slice(end.index + end[0].length) : '' };
}

function parameter(header: string, name: string): string | null {
  const match = new RegExp(`${name}\\*?=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  const value = match?.[1] ?? match?.[2];
  if (value === undefined) return null;
  // name*=utf-8''%E5%… of RFC 2231
  const [, charset, encoded] = /^([\w-]+)'[^']*'(.*)$/.exec(value) ?? [];
  if (encoded === undefined || charset === undefined) return value;
  return decodedText(unquoted(encoded.replace(/%/g, '=')), charset);
}

function partOf({ headers, body }: Split): MimePart {
  const type = headers.get('content-type') ?? 'text/plain';
  const disposition = headers.get('content-disposition') ?? '';
  const isAttached = /attachment/i.test(disposition);
  return {
    type: type.split(';', 1)[0]?.trim().toLowerCase() ?? '',
    fileName: parameter(disposition, 'filename') ?? (isAttached ? parameter(type, 'name') : null),
    content: decodedBody(body, headers.get('content-transfer-encoding') ?? ''),
    charset: parameter(type, 'charset') ?? 'utf-8',
  };
}

function partsOf(message: Split, parts: MimePart[], depth: number): void {
  if (parts.length >= MAX_PARTS || depth > DEEPEST) return;
  const type = message.headers.get('content-type') ?? '';
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : null;
  if (boundary === null) parts.push(partOf(message));
  else {
    const pieces = message.body.split(`--${boundary}`).slice(1);
    for (const piece of pieces.filter((each) => !each.startsWith('--')))
      partsOf(split(piece.replace(/^\r?\n/, '')), parts, depth + 1);
  }
}

/** True if bytes begin like a message: header lines, among them what MIME asks for. */
export function isMime(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  return (
    /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}/.test(head) && /^(?:mime-version|content-type):/im.test(head)
  );
}

/** Reads a message. */
export function readMime(bytes: Uint8Array): MimeMessage {
  const whole = split(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const parts: MimePart[] = [];
  partsOf(whole, parts, 0);
  return { headers: whole.headers, parts };
}

/** Returns the text of a part. */
export function partText({ content, charset }: MimePart): string {
  return decodedText(content, charset);
}
