// Looks at a page with axe-core, light and dark, and for sideways scrolling.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL_RULES = `['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']`;
const COLOURS = `{ type: 'rule', values: ['color-contrast'] }`;

/** Runs in the page: what some rules find, of the impacts that are named; all impacts if none is. */
const finding = (rules: string, impacts: readonly string[]): string => `axe.run(document, { runOnly: ${rules} }).then(
  ({ violations }) => violations
    .filter(({ impact }) => ${JSON.stringify(impacts)}.length === 0 || ${JSON.stringify(impacts)}.includes(impact))
    .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).slice(0, 3).join(' ')))`;

/** Faults of the page as it is, and those of its colours once it is turned to the other theme. @param impacts default: all */
export async function axeFaults(page: Page, impacts: readonly string[] = []): Promise<string[]> {
  await page.evaluate(AXE);
  const faults: string[] = await page.evaluate(finding(ALL_RULES, impacts));
  await page.evaluate(`document.documentElement.dataset.theme = 'dark'`);
  const inTheDark: string[] = await page.evaluate(finding(COLOURS, impacts));
  await page.evaluate(`document.documentElement.dataset.theme = 'light'`);
  return [...faults, ...inTheDark.map((fault) => `dark: ${fault}`)];
}

/** How far the page scrolls sideways, in CSS pixels. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
