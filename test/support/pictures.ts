// Takes the pictures of the READMEs: the page over our own case briefs. Run: npm run pictures (needs Chromium).
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser, openPage, SCREENS } from './browser.ts';
import { serveReports } from './served-page.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = join(ROOT, 'src/channels/web/pictures');
const MAX_BYTES = 150_000;
/** For what is drawn a moment after it is there: charts, fonts. */
const SETTLE_MS = 300;

/** A picture: where to go, on which screen, and what to do there. */
interface Picture {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly address: string;
  readonly act?: (page: Page) => Promise<void>;
}

const ask = (question: string): string => `/?ask=${encodeURIComponent(question)}`;
const DESKTOP = { viewport: { width: 1120, height: 700 } };
const PHONE = { ...SCREENS.phone, viewport: { width: 390, height: 780 } };

const PICTURES_TO_TAKE: readonly Picture[] = [
  {
    name: 'ask',
    options: DESKTOP,
    address: ask('渭滨区有多少项国家级荣誉？'),
    act: async (page) => {
      await page.getByRole('textbox').fill('泉山区呢？');
      await page.keyboard.press('Enter');
      await page.locator('.turn').nth(1).locator('.actions').waitFor();
      await page.evaluate('scrollTo(0, 0)');
    },
  },
  {
    name: 'evidence',
    options: { viewport: { width: 1000, height: 560 } },
    address: ask('渭滨区有多少项国家级荣誉？'),
    act: async (page) => {
      await page.locator('a.mark').first().click();
      await page.locator('.report mark').first().waitFor();
    },
  },
  {
    name: 'compare',
    options: DESKTOP,
    address: '/browse/compare',
    act: async (page) => {
      await page.getByLabel('泉山区').check();
      await page.getByLabel('渭滨区').check();
      await page.getByRole('button', { name: '对比' }).click();
      await page.locator('.actions').waitFor();
    },
  },
  {
    name: 'phone',
    options: { ...PHONE, colorScheme: 'dark' },
    address: ask('渭滨区有多少项国家级荣誉？'),
  },
  {
    name: 'quiz',
    options: PHONE,
    address: '/practise',
    act: async (page) => {
      await page.getByRole('button', { name: '开始练习' }).click();
      await page.locator('.quiz-item').waitFor();
      await page.keyboard.press('1');
    },
  },
];

async function take(browser: Browser, url: string, { name, options, address, act }: Picture): Promise<void> {
  const { page, context } = await openPage(browser, url, options);
  await page.goto(url + address);
  await page.locator('.actions, .quiz-form, .pick').first().waitFor();
  await act?.(page);
  await page.waitForTimeout(SETTLE_MS);
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path });
  await context.close();
  const { size } = statSync(path);
  process.stderr.write(`${name}.png ${size} bytes${size > MAX_BYTES ? ' — too large' : ''}\n`);
}

mkdirSync(PICTURES, { recursive: true });
const served = await serveReports({ folder: join(ROOT, 'corpus') });
const browser = await openBrowser();
for (const picture of PICTURES_TO_TAKE) await take(browser, served.url, picture);
await browser.close();
await served.stop();
