// The evidence beside an answer in a real browser: at the cited words, on hover, after switching between a damaged text and its reading.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ReportJson } from '../../../src/channels/web/server/schemas-browse.ts';
import { SCREENS } from '../../support/browser.ts';
import { TIME_LIMIT_MS, useSite, WITH_BROWSER } from '../../support/site.ts';

const QUESTION = '青石区2021年引进了多少个亿元以上项目？';
const ASKED = `/?ask=${encodeURIComponent(QUESTION)}`;

const site = useSite();

/** Runs in the page: where the first marked words stand below the top of the window, in CSS pixels. */
const MARK_TOP = `document.querySelector('.report mark').getBoundingClientRect().top`;

/** A report of which every sentence is damaged, long enough to scroll. */
function damagedReport(): ReportJson {
  const line = '工做旋律第几句，办事群寡。\n';
  const read = '工作旋律第几句，服务群众，这一句读起来要长得多，所以段落的高度也不一样。';
  const text = line.repeat(90);
  const sentences = Array.from({ length: 90 }, (_, index) => {
    const start = index * line.length;
    return { start, end: start + line.length, role: 'body' as const, read };
  });
  const none = { path: 'a', publisher: null, publishedOn: null, url: null, inferred: [] };
  const meta = { ...none, id: 'qingshi', title: '青石区', district: '青石区' };
  return { meta, hasPages: false, text, outline: [], sentences };
}

async function openAnswer(page: Page): Promise<void> {
  await page.goto(site.url + ASKED);
  await page.locator('.actions').first().waitFor();
}

describe.skipIf(!WITH_BROWSER)('the evidence of an answer (skipped where no Chromium is installed)', () => {
  test(
    'stands beside it, shows its words on hover, and leaves the thread where it was',
    async () => {
      const { page, context, faults } = await site.open(SCREENS.desktop);
      await openAnswer(page);
      await page.locator('a.mark').first().hover();
      expect(await page.getByRole('tooltip').innerText()).toContain('36个');
      await page.locator('a.mark').first().click();
      await page.locator('.evidence-pane .report mark').first().waitFor();
      expect(await page.locator('.turn .headline').isVisible()).toBe(true);
      expect(await page.locator('.evidence-pane').evaluate((pane) => pane.tagName)).toBe('ASIDE');
      const box = await page.locator('.report mark').first().boundingBox();
      expect(box === null ? -1 : box.y).toBeGreaterThan(0);

      // A second question is asked without closing it, and a reload brings it back.
      await page.getByRole('textbox', { name: '问题' }).fill('那望洲区呢？');
      await page.keyboard.press('Enter');
      await page.locator('.turn').nth(1).locator('.actions').waitFor();
      expect(await page.locator('.evidence-pane').count()).toBe(1);
      await page.reload();
      await page.locator('.evidence-pane .report mark').first().waitFor();
      await page.getByRole('button', { name: '回到回答' }).click();
      await page.locator('.evidence-pane').waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'lies over the screen of a phone, keeps the focus, and Escape leads back to the mark',
    async () => {
      const { page, context, faults } = await site.open(SCREENS.phone);
      await openAnswer(page);
      await page.locator('a.mark').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('dialog.evidence-pane .report mark').first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.evidence-pane').waitFor({ state: 'detached' });
      await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('mark');
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'of a damaged source is read first, with a banner, and the other text keeps the place',
    async () => {
      const { page, context } = await site.open(SCREENS.desktop);
      await page.route('**/api/reports/qingshi', (route) => route.fulfill({ json: damagedReport() }));
      await page.goto(`${site.url}/?beside=qingshi&from=700&to=710`);
      await page.getByText('已修复 90 句').waitFor();
      expect(await page.locator('.report mark').innerText()).toContain('服务群众');
      const before = Number(await page.evaluate(MARK_TOP));
      await page.getByRole('button', { name: '看原文' }).click();
      expect(await page.locator('.report mark').first().innerText()).not.toContain('服务群众');
      expect(Math.abs(Number(await page.evaluate(MARK_TOP)) - before)).toBeLessThan(3);
      await page.getByRole('button', { name: '看读法' }).click();
      expect(Math.abs(Number(await page.evaluate(MARK_TOP)) - before)).toBeLessThan(3);
      await context.close();
    },
    TIME_LIMIT_MS,
  );
});
