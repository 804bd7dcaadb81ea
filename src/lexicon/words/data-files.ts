// Reads the data files of the lexicon: lists of words, verbs by their uses, patterns with their examples. It interprets none of them.
import { readFileSync } from 'node:fs';

/** Returns the lines of a data file, without comments and blank lines. @throws if the file is missing: a broken installation */
export function readLexicon(name: string): string[] {
  const text = readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Returns the words of a data file whose lines hold words separated by spaces. */
export function readWords(name: string): string[] {
  return readLexicon(name).flatMap((line) => line.split(/\s+/u));
}

/** A use of verbs in the rules: a column of data/verbs.tsv, where each is described. */
export type VerbUse = 'opens-clause' | 'governs-count' | 'in-name' | 'bare' | 'ends-noun' | 'initiative' | 'dated';

const [VERB_COLUMNS = [], ...VERB_ROWS] = readLexicon('verbs.tsv').map((line) => line.split('\t'));

/** Returns the verbs of one use, in the order of the file. */
export function verbsFor(use: VerbUse): string[] {
  const column = VERB_COLUMNS.indexOf(use);
  return VERB_ROWS.flatMap((cells) => (cells[column] ? (cells[0] ?? []) : []));
}

/** A row of a table of patterns: what a match means, the pattern, a text that it must match and one that it must not. */
export interface PatternRow {
  readonly kind: string;
  readonly pattern: string;
  readonly matching: string;
  readonly other: string;
  /** Longest text that the pattern may claim, in UTF-16 units; infinite if the row names none. */
  readonly limit: number;
}

/**
 * Returns the rows of a table of patterns: `kind ⇥ pattern ⇥ text that must match ⇥ text that must not [⇥ limit]`.
 * A row `NAME = ⇥ pattern` defines a part, to which the patterns below it refer as `{NAME}`.
 */
export function readPatterns(name: string): PatternRow[] {
  const parts = new Map<string, string>();
  return readLexicon(name).flatMap((line): PatternRow[] => {
    const [kind = '', written = '', matching = '', other = '', limit] = line.split('\t');
    const pattern = written.replace(/\{([A-Z]+)\}/g, (whole, part: string) => parts.get(part) ?? whole);
    if (!kind.endsWith(' ='))
      return [{ kind, pattern, matching, other, limit: Number(limit ?? Number.POSITIVE_INFINITY) }];
    parts.set(kind.slice(0, -' ='.length), pattern);
    return [];
  });
}

/** Returns one pattern that matches whatever a row of a kind does; the rows are tried in order. @throws RangeError for an unknown kind */
export function anyPattern(rows: readonly PatternRow[], kind: string, flags = 'u'): RegExp {
  const patterns = rows.flatMap((row) => (row.kind === kind ? `(?:${row.pattern})` : []));
  if (patterns.length === 0) throw new RangeError(`there is no pattern of the kind "${kind}"`);
  return new RegExp(patterns.join('|'), flags);
}
