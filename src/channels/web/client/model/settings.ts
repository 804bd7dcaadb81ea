// Settings stored in the browser: theme and language, and per tab the scroll position. Works without storage too.
import type { WebLanguage } from '../../server/schemas.ts';
import { localeOf } from '../wording/wordings.ts';

/** The colour theme; `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

/** Media query: the system is set to dark. */
export const DARK_SYSTEM = '(prefers-color-scheme: dark)';

const THEME = 'quzhi.theme';
const LANGUAGE = 'quzhi.language';
const SCROLLED = 'quzhi.scrolled';
const REMINDED = 'quzhi.reminded';
const CONVERSATION = 'quzhi.conversation';

/** Returns the stored theme; `auto` if none is stored. */
export function storedTheme(): Theme {
  const kept = read(THEME);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

/** Applies and stores a theme. */
export function applyTheme(theme: Theme): void {
  const { matches: isDark } = matchMedia(DARK_SYSTEM);
  document.documentElement.dataset['theme'] = theme === 'auto' ? (isDark ? 'dark' : 'light') : theme;
  write(THEME, theme);
}

/** Returns the stored language; null if none was chosen in this browser. */
export function storedLanguage(): WebLanguage | null {
  const kept = read(LANGUAGE);
  return kept === 'zh' || kept === 'en' ? kept : null;
}

/** Stores the language that the user chose. */
export function storeLanguage(language: WebLanguage): void {
  write(LANGUAGE, language);
}

/** Stores which conversation the tab shows, for as long as it is open. */
export function storeConversation(id: string): void {
  write(CONVERSATION, id, () => sessionStorage);
}

/** Returns the conversation that the tab showed before a reload; null: none. */
export function storedConversation(): string | null {
  const kept = read(CONVERSATION, () => sessionStorage);
  return kept !== null && /^[0-9a-z]{1,24}$/u.test(kept) ? kept : null;
}

/** Forgets what the tab showed: whoever signs in next finds nothing of it. */
export function forgetTab(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Nothing is stored then.
  }
}

/** Stores the day on which this browser was last reminded. */
export function storeReminderDay(day: string): void {
  write(REMINDED, day);
}

/** Returns the day on which this browser was last reminded; null: never. */
export function reminderDay(): string | null {
  return read(REMINDED);
}

/** Stores the scroll position of an address, in CSS pixels, for as long as the tab is open; only the last one is kept. */
export function storeScroll(href: string, top: number): void {
  write(SCROLLED, `${Math.round(top)} ${href}`, () => sessionStorage);
}

/** Returns the stored scroll position of an address, in CSS pixels; null if another address was stored last. */
export function storedScroll(href: string): number | null {
  const [top, ...place] = (read(SCROLLED, () => sessionStorage) ?? '').split(' ');
  return place.join(' ') === href ? Number(top) : null;
}

/** Sets the document's language, which decides fonts, line breaks and voices. */
export function applyLanguage(language: WebLanguage): void {
  document.documentElement.lang = localeOf(language);
}

function read(name: string, storage = (): Storage => localStorage): string | null {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string, storage = (): Storage => localStorage): void {
  try {
    storage().setItem(name, value);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is left.
  }
}
