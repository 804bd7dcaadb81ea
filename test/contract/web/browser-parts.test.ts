// Single parts of the page in a real browser, over replies that the test makes: quiz forms, streams, faults, script in texts.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ReplyJson } from '../../../src/channels/web/server/schemas.ts';
import { SCREENS, type Watched } from '../../support/browser.ts';
import { TIME_LIMIT_MS, useSite, WITH_BROWSER } from '../../support/site.ts';

const ADDRESS = '/?ask=x';

const site = useSite();

const reply = (text: string, more: Partial<ReplyJson> = {}): ReplyJson => ({
  language: 'zh',
  blocks: [{ kind: 'headline', text }],
  buttons: [],
  ...more,
});
const posed = (form: 'one' | 'several' | 'order' | 'typed', options: string[], closesInSeconds: number | null = null) =>
  reply('请答', { posed: { token: 'posed1', form, question: '哪几项？', options, key: null, closesInSeconds } });

/** Opens the page with a server that says one thing; what is answered to a quiz item is noted. */
async function openOver(said: ReplyJson): Promise<Watched & { given: unknown[] }> {
  const watched = await site.open(SCREENS.desktop);
  const given: unknown[] = [];
  await watched.page.route('**/api/say', (route) => route.fulfill({ json: said }));
  await watched.page.route('**/api/answer', (route) => {
    given.push(route.request().postDataJSON());
    return route.fulfill({ json: reply('已记录') });
  });
  await watched.page.goto(site.url + ADDRESS);
  return { ...watched, given };
}

/** Runs in the page before anything else: what is said is answered by a stream that `pour` fills piece by piece. */
const HELD_STREAM = `(() => {
  const real = window.fetch;
  window.fetch = (path, init) => {
    if (path !== '/api/say') return real(path, init);
    const body = new ReadableStream({
      start: (held) => { window.pour = (text) => held.enqueue(new TextEncoder().encode(text)); },
    });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
  };
})()`;

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

describe.skipIf(!WITH_BROWSER)('a quiz item in Chromium (skipped where none is installed)', () => {
  test.each([
    ['one: the last digit counts', 'one', ['3', '2', 'Enter'], { options: [1] }],
    ['several: a digit again lets go', 'several', ['3', '1', '2', '1', 'Enter'], { options: [1, 2] }],
    ['order: as pressed, and only when complete', 'order', ['3', '1', 'Enter', '2', 'Enter'], { options: [2, 0, 1] }],
  ] as const)(
    'is answered by keyboard — %s',
    async (_, form, keys, wanted) => {
      const { page, context, given, faults } = await openOver(posed(form, ['甲', '乙', '丙']));
      await page.locator('.quiz-item').waitFor();
      await press(page, ...keys);
      await page.getByText('已记录').first().waitFor();
      await press(page, '1', 'Enter');
      expect(given).toEqual([{ token: 'posed1', ...wanted }]);
      expect(faults).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'is answered by touch, and cannot be answered twice',
    async () => {
      const { page, context, given } = await openOver(posed('several', ['甲', '乙', '丙']));
      await page.getByText('丙', { exact: true }).click();
      await page.getByText('甲', { exact: true }).click();
      await page.getByRole('button', { name: '提交' }).click();
      await page.getByText('已记录').first().waitFor();
      expect(given).toEqual([{ token: 'posed1', options: [0, 2] }]);
      expect(await page.getByRole('button', { name: '提交' }).count()).toBe(0);
      expect(await page.getByRole('checkbox', { name: '甲' }).isDisabled()).toBe(true);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'may be typed, and closes when its time is over',
    async () => {
      const typed = await openOver(posed('typed', []));
      await typed.page.locator('.quiz-item input').fill(' 12处 ');
      await press(typed.page, 'Enter');
      await typed.page.getByText('已记录').first().waitFor();
      expect(typed.given).toEqual([{ token: 'posed1', text: '12处' }]);
      await typed.context.close();
      const timed = await openOver(posed('one', ['甲', '乙'], 1));
      await timed.page.getByText('时间到').waitFor();
      await press(timed.page, '1', 'Enter');
      expect(timed.given).toEqual([]);
      await timed.context.close();
    },
    TIME_LIMIT_MS,
  );
});

describe.skipIf(!WITH_BROWSER)('a reply in Chromium (skipped where none is installed)', () => {
  test(
    'that holds script shows it as text and runs nothing',
    async () => {
      const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>[1]';
      const { page, context, strays } = await openOver({
        ...reply(evil, { buttons: [{ label: evil, token: 'retry:a' }], file: { name: evil, text: evil } }),
        blocks: [
          { kind: 'headline', text: evil },
          { kind: 'text', text: `【${evil}】\n· ${evil}` },
          { kind: 'quote', before: evil, text: evil, after: evil },
        ],
      });
      await page.locator('.headline').waitFor();
      expect(await page.locator('.headline').innerText()).toBe(evil);
      expect(await page.locator('.answer img, .answer script').count()).toBe(0);
      expect(await page.title()).not.toMatch(/^[12]$/u);
      expect(strays).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'is never made to a command in a link from elsewhere: the reader sends it or not',
    async () => {
      const { page, context } = await site.open(SCREENS.desktop);
      const said: unknown[] = [];
      await page.route('**/api/say', (route) => {
        said.push(route.request().postDataJSON());
        return route.fulfill({ json: reply('已移除') });
      });
      for (const command of ['/revoke 5', ' ／revoke 5']) {
        await page.goto(`${site.url}/?ask=${encodeURIComponent(command)}`);
        await expect.poll(() => page.getByRole('textbox').inputValue()).toBe(command);
        expect(said).toEqual([]);
      }
      await page.getByRole('button', { name: '提问' }).click();
      await page.locator('.headline').waitFor();
      expect(said).toEqual([{ text: '／revoke 5' }]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'that is streamed shows each sentence as it comes, can be stopped, and ends as the reply says',
    async () => {
      const { page, context } = await site.open(SCREENS.desktop);
      await page.addInitScript(HELD_STREAM);
      await page.goto(site.url + ADDRESS);
      await page.locator('.turn .waiting').waitFor();
      await page.evaluate(`pour('event: text\\ndata: {"text":"公园十二处。"}\\n\\nevent: text\\nda')`);
      await page.locator('.writing', { hasText: '公园十二处。' }).waitFor();
      await page.evaluate(`pour('ta: {"text":"共340亩。"}\\n\\n')`);
      await page.locator('.writing', { hasText: '公园十二处。共340亩。' }).waitFor();
      const stopped = page.waitForRequest('**/api/stop');
      await page.getByRole('button', { name: '停止' }).click();
      await stopped;
      await page.evaluate(`pour(${JSON.stringify(`event: reply\ndata: ${JSON.stringify(reply('12处'))}\n\n`)})`);
      await page.locator('.headline', { hasText: '12处' }).waitFor();
      expect(await page.locator('.writing').count()).toBe(0);
      await page.getByRole('button', { name: '提问' }).waitFor();
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test(
    'that fails says so and can be tried again',
    async () => {
      const { page, context } = await site.open(SCREENS.desktop);
      let calls = 0;
      await page.route('**/api/say', (route) => {
        calls += 1;
        if (calls === 1) return route.abort();
        const limit = { error: { code: 'limit', message: '问得太快了' } };
        return calls === 2 ? route.fulfill({ status: 429, json: limit }) : route.fulfill({ json: reply('12处') });
      });
      await page.goto(site.url + ADDRESS);
      await page.getByText('没有连上服务').waitFor();
      await page.getByRole('button', { name: '再试一次' }).click();
      await page.getByText('问得太快了').waitFor();
      await page.getByRole('button', { name: '再试一次' }).last().click();
      await page.locator('.headline').waitFor();
      await context.close();
    },
    TIME_LIMIT_MS,
  );
});
