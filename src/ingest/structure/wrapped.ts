// Undoes hard line wraps for the eye of the structure: a text whose lines were all cut at one width reads as paragraphs again.
// It replaces line ends by spaces, one for one, in a copy: offsets stay those of the source.

const SENTENCE_END = /[。！？!?；;：:…][”"’」』）)】》]*$/u;
/** Rows of tables are often of one width, and no paragraph. */
const TABLE_ROW = /^\s*\||\t/u;
const MIN_LINES = 6;
/** Lines wider than this were not cut for a page or a mail; full-width characters count two. */
const WIDEST_WRAP = 160;
/** A full line is at least this share of the widest. */
const FULL_SHARE = 0.85;
/** A text is wrapped when at least this share of its lines are full and break off within a sentence. */
const MIN_WRAPPED_SHARE = 0.4;

function width(line: string): number {
  let columns = 0;
  for (let index = 0; index < line.length; index++) columns += line.charCodeAt(index) > 0x2e7f ? 2 : 1;
  return columns;
}

/** Width from which a line of the text counts as full, or null if the text is not wrapped. */
function fullWidth(lines: readonly string[]): number | null {
  const filled = lines.map((line) => line.trimEnd()).filter((line) => line !== '' && !TABLE_ROW.test(line));
  if (filled.length < MIN_LINES) return null;
  const widths = filled.map(width);
  const widest = widths.reduce((most, value) => Math.max(most, value), 0);
  if (widest > WIDEST_WRAP) return null;
  const full = widest * FULL_SHARE;
  const broken = filled.filter((line, index) => (widths[index] ?? 0) >= full && !SENTENCE_END.test(line));
  return broken.length >= filled.length * MIN_WRAPPED_SHARE ? full : null;
}

/**
 * Returns the text with the line ends that only wrap a paragraph replaced by as many spaces; the text itself where nothing is wrapped.
 * `unwrap(text).length === text.length`, always.
 */
export function unwrap(text: string): string {
  const lines = text.split('\n');
  const full = fullWidth(lines);
  if (full === null) return text;
  let joined = '';
  for (const [index, line] of lines.entries()) {
    const content = line.trimEnd();
    const next = lines[index + 1] ?? '';
    const isRow = TABLE_ROW.test(line) || TABLE_ROW.test(next);
    const wraps = !isRow && width(content) >= full && !SENTENCE_END.test(content) && /\S/.test(next);
    joined += wraps ? `${line.replace(/\r$/, ' ')} ` : `${line}\n`;
  }
  return joined.slice(0, text.length);
}
