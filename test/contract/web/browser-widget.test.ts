// The widget in a real browser, in the page of another site with a strict policy of its own: answer, quotes that open, follow-up, refusal.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../../support/axe.ts';
import { chromiumPath, openBrowser, SCREENS } from '../../support/browser.ts';
import { type ServedPage, serveReports } from '../../support/served-page.ts';

const WITH_BROWSER = chromiumPath() !== null;
const TIME_LIMIT_MS = 120_000;
const QUESTION = '青石区老旧小区改造的主要做法有哪些？';
let site: Server;
let served: ServedPage;
let browser: Browser;
let address = '';

/** The page of another site: nothing inline is allowed in it, and nothing but the widget's server. */
function pageOf(path: string): string {
  const body = path === '/frame' ? `<iframe title="区知" src="${served.url}/widget"></iframe>` : '';
  const script = path === '/frame' ? '' : `<script async src="${served.url}/widget/quzhi.js"></script>`;
  return `<!doctype html><html lang="zh-CN"><head><title>外站</title></head><body><main><h1>外站</h1>${body}</main>${script}</body></html>`;
}

beforeAll(async () => {
  if (!WITH_BROWSER) return;
  site = createServer(({ url = '/' }, response) => {
    const policy = `default-src 'none'; script-src ${served.url}; connect-src ${served.url}; frame-src ${served.url}`;
    response.setHeader('content-security-policy', policy).setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pageOf(url));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  served = await serveReports({ signIn: true, widgetOrigins: [address] });
  browser = await openBrowser();
}, TIME_LIMIT_MS);
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  site?.close();
});

/** Opens a page of the other site; faults of its console are noted, the picture that browsers ask every site for aside. */
async function open(path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await (await browser.newContext({ locale: 'zh-CN', ...SCREENS.desktop })).newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(`${address}${path}`);
  return { page, faults };
}

describe.skipIf(!WITH_BROWSER)('the widget, in Chromium (skipped where none is installed)', () => {
  test(
    'answers by keyboard alone, opens the quote behind a mark, follows up, refuses, and closes',
    async () => {
      const { page, faults } = await open('/');
      await page.getByRole('button', { name: /打开提问窗口/ }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type(QUESTION);
      await page.keyboard.press('Enter');
      const mark = page.getByRole('button', { name: '打开出处 1' }).first();
      await mark.waitFor();
      await mark.focus();
      await page.keyboard.press('Enter');
      const quote = page.locator('details[open] blockquote').first();
      expect((await quote.innerText()).length).toBeGreaterThan(5);
      expect(await page.locator('details[open] a').first().getAttribute('href')).toMatch(
        /\/read\/.+\?from=\d+&to=\d+$/u,
      );
      expect(await axeFaults(page)).toEqual([]);

      await page.getByRole('textbox').fill('海淀区有多少个项目？');
      await page.keyboard.press('Enter');
      await page.locator('article').nth(1).locator('.answer').waitFor();
      expect(await page.locator('article').nth(1).locator('.headline').count()).toBe(0);
      await page.getByRole('textbox').fill('那青石区的老旧小区呢？');
      await page.keyboard.press('Enter');
      await page.locator('article').nth(2).locator('.mark').first().waitFor();

      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await page.evaluate(`document.activeElement.shadowRoot.activeElement.className`)).toBe('opener');
      expect(faults).toEqual([]);
    },
    TIME_LIMIT_MS,
  );

  test(
    'stands in a frame as a page of its own',
    async () => {
      const { page, faults } = await open('/frame');
      const frame = page.frameLocator('iframe');
      await frame.getByRole('textbox').fill(QUESTION);
      await frame.getByRole('button', { name: '提问' }).click();
      await frame.locator('.mark').first().waitFor();
      await frame.locator('summary').first().click();
      expect((await frame.locator('details[open] blockquote').first().innerText()).length).toBeGreaterThan(5);
      await page.goto(`${served.url}/widget`);
      await page.getByRole('textbox').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
    TIME_LIMIT_MS,
  );
});
