// Residue in a text: tags and entities of a web page, line ends written as \r\n, note marks that look like marks of citation. The structure sees blanks of the same length, so that
// offsets stay those of the source; normalized text holds what they stood for.

const BLOCK_TAGS = 'p|br|div|table|tbody|thead|tr|td|th|ul|ol|li|h[1-6]|section|article|center|hr|blockquote';
const INLINE_TAGS = 'span|strong|em|b|i|u|a|font|img|sup|sub|o:p|st1:[a-z]+';
const TAG = new RegExp(`<(/?)(${BLOCK_TAGS}|${INLINE_TAGS})(?:\\s[^<>]{0,400})?\\s?/?>|<!--[^<>]{0,400}-->`, 'gi');
const IS_BLOCK = new RegExp(`^</?(?:${BLOCK_TAGS})[\\s/>]`, 'i');
const BLANK_ENTITY = /&(?:nbsp|emsp|ensp|thinsp|#160|#12288|#x3000|#xa0);?/gi;
const ENTITY =
  /&(?:(?:amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|middot|hellip|times|permil|yen)|#\d{2,6}|#x[\da-f]{2,5});/gi;
/** A line end that was written out. Two letters behind \n are a path or a word of another kind: C:\news. */
const WRITTEN_END = /\\r\\n|\\r|\\n(?![a-z]{2})|\\t(?![a-z]{2})/g;
/** A mark that points to a note of the source, [3], or stands before the note. */
const NOTE_MARK = /(?<=[\p{Script=Han}\d%‰A-Za-z”’」』）)》】。，；：、]|^|\n)[[［]\d{1,2}[\]］](?![\d(（])/gu;
/** One written line end may be meant; several are a program's mistake. */
const MIN_WRITTEN = 2;

/** Takes a place without a width, and is no white space. */
const FILLER = '\u2060';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  middot: '·',
  hellip: '…',
  times: '×',
  permil: '‰',
  yen: '¥',
};

/** Amount of residue in a text, so that a text without any costs nothing. */
export interface PageResidue {
  readonly count: number;
  readonly hasWrittenEnds: boolean;
}

/** Finds the page residue of a text. */
export function findPageResidue(text: string): PageResidue {
  const marks = [...(/[<&]/.test(text) ? [TAG, BLANK_ENTITY, ENTITY] : []), ...(/[[［]/.test(text) ? [NOTE_MARK] : [])];
  const written = text.includes('\\') ? (text.match(WRITTEN_END)?.length ?? 0) : 0;
  const hasWrittenEnds = written >= MIN_WRITTEN;
  const count = marks.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), hasWrittenEnds ? written : 0);
  return { count, hasWrittenEnds };
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}

function lineEnd(found: string): string {
  return `\n${' '.repeat(found.length - 1)}`;
}

/** Returns the character that an entity stands for: &mdash; &#8220; &#x3000; */
function entityCharacter(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return NAMED[name] ?? '';
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}

function filledUp(entity: string): string {
  const character = entityCharacter(entity).trim();
  return character === '' ? blank(entity) : character + FILLER.repeat(entity.length - character.length);
}

/**
 * Returns the text with its residue as white space of the same length: those that ended a line begin with a line feed. An entity is its
 * character, filled up with word joiners, so that its semicolon ends no sentence.
 * `maskPageResidue(text, …).length === text.length`, always.
 */
export function maskPageResidue(text: string, { count, hasWrittenEnds }: PageResidue): string {
  if (count === 0) return text;
  const masked = text
    .replace(TAG, (tag) => (IS_BLOCK.test(tag) ? lineEnd(tag) : blank(tag)))
    .replace(BLANK_ENTITY, blank)
    .replace(ENTITY, filledUp)
    .replace(NOTE_MARK, (mark) => FILLER.repeat(mark.length));
  return hasWrittenEnds ? masked.replace(WRITTEN_END, lineEnd) : masked;
}

/** Returns a slice as it was meant: without tags and note marks, entities as their characters. */
export function withoutPageResidue(slice: string, { count, hasWrittenEnds }: PageResidue): string {
  if (count === 0) return slice;
  const untagged = slice.replace(TAG, '').replace(NOTE_MARK, '').replace(BLANK_ENTITY, ' ');
  const plain = untagged.replace(ENTITY, entityCharacter);
  return (hasWrittenEnds ? plain.replace(WRITTEN_END, '\n') : plain).trim();
}
