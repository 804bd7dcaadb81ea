// Conversations in a real browser: each tab its own, named, opened elsewhere, deleted; shown to a second member; apart from a quiz.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, sidewaysPixels } from '../../support/axe.ts';
import { SCREENS } from '../../support/browser.ts';
import { serveReports } from '../../support/served-page.ts';
import { TIME_LIMIT_MS, useSite, WITH_BROWSER } from '../../support/site.ts';

const QINGSHI = '青石区2021年引进了多少个亿元以上项目？';
const WANGZHOU = '望洲区建成滨海绿道多少公里？';

const site = useSite();

async function ask(page: Page, question: string): Promise<string> {
  const before = await page.locator('.turn').count();
  const field = page.getByRole('textbox', { name: '问题' });
  await field.fill(question);
  await field.press('Enter');
  const turn = page.locator('.turn').nth(before);
  await turn.locator('.actions').waitFor();
  return turn.locator('.blocks').innerText();
}

describe.skipIf(!WITH_BROWSER)('conversations (skipped where no Chromium is installed)', () => {
  test(
    'of two tabs stay apart; one is named, found in the history, opened elsewhere with its evidence, and deleted',
    async () => {
      const { page, context, faults } = await site.open(SCREENS.desktop);
      await page.goto(site.url);
      expect(await ask(page, QINGSHI)).toContain('36个');
      const other = await context.newPage();
      await other.goto(site.url);
      expect(await ask(other, WANGZHOU)).toContain('48公里');
      expect(await ask(page, '总投资呢？')).toContain('182.5亿元');

      await page.locator('.conversation-bar button.name').click();
      await page.getByRole('textbox', { name: '对话名称' }).fill('青石区调研');
      await page.keyboard.press('Enter');
      await page.locator('.conversation-bar', { hasText: '青石区调研' }).waitFor();
      await page.getByRole('button', { name: '新对话' }).click();
      await page.locator('.suggestions').waitFor();

      await other.getByRole('link', { name: '历史' }).filter({ visible: true }).click();
      await other.getByRole('searchbox').fill('调研');
      await expect.poll(() => other.locator('.rows .row').count()).toBe(1);
      await other.getByRole('link', { name: /青石区调研/u }).click();
      await other.locator('.turn').nth(1).locator('a.mark').first().click();
      await other.locator('.evidence-pane .report mark').first().waitFor();
      expect(await ask(other, '其中制造业项目有多少个？')).toContain('21个');

      await other.goto(`${site.url}/history`);
      await other.locator('.row-place', { hasText: '青石区调研' }).getByRole('button', { name: '删除' }).click();
      await other.locator('dialog[open]').getByRole('button', { name: '确定' }).click();
      await expect.poll(() => other.getByText('青石区调研').count()).toBe(0);
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'show nothing of a quiz that is under way',
    async () => {
      const { page, context } = await site.open(SCREENS.desktop);
      await page.goto(`${site.url}/practise`);
      await page.getByRole('button', { name: '开始练习' }).first().click();
      await page.locator('.quiz-item').waitFor();
      await page.goto(site.url);
      expect(await ask(page, QINGSHI)).not.toContain('等你');
      expect(await page.locator('.quiz-item').count()).toBe(0);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'are shown by a link to a second member, with their evidence, until the link is ended',
    async () => {
      const guarded = await serveReports({ signIn: true });
      const owner = await site.open(SCREENS.desktop, guarded.url);
      await owner.page.goto(guarded.told.join('\n').match(/http\S+\/join\/\S+/u)?.[0] ?? '');
      await owner.page.getByRole('button', { name: '登录' }).click();
      await owner.page.locator('.suggestions').waitFor();
      await owner.page.goto(`${guarded.url}/maintain/members`);
      await owner.page.getByRole('button', { name: '生成邀请链接' }).click();
      const invitation = await owner.page.locator('.once code').innerText();
      await owner.page.goto(guarded.url);
      await ask(owner.page, QINGSHI);
      await owner.page.getByRole('button', { name: '分享对话' }).click();
      const link = await owner.page.locator('.once code').innerText();

      const official = await site.open(SCREENS.desktop, guarded.url);
      await official.page.goto(invitation);
      await official.page.getByLabel('名字').fill('林小舟');
      await official.page.getByRole('button', { name: '加入' }).click();
      await official.page.locator('.suggestions').waitFor();
      await official.page.goto(link);
      await official.page.locator('a.mark').first().click();
      expect(await official.page.locator('.evidence-pane .report mark').first().innerText()).toContain('36个');
      expect(await axeFaults(official.page)).toEqual([]);

      await owner.page.goto(`${guarded.url}/history`);
      await owner.page.getByRole('button', { name: '收回' }).click();
      await expect.poll(() => owner.page.getByRole('button', { name: '收回' }).count()).toBe(0);
      await official.page.goto(link);
      await official.page.getByText('找不到这项内容').waitFor();
      await owner.context.close();
      await official.context.close();
      await guarded.stop();
    },
    TIME_LIMIT_MS,
  );

  test(
    'are limited to chosen reports, and asked about a file of one’s own, which is put away again',
    async () => {
      const { page, context, faults } = await site.open(SCREENS.desktop);
      await page.goto(site.url);
      await page.getByRole('button', { name: /范围/u }).click();
      await page.locator('dialog[open]').getByLabel('望洲区', { exact: true }).check();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button', { name: '确定' }).click();
      await page.getByRole('button', { name: '范围 1 篇报告' }).waitFor();
      expect(await ask(page, '新登记了多少户市场主体？')).toContain('9870户');
      expect(await ask(page, QINGSHI)).not.toContain('36个');
      await page.getByRole('button', { name: /范围/u }).click();
      await page.getByRole('button', { name: '全部报告' }).last().click();
      await page.getByRole('button', { name: '范围 全部报告' }).waitFor();
      expect(await ask(page, QINGSHI)).toContain('36个');

      await page.getByRole('button', { name: '新对话' }).click();
      const buffer = Buffer.from('# 海角区的做法\n\n2021年，海角区新建灯塔19座，总投资3.5亿元。\n');
      const file = { name: '海角区.md', mimeType: 'text/markdown', buffer };
      await page.locator('.composer input[type=file]').setInputFiles(file);
      await page.locator('.source-line', { hasText: '海角区的做法' }).waitFor();
      expect(await ask(page, '新建了多少座灯塔？')).toContain('19座');
      await page.locator('a.mark').first().click();
      await page.locator('.evidence-pane', { hasText: '新建灯塔19座' }).waitFor();
      await page.getByRole('button', { name: '结束' }).click();
      await page.getByRole('button', { name: '范围 全部报告' }).waitFor();
      expect(await ask(page, QINGSHI)).toContain('36个');
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test.each([
    ['desktop', SCREENS.desktop],
    ['phone', { ...SCREENS.phone, viewport: { width: 360, height: 3_000 } }],
    ['zoomed', SCREENS.zoomed],
  ] as const)(
    'have no fault of accessibility and no sideways scrolling: %s',
    async (_, options) => {
      const { page, context } = await site.open(options);
      const found: Record<string, unknown> = {};
      const look = async (name: string): Promise<void> => {
        const seen = [...(await axeFaults(page)), await sidewaysPixels(page)];
        if (seen.length > 1 || seen[0] !== 0) found[name] = seen;
      };
      await page.goto(`${site.url}/?ask=${encodeURIComponent(QINGSHI)}`);
      await page.locator('.actions').waitFor();
      await look('thread');
      await page.locator('.conversation-bar button.name').click();
      await look('naming');
      await page.keyboard.press('Escape');
      await page.locator('a.mark').first().click();
      await page.locator('.evidence-pane .report mark').first().waitFor();
      await look('evidence');
      await page.goto(`${site.url}/history`);
      await page.locator('.rows').waitFor();
      await look('history');
      expect(found).toEqual({});
      await context.close();
    },
    TIME_LIMIT_MS,
  );
});
