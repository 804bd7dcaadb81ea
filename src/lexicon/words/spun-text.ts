// Detects text in which a program swapped words (工作→工做, 优势→劣势, 已→未) and reads what stood there before.
// The source is never edited: a repair is kept as normalized text beside it. Clean text is not to be repaired: detect first, for the whole report.
import { readLexicon, readPatterns } from './data-files.ts';
import { buildNameIndex, findNames, type NameIndex } from './name-index.ts';
import { once } from './once.ts';

/** Result of the test for spun text. */
interface SpunFinding {
  readonly spun: boolean;
  /** Occurrences of tell-tale words: such as clean text hardly ever has. */
  readonly tells: number;
  /** Number of different ones. */
  readonly distinctTells: number;
  /** Occurrences for each 1,000 characters. */
  readonly density: number;
}

interface SpunLexicon {
  /** Original by garbled word; real words that hold garbled characters stand for themselves. */
  readonly words: ReadonlyMap<string, string>;
  readonly index: NameIndex;
  readonly tells: NameIndex;
}

/** Clean news shows up to two tells of one kind by chance (a name, a typo); spun text has dozens. */
const MIN_DISTINCT_TELLS = 4;
const MIN_DENSITY = 3;

function load(): SpunLexicon {
  const words = new Map<string, string>();
  const tells: string[] = [];
  for (const row of readLexicon('spun-text.tsv')) {
    const [garbled = '', correct = '', , tell] = row.split('\t');
    words.set(garbled, correct);
    if (tell === '1') tells.push(garbled);
  }
  return { words, index: buildNameIndex(words.keys()), tells: buildNameIndex(tells) };
}

const lexicon = once(load);

/**
 * True if a report was rewritten by a word-swapping program, by the density of its tell-tale words.
 * @param text a whole report: a sentence is too short to judge
 */
export function detectSpun(text: string): SpunFinding {
  const found = findNames(text, lexicon().tells).map(({ name }) => name);
  const distinctTells = new Set(found).size;
  const density = text.length === 0 ? 0 : (1000 * found.length) / text.length;
  const spun = distinctTells >= MIN_DISTINCT_TELLS && density >= MIN_DENSITY;
  return { spun, tells: found.length, distinctTells, density };
}

/** A pattern that is tried at one place of the garbled source, and what stood there before. */
interface SpunRule {
  readonly pattern: RegExp;
  readonly correct: string;
}

/** Reads the rules for words whose repair depends on their neighbours, by the first character of what they match, in order. */
function loadRules(): Map<string, SpunRule[]> {
  const byHead = new Map<string, SpunRule[]>();
  for (const { kind: correct, pattern } of readPatterns('spun-rules.tsv')) {
    const head = pattern.replace(/^\(\?<[^)]*\)/, '').slice(0, 1);
    byHead.set(head, [...(byHead.get(head) ?? []), { pattern: new RegExp(pattern, 'y'), correct }]);
  }
  return byHead;
}

const rules = once(loadRules);

interface Repair {
  readonly length: number;
  readonly correct: string;
}

function ruleAt(text: string, position: number): Repair | null {
  for (const { pattern, correct } of rules().get(text[position] ?? '') ?? []) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match) return { length: match[0].length, correct };
  }
  return null;
}

/** Returns the longest repair that starts here: a listed word, else a rule, else a listed single character. */
function repairAt(text: string, position: number): Repair | null {
  const { words, index } = lexicon();
  const word = index.longestAt(text, position);
  const rule = ruleAt(text, position);
  if (word !== null && word.length >= (rule?.length ?? 0))
    return { length: word.length, correct: words.get(word) ?? word };
  if (rule) return rule;
  const correct = words.get(text[position] ?? '');
  return correct === undefined ? null : { length: 1, correct };
}

/**
 * Returns the text as it was before the program swapped words, in one pass from left to right, the longest repair at each place:
 * what has been repaired is not looked at again (服务→办事 and 办事→处事 both occur).
 * @param text a stretch of a report that `detectSpun` found spun
 */
export function repairSpun(text: string): string {
  let repaired = '';
  for (let position = 0; position < text.length; ) {
    const repair = repairAt(text, position);
    repaired += repair?.correct ?? text[position] ?? '';
    position += repair?.length ?? 1;
  }
  return repaired;
}
