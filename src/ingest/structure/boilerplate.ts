// Recognises what a web page or newspaper puts around a report: navigation, bylines, photo credits, editors, sharing.
// Data: lexicon/data/boilerplate.tsv. Boilerplate is marked, never deleted.
import { anyPattern, type PatternRow, readPatterns } from '../../lexicon/words/data-files.ts';

const ROWS = readPatterns('boilerplate.tsv');

/** A kind of boilerplate: texts of up to `limit` UTF-16 units that match. */
interface BoilerplateRule {
  readonly kind: string;
  readonly limit: number;
  readonly pattern: RegExp;
}

/** Returns the rules for one place, which stands before the kind: `line:byline`. */
function rulesFor(place: 'line' | 'sentence'): BoilerplateRule[] {
  const isOfPlace = ({ kind }: PatternRow): boolean => kind.startsWith(`${place}:`);
  return ROWS.filter(isOfPlace).map(({ kind, pattern, limit }) => {
    return { kind: kind.slice(place.length + 1), limit, pattern: new RegExp(pattern, 'iu') };
  });
}

const LINE_RULES = rulesFor('line');
const SENTENCE_RULES = rulesFor('sentence');

function matching(rules: readonly BoilerplateRule[], text: string): string | null {
  const rule = rules.find(({ limit, pattern }) => text.length <= limit && pattern.test(text));
  return rule?.kind ?? null;
}

/**
 * Returns the kind of boilerplate that a line is, or null for a line of the report itself.
 * @param line without white space at its ends
 */
export function boilerplateLine(line: string): string | null {
  return matching(LINE_RULES, line);
}

/** Returns the kind of boilerplate that a sentence inside a paragraph is, or null. */
export function boilerplateSentence(sentence: string): string | null {
  return matching(SENTENCE_RULES, sentence);
}

const BYLINE_START = anyPattern(ROWS, 'piece:byline start', 'iu');
const BYLINE_PIECE = anyPattern(ROWS, 'piece:byline', 'iu');
const LONGEST_BYLINE_PIECE = 16;
/** A label of page furniture with its value, a separator, or a time of day: 来源：某报 | 发布时间：2021-03-04 09:30 */
const LABEL_PIECE = anyPattern(ROWS, 'piece:label', 'iu');
const LABEL_START = anyPattern(ROWS, 'piece:label start', 'iu');

/**
 * Counts the pieces at the start of a run-in line (cut at white space) that are a byline: "◎文/某报记者 张三 图/李四 正文……".
 * @returns 0 if the line does not start with one
 */
export function bylinePieces(pieces: readonly string[]): number {
  if (LABEL_START.test(pieces[0] ?? '')) return firstIndex(pieces, (piece) => !LABEL_PIECE.test(piece));
  if (!BYLINE_START.test(pieces[0] ?? '')) return 0;
  return firstIndex(
    pieces,
    (piece) => piece.length > LONGEST_BYLINE_PIECE || /[，,。；;！？]/u.test(piece) || !BYLINE_PIECE.test(piece),
  );
}

function firstIndex(pieces: readonly string[], matches: (piece: string) => boolean): number {
  const index = pieces.findIndex(matches);
  return index < 0 ? pieces.length : index;
}
