// Picks the page's words by language.
import type { WebLanguage } from '../../server/schemas.ts';
import { english } from './wording-en.ts';
import { chinese, type PageWording } from './wording-zh.ts';

export type { PageWording } from './wording-zh.ts';

const WORDINGS: Readonly<Record<WebLanguage, PageWording>> = { zh: chinese, en: english };

/** The page's words in a language. */
export function pageWordingFor(language: WebLanguage): PageWording {
  return WORDINGS[language];
}

/** The language to begin with: the one that the person chose, else the browser's first that we speak, else Chinese. */
export function firstLanguage(chosen: WebLanguage | null, browser: readonly string[]): WebLanguage {
  if (chosen !== null) return chosen;
  const spoken = browser.map((tag) => tag.toLowerCase().slice(0, 2)).find((tag) => tag === 'zh' || tag === 'en');
  return spoken === 'en' ? 'en' : 'zh';
}
