// Word (.docx) → text, with mammoth: by way of HTML, so that headings, lists and merged cells are read as those of a page are.
import mammoth from 'mammoth';
import { extractHtml } from './html.ts';
import { type ExtractedText, FormatFault } from './types.ts';
import { checkZip } from './zip.ts';

/** Styles that mammoth does not know as headings by itself; Word keeps their English names inside, in every language. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

/**
 * Returns the text of a Word file; pictures, page heads and comments are left out.
 * @throws FormatFault no-text, encrypted, too-large, damaged
 */
export async function extractDocx(bytes: Uint8Array): Promise<ExtractedText> {
  checkZip(bytes);
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES, convertImage });
  const { text, fields } = extractHtml(`<body>${value}</body>`);
  if (text.trim() === '') throw new FormatFault('no-text', 'the document holds no text');
  return { text, fields: fields.title ? { title: fields.title, isTitleGuessed: true } : {}, remarks: [] };
}
