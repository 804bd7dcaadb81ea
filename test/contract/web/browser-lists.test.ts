// Long lists in a real browser: by region, filter, page and key; districts of one short name told apart; no fault of accessibility.
import { describe, expect, test } from 'vitest';
import type { ReportId } from '../../../src/types.ts';
import { axeFaults, sidewaysPixels } from '../../support/axe.ts';
import { SCREENS } from '../../support/browser.ts';
import { reportWith } from '../../support/made-up-reports.ts';
import { type ServedPage, serveReports } from '../../support/served-page.ts';
import { TIME_LIMIT_MS, useSite, WITH_BROWSER } from '../../support/site.ts';

const site = useSite();
const CITIES = ['江苏省徐州市', '江苏省南京市', '山东省青岛市'];

/** Forty-five reports of fifteen districts, two of which bear the same short name as two others. */
function serveMany(): Promise<ServedPage> {
  const reports = Array.from({ length: 45 }, (_, index) => {
    const city = CITIES[index % 3] ?? '';
    const name = index % 15 < 3 ? '鼓楼区' : `第${index % 15}区`;
    const text = `${city}${name}2021年建成公园${index + 1}处，总面积${index + 10}亩。\n`;
    const fields = { id: `r${index}` as ReportId, title: `报告${index}`, district: city + name };
    return reportWith(text, { ...fields, publisher: `${city}日报`, publishedOn: `${2019 + (index % 4)}` });
  });
  return serveReports({ reports });
}

describe.skipIf(!WITH_BROWSER)('long lists (skipped where no Chromium is installed)', () => {
  test(
    'of reports are narrowed by region and year, turned page by page, and walked through by key',
    async () => {
      const many = await serveMany();
      const { page, context, faults } = await site.open(SCREENS.desktop, many.url);
      await page.goto(`${many.url}/browse/reports`);
      const part = page.locator('.pager span');
      await expect.poll(() => part.innerText()).toBe('第 1–30 项，共 45 项');
      await page.getByRole('button', { name: '下一页' }).click();
      await expect.poll(() => part.innerText()).toBe('第 31–45 项，共 45 项');
      await page.getByRole('button', { name: '江苏省 30' }).click();
      await expect.poll(() => part.innerText()).toBe('第 1–30 项，共 30 项');
      await page.getByRole('button', { name: '江苏省内的地区' }).click();
      await page.getByRole('button', { name: '南京市 15' }).click();
      await expect.poll(() => part.innerText()).toContain('共 15 项');
      await page.getByLabel('年份').selectOption('2020');
      await expect.poll(() => part.innerText()).not.toContain('共 15 项');
      await page.reload();
      await expect.poll(() => part.innerText()).toMatch(/共 [34] 项/u);
      await page.locator('a.row').first().focus();
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(`document.activeElement === document.querySelectorAll('a.row')[1]`)).toBe(true);
      expect(faults).toEqual([]);
      await context.close();
      await many.stop();
    },
    TIME_LIMIT_MS,
  );

  test(
    'of districts tell apart those of one short name, and are searched by any of their names',
    async () => {
      const many = await serveMany();
      const { page, context } = await site.open(SCREENS.desktop, many.url);
      await page.goto(`${many.url}/browse`);
      await page.getByRole('searchbox').fill('鼓楼');
      await expect.poll(() => page.locator('.card h2').count()).toBe(3);
      expect((await page.locator('.card h2').allInnerTexts()).sort()).toEqual([
        '南京市鼓楼区',
        '徐州市鼓楼区',
        '青岛市鼓楼区',
      ]);
      await page.getByRole('searchbox').fill('江苏 鼓楼');
      await expect.poll(() => page.locator('.card h2').count()).toBe(2);
      await context.close();
      await many.stop();
    },
    TIME_LIMIT_MS,
  );

  test.each([
    ['desktop', SCREENS.desktop],
    ['phone', { ...SCREENS.phone, viewport: { width: 360, height: 9_000 } }],
    ['zoomed', { ...SCREENS.zoomed, viewport: { width: 180, height: 9_000 } }],
  ] as const)(
    'have no fault of accessibility and no sideways scrolling: %s',
    async (_, options) => {
      const { page, context } = await site.open(options);
      const found: Record<string, unknown> = {};
      for (const [address, sign] of [
        ['/browse', '.card'],
        ['/browse/reports?query=夜市', '.excerpt'],
      ] as const) {
        await page.goto(site.url + address);
        await page.locator(sign).first().waitFor();
        await page.locator('.fold').first().click();
        const seen = [...(await axeFaults(page)), await sidewaysPixels(page)];
        if (seen.length > 1 || seen[0] !== 0) found[address] = seen;
      }
      expect(found).toEqual({});
      await context.close();
    },
    TIME_LIMIT_MS,
  );
});
