// What opens on request, in a real browser: bank and exam forms with a blueprint, the choice of sources, a draft, a time line. No fault
// of any impact by axe, light and dark, on a desktop, at 360 px and on a phone at 200 % zoom.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, sidewaysPixels } from '../../support/axe.ts';
import { SCREENS } from '../../support/browser.ts';
import { DISTRICTS } from '../../support/made-up-reports.ts';
import { useSite, WITH_BROWSER } from '../../support/site.ts';

const TIME_LIMIT_MS = 120_000;
const site = useSite(TIME_LIMIT_MS);
const [first] = DISTRICTS;
const BRIEF = `/browse/brief?district=${encodeURIComponent(first)}`;

/** No model is configured: the page hears of one, and gets the brief with one line that no report carries as its draft. */
async function withDrafts(page: Page): Promise<void> {
  await page.route('**/api/me', async (route) => {
    const response = await route.fetch();
    const me = (await response.json()) as { acts: string[] };
    await route.fulfill({ response, json: { ...me, streams: true, acts: [...me.acts, 'draft'] } });
  });
  await page.route('**/api/drafts', async (route) => {
    const url = new URL('/api/documents', site.url);
    url.search = new URLSearchParams({ kind: 'brief', district: first }).toString();
    const document = (await (await page.request.get(url.href)).json()) as { title: string };
    await route.fulfill({ json: { id: 'draft-1', document: { ...document, title: `${document.title}（草稿）` } } });
  });
}

/** Ways to what is looked at, by its name. */
const WAYS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'bank and exam forms': async (page) => {
    await page.goto(`${site.url}/practise`);
    await page.locator('.blueprint button').click();
    await page.locator('.blueprint select').first().waitFor();
  },
  'the choice of sources': async (page) => {
    await page.goto(site.url);
    await page.locator('.source-line button').click();
    await page.locator('dialog input').first().waitFor();
  },
  'a draft': async (page) => {
    await withDrafts(page);
    await page.goto(site.url + BRIEF);
    await page.locator('.ways button').last().click();
    await page.locator('.document').nth(1).waitFor();
  },
  'a time line': async (page) => {
    await page.goto(`${site.url}/browse/profile?district=${encodeURIComponent(first)}`);
    await page.locator('.document section li').first().waitFor();
  },
};

/** A phone so tall that the bar at its foot covers nothing, which axe would take for too small. */
const SIZES = {
  desktop: SCREENS.desktop,
  phone: { ...SCREENS.phone, viewport: { width: 360, height: 9_000 } },
  zoomed: { ...SCREENS.zoomed, viewport: { width: 180, height: 16_000 } },
} as const;

describe.skipIf(!WITH_BROWSER)('what opens on request (skipped where no Chromium is installed)', () => {
  test.each(Object.keys(SIZES) as (keyof typeof SIZES)[])(
    'has no fault of accessibility and scrolls nowhere sideways: %s',
    async (size) => {
      const found: Record<string, unknown> = {};
      for (const [name, go] of Object.entries(WAYS)) {
        const { page, context } = await site.open(SIZES[size]);
        await go(page);
        const faults = [...(await axeFaults(page)), ...((await sidewaysPixels(page)) > 0 ? ['sideways'] : [])];
        if (faults.length > 0) found[name] = faults;
        await context.close();
      }
      expect(found).toEqual({});
    },
    TIME_LIMIT_MS,
  );
});
