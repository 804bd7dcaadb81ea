// One page of a long scan costs one picture.
import { expect, test } from 'vitest';
import type { OpenPicture, Sharp } from '../../../src/ingest/ocr/engine.ts';
import { drawPage, pagePictures } from '../../../src/ingest/ocr/page-pictures.ts';

const PAGES = 12;

/** What is drawn: its width tells which page it is. */
interface Drawn {
  readonly open: OpenPicture;
  readonly widths: number[];
  readonly opened: number[];
}

function drawer(): Drawn {
  const [widths, opened]: [number[], number[]] = [[], []];
  const open: OpenPicture = (_, { raw, page } = {}) => {
    if (page !== undefined) opened.push(page);
    const sharp: Sharp = {
      rotate: () => sharp,
      resize: () => sharp,
      flatten: () => sharp,
      png: () => {
        widths.push(raw?.width ?? 0);
        return sharp;
      },
      jpeg: () => sharp,
      metadata: async () => ({ pages: PAGES }),
      toBuffer: async () => ({ data: Buffer.from([1]), info: { width: 1, height: 1 } }),
    };
    return sharp;
  };
  return { open, widths, opened };
}

/** Returns a PDF whose page n shows a picture n + 10 pixels wide; those left out show nothing. */
function scanOf(withoutPicture: readonly number[] = []): Uint8Array {
  const numbers = Array.from({ length: PAGES }, (_, n) => n + 1);
  const stream = (head: string, body: string): string =>
    `<< ${head} /Length ${body.length} >>\nstream\n${body}\nendstream`;
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>'];
  objects.push(`<< /Type /Pages /Count ${PAGES} /Kids [${numbers.map((n) => `${n * 3} 0 R`).join(' ')}] >>`);
  for (const n of numbers) {
    const width = n + 10;
    const image = `/Type /XObject /Subtype /Image /Width ${width} /Height 20 /ColorSpace /DeviceRGB /BitsPerComponent 8`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Resources << /XObject << /I ${n * 3 + 2} 0 R >> >> /Contents ${n * 3 + 1} 0 R >>`,
      stream('', withoutPicture.includes(n) ? 'q Q' : 'q 100 0 0 100 0 0 cm /I Do Q'),
      stream(image, String.fromCharCode(64 + n).repeat(width * 20 * 3)),
    );
  }
  const starts: number[] = [];
  let file = '%PDF-1.4\n';
  for (const [n, object] of objects.entries()) {
    starts.push(file.length);
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

test('a page of a scan is drawn alone', async () => {
  const { open, widths } = drawer();
  expect(await drawPage(scanOf(), { number: 9, count: PAGES }, open)).not.toBeNull();
  expect(widths).toEqual([19]);
});

test('pages without a picture are not counted, and none is drawn on the way', async () => {
  const { open, widths } = drawer();
  const scan = scanOf([2, 5]);
  expect(await drawPage(scan, { number: 6, count: PAGES - 2 }, open)).not.toBeNull();
  expect(widths).toEqual([18]);
  expect(await drawPage(scan, { number: 11, count: PAGES - 2 }, open)).toBeNull();
});

test('a page of a picture file is opened alone', async () => {
  const { open, widths, opened } = drawer();
  const tiff = Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await drawPage(tiff, { number: 7, count: PAGES }, open)).not.toBeNull();
  expect([opened, widths.length]).toEqual([[6], 1]);
  expect(await drawPage(tiff, { number: PAGES + 1, count: PAGES }, open)).toBeNull();
});

test('all pages are drawn in their order where they are recognised', async () => {
  const { open, widths } = drawer();
  const pages: unknown[] = [];
  for await (const page of pagePictures('scan', scanOf([2]), open)) pages.push(page);
  expect(pages).toHaveLength(PAGES - 1);
  expect(widths.slice(0, 3)).toEqual([11, 13, 14]);
});
