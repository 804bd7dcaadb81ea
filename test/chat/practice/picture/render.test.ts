import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { fontPathsFor, renderSvg } from '../../../../src/chat/practice/picture/render.ts';

const svgOf = (shapes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#fff"/>${shapes}</svg>`;
const letter = (text: string): string => svgOf(`<text x="5" y="24" font-size="20">${text}</text>`);

describe('an image', () => {
  test('is a PNG of the size that the SVG has, and the same every time', async () => {
    const [first, again] = await Promise.all([renderSvg(letter('柳')), renderSvg(letter('柳'))]);
    const bytes = Buffer.from(first);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([40, 30]);
    expect(again).toEqual(first);
  }, 30_000);

  test('that is no SVG is refused', async () => {
    await expect(renderSvg('<svg')).rejects.toThrow();
  }, 30_000);
});

describe('the font', () => {
  beforeAll(async () => {
    await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  });

  /** Pixels that are not white. */
  const inkOf = (text: string): number => {
    const fontBuffers = fontPathsFor(text).map((path) => readFileSync(path));
    const { pixels } = new Resvg(letter(text), { font: { fontBuffers } }).render();
    return pixels.filter((value, index) => index % 4 === 0 && value < 255).length;
  };

  test.each([...'柳溪区旗县掌握Aa09%·…–/'])('has %s', (character) => {
    expect(inkOf(character)).toBeGreaterThan(0);
  });

  test('is read only as far as a text needs it', () => {
    expect(fontPathsFor('Progress 12%').length).toBeLessThan(5);
    expect(fontPathsFor('\u{10FFFD}')).toEqual([]);
  });
});
