// A reload, in a real browser: what was asked and the item that is open are still there; so is the place on the page. And the picture of progress.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SCREENS } from '../../support/browser.ts';
import { TIME_LIMIT_MS, useSite, WITH_BROWSER } from '../../support/site.ts';

const QUESTIONS = ['青石区老旧小区改造的主要做法有哪些？', '海淀区有多少个项目？'];

const site = useSite();

const saidIn = (page: Page): Promise<string[]> => page.locator('.turn .said').allInnerTexts();
const answerItem = async (page: Page): Promise<void> => {
  const item = page.locator('.quiz-item').last();
  if ((await item.locator('.typed').count()) > 0) await item.locator('.typed').fill('不知道');
  for (const option of await item.locator('.option').all()) await option.click();
  await item.getByRole('button', { name: '提交' }).click();
};

describe.skipIf(!WITH_BROWSER)('a reload, in Chromium (skipped where none is installed)', () => {
  test(
    'keeps the thread and the place, and the conversation goes on; a new topic and a deleted history clear it',
    async () => {
      const { page, context, faults } = await site.open(SCREENS.phone);
      for (const [index, question] of QUESTIONS.entries()) {
        await page.goto(`${site.url}/?ask=${encodeURIComponent(question)}`);
        await page.locator('.actions').nth(index).waitFor();
      }
      const before = await saidIn(page);
      expect(before).toHaveLength(2);
      const scrolled: number = await page.evaluate('scrollY');
      expect(scrolled).toBeGreaterThan(0);
      await page.reload();
      await page.locator('.actions').nth(1).waitFor();
      expect(await saidIn(page)).toEqual(before);
      await expect.poll(() => page.evaluate('scrollY')).toBe(scrolled);
      await page.locator('textarea').fill('那青石区呢？');
      await page.keyboard.press('Enter');
      await page.locator('.actions').nth(2).waitFor();

      await page.goto(`${site.url}/history/questions`);
      await page.getByRole('button', { name: '全部删除' }).click();
      // Leaving before the answer is there would take the wish back.
      const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
      await page.getByRole('button', { name: '确定' }).click();
      await (await deleted).finished();
      await page.getByRole('button', { name: '全部删除' }).waitFor({ state: 'hidden' });
      await page.goto(site.url);
      await page.locator('.suggestions').waitFor();
      expect(await saidIn(page)).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'keeps the open item, which can still be answered; then progress comes as a picture',
    async () => {
      const { page, context, faults } = await site.open(SCREENS.desktop);
      await page.goto(`${site.url}/practise`);
      await page.getByRole('button', { name: '开始练习' }).click();
      const question = await page.locator('.quiz-item legend').innerText();
      await page.reload();
      expect(await page.locator('.quiz-item legend').innerText()).toBe(question);
      await answerItem(page);
      await page.locator('.turn').nth(1).locator('.headline').waitFor();

      await page.getByRole('button', { name: '结束' }).click();
      await page.getByRole('button', { name: '再来一组' }).click();
      await page.getByRole('button', { name: '进度' }).click();
      const picture = page.locator('.attachments img');
      await picture.waitFor();
      await expect
        .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
        .toBeGreaterThan(100);
      expect(await picture.getAttribute('alt')).not.toBe('');
      // Its caption stands above already, as the reply's first words.
      expect(await page.locator('figcaption').count()).toBe(0);
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );
});
