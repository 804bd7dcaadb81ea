// What the browser keeps for the reader: light or dark, and the language. Works without storage too.
import type { WebLanguage } from '../types.ts';

/** Light, dark, or as the system has it. */
export type Theme = 'auto' | 'light' | 'dark';

const THEME = 'quzhi.theme';
const LANGUAGE = 'quzhi.language';

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

/** Tells the browser which language the page is in, for fonts, line breaks and voices. */
export function applyLanguage(language: WebLanguage): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is left.
  }
}
