// npm run measure-ocr: renders pages of made-up reports, degrades them as scanners do, and tells how many letters and figures text recognition
// gets wrong. Needs Chromium and the package (npm run add -- ocr).
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { countOption, print, runCommand } from '../../src/app/cli/command.ts';
import { AppError } from '../../src/errors.ts';
import { installedRecognition, OCR_FOLDER, recognise } from '../../src/ingest/ocr/recognition.ts';
import { openBrowser } from '../../test/support/browser.ts';
import { REPORTS } from '../../test/support/made-up-reports.ts';

/** How a page is spoilt: dots an inch, degrees of skew, strength of noise, quality of JPEG. */
interface Spoiling {
  readonly dpi: number;
  readonly skew: number;
  readonly noise: number;
  readonly quality: number;
}

const SPOILT: readonly Spoiling[] = [
  { dpi: 200, skew: 0, noise: 0, quality: 90 },
  { dpi: 200, skew: 0.6, noise: 8, quality: 55 },
  { dpi: 150, skew: 0, noise: 6, quality: 60 },
  { dpi: 150, skew: 0.8, noise: 10, quality: 50 },
];
const PAGES = 10;
/** Lines of a report on a page. */
const MAX_LINES = 26;
const A4_INCHES = { width: 8.27, height: 11.69 };

const pageHtml = (text: string): string =>
  `<meta charset="utf-8"><style>body{margin:0.9in;font:14px/1.7 "Noto Serif CJK SC","WenQuanYi Micro Hei",serif}p{margin:0}</style>${text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}`;

/** Draws texts as PNG, each at its dots an inch. */
async function render(pages: readonly { readonly text: string; readonly dpi: number }[]): Promise<Buffer[]> {
  const browser = await openBrowser();
  const drawn: Buffer[] = [];
  for (const { text, dpi } of pages) {
    const size = { width: Math.round(A4_INCHES.width * 96), height: Math.round(A4_INCHES.height * 96) };
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: dpi / 96 });
    await page.setContent(pageHtml(text));
    drawn.push(await page.screenshot());
    await page.close();
  }
  await browser.close();
  return drawn;
}

/** Spoils a picture as a scanner does, with the picture library of the package. */
async function spoil(png: Buffer, { skew, noise, quality }: Spoiling): Promise<Buffer> {
  const sharp = createRequire(join(OCR_FOLDER, 'package.json'))('sharp');
  const turned = sharp(png).rotate(skew, { background: '#fff' }).flatten({ background: '#fff' }).greyscale().blur(0.5);
  const { data, info } = await turned.raw().toBuffer({ resolveWithObject: true });
  let seed = 7;
  for (let at = 0; at < data.length; at++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    data[at] = Math.max(0, Math.min(255, data[at] + ((seed >> 16) % (2 * noise + 1)) - noise));
  }
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return sharp(data, { raw }).jpeg({ quality }).toBuffer();
}

/** Least number of letters to change, put in or leave out. */
function distance(left: string, right: string): number {
  let before = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const now = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (before[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      now.push(Math.min((before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, change));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}

const letters = (text: string): string => text.normalize('NFKC').replace(/[\s#\p{P}]/gu, '');
const figures = (text: string): string[] => text.normalize('NFKC').match(/\d+(?:\.\d+)?%?/gu) ?? [];

function lostFigures(expected: string, read: string): string[] {
  const found = figures(read);
  return figures(expected).filter((figure) => {
    const at = found.indexOf(figure);
    if (at >= 0) found.splice(at, 1);
    return at < 0;
  });
}

interface Reading {
  readonly letters: number;
  readonly wrong: number;
  readonly figures: number;
  readonly lost: readonly string[];
}

/** Reads a spoilt page and compares it with what stands there. */
async function read(text: string, drawn: Buffer, how: Spoiling): Promise<Reading> {
  const outcome = recognise('picture', await spoil(drawn, how));
  const found = outcome.ok ? outcome.extract.text : '';
  const wrong = distance(letters(text), letters(found));
  return { letters: letters(text).length, wrong, figures: figures(text).length, lost: lostFigures(text, found) };
}

await runCommand({
  usage: 'Usage: npm run measure-ocr -- [--from PAGE]',
  options: { from: { type: 'string' } },
  async run(values) {
    if (installedRecognition() === null)
      throw new AppError('usage/invalid', 'Text recognition is not installed: npm run add -- ocr');
    const from = countOption(values, 'from', 1) - 1;
    const pages = Array.from({ length: PAGES }, (_, n) => {
      const lines = (REPORTS[n % REPORTS.length]?.text ?? '').split('\n');
      return { text: lines.slice(0, MAX_LINES).join('\n'), how: SPOILT[n % SPOILT.length] as Spoiling };
    }).slice(from);
    const drawn = await render(pages.map(({ text, how }) => ({ text, dpi: how.dpi })));
    const readings: Reading[] = [];
    for (const [n, { text, how }] of pages.entries()) {
      const started = performance.now();
      const reading = await read(text, drawn[n] as Buffer, how);
      readings.push(reading);
      print(
        JSON.stringify({
          page: from + n + 1,
          ...how,
          ...reading,
          seconds: Math.round((performance.now() - started) / 1_000),
        }),
      );
    }
    const sum = (pick: (reading: Reading) => number): number => readings.reduce((all, each) => all + pick(each), 0);
    const percent = (100 * sum(({ wrong }) => wrong)) / sum((each) => each.letters);
    print(
      JSON.stringify({
        lettersWrongPercent: percent.toFixed(2),
        figuresLost: sum(({ lost }) => lost.length),
        figures: sum((each) => each.figures),
      }),
    );
    return 0;
  },
});
