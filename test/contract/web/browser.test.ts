// The page in a real browser, from the first question to a report that a maintainer adds: what people do, in the order in which they do it.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SCREENS } from '../../support/browser.ts';
import { TIME_LIMIT_MS, useSite, WITH_BROWSER } from '../../support/site.ts';

const QUESTION = '青石区2021年引进了多少个亿元以上项目？';

const NEW_REPORT = `---
title: 松涛区：林海里的新家园
district: 云川省临梧市松涛区
publisher: 云川日报
publishedOn: 2022-08
---
松涛区：林海里的新家园

2021年，松涛区新建林间步道74公里，改造护林站19座。
松涛区推行“林长巡山”制度，每名林长每周巡山三次。
`;

const site = useSite();

/** Runs in the page: whether the cited words are wholly in view. */
const IS_CITED_IN_VIEW = `(() => {
  const { top, bottom } = document.querySelector('.report mark').getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
})()`;

/** Asks, and waits for the answer: the text of its headline. */
async function ask(page: Page, question: string): Promise<string> {
  const before = await page.locator('.turn').count();
  await page.getByRole('textbox', { name: '问题' }).fill(question);
  await page.keyboard.press('Enter');
  return page.locator('.turn').nth(before).locator('.headline').innerText();
}

const markedOf = (page: Page): Promise<string> => page.locator('.report mark').first().innerText();

describe.skipIf(!WITH_BROWSER)('in Chromium (skipped where none is installed; CHROMIUM_PATH names one)', () => {
  describe.each(['desktop', 'phone'] as const)('on a %s', (size) => {
    test(
      'one asks, reads the evidence, follows up, changes the district and practises',
      async () => {
        const { page, context, faults, strays } = await site.open(SCREENS[size]);
        await page.goto(site.url);
        expect(await ask(page, QUESTION)).toContain('36个');

        await page.locator('a.mark').first().click();
        expect(await markedOf(page)).toContain('36个');
        expect(await page.evaluate(IS_CITED_IN_VIEW)).toBe(true);
        expect(new URL(page.url()).searchParams.get('beside')).toBe('qingshi');
        await page.getByRole('button', { name: '回到回答' }).click();
        await page.locator('.evidence-pane').waitFor({ state: 'detached' });

        expect(await ask(page, '那望洲区呢？')).toContain('52个');
        await page
          .locator('.turn')
          .last()
          .getByRole('button', { name: /^区县 望洲区/u })
          .click();
        await page.locator('.side-reply').getByRole('button', { name: '青石区' }).click();
        await page.locator('.turn').nth(2).locator('.headline').waitFor();
        expect(await page.locator('.turn').nth(2).locator('.headline').innerText()).toContain('36个');

        await page.getByRole('link', { name: '练习' }).filter({ visible: true }).click();
        await page.getByRole('button', { name: '开始练习' }).click();
        await page.locator('.quiz-item').waitFor();
        await answerItem(page);
        await page.locator('.turn').nth(1).locator('.headline').waitFor();
        expect(await page.locator('.turn').nth(1).locator('.headline').innerText()).toMatch(/答对|答错/u);

        expect(faults).toEqual([]);
        expect(strays).toEqual([]);
        await context.close();
      },
      TIME_LIMIT_MS,
    );
  });

  test(
    'a set is skipped through and ended, an exam is set, taken and looked up',
    async () => {
      const { page, context, faults } = await site.open(SCREENS.desktop);
      await page.goto(`${site.url}/practise`);
      await page.getByRole('button', { name: '开始练习' }).click();
      await page.getByRole('button', { name: '跳过' }).click();
      await page.locator('.quiz-item').nth(1).waitFor();
      expect(await page.getByRole('button', { name: '跳过' }).count()).toBe(1);
      await page.getByRole('button', { name: '结束' }).click();
      await page.getByRole('button', { name: '再来一组' }).click();

      const setting = page.locator('form').filter({ has: page.getByRole('button', { name: '组织考试' }) });
      await setting.getByLabel('题数').fill('2');
      await setting.getByRole('button', { name: '组织考试' }).click();
      const made = await page.locator('.blocks').first().innerText();
      const code = /\/exam (\w+)/u.exec(made)?.[1] ?? '';
      await page.getByRole('button', { name: '再来一组' }).click();
      await page.getByLabel('考试码').fill(code);
      await page.getByRole('button', { name: '进入' }).click();
      await page.getByRole('button', { name: '开始考试' }).click();
      for (const item of [0, 1]) {
        await page.locator('.quiz-item').nth(item).waitFor();
        await answerItem(page);
      }
      await page.getByRole('button', { name: '交卷' }).click();
      await page.getByText('已交卷：答了 2/2 题').first().waitFor();
      await page.getByRole('button', { name: '再来一组' }).click();
      await page.getByLabel('考试码').fill(code);
      await page.getByRole('button', { name: '查成绩' }).click();
      await page.locator('.blocks').first().waitFor();
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'a maintainer adds a report, and it is answered from at once',
    async () => {
      const { page, context, faults, strays } = await site.open(SCREENS.desktop);
      await page.goto(`${site.url}/maintain`);
      const file = { name: '松涛区.md', mimeType: 'text/markdown', buffer: Buffer.from(NEW_REPORT) };
      await page.locator('input[type=file]').first().setInputFiles(file);
      await page.getByRole('button', { name: '全部收录（1）' }).click({ timeout: 30_000 });
      await page.getByText('已收录 1 份').first().waitFor({ timeout: 30_000 });
      await page.getByRole('link', { name: '报告', exact: true }).first().click();
      await page.getByText('松涛区：林海里的新家园').first().waitFor();
      await page.getByRole('link', { name: '提问' }).filter({ visible: true }).click();
      expect(await ask(page, '松涛区2021年新建了多少公里林间步道？')).toContain('74公里');
      await page.locator('a.mark').first().click();
      expect(await markedOf(page)).toContain('74公里');
      expect(faults).toEqual([]);
      expect(strays).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );
});

/** Answers the item that is open, in whatever form it is put, by keyboard where it has options. */
async function answerItem(page: Page): Promise<void> {
  const item = page.locator('.quiz-item').last();
  const options = await item.locator('.option').count();
  const isOrder = (await item.getByText('依次点选').count()) > 0;
  if (options === 0) await item.locator('input').fill('12');
  for (let option = 1; option <= (isOrder ? options : Math.min(options, 1)); option += 1)
    await page.keyboard.press(String(option));
  await page.keyboard.press('Enter');
}
