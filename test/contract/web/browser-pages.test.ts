// The pages of the files that reports were read from, in a real browser: the right page opens, the cited line stands in the box, and the
// program that draws PDF files is not loaded before.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PagesJson, ReportJson, ReportsJson } from '../../../src/channels/web/server/schemas-browse.ts';
import { installedRecognition } from '../../../src/ingest/ocr/recognition.ts';
import { madePdf } from '../../ingest/formats/made-files.ts';
import { madeOfd } from '../../ingest/formats/made-office.ts';
import { axeFaults } from '../../support/axe.ts';
import { openBrowser, openPage, SCREENS } from '../../support/browser.ts';
import { type ServedPage, serveReports } from '../../support/served-page.ts';
import { TIME_LIMIT_MS, WITH_BROWSER } from '../../support/site.ts';

const CITED = '2021年引进亿元以上项目36个，总投资182亿元。';
const PLAIN = ['青石区2021年工作报告', '全区上下团结一心，各项事业稳步前进。', '老旧小区改造惠及居民一万八千户。'];
/** Where the cited line stands on its page: its base line, in shares from above. */
const AT = 0.4;

const pdf = (): Buffer =>
  madePdf([
    PLAIN.map((text, row) => ({ text, x: 72, y: 770 - row * 24 })),
    [
      { text: '招商引资', x: 72, y: 770, size: 16 },
      { text: CITED, x: 72, y: 842 * (1 - AT) },
      { text: '完。', x: 72, y: 100 },
    ],
  ]);
const ofd = (): Buffer =>
  madeOfd(
    [
      PLAIN.map((text, row) => ({ text: text.replace('青石', '望洲'), x: 25, y: 25 + row * 9 })),
      [
        { text: '招商引资', x: 25, y: 25, size: 6 },
        { text: CITED, x: 25, y: 297 * AT - 4 },
      ],
    ],
    [[25, 200, 180, 200]],
  );

let served: ServedPage;
let browser: Browser;

beforeAll(async () => {
  if (!WITH_BROWSER) return;
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-pages-'));
  writeFileSync(join(folder, '青石区.pdf'), pdf());
  writeFileSync(join(folder, '望洲区.ofd'), ofd());
  writeFileSync(join(folder, '东岭区.txt'), PLAIN.join('\n').replace('青石', '东岭'));
  if (installedRecognition() !== null)
    writeFileSync(
      join(folder, '扫描.png'),
      readFileSync(new URL('../../../scripts/support/ocr-sample.png', import.meta.url)),
    );
  served = await serveReports({ folder });
  rmSync(folder, { recursive: true });
  browser = await openBrowser();
}, 2 * TIME_LIMIT_MS);
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const json = async <T>(path: string): Promise<T> => (await fetch(served.url + path)).json() as Promise<T>;

async function reportOf(path: string): Promise<ReportJson> {
  const { reports } = await json<ReportsJson>('/api/reports');
  const { id } = reports.find((report) => report.path === path) ?? { id: '' };
  return json<ReportJson>(`/api/reports/${encodeURIComponent(id)}`);
}

/** Opens the words of a report beside the first screen. @returns requests for the program that draws PDF files so far */
async function openBeside(page: Page, { meta, text }: ReportJson, words: string): Promise<string[]> {
  const asked: string[] = [];
  page.on('request', (request) => void (request.url().includes('/assets/pdfjs-') && asked.push(request.url())));
  const from = text.indexOf(words);
  await page.goto(`${served.url}/?beside=${encodeURIComponent(meta.id)}&from=${from}&to=${from + words.length}`);
  await page.locator('.evidence-pane .report').waitFor();
  return asked;
}

/** Runs in the page: the box of the cited line in shares of its page. */
const BOX = `(() => {
  const page = document.querySelector('.paper').getBoundingClientRect();
  const box = document.querySelector('.boxes rect').getBoundingClientRect();
  return { top: (box.top - page.top) / page.height, bottom: (box.bottom - page.top) / page.height, right: (box.right - page.left) / page.width };
})()`;
/** Runs in the page: shares of dark dots in the box, and in as high a stripe above it. */
const INK = `(() => {
  const canvas = document.querySelector('.paper canvas');
  const [box] = document.querySelectorAll('.boxes rect');
  const share = (name) => Number(box.getAttribute(name));
  const inkAt = (top) => {
    const { data } = canvas.getContext('2d').getImageData(share('x') * canvas.width, top * canvas.height, share('width') * canvas.width, share('height') * canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 0 && data[at] < 128) dark++;
    return dark / (data.length / 4);
  };
  return { within: inkAt(share('y')), above: inkAt(share('y') - 2 * share('height')) };
})()`;

describe.skipIf(!WITH_BROWSER)('the pages of a report (skipped where no Chromium is installed)', () => {
  test(
    'of a PDF file open at the page of the cited line, which stands in the box',
    async () => {
      const { page, context, faults } = await openPage(browser, served.url, SCREENS.desktop);
      const asked = await openBeside(page, await reportOf('青石区.pdf'), CITED);
      await page.locator('.evidence-pane mark').first().waitFor();
      expect(asked).toEqual([]);
      await page.getByRole('button', { name: '原页' }).click();
      await page.locator('canvas[data-drawn]').waitFor();
      expect(await page.locator('.page-bar').innerText()).toContain('第 2 页，共 2 页');
      const { top, bottom, right } = (await page.evaluate(BOX)) as { top: number; bottom: number; right: number };
      expect(top).toBeLessThan(AT - 0.005);
      expect(bottom).toBeGreaterThan(AT - 0.002);
      expect(bottom - top).toBeLessThan(0.04);
      expect(right).toBeGreaterThan(0.4);
      const { within, above } = (await page.evaluate(INK)) as { within: number; above: number };
      expect(within).toBeGreaterThan(0.03);
      expect(above).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button', { name: '上一页' }).click();
      await page.locator('canvas[data-drawn]').waitFor();
      expect(await page.locator('.boxes rect').count()).toBe(0);
      await page.getByRole('button', { name: '文字' }).click();
      await page.locator('.evidence-pane mark').first().waitFor();
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'of an OFD file are drawn from its texts and rules',
    async () => {
      const { page, context, faults } = await openPage(browser, served.url, SCREENS.phone);
      const asked = await openBeside(page, await reportOf('望洲区.ofd'), CITED);
      await page.getByRole('button', { name: '原页' }).click();
      await page.locator('.paper text').filter({ hasText: CITED }).waitFor();
      const line = await page.locator('.paper text').filter({ hasText: CITED }).boundingBox();
      const box = await page.locator('.boxes rect').boundingBox();
      const middle = (line?.y ?? 0) + (line?.height ?? 0) / 2;
      expect(middle).toBeGreaterThan(box?.y ?? 0);
      expect(middle).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
      expect(await page.locator('.paper line').count()).toBe(1);
      expect(asked).toEqual([]);
      expect(await axeFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test('what has no pages says so, and shows its text alone', async () => {
    const { meta, hasPages } = await reportOf('东岭区.txt');
    expect(hasPages).toBe(false);
    for (const path of ['pages', 'pages/1', 'original'])
      expect((await fetch(`${served.url}/api/reports/${encodeURIComponent(meta.id)}/${path}`)).status).toBe(404);
  });

  test.skipIf(installedRecognition() === null)(
    'of a scan are its pictures, and how sure the recognition was stands beside (skipped without text recognition)',
    async () => {
      const { page, context, faults } = await openPage(browser, served.url, SCREENS.desktop);
      const report = await reportOf('扫描.png');
      await openBeside(page, report, '项目36个');
      const picture = page.locator('.paper img');
      await picture.waitFor();
      await expect
        .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth), {
          timeout: TIME_LIMIT_MS,
        })
        .toBeGreaterThan(100);
      expect(await page.locator('.pages').innerText()).toMatch(/把握(?:只有)? \d+%/u);
      expect(await page.locator('.boxes rect').count()).toBe(1);
      const { spans } = await json<PagesJson>(`/api/reports/${encodeURIComponent(report.meta.id)}/pages?from=0&to=100`);
      expect(spans[0]?.confidence).toBeGreaterThan(0.5);
      expect(await axeFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
    2 * TIME_LIMIT_MS,
  );
});
