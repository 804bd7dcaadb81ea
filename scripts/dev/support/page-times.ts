// Times within a page as its reader has them: from the request to the frame that shows a list, from a press to the frame that shows
// what it filters. Measured by the page's own clock, in a fresh browser context each.
import type { BrowserContext, Page } from 'playwright-core';

const WAIT_MS = 60_000;
/** Until what loads behind a screen is there; the page keeps a line open to the server, so it is never idle. */
const SETTLE_MS = 1_500;
const VISIT_MS = 6_000;
/** A slow line: 400 kbit/s down, half of it up. */
const SLOW_LINE = { offline: false, latency: 0, downloadThroughput: 50_000, uploadThroughput: 25_000 } as const;
const QUESTION = '这里有哪些做法？';

/** A list of the page. */
export interface MeasuredList {
  readonly path: string;
  /** What is drawn when the list is there. */
  readonly row: string;
  /** What is pressed to filter it; null: it has no filter. */
  readonly filter: string | null;
  /** What then holds other text. */
  readonly changes: string | null;
}

/** Times of a list, in ms. */
export interface PageTimes {
  readonly firstPaintMs: number;
  readonly filterMs: number | null;
}

/** Notes when a selector first matches, in the frame after. */
const watchFor = (selector: string): string => `
  const look = () => {
    if (!document.querySelector(${JSON.stringify(selector)})) return requestAnimationFrame(look);
    requestAnimationFrame(() => { window.__paintedAt = performance.now(); });
  };
  requestAnimationFrame(look);`;

/** Presses an element; the ms until another holds other text and a frame has shown it. */
const pressing = (filter: string, changes: string): string => `new Promise((done) => {
  const textOf = () => document.querySelector(${JSON.stringify(changes)})?.textContent ?? '';
  const before = textOf();
  const from = performance.now();
  document.querySelector(${JSON.stringify(filter)}).click();
  const look = () => {
    if (textOf() !== before && textOf() !== '') return requestAnimationFrame(() => done(performance.now() - from));
    if (performance.now() - from > ${WAIT_MS}) return done(-1);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

async function open(
  context: BrowserContext,
  url: string,
  selector: string,
): Promise<{ page: Page; paintedAtMs: number }> {
  const page = await context.newPage();
  await page.addInitScript(watchFor(selector));
  await page.goto(url);
  await page.locator(selector).first().waitFor({ state: 'attached', timeout: WAIT_MS });
  const paintedAtMs: number = await page.evaluate(`new Promise((done) => {
    const look = () => (window.__paintedAt === undefined ? requestAnimationFrame(look) : done(window.__paintedAt));
    look();
  })`);
  return { page, paintedAtMs };
}

/** Opens a list and filters it once. */
export async function measureList(context: BrowserContext, origin: string, list: MeasuredList): Promise<PageTimes> {
  const { page, paintedAtMs } = await open(context, origin + list.path, list.row);
  const { filter, changes } = list;
  // What loads behind the list is no part of the filter's time.
  if (filter !== null) await page.locator(filter).first().waitFor({ timeout: WAIT_MS });
  await page.waitForTimeout(SETTLE_MS);
  const filterMs: number | null =
    filter === null || changes === null ? null : await page.evaluate(pressing(filter, changes));
  await context.close();
  return { firstPaintMs: paintedAtMs, filterMs };
}

/** Returns the kilobytes that a first visit to the asking screen loads, as they come over the line. */
export async function measureFirstVisit(context: BrowserContext, origin: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(origin);
  await page.waitForTimeout(VISIT_MS);
  await context.close();
  return Math.round(bytes / 1_000);
}

/** Returns the ms from sending a question to the frame that shows its answer, over a slow line. */
export async function measureAnswer(context: BrowserContext, origin: string): Promise<number> {
  const { page } = await open(context, origin, 'textarea');
  await page.waitForTimeout(SETTLE_MS);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_LINE);
  await page.locator('textarea').fill(QUESTION);
  const answered: Promise<number> = page.evaluate(`new Promise((done) => {
    const from = performance.now();
    const look = () => {
      if (document.querySelector('.actions, .refused')) return requestAnimationFrame(() => done(performance.now() - from));
      if (performance.now() - from > ${WAIT_MS}) return done(-1);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`);
  await page.locator('textarea').press('Enter');
  const elapsedMs = await answered;
  await context.close();
  return elapsedMs;
}
