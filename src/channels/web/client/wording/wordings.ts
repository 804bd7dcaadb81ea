// Selects the page's wording by language, and formats dates.
import type { WebLanguage } from '../../server/schemas.ts';
import { english } from './wording-en.ts';
import { chinese, type PageWording } from './wording-zh.ts';

export type { PageWording } from './wording-zh.ts';

const WORDINGS: Readonly<Record<WebLanguage, PageWording>> = { zh: chinese, en: english };

/** Returns the page's wording in a language. */
export function pageWordingFor(language: WebLanguage): PageWording {
  return WORDINGS[language];
}

/** Returns the initial language: the user's choice, else the browser's first supported one, else Chinese. */
export function initialLanguage(chosen: WebLanguage | null, browser: readonly string[]): WebLanguage {
  if (chosen !== null) return chosen;
  const spoken = browser.map((tag) => tag.toLowerCase().slice(0, 2)).find((tag) => tag === 'zh' || tag === 'en');
  return spoken === 'en' ? 'en' : 'zh';
}

/** Formats a date for a language. @param at ISO 8601 */
export function dateText(at: string, language: WebLanguage): string {
  return new Date(at).toLocaleDateString(localeOf(language));
}

/** Formats a date and time for a language. @param at ISO 8601 */
export function dateTimeText(at: string, language: WebLanguage): string {
  return new Date(at).toLocaleString(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' });
}

/** Returns the locale tag of a language. */
export function localeOf(language: WebLanguage): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}
