// What people expect of a page, in a real browser: going back, links that can be sent on, copying, keyboard, language, light and dark, signing in.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SCREENS } from '../../support/browser.ts';
import { serveReports } from '../../support/served-page.ts';
import { TIME_LIMIT_MS, useSite, WITH_BROWSER } from '../../support/site.ts';

const LIST_QUESTION = '青石区老旧小区改造的主要做法有哪些？';

const site = useSite();

const askAt = async (page: Page, question: string): Promise<void> => {
  await page.goto(`${site.url}/?ask=${encodeURIComponent(question)}`);
  await page.locator('.actions').waitFor();
};
const backgroundOf = (page: Page): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
const scrolled = (page: Page): Promise<number> => page.evaluate('scrollY');

describe.skipIf(!WITH_BROWSER)('in Chromium (skipped where none is installed)', () => {
  test(
    'evidence is stepped through, its link opens at the same words, and back leads to the same place',
    async () => {
      const { page, context, faults } = await site.open(SCREENS.phone);
      await askAt(page, LIST_QUESTION);
      await page.locator('.numbers a').nth(1).scrollIntoViewIfNeeded();
      const before = await scrolled(page);
      await page.locator('.numbers a').nth(1).click();
      await page.getByText(/证据 2 \/ \d/u).waitFor();
      const second = await page.locator('.report mark').first().innerText();
      await page.getByRole('button', { name: '下一处' }).click();
      await page.getByText(/证据 3 \/ \d/u).waitFor();
      expect(await page.locator('.report mark').first().innerText()).not.toBe(second);
      await page.getByRole('button', { name: '上一处' }).click();
      await page.getByRole('button', { name: '复制链接' }).click();
      await page.getByText('链接已复制').waitFor();
      const link: string = await page.evaluate('navigator.clipboard.readText()');
      await page.getByRole('button', { name: '回到回答' }).click();
      await page.locator('.actions').waitFor();
      await expect.poll(() => scrolled(page)).toBe(before);

      const other = await site.open(SCREENS.desktop);
      await other.page.goto(link);
      expect(await other.page.locator('.report mark').first().innerText()).toBe(second);
      expect([...faults, ...other.faults]).toEqual([]);
      await context.close();
      await other.context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'an answer is copied with the exact words of its sources and where they stand',
    async () => {
      const { page, context } = await site.open(SCREENS.desktop);
      await askAt(page, LIST_QUESTION);
      await page.getByRole('button', { name: '复制' }).click();
      await page.getByText('已复制').waitFor();
      const copied: string = await page.evaluate('navigator.clipboard.readText()');
      expect(copied).toContain(LIST_QUESTION);
      expect(copied).toContain('[2] 「一是入户问计');
      expect(copied).toMatch(new RegExp(`${site.url}/read/qingshi\\?from=\\d+&to=\\d+`, 'u'));
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'a judgement is taken and thanked for',
    async () => {
      const { page, context } = await site.open(SCREENS.desktop);
      await askAt(page, LIST_QUESTION);
      await page.getByRole('button', { name: '有用' }).click();
      await page.getByText('已记下').waitFor();
      await page.getByRole('button', { name: '不对' }).click();
      await page.locator('.side-reply').getByRole('button', { name: '数字不对' }).click();
      await page.locator('.side-reply').getByText('已记下').waitFor();
      await page.goto(`${site.url}/maintain/feedback`);
      await page.getByText('数字不对').first().waitFor();
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'the keyboard alone is enough: skip link, sections, question, mark',
    async () => {
      const { page, context } = await site.open(SCREENS.desktop);
      const focused = (): Promise<string> =>
        page.evaluate('document.activeElement.textContent.trim() || document.activeElement.id');
      await page.goto(site.url);
      await page.locator('.suggestions').waitFor();
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('跳到主要内容');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('question');
      await page.keyboard.type(LIST_QUESTION);
      await page.keyboard.press('Shift+Enter');
      expect(await page.locator('.turn').count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.locator('a.mark').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.report mark').first().waitFor();
      expect(await focused()).toBe('青石区：老城里的新答卷');
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'language and theme are switched, and stay so',
    async () => {
      const { page, context } = await site.open({ ...SCREENS.desktop, colorScheme: 'light' });
      await page.goto(site.url);
      const light = await backgroundOf(page);
      const theme = page.getByRole('button', { name: /^外观/u });
      await theme.click();
      expect(await backgroundOf(page)).toBe(light);
      await theme.click();
      expect(await backgroundOf(page)).not.toBe(light);
      await page.getByRole('button', { name: 'English' }).click();
      await page.reload();
      await page.getByRole('heading', { name: /What would you like/u }).waitFor();
      expect(await page.evaluate('document.documentElement.lang')).toBe('en');
      expect(await backgroundOf(page)).not.toBe(light);
      await context.close();
    },
    TIME_LIMIT_MS,
  );
});

describe.skipIf(!WITH_BROWSER)('signing in, in Chromium (skipped where none is installed)', () => {
  test(
    'the owner joins by the link of the terminal and invites an official, who is out as soon as the owner says so',
    async () => {
      const guarded = await serveReports({ signIn: true });
      const owner = await site.open(SCREENS.desktop, guarded.url);
      await owner.page.goto(guarded.url);
      await owner.page.getByText('需要受邀才能使用').waitFor();
      await signIn(owner.page, guarded.told.join('\n').match(/http\S+\/join\/\S+/u)?.[0] ?? '');
      await owner.page.goto(`${guarded.url}/maintain/members`);
      await owner.page.getByRole('button', { name: '生成邀请链接' }).click();
      const invitation = await owner.page.locator('.once code').innerText();

      const official = await site.open(SCREENS.phone, guarded.url);
      await join(official.page, invitation, '林小舟');
      expect(await official.page.getByRole('link', { name: '维护' }).count()).toBe(0);
      await official.page.goto(`${guarded.url}/history`);
      await official.page.locator('.account').getByText('干部').waitFor();

      await owner.page.reload();
      await owner.page.locator('.row-place', { hasText: '林小舟' }).getByRole('button', { name: '移除成员' }).click();
      await owner.page.getByRole('button', { name: '确定' }).click();
      await owner.page.getByText('还没有成员').waitFor();
      await official.page.goto(guarded.url);
      await official.page.getByText('需要受邀才能使用').waitFor();
      await owner.context.close();
      await official.context.close();
      await guarded.stop();
    },
    TIME_LIMIT_MS,
  );

  test(
    'a second device comes in by a link of one’s own; who signs out leaves nothing for the next',
    async () => {
      const guarded = await serveReports({ signIn: true });
      const one = await site.open(SCREENS.desktop, guarded.url);
      await signIn(one.page, guarded.told.join('\n').match(/http\S+\/join\/\S+/u)?.[0] ?? '');
      await one.page.goto(`${guarded.url}/history`);
      await one.page.getByRole('button', { name: '在另一台设备上登录' }).click();
      const link = await one.page.locator('.once code').innerText();

      const two = await site.open(SCREENS.phone, guarded.url);
      await signIn(two.page, link);
      await two.page.getByRole('link', { name: '维护' }).filter({ visible: true }).waitFor();
      await two.page.goto(`${guarded.url}/?ask=${encodeURIComponent(LIST_QUESTION)}`);
      await two.page.locator('.actions').waitFor();
      await two.page.getByRole('link', { name: '历史' }).filter({ visible: true }).click();
      await two.page.getByRole('button', { name: '退出' }).click();
      await two.page.getByRole('button', { name: '确定' }).click();
      await two.page.getByText('需要受邀才能使用').waitFor();

      await one.page.reload();
      await one.page.getByRole('button', { name: '在另一台设备上登录' }).click();
      await signIn(two.page, await one.page.locator('.once code').innerText());
      expect(await two.page.locator('.turn').count()).toBe(0);
      expect([...one.faults, ...two.faults]).toEqual([]);
      await one.context.close();
      await two.context.close();
      await guarded.stop();
    },
    TIME_LIMIT_MS,
  );
});

/** By a link of one's own: it asks for no name. */
async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('.suggestions').waitFor();
}

async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('名字').fill(name);
  await page.getByRole('button', { name: '加入' }).click();
  await page.locator('.suggestions').waitFor();
}
