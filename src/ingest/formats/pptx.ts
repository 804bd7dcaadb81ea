// PowerPoint and WPS slides (.pptx, .dps in its new form) → text: titles as headings, tables as rows. Notes and layouts are left out.
import { posix } from 'node:path';
import { PageLines } from './page-lines.ts';
import { type ExtractedText, FormatFault } from './types.ts';
import { numberOf, readXml, type XmlAttributes } from './xml.ts';
import { openZip, type ZipFiles } from './zip.ts';

const MAX_SLIDES = 2_000;

/** Hears the elements of the slides, one after the other. */
class SlideReader {
  readonly lines = new PageLines();
  #isTitle = false;
  #isText = false;
  #isCovered = false;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'p:sp') this.#isTitle = false;
    else if (name === 'p:ph') this.#isTitle = /^(?:ctrTitle|title)$/.test(attributes['type'] ?? '');
    else if (name === 'a:p') this.lines.break(this.#isTitle ? '# ' : '');
    else if (name === 'a:t') this.#isText = true;
    else if (name === 'a:br') this.lines.write(' ', false);
    else if (name === 'a:tbl') this.lines.openTable();
    else if (name === 'a:tr') this.lines.openRow();
    else if (name === 'a:tc') this.#openCell(attributes);
  }

  /** Cells that a merged one covers are listed as well. */
  #openCell(attributes: XmlAttributes): void {
    this.#isCovered = attributes['hMerge'] === '1' || attributes['vMerge'] === '1';
    if (this.#isCovered) return;
    this.lines.openCell(
      { columns: numberOf(attributes['gridSpan'], 1), rows: numberOf(attributes['rowSpan'], 1) },
      false,
    );
  }

  text(content: string): void {
    if (this.#isText && !this.#isCovered) this.lines.write(content, false);
  }

  close(name: string): void {
    if (name === 'a:t') this.#isText = false;
    else if (name === 'a:p') this.lines.end();
    else if (name === 'a:tc' && !this.#isCovered) this.lines.closeCell();
    else if (name === 'a:tbl') this.lines.closeTable();
    if (name === 'a:tc') this.#isCovered = false;
  }
}

/** Returns the paths of the slides in their order. */
function slidesOf(zip: ZipFiles): string[] {
  const targets = new Map<string, string>();
  readXml(zip.text('ppt/_rels/presentation.xml.rels'), {
    open: (_, { Id = '', Target = '' }) => targets.set(Id, posix.join('ppt', Target).replace(/^ppt\/ppt\//, 'ppt/')),
  });
  const slides: string[] = [];
  readXml(zip.text('ppt/presentation.xml'), {
    open: (name, attributes) => {
      const target = name === 'p:sldId' ? targets.get(attributes['r:id'] ?? '') : undefined;
      if (target !== undefined) slides.push(target);
    },
  });
  if (slides.length > MAX_SLIDES) throw new FormatFault('too-large', `it has more than ${MAX_SLIDES} slides`);
  return slides;
}

/**
 * Returns the text of slides.
 * @throws FormatFault no-text, encrypted, too-large, damaged
 */
export function extractPptx(bytes: Uint8Array): ExtractedText {
  const zip = openZip(bytes);
  const reader = new SlideReader();
  for (const slide of slidesOf(zip)) readXml(zip.text(slide), reader);
  const lines = reader.lines.finish().map((line) => line.text);
  if (lines.length === 0) throw new FormatFault('no-text', 'its slides hold no text');
  const title = lines.find((line) => line.startsWith('# '))?.slice(2);
  return { text: lines.join('\n'), fields: title ? { title, isTitleGuessed: true } : {}, remarks: [] };
}
