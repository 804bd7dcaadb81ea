// The health report's own words in Chinese and English: wording-zh.json, wording-en.json. Values stand for {names}.
import type { Language } from '../../types.ts';
import en from './wording-en.json' with { type: 'json' };
import zh from './wording-zh.json' with { type: 'json' };

/** The words of the health report. */
export type HealthWording = typeof zh;

const WORDINGS: Readonly<Record<Language, HealthWording>> = { zh, en };

/** Returns the health report's words in a language. */
export function healthWording(language: Language): HealthWording {
  return WORDINGS[language];
}

/** Fills the places of a text. @example filled('{n} reports', { n: 3 }) // => '3 reports' */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
