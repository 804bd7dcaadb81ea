// Progress as a picture: for each district and topic how much was right, mastered and seen. It draws numbers that it is given.
import { setImmediate } from 'node:timers/promises';
import type { LearnerProgress, ProgressLine } from '../../../quiz/learning/progress.ts';
import type { Language } from '../../../types.ts';
import { type Canvas, type Colour, createCanvas } from './canvas.ts';
import { encodePng } from './png.ts';
import { openTypeface, type Typeface } from './text.ts';

/** Most lines of a kind: the rest stands in the words that come with the picture. */
const MAX_LINES = 12;

const WIDTH = 960;
const MARGIN = 32;
const ROW = 54;
const SECTION = 48;
const HEAD = 96;
const BAR = { x: 270, width: 330, right: 16, sat: 10 } as const;
const NUMBERS_X = BAR.x + BAR.width + 18;

const INK: Colour = [38, 43, 51];
const FAINT: Colour = [110, 118, 129];
const TRACK: Colour = [232, 235, 239];
const RIGHT: Colour = [46, 160, 103];
const MASTERED: Colour = [36, 104, 176];
const SEEN: Colour = [150, 195, 235];

interface Words {
  readonly title: string;
  readonly right: string;
  readonly mastered: string;
  readonly seen: string;
  readonly due: string;
  readonly districts: string;
  readonly topics: string;
  readonly nameless: string;
  /** What the figures behind a bar are, in their order. */
  readonly figures: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    title: '学习进度',
    right: '答对率',
    mastered: '已掌握',
    seen: '练过',
    due: '待复习',
    districts: '按区县',
    topics: '按主题',
    nameless: '未注明区县',
    figures: '已掌握 / 练过 / 全部',
  },
  en: {
    title: 'Progress',
    right: 'right',
    mastered: 'mastered',
    seen: 'seen',
    due: 'due',
    districts: 'By district',
    topics: 'By topic',
    nameless: 'no district',
    figures: 'mastered / seen / all',
  },
};

interface Pen {
  readonly canvas: Canvas;
  readonly typeface: Typeface;
  readonly words: Words;
}

/** A painter of progress, as PNG. The typeface is read once, as far as texts need it. */
export function createProgressPainter(): (progress: LearnerProgress, language: Language) => Promise<Uint8Array> {
  let opened: Typeface | null = null;
  return async (progress, language) => {
    opened ??= openTypeface();
    const typeface = opened;
    const words = WORDS[language];
    const sections = [
      { title: words.districts, lines: progress.districts.slice(0, MAX_LINES) },
      { title: words.topics, lines: progress.topics.slice(0, MAX_LINES) },
    ].filter(({ lines }) => lines.length > 0);
    await warm(
      [...Object.values(words), ...sections.flatMap(({ lines }) => lines.map(({ name }) => name ?? ''))],
      typeface,
    );
    const height = HEAD + sections.reduce((sum, { lines }) => sum + SECTION + lines.length * ROW, MARGIN / 2);
    const pen = { canvas: createCanvas({ width: WIDTH, height }), typeface, words };
    drawHead(progress.all, pen);
    let y = HEAD;
    for (const { title, lines } of sections) {
      write(title, { x: MARGIN, y: y + 32, size: 20 }, pen);
      write(words.right, { x: NUMBERS_X, y: y + 32, size: 14, colour: FAINT }, pen);
      write(words.figures, { x: NUMBERS_X + 66, y: y + 32, size: 14, colour: FAINT }, pen);
      for (const [index, line] of lines.entries()) drawLine(line, y + SECTION + index * ROW, pen);
      y += SECTION + lines.length * ROW;
    }
    return encodePng(pen.canvas.image);
  };
}

/** Reads what files of the typeface the texts need, one by one: each takes some 50 ms, during which nobody else is served. */
async function warm(texts: readonly string[], typeface: Typeface): Promise<void> {
  for (const character of new Set(texts.join(''))) {
    typeface(character, 20);
    await setImmediate();
  }
}

interface Place {
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  readonly colour?: Colour;
}

function write(text: string, { x, y, size, colour = INK }: Place, { canvas, typeface }: Pen): void {
  for (const letter of typeface(text, size).letters)
    canvas.put(letter.stamp, [Math.round(x) + letter.x, Math.round(y)], colour);
}

/** The title, what the colours mean, and the sum. */
function drawHead(all: ProgressLine, pen: Pen): void {
  const { words, typeface, canvas } = pen;
  write(words.title, { x: MARGIN, y: 46, size: 30 }, pen);
  let x: number = BAR.x;
  for (const [label, colour] of [
    [words.right, RIGHT],
    [words.mastered, MASTERED],
    [words.seen, SEEN],
  ] as const) {
    canvas.fillBox({ x, y: 28, width: 18, height: 18 }, colour);
    write(label, { x: x + 26, y: 44, size: 18, colour: FAINT }, pen);
    x += typeface(label, 18).width + 60;
  }
  write(numbersOf(all, words), { x: MARGIN, y: 82, size: 18, colour: FAINT }, pen);
}

function numbersOf({ answers, right, mastered, seen, items, due }: ProgressLine, words: Words): string {
  const share = answers === 0 ? '–' : `${Math.round((100 * right) / answers)}%`;
  return `${words.right} ${share} · ${words.mastered} ${mastered} · ${words.seen} ${seen}/${items} · ${words.due} ${due}`;
}

/** A name, two bars – how much was right; how much of what there is was mastered and seen – and the numbers. */
function drawLine(line: ProgressLine, y: number, pen: Pen): void {
  const { canvas, typeface, words } = pen;
  const name = shortened(line.name ?? words.nameless, { most: BAR.x - MARGIN - 14, typeface });
  write(name, { x: MARGIN, y: y + 26, size: 20 }, pen);
  const bar = (top: number, height: number, parts: readonly (readonly [number, Colour])[]): void => {
    canvas.fillBox({ x: BAR.x, y: top, width: BAR.width, height }, TRACK);
    for (const [share, colour] of parts)
      canvas.fillBox({ x: BAR.x, y: top, width: BAR.width * Math.min(1, share), height }, colour);
  };
  bar(y + 8, BAR.right, [[line.answers === 0 ? 0 : line.right / line.answers, RIGHT]]);
  const of = (count: number): number => (line.items === 0 ? 0 : count / line.items);
  bar(y + 27, BAR.sat, [
    [of(line.seen), SEEN],
    [of(line.mastered), MASTERED],
  ]);
  const share = line.answers === 0 ? '–' : `${Math.round((100 * line.right) / line.answers)}%`;
  write(share, { x: NUMBERS_X, y: y + 23, size: 18 }, pen);
  const rest = `${line.mastered} / ${line.seen} / ${line.items} · ${words.due} ${line.due}`;
  write(rest, { x: NUMBERS_X + 66, y: y + 23, size: 16, colour: FAINT }, pen);
}

/** The text, cut where it would be wider than there is room. */
function shortened(text: string, { most, typeface }: { most: number; typeface: Typeface }): string {
  const characters = [...text];
  const fits = (count: number): boolean => typeface(`${characters.slice(0, count).join('')}…`, 20).width <= most;
  if (typeface(text, 20).width <= most) return text;
  let count = characters.length;
  while (count > 1 && !fits(count)) count -= 1;
  return `${characters.slice(0, count).join('')}…`;
}
