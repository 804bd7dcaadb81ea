// A day's work in a real browser, over the case briefs that ship: a question, its evidence beside it, a second question, a comparison, a
// chart, a brief as a Word file, and a conversation that a second member opens by a link. With DAY_PICTURES=FOLDER it keeps pictures.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { SCREENS, type Watched } from '../../support/browser.ts';
import { type ServedPage, serveReports } from '../../support/served-page.ts';
import { useSite, WITH_BROWSER } from '../../support/site.ts';

const TIME_LIMIT_MS = 240_000;
/** Presses of a button, a link or Enter that the whole day may take. */
const MAX_PRESSES = 40;
const CORPUS = fileURLToPath(new URL('../../../corpus', import.meta.url));
/** A file of Word is an archive. */
const ARCHIVE = 'PK';

const site = useSite(TIME_LIMIT_MS);
let presses = 0;

async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  presses += 1;
  await page.getByRole(role, { name }).filter({ visible: true }).first().click();
}

async function ask(page: Page, question: string): Promise<string> {
  const before = await page.locator('.turn').count();
  await page.getByRole('textbox', { name: '问题' }).fill(question);
  presses += 1;
  await page.keyboard.press('Enter');
  await page.locator('.turn').nth(before).locator('.actions').waitFor();
  return page.locator('.turn').nth(before).locator('.blocks').innerText();
}

/** Opens the first evidence on a screen, and returns the marked words. */
async function openEvidence(page: Page): Promise<string> {
  presses += 1;
  await page.locator('a.mark').first().click();
  return page.locator('.evidence-pane .report mark').first().innerText();
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['DAY_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 36 });
}

/** Signs the owner in and invites a second member. */
async function begin(guarded: ServedPage): Promise<{ owner: Watched; invitation: string }> {
  const size = { viewport: { width: 1180, height: 720 } };
  const owner = await site.open(size, guarded.url);
  await owner.page.goto(guarded.told.join('\n').match(/http\S+\/join\/\S+/u)?.[0] ?? '');
  await press(owner.page, '登录');
  await owner.page.locator('.suggestions').waitFor();
  await owner.page.goto(`${guarded.url}/maintain/members`);
  await press(owner.page, '生成邀请链接');
  return { owner, invitation: await owner.page.locator('.once code').innerText() };
}

test.skipIf(!WITH_BROWSER)(
  'a day’s work takes at most forty presses, and no screen of it is a dead end',
  async () => {
    const guarded = await serveReports({ folder: CORPUS, signIn: true });
    const { owner, invitation } = await begin(guarded);
    const { page } = owner;

    await press(page, '提问', 'link');
    expect(await ask(page, '泉山区2016年新增重大产业项目有多少个？')).toContain('22个');
    expect(await openEvidence(page)).toContain('22个');
    await keepPicture(page, '1-evidence');
    expect(await ask(page, '渭滨区有多少项国家级荣誉？')).toMatch(/\d+项/u);
    await press(page, '分享对话');
    const link = await page.locator('.once code').innerText();

    await press(page, '浏览', 'link');
    await press(page, '对比', 'link');
    for (const district of ['泉山区', '海陵区']) {
      presses += 1;
      await page.getByLabel(new RegExp(`${district}$`, 'u')).check();
    }
    await press(page, '对比');
    await page.locator('.document table').first().waitFor();
    expect((await openEvidence(page)).length).toBeGreaterThan(0);
    await keepPicture(page, '2-comparison');

    await press(page, '图表', 'link');
    presses += 1;
    await page.locator('.topics a').first().click();
    await page.locator('.charts').first().waitFor();
    await keepPicture(page, '3-chart');

    await press(page, '简报', 'link');
    presses += 1;
    await page.getByLabel('选择区县').selectOption({ label: '泉山区' });
    await page.locator('.document h2').waitFor();
    await keepPicture(page, '4-brief');
    const download = page.waitForEvent('download');
    await press(page, '下载 Word', 'link');
    expect(readFileSync(await (await download).path(), 'latin1').slice(0, 2)).toBe(ARCHIVE);

    const member = await site.open(SCREENS.desktop, guarded.url);
    await member.page.goto(invitation);
    await member.page.getByLabel('名字').fill('林小舟');
    await press(member.page, '加入');
    await member.page.locator('.suggestions').waitFor();
    await member.page.goto(link);
    await member.page.locator('.said').nth(1).waitFor();
    expect(await openEvidence(member.page)).toContain('22个');
    await keepPicture(member.page, '5-shared');

    expect(presses).toBeLessThanOrEqual(MAX_PRESSES);
    expect([...owner.faults, ...member.faults]).toEqual([]);
    expect([...owner.strays, ...member.strays]).toEqual([]);
    await owner.context.close();
    await member.context.close();
    await guarded.stop();
  },
  TIME_LIMIT_MS,
);
