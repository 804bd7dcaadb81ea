// Finds the report's title where its text repeats it, so that it counts as a heading and not as a sentence of the report.
import type { Span } from '../../types.ts';

const NOISE = /[\p{P}\p{S}\s]/u;
/** Text that may directly follow a title on its line: nothing, white space, a date; anything else makes it the start of a sentence. */
const REST = /^(?:$|[\s|｜(（]|\d{4}\s*[-年/.]\s*\d{1,2})/u;
/** Of a line, this much is compared beyond three times the title's length. */
const MARGIN = 40;
/** Of a title cut into several lines, each holds at least this many characters. */
const SHORTEST_PART = 4;

function squeeze(text: string): string {
  return [...text].filter((character) => !NOISE.test(character)).join('');
}

/** Offset in `text` behind the first `count` characters that are neither punctuation nor white space. */
function behind(text: string, count: number): number {
  let seen = 0;
  let offset = 0;
  for (const character of text) {
    offset += character.length;
    if (!NOISE.test(character)) seen++;
    if (seen === count) break;
  }
  // Closing marks belong to the title: …“动力密码”
  return offset + (/^[”"’」』）)】》！？!?。]*/u.exec(text.slice(offset))?.[0].length ?? 0);
}

/** Follows a title through the first lines of a text. */
export class TitleFinder {
  #rest: string;

  constructor(title: string) {
    this.#rest = squeeze(title);
  }

  /**
   * Returns the part of a line that is the title, or the next part of a title that runs over several lines; null if the line holds none.
   * White space and punctuation do not count.
   */
  match(text: string, line: Span): Span | null {
    const content = text.slice(line.start, line.end);
    const squeezed = squeeze(content.slice(0, this.#rest.length * 3 + MARGIN));
    if (this.#rest === '' || squeezed === '') return null;
    if (squeezed.startsWith(this.#rest)) {
      const end = behind(content, [...this.#rest].length);
      if (!REST.test(content.slice(end))) return null;
      this.#rest = '';
      return { start: line.start, end: line.start + end };
    }
    if (squeezed.length < SHORTEST_PART || !this.#rest.startsWith(squeezed)) return null;
    this.#rest = this.#rest.slice(squeezed.length);
    return line;
  }
}
