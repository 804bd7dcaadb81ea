// Cuts an English question into words and brings their forms together. It knows no Chinese and no lexicon.
import { fold } from '../../text/normalise.ts';

const WORD = /[a-z0-9&]*[a-z][a-z0-9&]*(?:'[a-z]+)?|\d+(?:[.,]\d+)*%?(?:\+\d+)*|[\u3400-\u9fff]+/gu;
const SHORT_FORM = /^(what|who|how|where|when|that|it|there)'s$/u;
const VOWEL = /[aeiouy]/u;

/** A word of a question: as written, and in the form that is looked up (small letters, no possessive ending). */
export interface EnglishWord {
  readonly written: string;
  readonly form: string;
}

function wordOf(written: string, folded: string): EnglishWord[] {
  const short = SHORT_FORM.exec(folded)?.[1];
  if (short !== undefined) {
    return [
      { written: short, form: short },
      { written: 'is', form: 'is' },
    ];
  }
  const form = folded.replace(/'.*$/u, '').replace(/(?<=\d),(?=\d)/gu, '');
  return [{ written: written.slice(0, folded.replace(/'.*$/u, '').length), form }];
}

/**
 * Returns the words of a question in order: English words, numbers, and runs of Chinese characters. Hyphens part words.
 * @example englishWords("Shanyang's e-commerce").map(({ form }) => form) // => ['shanyang', 'e', 'commerce']
 */
export function englishWords(question: string): EnglishWord[] {
  const found: EnglishWord[] = [];
  for (const match of fold(question).matchAll(WORD)) {
    found.push(...wordOf(question.slice(match.index, match.index + match[0].length), match[0]));
  }
  return found;
}

function withoutPlural(word: string): string {
  if (/[^aeiou]ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/u.test(word)) return word.slice(0, -2);
  return /[^su]s$/u.test(word) && !word.endsWith('is') ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  if (/[^aeiou]ied$/u.test(word)) return `${word.slice(0, -3)}y`;
  const root = word.replace(/(?:ing|ed)$/u, '');
  if (root === word || root.length < 3 || !VOWEL.test(root)) return word;
  return root.replace(/([bdgmnprt])\1$/u, '$1');
}

/**
 * Returns the common root of a word's plural and verb forms; not a word itself. Words of up to three letters stay as they are.
 * @example stemOf('companies') === stemOf('company') && stemOf('created') === stemOf('creating') // => true
 */
export function stemOf(word: string): string {
  if (word.length <= 3) return word;
  const root = withoutTense(withoutPlural(word));
  return root.length > 3 ? root.replace(/e$/u, '') : root;
}
