// npm run measure-ocr: renders pages of made-up reports, degrades them as scanners do, reads them in as files of four kinds, and tells how
// many letters and figures text recognition gets wrong, and how many of these without a warning. Needs Chromium and the package
// (npm run add -- ocr).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countOption, print, runCommand } from '../../src/app/cli/command.ts';
import { AppError } from '../../src/errors.ts';
import { installedRecognition, OCR_FOLDER } from '../../src/ingest/ocr/recognition.ts';
import { readCorpus } from '../../src/ingest/source/read.ts';
import type { Findings, ReportSource } from '../../src/ingest/source/report-sources.ts';
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
/** Lines below this confidence are told to want a check. */
const SURE = 0.9;
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

/** Kinds of files that pages come as, one after the other. */
const ENDINGS = ['jpg', 'pdf', 'tiff', 'png'] as const;

/** A picture as a scanner's PDF: one page that is a JPEG. */
function scannedPdf(jpeg: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const scale = 595 / width;
  const box = `0 0 595 ${(height * scale).toFixed(2)}`;
  const draw = `q 595 0 0 ${(height * scale).toFixed(2)} 0 0 cm /I Do Q`;
  const objects: readonly (readonly (string | Buffer)[])[] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [`<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>`],
    [`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    ],
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: string[] = [];
  for (const [index, content] of objects.entries()) {
    const at = parts.reduce((sum, part) => sum + part.length, 0);
    places.push(`${String(at).padStart(10, '0')} 00000 n \n`);
    const whole = [`${index + 1} 0 obj\n`, ...content, '\nendobj\n'];
    parts.push(...whole.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  }
  const at = parts.reduce((sum, part) => sum + part.length, 0);
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table)]);
}

/** Spoils a picture as a scanner does, with the picture library of the package, and packs it as a file of a kind. */
async function spoil(png: Buffer, { skew, noise, quality }: Spoiling, ending: string): Promise<Buffer> {
  const sharp = createRequire(join(OCR_FOLDER, 'package.json'))('sharp');
  const turned = sharp(png).rotate(skew, { background: '#fff' }).flatten({ background: '#fff' }).greyscale().blur(0.5);
  const { data, info } = await turned.raw().toBuffer({ resolveWithObject: true });
  let seed = 7;
  for (let at = 0; at < data.length; at++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    data[at] = Math.max(0, Math.min(255, data[at] + ((seed >> 16) % (2 * noise + 1)) - noise));
  }
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const jpeg: Buffer = await sharp(data, { raw }).toColourspace('b-w').jpeg({ quality }).toBuffer();
  if (ending === 'pdf') return scannedPdf(jpeg, info);
  if (ending === 'png') return sharp(jpeg).png().toBuffer();
  return ending === 'tiff' ? sharp(jpeg).tiff({ compression: 'lzw' }).toBuffer() : jpeg;
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

/** Figures that were read though they do not stand there, in lines that nothing warns of. */
function silentlyWrong(expected: string, { pages }: ReportSource): string[] {
  const sure = (pages?.lines ?? []).filter(({ confidence = 1 }) => confidence >= SURE);
  return lostFigures(sure.map(({ cells }) => cells.map(({ text }) => text).join('')).join('\n'), expected);
}

interface Reading {
  readonly letters: number;
  readonly wrong: number;
  readonly figures: number;
  readonly lost: readonly string[];
  readonly silentlyWrong: readonly string[];
}

/** Reads a spoilt page in as a file of the corpus and compares it with what stands there. */
async function read(text: string, drawn: Buffer, { how, ending }: { how: Spoiling; ending: string }): Promise<Reading> {
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-ocr-'));
  writeFileSync(join(folder, `page.${ending}`), await spoil(drawn, how, ending));
  const findings: Findings = { skipped: [], notices: [] };
  const [source] = readCorpus([folder], findings);
  rmSync(folder, { recursive: true });
  if (source === undefined) throw new Error(`the page was not read: ${findings.skipped[0]?.reason}`);
  return {
    letters: letters(text).length,
    wrong: distance(letters(text), letters(source.text)),
    figures: figures(text).length,
    lost: lostFigures(text, source.text),
    silentlyWrong: silentlyWrong(text, source),
  };
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
      const how = SPOILT[n % SPOILT.length] as Spoiling;
      // Each kind of file meets each kind of damage.
      const ending = ENDINGS[(n + Math.floor(n / SPOILT.length)) % ENDINGS.length] as string;
      return { text: lines.slice(0, MAX_LINES).join('\n'), how, ending };
    }).slice(from);
    const drawn = await render(pages.map(({ text, how }) => ({ text, dpi: how.dpi })));
    const readings: Reading[] = [];
    for (const [n, { text, how, ending }] of pages.entries()) {
      const started = performance.now();
      const reading = await read(text, drawn[n] as Buffer, { how, ending });
      readings.push(reading);
      print(
        JSON.stringify({
          page: from + n + 1,
          ending,
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
        silentlyWrong: sum((each) => each.silentlyWrong.length),
      }),
    );
    return 0;
  },
});
