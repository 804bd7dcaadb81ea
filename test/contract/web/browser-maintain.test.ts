// Maintaining in a real browser: a folder of files waits, is checked, and the sound ones are taken in at one press; a district is put right
// in the form, counts for the next answer, and is taken back.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCREENS } from '../../support/browser.ts';
import { TIME_LIMIT_MS, useSite, WITH_BROWSER } from '../../support/site.ts';

const site = useSite();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-folder-'));
  mkdirSync(join(folder, '松涛区'));
  for (const n of [1, 2, 3])
    writeFileSync(
      join(folder, '松涛区', `步道${n}.md`),
      `---\ndistrict: 松涛区\n---\n# 松涛区第${n}期步道建设的做法\n\n2021年，松涛区第${n}期新建林间步道7${n}公里。\n`,
    );
  writeFileSync(join(folder, '松涛区', '坏了.docx'), Buffer.from([0x50, 0x4b, 3, 4, 9]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!WITH_BROWSER)('a maintainer (skipped where no Chromium is installed)', () => {
  test(
    'drops a folder: what is sound is taken in at one press, what is not is listed with the reason',
    async () => {
      const { page, context, faults } = await site.open(SCREENS.desktop);
      await page.goto(`${site.url}/maintain`);
      await page.locator('input[type=file]').nth(1).setInputFiles(folder);
      await page.getByText('已上传 4 / 4').waitFor({ timeout: 30_000 });
      await page.getByText('可直接收录 3，需要看一看 0，读不了 1').waitFor({ timeout: 30_000 });
      expect(await page.locator('.pending').innerText()).toContain('已损坏');
      await page.getByRole('button', { name: '全部收录（3）' }).click();
      await page.getByText('已收录 3 份').first().waitFor({ timeout: 30_000 });
      await page.getByText('可直接收录 0，需要看一看 0，读不了 1').waitFor({ timeout: 30_000 });
      await page.getByRole('button', { name: '放弃', exact: true }).click();
      await page.locator('.pending').waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'puts a district right in the form, which counts for the next answer, and takes it back',
    async () => {
      const { page, context, faults } = await site.open(SCREENS.desktop);
      let asked = 0;
      const answer = async (): Promise<string> => {
        await page.goto(`${site.url}/?ask=${encodeURIComponent('泉山区2021年引进了多少个亿元以上项目？')}`);
        const turn = page.locator('.turn').nth(asked++);
        await turn.locator('.actions').waitFor();
        return turn.innerText();
      };
      const correct = async (): Promise<void> => {
        await page.goto(`${site.url}/maintain/reports`);
        await page.getByRole('searchbox').fill('青石区');
        await page.getByText('共 1 项，显示 1 项').waitFor();
        await page.getByRole('button', { name: '更正', exact: true }).first().click();
      };
      expect(await answer()).not.toContain('36个');
      await correct();
      await page.getByRole('combobox', { name: '区县' }).fill('泉山区');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('江苏省徐州市泉山区').first().waitFor({ timeout: 30_000 });
      await page.getByText('已更正：区县').first().waitFor();
      expect(await answer()).toContain('36个');

      await correct();
      await page.getByRole('button', { name: '撤销上一次更正' }).click();
      await page.getByText('已更正：区县').waitFor({ state: 'detached', timeout: 30_000 });
      expect(await answer()).not.toContain('36个');
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );
});
