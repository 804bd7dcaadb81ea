// Tells what an English question asks for and says it in Chinese question words. Data: data/english-cues.tsv.

import { readLexicon } from '../words/data-files.ts';
import { once } from '../words/once.ts';

const DIGITS = '零一二三四五六七八九十';
const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = `(${NUMBER_WORDS.slice(1).join('|')}|\\d+)`;
const GAP = '((?:\\S+ ){0,8})';
const YES_OR_NO = /^(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would) /u;

interface EnglishCue {
  readonly pattern: RegExp;
  readonly cue: string;
}

/** What a question asks for, and which of its words say so. */
interface ShapeCue {
  readonly cue: string;
  /** Place of the first word that asks, counted in words from 0. */
  readonly first: number;
  /** Number of words that only ask, ≥ 0. */
  readonly length: number;
}

function compile(line: string): EnglishCue {
  const [pattern = '', cue = ''] = line.split('\t');
  const parts = pattern.trim().split(' ');
  const source = parts.map((part) => {
    if (part === '...') return GAP;
    return part === '#' ? `${NUMBER} ` : `(?:${part.replaceAll('/', '|')}) `;
  });
  const gap = parts.indexOf('...');
  // Only what stands before the gap is taken out; the rest still has to match.
  const asking = gap < 0 ? source : source.slice(0, gap);
  const rest = gap < 0 ? '' : `(?=${source.slice(gap).join('')})`;
  return { pattern: new RegExp(`(?<=^| )${asking.join('')}${rest}`, 'u'), cue };
}

const cues = once((): readonly EnglishCue[] => readLexicon('english-cues.tsv').map(compile));

function chineseNumber(word: string | undefined): string {
  if (word === undefined) return '';
  const value = NUMBER_WORDS.indexOf(word);
  return DIGITS[value >= 0 ? value : Number(word)] ?? word;
}

const countWords = (text: string): number => text.split(' ').length - 1;

/**
 * Returns what a question asks for, from its words in lower case; null if it asks nothing known.
 * @example shapeCueOf(['what', 'are', 'the', 'three', 'goals']) // => { cue: '哪三', first: 0, length: 4 }
 */
export function shapeCueOf(words: readonly string[]): ShapeCue | null {
  const text = `${words.join(' ')} `;
  let best: { at: number; found: ShapeCue } | null = null;
  for (const { pattern, cue } of cues()) {
    const match = pattern.exec(text);
    if (match === null || (best !== null && match.index >= best.at)) continue;
    const found = {
      cue: cue.replace('#', chineseNumber(match[1])),
      first: countWords(text.slice(0, match.index)),
      length: countWords(match[0]),
    };
    best = { at: match.index, found };
  }
  if (best !== null) return best.found;
  return YES_OR_NO.test(text) ? { cue: '是否', first: 0, length: 1 } : null;
}
