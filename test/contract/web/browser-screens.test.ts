// Every screen in a real browser: found without serious fault by axe, light and dark; without sideways scrolling, down to a phone at 200 % zoom.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, sidewaysPixels } from '../../support/axe.ts';
import { SCREENS } from '../../support/browser.ts';
import { DISTRICTS } from '../../support/made-up-reports.ts';
import { serveReports } from '../../support/served-page.ts';
import { useSite, WITH_BROWSER } from '../../support/site.ts';

const TIME_LIMIT_MS = 120_000;
const [first, , third] = DISTRICTS;
/** Name of a screen, its address, a sign that it is drawn, and what is pressed there first. */
const ADDRESSES: readonly (readonly [string, string, string, string?])[] = [
  ['asking', '/', '.suggestions'],
  ['an answer', `/?ask=${encodeURIComponent('青石区老旧小区改造的主要做法有哪些？')}`, '.actions'],
  ['a refusal', `/?ask=${encodeURIComponent('海淀区有多少个项目？')}`, '.refused'],
  ['evidence beside', '/browse?beside=qingshi&from=20&to=60', '.evidence-pane .report mark'],
  ['a report', '/read/qingshi?from=20&to=60', '.report mark'],
  ['the districts', '/browse', '.cards'],
  ['the topics', '/browse/topics', '.topics'],
  ['the reports', '/browse/reports', '.rows li'],
  ['a search', `/browse/reports?query=${encodeURIComponent('夜市')}`, '.excerpt'],
  ['the figures', '/browse/facts', '.facts'],
  ['a chart', `/browse/facts?indicator=${encodeURIComponent('一般公共预算收入')}`, '.plot svg rect'],
  ['the charts', '/browse/charts', '.topics, .hint'],
  ['a comparison', `/browse/compare?districts=${encodeURIComponent(`${first},${third}`)}`, '.document table'],
  ['a brief', `/browse/brief?district=${encodeURIComponent(first)}`, '.document'],
  ['practising', '/practise', '.quiz-form'],
  ['an open item', '/practise', '.quiz-item', '.quiz-form .accent'],
  ['history', '/history', '.rows'],
  ['the questions', '/history/questions', '.rows'],
  ['a past answer', '/history/questions', '.history .answer', '.rows a'],
  ['files', '/maintain', '.drop'],
  ['health', '/maintain/health', '.card'],
  ['gaps', '/maintain/gaps', '.maintain .hint'],
  ['feedback', '/maintain/feedback', '.counts'],
  ['members', '/maintain/members', '.card'],
  ['tokens', '/maintain/tokens', '.card'],
  ['backup', '/maintain/backup', '.card'],
];

const site = useSite(TIME_LIMIT_MS);

/** Visits every screen and gathers what a look at each finds, by its name; only screens with findings. */
async function visitAll(page: Page, look: (page: Page) => Promise<unknown>): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, address, sign, button] of ADDRESSES) {
    await page.goto(site.url + address);
    if (button !== undefined) await page.locator(button).first().click();
    await page.locator(sign).first().waitFor({ state: 'attached' });
    const seen = await look(page);
    if (Array.isArray(seen) ? seen.length > 0 : seen !== 0) found[name] = seen;
  }
  return found;
}

/** The serious faults of the page. */
const faultsOf = (page: Page): Promise<string[]> => axeFaults(page, ['serious', 'critical']);

/** A phone so tall that the bar at its foot covers nothing, which axe would take for too small. */
const TALL_PHONE = { ...SCREENS.phone, viewport: { width: 360, height: 9_000 } };

describe.skipIf(!WITH_BROWSER)('every screen (skipped where no Chromium is installed)', () => {
  test.each([
    ['on a desktop', SCREENS.desktop],
    ['on a phone, in English', { ...TALL_PHONE, locale: 'en' }],
  ])(
    'has no serious fault of accessibility, light and dark: %s',
    async (_, options) => {
      const { page, context, faults, strays } = await site.open(options);
      expect(await visitAll(page, faultsOf)).toEqual({});
      expect(faults).toEqual([]);
      expect(strays).toEqual([]);
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test.each(['phone', 'zoomed'] as const)(
    'never scrolls sideways on a screen of the kind: %s',
    async (size) => {
      const { page, context } = await site.open(SCREENS[size]);
      expect(await visitAll(page, sidewaysPixels)).toEqual({});
      await context.close();
    },
    TIME_LIMIT_MS,
  );

  test.each(['/', '/join/a-code-that-nobody-made', '/join/a-code-that-nobody-made?own=yes'])(
    'has no serious fault, no error in the console and no sideways scrolling before one is in: %s',
    async (address) => {
      const guarded = await serveReports({ signIn: true });
      const { page, context, faults } = await site.open(SCREENS.phone, guarded.url);
      await page.goto(guarded.url + address);
      await page.locator('.join').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await sidewaysPixels(page)).toBe(0);
      expect(faults).toEqual([]);
      await context.close();
      await guarded.stop();
    },
    TIME_LIMIT_MS,
  );
});
