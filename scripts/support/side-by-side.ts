// Draws a report's sentences as written beside how they are read, so that a maintainer sees every repair. It reads no index.
import type { Passage, Sentence } from '../../src/types.ts';

/** Columns of each side; a Chinese character takes two. */
const SIDE_COLUMNS = 56;

function columnsOf(character: string): number {
  return (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
}

/** Returns a text in lines of at most `most` columns. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  for (const character of text) {
    if (columns + columnsOf(character) > most) {
      lines.push(line);
      [line, columns] = ['', 0];
    }
    line += character;
    columns += columnsOf(character);
  }
  return [...lines, line];
}

function padded(text: string, most: number): string {
  const columns = [...text].reduce((sum, character) => sum + columnsOf(character), 0);
  return text + ' '.repeat(Math.max(0, most - columns));
}

/** Returns the stretch of two texts between what they have in common at both ends, marked in each. */
function marked(original: string, reading: string): [string, string] {
  let from = 0;
  while (from < original.length && original[from] === reading[from]) from++;
  let behind = 0;
  const most = Math.min(original.length, reading.length) - from;
  while (behind < most && original.at(-1 - behind) === reading.at(-1 - behind)) behind++;
  const mark = (text: string): string => {
    const to = text.length - behind;
    return `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
  };
  return [mark(original), mark(reading)];
}

function sentenceRows(sentence: Sentence, original: string): string[] {
  const isRead = sentence.read !== original;
  const [left, right] = isRead ? marked(original, sentence.read) : [original, ''];
  const role = sentence.role === 'body' ? ' ' : sentence.role === 'heading' ? '#' : '·';
  const [lefts, rights] = [wrapped(left, SIDE_COLUMNS), wrapped(right, SIDE_COLUMNS)];
  return Array.from({ length: isRead ? Math.max(lefts.length, rights.length) : lefts.length }, (_, index) =>
    `${index === 0 ? role : ' '} ${padded(lefts[index] ?? '', SIDE_COLUMNS)} ${isRead ? '│' : ' '} ${rights[index] ?? ''}`.trimEnd(),
  );
}

/**
 * Returns the lines of a passage: its place and headings, then each sentence as written and, where it differs, as read, with the part that
 * differs in brackets. `#` marks headings, `·` page furniture.
 * @param text the report's text
 */
export function drawPassage(passage: Omit<Passage, 'number'>, text: string): string[] {
  const rows = passage.sentences.flatMap((sentence) =>
    sentenceRows(sentence, text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')),
  );
  return ['', `[${passage.start}–${passage.end}] ${passage.heading.join(' › ')}`.trimEnd(), ...rows];
}
