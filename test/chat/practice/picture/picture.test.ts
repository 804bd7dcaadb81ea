import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createCanvas, type Point, stampOf } from '../../../../src/chat/practice/picture/canvas.ts';
import { createProgressPainter } from '../../../../src/chat/practice/picture/picture.ts';
import { encodePng } from '../../../../src/chat/practice/picture/png.ts';
import { openTypeface } from '../../../../src/chat/practice/picture/text.ts';
import type { LearnerProgress, ProgressLine } from '../../../../src/quiz/learning/progress.ts';

/** Reads what we write: size and pixels. */
function readPng(png: Uint8Array): { width: number; height: number; pixels: Buffer } {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const dataBytes = bytes.readUInt32BE(33);
  const rows = inflateSync(bytes.subarray(41, 41 + dataBytes));
  const pixels = Buffer.concat(
    Array.from({ length: height }, (_, row) => rows.subarray(row * (width * 3 + 1) + 1, (row + 1) * (width * 3 + 1))),
  );
  return { width, height, pixels };
}

const share = (outline: readonly (readonly Point[])[]): number =>
  stampOf(outline).reduce((sum, { share: inside }) => sum + inside, 0);
const square = (left: number, top: number, side: number): Point[] => [
  [left, top],
  [left + side, top],
  [left + side, top + side],
  [left, top + side],
];

describe('a canvas', () => {
  test('fills as much as lies inside an outline, wherever its edges run', () => {
    expect(share([square(0, 0, 3)])).toBeCloseTo(9);
    expect(share([square(0.3, 0.5, 3)])).toBeCloseTo(9);
    expect(
      share([
        [
          [0, 0],
          [4, 0],
          [0, 4],
        ],
      ]),
    ).toBeCloseTo(8, 0);
  });

  test('leaves the hole of an outline that turns the other way, and counts what is laid twice once', () => {
    expect(share([square(0, 0, 4), [...square(1, 1, 2)].reverse()])).toBeCloseTo(12);
    expect(share([square(0, 0, 4), square(1, 1, 2)])).toBeCloseTo(16);
  });

  test('touches nothing beyond its edge', () => {
    const canvas = createCanvas({ width: 2, height: 2 });
    canvas.fillBox({ x: -5, y: -5, width: 20, height: 6 }, [0, 0, 0]);
    canvas.put([{ x: 0, y: 0, share: 1 }], [9, 9], [0, 0, 0]);
    expect([...canvas.image.pixels]).toEqual([0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255]);
  });
});

test('an image comes back from its PNG', () => {
  const pixels = Uint8Array.from({ length: 5 * 3 * 3 }, (_, index) => (index * 37) % 256);
  const read = readPng(encodePng({ width: 5, height: 3, pixels }));
  expect(read).toMatchObject({ width: 5, height: 3 });
  expect([...read.pixels]).toEqual([...pixels]);
});

describe('the typeface', () => {
  const typeface = openTypeface();

  test('has Chinese, Latin, figures and signs, all with ink', () => {
    for (const { stamp } of typeface('柳溪区旗县掌握Aa09%·…–/', 20).letters) expect(stamp.length).toBeGreaterThan(0);
  });

  test('sets a Chinese character as wide as the type is high, and a text as wide as its letters', () => {
    expect(typeface('溪', 20).width).toBeCloseTo(20);
    expect(typeface('溪区', 20).width).toBeCloseTo(40);
    expect(typeface('柳1', 20).width).toBeCloseTo(typeface('柳', 20).width + typeface('1', 20).width);
  });

  test('leaves a gap for what it does not have', () => {
    const [letter] = typeface('\u{10FFFD}', 20).letters;
    expect(letter?.stamp).toEqual([]);
  });
});

describe('progress as a picture', () => {
  const paint = createProgressPainter();
  const line = (name: string | null, right: number): ProgressLine => {
    return { name, items: 40, seen: 20, mastered: 10, due: 3, answers: 100, right };
  };
  const progress = (...lines: ProgressLine[]): LearnerProgress => {
    return { all: line(null, 50), districts: lines, topics: [], streakDays: 1 };
  };
  /** How many pixels have a colour. */
  const count = (png: Uint8Array, colour: readonly number[]): number => {
    const { pixels } = readPng(png);
    let found = 0;
    for (let at = 0; at < pixels.length; at += 3) if (colour.every((value, n) => pixels[at + n] === value)) found += 1;
    return found;
  };
  const GREEN = [46, 160, 103];

  test('its bar of what was right is as long as the share', async () => {
    const [none, half, all] = await Promise.all(
      [0, 50, 100].map((right) => paint(progress(line('柳溪区', right)), 'zh')),
    );
    const [a, b, c] = [none, half, all].map((png) => count(png ?? new Uint8Array(), GREEN));
    expect((c ?? 0) - (a ?? 0)).toBe(330 * 16);
    expect((b ?? 0) - (a ?? 0)).toBe(165 * 16);
  });

  test('grows with its lines up to a limit, in both languages, with names that are too long and with none', async () => {
    const heights = await Promise.all(
      [1, 2, 12, 30].map(async (lines) => {
        const names = Array.from({ length: lines }, (_, n) => (n === 0 ? null : '很长的名字'.repeat(9) + n));
        return readPng(await paint(progress(...names.map((name) => line(name, 10))), 'en')).height;
      }),
    );
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBe(54);
    expect(heights[2]).toBe(heights[3]);
    // Telegram's limit: width and height together.
    expect(960 + (heights[3] ?? 0)).toBeLessThan(10_000);
  });

  test('the same progress gives the same bytes', async () => {
    const given = progress(line('柳溪区', 5));
    expect(await paint(given, 'zh')).toEqual(await paint(given, 'zh'));
  });
});
