// Progress as a picture: for each district and topic how much was right, mastered and seen, as SVG. It draws numbers that it is given.
import type { LearnerProgress, ProgressLine } from '../../../quiz/learning/progress.ts';
import type { Wording } from '../../i18n/wording.ts';

/** Most lines of a kind: the rest stands in the words that come with the picture. */
const MAX_LINES = 12;

const WIDTH = 960;
const MARGIN = 32;
const ROW = 54;
const SECTION = 48;
const HEAD = 96;
const BAR = { x: 270, width: 330, rightHeight: 16, seenHeight: 10 } as const;
const NUMBERS_X = BAR.x + BAR.width + 18;
const NAME_SIZE = 20;

const INK = '#262b33';
const FAINT = '#6e7681';
const TRACK = '#e8ebef';
const RIGHT = '#2ea067';
const MASTERED = '#2468b0';
const SEEN = '#96c3eb';

/** Width of a Latin letter, figure or sign as a share of the type's size, about; Chinese characters are as wide as high. */
const LATIN_WIDTH = 0.52;
/** The font's files hold hairlines, to be varied by who draws them: letters get an edge of this share of their size. */
const EDGE = 0.04;

/** The words of the picture; `figures`: what the figures behind a bar are, in their order. */
type Words = Wording['picture'];

/** Draws progress as an SVG image of 960 pixels' width; its text wants a font with Chinese characters. */
export function progressSvg(progress: LearnerProgress, words: Words): string {
  const sections = [
    { title: words.districts, lines: progress.districts.slice(0, MAX_LINES) },
    { title: words.topics, lines: progress.topics.slice(0, MAX_LINES) },
  ].filter(({ lines }) => lines.length > 0);
  const shapes = [drawHead(progress.all, words)];
  let y = HEAD;
  for (const { title, lines } of sections) {
    shapes.push(
      write(title, { x: MARGIN, y: y + 32, size: 20 }),
      write(words.right, { x: NUMBERS_X, y: y + 32, size: 14, colour: FAINT }),
      write(words.figures, { x: NUMBERS_X + 66, y: y + 32, size: 14, colour: FAINT }),
      ...lines.map((line, index) => drawLine(line, y + SECTION + index * ROW, words)),
    );
    y += SECTION + lines.length * ROW;
  }
  const height = y + MARGIN / 2;
  const paper = drawBox({ x: 0, y: 0, width: WIDTH, height }, '#ffffff');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}">${paper}${shapes.join('')}</svg>`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A filled box, its edges on whole pixels. */
function drawBox({ x, y, width, height }: Box, colour: string): string {
  return `<rect x="${x}" y="${y}" width="${Math.round(width)}" height="${height}" fill="${colour}"/>`;
}

interface TextPlace {
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  readonly colour?: string;
}

function write(text: string, { x, y, size, colour = INK }: TextPlace): string {
  const edge = `stroke="${colour}" stroke-width="${size * EDGE}"`;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}" ${edge}>${escapeXml(text)}</text>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Pixels that a text takes, about. */
function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + size * (character < '\u2e80' ? LATIN_WIDTH : 1), 0);
}

/** The title, what the colours mean, and the sum. */
function drawHead(all: ProgressLine, words: Words): string {
  const shapes = [write(words.title, { x: MARGIN, y: 46, size: 30 })];
  let x: number = BAR.x;
  for (const [label, colour] of [
    [words.right, RIGHT],
    [words.mastered, MASTERED],
    [words.seen, SEEN],
  ] as const) {
    shapes.push(drawBox({ x, y: 28, width: 18, height: 18 }, colour));
    shapes.push(write(label, { x: x + 26, y: 44, size: 18, colour: FAINT }));
    x += Math.round(widthOf(label, 18)) + 60;
  }
  const { seen, items, mastered, due } = all;
  const sum = `${words.right} ${percentRight(all)} · ${words.mastered} ${mastered} · ${words.seen} ${seen}/${items} · ${words.due} ${due}`;
  return [...shapes, write(sum, { x: MARGIN, y: 82, size: 18, colour: FAINT })].join('');
}

function percentRight({ answers, right }: ProgressLine): string {
  return answers === 0 ? '–' : `${Math.round((100 * right) / answers)}%`;
}

/** A name, two bars – how much was right; how much of what there is was mastered and seen – and the numbers. */
function drawLine(line: ProgressLine, y: number, words: Words): string {
  const { mastered, seen, items, due } = line;
  const bar = (box: { y: number; height: number }, of: number, parts: readonly [number, string][]): string =>
    [[1, TRACK] as const, ...parts.map(([part, colour]) => [of === 0 ? 0 : Math.min(1, part / of), colour] as const)]
      .map(([share, colour]) => drawBox({ ...box, x: BAR.x, width: BAR.width * share }, colour))
      .join('');
  return [
    write(shortened(line.name ?? words.nameless, BAR.x - MARGIN - 14), { x: MARGIN, y: y + 26, size: NAME_SIZE }),
    bar({ y: y + 8, height: BAR.rightHeight }, line.answers, [[line.right, RIGHT]]),
    bar({ y: y + 27, height: BAR.seenHeight }, items, [
      [seen, SEEN],
      [mastered, MASTERED],
    ]),
    write(percentRight(line), { x: NUMBERS_X, y: y + 23, size: 18 }),
    write(`${mastered} / ${seen} / ${items} · ${words.due} ${due}`, {
      x: NUMBERS_X + 66,
      y: y + 23,
      size: 16,
      colour: FAINT,
    }),
  ].join('');
}

/** A name, cut where it would be wider than there is room. @param maxWidth in pixels */
function shortened(name: string, maxWidth: number): string {
  if (widthOf(name, NAME_SIZE) <= maxWidth) return name;
  const characters = [...name];
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, NAME_SIZE) > maxWidth) characters.pop();
  return `${characters.join('')}…`;
}
