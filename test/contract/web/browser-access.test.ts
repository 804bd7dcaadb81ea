// Keys in a real browser: an owner makes a token and an invitation, sees them among all keys, and ends them.
import { describe, expect, test } from 'vitest';
import { SCREENS } from '../../support/browser.ts';
import { serveReports } from '../../support/served-page.ts';
import { TIME_LIMIT_MS, useSite, WITH_BROWSER } from '../../support/site.ts';

const site = useSite();

describe.skipIf(!WITH_BROWSER)('an owner (skipped where no Chromium is installed)', () => {
  test(
    'sees this device, makes a token that says how far it reaches and when it ends, and ends it among all keys',
    async () => {
      const guarded = await serveReports({ signIn: true });
      const { page, context, faults } = await site.open(SCREENS.desktop, guarded.url);
      await page.goto(guarded.told.join('\n').match(/http\S+\/join\/\S+/u)?.[0] ?? '');
      await page.getByRole('button', { name: '登录' }).click();
      await page.locator('.suggestions').waitFor();
      await page.goto(`${guarded.url}/history/access`);
      await page.getByText('Chrome · Linux').waitFor();
      expect(await page.locator('.rows').first().innerText()).toContain('本机');
      await page.getByLabel('令牌名称').fill('周报');
      await page.getByRole('button', { name: '新建令牌' }).click();
      await page.locator('.once').waitFor();
      await page.locator('.rows li', { hasText: /周报\s*只能提问 · .*尚未使用 · .*到期/u }).waitFor();
      await page.goto(`${guarded.url}/maintain/members`);
      await page.getByRole('button', { name: '生成邀请链接' }).click();
      await page.getByText('由 owner 发出').waitFor();
      await page.locator('li', { hasText: '由 owner 发出' }).getByRole('button', { name: '结束' }).click();
      await page.getByRole('button', { name: '确定' }).click();
      await page.getByText('没有未用完的邀请。').waitFor();
      await page.locator('li', { hasText: '令牌 · 周报' }).getByRole('button', { name: '结束' }).click();
      await page.getByRole('button', { name: '确定' }).click();
      await page.locator('li', { hasText: '令牌 · 周报' }).waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
      await context.close();
      await guarded.stop();
    },
    TIME_LIMIT_MS,
  );
});
