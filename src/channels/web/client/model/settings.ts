// What the browser keeps for the reader: light or dark, the language, and for the tab how far it was scrolled. Works without storage too.
import type { WebLanguage } from '../../server/schemas.ts';

/** Light, dark, or as the system has it. */
export type Theme = 'auto' | 'light' | 'dark';

const THEME = 'quzhi.theme';
const LANGUAGE = 'quzhi.language';
const SCROLLED = 'quzhi.scrolled';

/** The kept choice of light or dark. */
export function keptTheme(): Theme {
  const kept = read(THEME);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

/** Applies and keeps a choice of light or dark. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  write(THEME, theme);
}

/** The kept language; null: none was chosen in this browser. */
export function keptLanguage(): WebLanguage | null {
  const kept = read(LANGUAGE);
  return kept === 'zh' || kept === 'en' ? kept : null;
}

/** Keeps a language that the reader chose. */
export function keepLanguage(language: WebLanguage): void {
  write(LANGUAGE, language);
}

/** Keeps how far a place is scrolled, in CSS pixels, as long as the tab is open; the one before is forgotten. */
export function keepScrolled(href: string, top: number): void {
  write(SCROLLED, `${Math.round(top)} ${href}`, () => sessionStorage);
}

/** How far a place was scrolled when it was last left; null where it was not the last. */
export function keptScrolled(href: string): number | null {
  const [top, ...place] = (read(SCROLLED, () => sessionStorage) ?? '').split(' ');
  return place.join(' ') === href ? Number(top) : null;
}

/** Tells the browser which language the page is in, for fonts, line breaks and voices. */
export function applyLanguage(language: WebLanguage): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
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
