// The page and a browser for all tests of a file, where a browser is installed; without one nothing is started.
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { chromiumPath, openBrowser, openPage, type Watched } from './browser.ts';
import { type ServedPage, serveReports } from './served-page.ts';

/** Whether a browser is installed; tests that need one are skipped by name otherwise. */
export const WITH_BROWSER = chromiumPath() !== null;
/** Longest time that a test in a browser may take on a busy machine. */
export const TIME_LIMIT_MS = 60_000;

/** The made-up reports behind their page, and a browser to open it in. */
export interface Site {
  /** Address of the page. To be read within a test. */
  readonly url: string;
  /** Opens a page in a browser of its own. @param origin default: the site's own */
  open(options?: BrowserContextOptions, origin?: string): Promise<Watched>;
}

/** Serves the page before the first test of the file and stops it after the last. @param timeLimitMs for the start */
export function useSite(timeLimitMs = TIME_LIMIT_MS): Site {
  let started: { readonly served: ServedPage; readonly browser: Browser } | null = null;
  beforeAll(async () => {
    if (WITH_BROWSER) started = { served: await serveReports(), browser: await openBrowser() };
  }, timeLimitMs);
  afterAll(async () => {
    await started?.browser.close();
    await started?.served.stop();
  });
  const running = () => {
    if (started === null) throw new Error('The site is there within tests alone, and where a browser is installed.');
    return started;
  };
  return {
    get url() {
      return running().served.url;
    },
    open: (options, origin = running().served.url) => openPage(running().browser, origin, options),
  };
}
