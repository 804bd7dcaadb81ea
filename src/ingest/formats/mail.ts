// Mails and saved pages → the text of the message; a mail's files are reports of their own and not read here.
import { extractHtml } from './html.ts';
import { partText, readMime } from './mime.ts';
import { type ExtractedText, FormatFault } from './types.ts';

/**
 * Returns the text of a saved page, or of a mail with its subject as title.
 * @throws FormatFault no-text, too-large, damaged
 */
export function extractMail(bytes: Uint8Array): ExtractedText {
  const { headers, parts } = readMime(bytes);
  const own = parts.filter(({ fileName }) => fileName === null);
  const html = own.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const plain = own.find(({ type }) => type === 'text/plain');
  const subject = headers.get('subject')?.trim() ?? '';
  const date = headers.get('date');
  const fields = {
    ...(subject !== '' && { title: subject, isTitleGuessed: true }),
    ...(date && { publishedOn: date }),
  };
  if (html) {
    const page = extractHtml(partText(html));
    return { ...page, fields: { ...page.fields, ...fields } };
  }
  const text = plain ? partText(plain).replace(/\r\n?/g, '\n').trim() : '';
  if (text === '') throw new FormatFault('no-text', 'the message holds no text');
  return { text, fields, remarks: [] };
}
