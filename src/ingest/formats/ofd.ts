// OFD, the fixed layout of Chinese authorities (GB/T 33190: a zip of XML) → text. Its pages are laid out like those of a PDF and read by the
// same rules. Attachments, annotations, signatures and pictures are passed over.
import { posix } from 'node:path';
import { apply, type Matrix, matrixOf } from './pdf/geometry.ts';
import type { Glyph, PageMarks } from './pdf/glyphs.ts';
import { filePages, type PageFrame } from './pdf/page-boxes.ts';
import { textOfPages } from './pdf/pages.ts';
import { type Rule, ruleOf } from './pdf/rules.ts';
import { type ExtractedText, FormatFault } from './types.ts';
import { numberOf, readXml, type XmlAttributes } from './xml.ts';
import { openZip, type ZipFiles } from './zip.ts';

const POINTS_PER_MM = 72 / 25.4;
const MAX_PAGES = 2_000;
const MAX_GLYPHS = 2_000_000;
const MAX_REPEATS = 10_000;
/** Characters of a Western font are about half as wide as they are high. */
const NARROW = /[\u0020-\u007e]/;

/** Returns the name of an element without its prefix: ofd:Page → Page. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Returns the numbers of an attribute: "10 20.5 30 5". */
function numbersOf(value = ''): number[] {
  return value.trim().split(/\s+/).map(Number).filter(Number.isFinite);
}

/** Returns the distances between characters: "4.2 g 3 5" → 4.2, 5, 5, 5. */
function deltasOf(value = ''): number[] {
  const parts = value.trim().split(/\s+/);
  const deltas: number[] = [];
  for (let index = 0; index < parts.length; index++) {
    if (parts[index] !== 'g') deltas.push(numberOf(parts[index], 0));
    else {
      const count = Math.min(numberOf(parts[index + 1], 0), MAX_REPEATS);
      deltas.push(...new Array<number>(count).fill(numberOf(parts[index + 2], 0)));
      index += 2;
    }
  }
  return deltas;
}

interface OpenObject {
  readonly boundary: readonly number[];
  readonly matrix: Matrix | null;
  readonly size: number;
}

/** Reads the content of one page: its characters and lines, in points from the lower left corner. */
class ContentReader {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly #height: number;
  #object: OpenObject | null = null;
  #code: XmlAttributes | null = null;
  #isPath = false;
  #text = '';

  constructor(height: number) {
    this.#height = height;
  }

  open(tag: string, attributes: XmlAttributes): void {
    const name = localName(tag);
    if (name === 'TextObject' || name === 'PathObject') {
      const size = numberOf(attributes['Size'], 0);
      const boundary = numbersOf(attributes['Boundary']);
      this.#object = { boundary, matrix: matrixOf(numbersOf(attributes['CTM'])), size };
    } else if (name === 'TextCode') this.#code = attributes;
    this.#isPath = name === 'AbbreviatedData';
    this.#text = '';
  }

  text(content: string): void {
    if (this.#code || this.#isPath) this.#text += content;
  }

  close(tag: string): void {
    const name = localName(tag);
    if (name === 'TextCode' && this.#code) this.#addText(this.#code);
    else if (name === 'AbbreviatedData') this.#addPath();
    if (name === 'TextCode') this.#code = null;
    if (name === 'TextObject' || name === 'PathObject') this.#object = null;
  }

  /** Returns where a place of the open object is on the page. */
  #place(x: number, y: number): readonly [number, number] {
    const { boundary = [], matrix = null } = this.#object ?? {};
    const [own, down] = matrix ? apply(matrix, [x, y]) : [x, y];
    return [((boundary[0] ?? 0) + own) * POINTS_PER_MM, (this.#height - (boundary[1] ?? 0) - down) * POINTS_PER_MM];
  }

  #addText(code: XmlAttributes): void {
    const { size: ownSize = 0, matrix = null } = this.#object ?? {};
    const scale = matrix ? Math.hypot(matrix[2], matrix[3]) : 1;
    const size = ownSize * scale * POINTS_PER_MM;
    const [across, down] = [deltasOf(code['DeltaX']), deltasOf(code['DeltaY'])];
    let [x, y] = [numberOf(code['X'], 0), numberOf(code['Y'], 0)];
    const isVertical = code['DeltaX'] === undefined && code['DeltaY'] !== undefined;
    for (const [index, text] of [...this.#text].entries()) {
      const usual = ownSize * (NARROW.test(text) ? 0.5 : 1);
      const step = across[index] ?? (isVertical ? 0 : usual);
      const width = Math.min(ownSize, step || usual) * scale * POINTS_PER_MM;
      const [left, base] = this.#place(x, y);
      this.glyphs.push({ text, x: left, y: base, width, size });
      x += step;
      y += down[index] ?? 0;
    }
    if (this.glyphs.length > MAX_GLYPHS)
      throw new FormatFault('too-large', `a page has more than ${MAX_GLYPHS} characters`);
  }

  #addPath(): void {
    let points: (readonly [number, number])[] = [];
    const steps = this.#text.match(/[A-Za-z][^A-Za-z]*/g) ?? [];
    for (const step of steps) {
      const numbers = numbersOf(step.slice(1));
      const point = this.#place(numbers.at(-2) ?? 0, numbers.at(-1) ?? 0);
      if (/^[SM]/.test(step)) points = [];
      const before = points.at(-1);
      points.push(/^C/.test(step) ? (points[0] ?? point) : point);
      if (before) this.rules.push(...ruleOf([before, points.at(-1) ?? point]));
    }
    if (points.length > 2) this.rules.push(...ruleOf(points));
  }
}

/** Size of a page, in mm. */
interface PhysicalBox {
  readonly width: number;
  readonly height: number;
}

const A4: PhysicalBox = { width: 210, height: 297 };

function physicalBox(content: string, usual: PhysicalBox): PhysicalBox {
  const [, , width = usual.width, height = usual.height] = numbersOf(content);
  return { width, height };
}

/** What the parts of a document say of its pages. */
interface Document {
  readonly folder: string;
  readonly box: PhysicalBox;
  readonly templates: ReadonlyMap<string, string>;
  readonly pages: readonly string[];
}

function documentAt(zip: ZipFiles, root: string): Document {
  const templates = new Map<string, string>();
  const pages: string[] = [];
  let open = '';
  let box = A4;
  readXml(zip.text(root), {
    open: (tag, attributes) => {
      const name = localName(tag);
      if (name === 'TemplatePage') templates.set(attributes['ID'] ?? '', attributes['BaseLoc'] ?? '');
      else if (name === 'Page') pages.push(attributes['BaseLoc'] ?? '');
      open = name;
    },
    text: (content) => {
      if (open === 'PhysicalBox') box = physicalBox(content, box);
    },
  });
  if (pages.length > MAX_PAGES) throw new FormatFault('too-large', `it has more than ${MAX_PAGES} pages`);
  return { folder: posix.dirname(root), box, templates, pages };
}

/** Returns a path of a document as the archive has it: from the root if it begins with a slash. */
function resolve(folder: string, location: string): string {
  return location.startsWith('/') ? location.slice(1) : posix.join(folder, location);
}

/** A page's marks, and how it is shown. */
interface OfdPage {
  readonly marks: PageMarks;
  readonly frame: PageFrame;
}

function frameOf({ width, height }: PhysicalBox): PageFrame {
  const [across, down] = [Math.max(1, width) * POINTS_PER_MM, Math.max(1, height) * POINTS_PER_MM];
  return { ratio: across / down, place: ([x, y]) => [x / across, 1 - y / down] };
}

function pageOf(zip: ZipFiles, { folder, box, templates }: Document, location: string): OfdPage {
  const xml = zip.text(resolve(folder, location));
  let pageBox = box;
  let open = '';
  const parts: string[] = [];
  readXml(xml, {
    open: (tag, attributes) => {
      open = localName(tag);
      const template = open === 'Template' ? templates.get(attributes['TemplateID'] ?? '') : undefined;
      if (template !== undefined) parts.push(zip.text(resolve(folder, template)));
    },
    text: (content) => {
      if (open === 'PhysicalBox') pageBox = physicalBox(content, pageBox);
    },
  });
  const reader = new ContentReader(pageBox.height);
  for (const part of [...parts, xml]) readXml(part, reader);
  const marks = { glyphs: reader.glyphs.filter(({ size }) => size > 0), rules: reader.rules };
  return { marks, frame: frameOf(pageBox) };
}

/**
 * Returns the text of an OFD file, all its documents one after the other.
 * @throws FormatFault no-text, encrypted, too-large, damaged
 */
export function extractOfd(bytes: Uint8Array): ExtractedText {
  const zip = openZip(bytes);
  if (zip.names.some((name) => /(?:^|\/)Encryp\w*\.(?:xml|dat)$/i.test(name)))
    throw new FormatFault('encrypted', 'it is encrypted; save it without a password');
  const roots: string[] = [];
  let [open, title] = ['', ''];
  readXml(zip.text('OFD.xml'), {
    open: (tag) => {
      open = localName(tag);
    },
    text: (content) => {
      if (open === 'DocRoot' && content.trim() !== '') roots.push(resolve('', content.trim()));
      if (open === 'Title') title ||= content.trim();
    },
  });
  const pages = roots.flatMap((root) => {
    const document = documentAt(zip, root);
    return document.pages.map((location) => pageOf(zip, document, location));
  });
  if (pages.length === 0) throw new FormatFault('damaged', 'it names no page; take it from its source again');
  const marks = pages.map((page) => page.marks);
  const frames = pages.map((page) => page.frame);
  const fields = title === '' ? {} : { title, isTitleGuessed: true };
  return { ...textOfPages(marks), fields, ...filePages('ofd', marks, frames) };
}
