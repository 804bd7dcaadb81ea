// Picks our own words by language.
import type { Language } from '../../types.ts';
import type { Wording } from './wording.ts';
import { english } from './wording-en.ts';
import { chinese } from './wording-zh.ts';

/** Our words in a language. */
export function wordingFor(language: Language): Wording {
  return language === 'en' ? english : chinese;
}
