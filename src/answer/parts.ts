// Whether a figure is of a part of a district (an estate, a firm, a zone), not of the district as a whole: by the fact table where
// it holds the figure, else by what is named before it. Kinds of parts: lexicon/data/part-kinds.txt.
import { districtNames } from '../lexicon/places/districts.ts';
import {
  BARE_VERBS,
  BREAKS,
  COUNT_VERBS,
  PART_CLASSES,
  PART_KINDS,
  VERBS_IN_NAMES,
} from '../lexicon/words/indicator-words.ts';
import { lengthAt } from '../lexicon/words/word-set.ts';
import type { Candidate } from '../read/candidates.ts';
import { longestCommonRun } from '../read/match.ts';
import { clausesOf } from '../text/clauses.ts';
import { fold } from '../text/normalise.ts';
import type { Fact, Library, Span } from '../types.ts';

/** Kinds of one character end many words (城乡, 农村): before them must stand what no class of things is called by. */
const KINDS = [...PART_KINDS.words].sort((a, b) => b.length - a.length);
const WHOLE = /全[区县市旗省州]|[该我本][区县市旗]|辖区|区内|县内|市内|境内/u;
/** What may stand before a kind of part and be its name. */
const NAME = /^[\p{Script=Han}A-Za-z"'“”·]*[^个座处家所条项类大第每]$/u;
/** What may stand before a name at the head of a clause. */
const LEADING = /^(?:在|从|其中|此外|目前|去年|今年|全年|年[末底]|[上下]半年|截至目前)/u;
const MAX_MODIFIER = 14;
const MIN_MODIFIER = 2;
/** Sentences before a figure's own in which its subject may be named. */
const MAX_SENTENCES_BACK = 6;
/** Behind a kind of part the word goes on (社区党委, 村民, 项目化), or so many of them are counted (新建产业园3个). */
const GOES_ON =
  /^(?:\d+[余多]?[个座处家所条项](?=[，,。；;、]|$)|[民党化型性级委建志务类数内外里、和与及]|干部|群众|代表|居民|书记|经济|治理|管理|建设|改造|数量|总数|["“'])/u;
/** A clause whose subject is a thing that was named before: 小区主干道…, 该公司…. */
const POINTS_BACK =
  /^(?:如今|现在|目前|以往|过去|其中)?(?:该|本|其)?(?:小区|社区|园区|公司|企业|村|镇|街道|项目|集团|医院|学校)(?![总数新]|\d)/u;

/** Words with which no name of a part begins: 建设某某大厦, 新签约某某集团. */
const NO_BEGINNINGS = [COUNT_VERBS, VERBS_IN_NAMES, BARE_VERBS, BREAKS];

/**
 * The name that ends with a kind of part at a place of a clause, where it heads the clause or stands behind 的; null where what stands
 * before the kind is a class of things or a number.
 */
function nameEndingAt(clause: string, end: number, kind: string): string | null {
  const start = Math.max(clause.lastIndexOf('的', end - kind.length) + 1, 0);
  const modifier = clause.slice(start, end - kind.length).replace(LEADING, '');
  const isClass = Array.from({ length: modifier.length }, (_, index) => modifier.slice(index)).some((word) =>
    PART_CLASSES.words.has(word),
  );
  const isName = modifier.length >= MIN_MODIFIER && modifier.length <= MAX_MODIFIER && NAME.test(modifier);
  if (!isName || isClass || NO_BEGINNINGS.some((words) => lengthAt(words, modifier, 0) > 0)) return null;
  return modifier + kind;
}

/** The last name that ends with a kind of part in a text, and where it ends; null if there is none. */
function lastOfKind(text: string, kind: string): { name: string; end: number } | null {
  for (let at = text.lastIndexOf(kind); at > 0; at = text.lastIndexOf(kind, at - 1)) {
    const end = at + kind.length;
    const name = GOES_ON.test(text.slice(end)) ? null : nameEndingAt(text, end, kind);
    if (name !== null) return { name, end };
  }
  return null;
}

/** The part that a text names last; null if it names none. */
function lastPart(text: string): { name: string; end: number } | null {
  const found = KINDS.flatMap((kind) => lastOfKind(text, kind) ?? []);
  return found.reduce<{ name: string; end: number } | null>(
    (last, one) => (last === null || one.end > last.end ? one : last),
    null,
  );
}

/** The part of which a text speaks at its end; null: of the whole, or it says nothing of it. */
function subjectOf(text: string, names: readonly string[]): string | null | undefined {
  const clauses = clausesOf(text).map(({ start, end }) => text.slice(start, end).trim());
  for (const clause of clauses.reverse()) {
    const own = names.find((name) => clause.startsWith(name)) ?? '';
    const part = lastPart(clause.slice(own.length));
    const behind = part ? clause.slice(own.length + part.end) : clause;
    if (WHOLE.test(behind) || names.some((name) => behind.includes(name))) return null;
    if (part) return names.some((name) => part.name.endsWith(name)) ? null : part.name;
  }
  return undefined;
}

/** Returns the names of a district as texts write them. */
export function namesOf(district: string): readonly string[] {
  return districtNames(district).names.map(fold);
}

/** A figure amid its sentence, and the names of the district that it may be of. */
interface Placed {
  readonly candidate: Candidate;
  readonly figure: Span;
  /** Names of the district, as texts write them. */
  readonly names: readonly string[];
  /** The row of the fact table that states it; null: none. */
  readonly fact: Fact | null;
  /** Sentences before its own, as read, nearest last. */
  readonly earlier: readonly string[];
}

/** Returns the sentences before a candidate's own in its report, those of its passage and of the one before. */
export function sentencesBefore({ passage, position }: Candidate, library: Library): readonly string[] {
  const { from } = library.passagesOf(passage.reportId);
  const before = passage.number > from ? library.passage(passage.number - 1).sentences : [];
  return [...before, ...passage.sentences.slice(0, position)].map(({ read }) => read).slice(-MAX_SENTENCES_BACK);
}

/** Returns the part of its district that a figure is of, as far as it is named; null if it is of the whole, or nothing says of what. */
export function partOf({ candidate, figure, names, fact, earlier }: Placed): string | null {
  if (fact?.subject) return fact.subject;
  const before = candidate.prepared.folded.slice(0, figure.start);
  const own = subjectOf(before, names);
  if (own !== undefined) return own;
  if (!POINTS_BACK.test(before) && !clausesOf(before).some(({ start }) => POINTS_BACK.test(before.slice(start))))
    return null;
  for (const read of earlier.toReversed()) {
    const subject = subjectOf(fold(read), names);
    if (subject) return subject;
  }
  return null;
}

/** A question names a part if it holds so many characters of its name in a row. */
const NAMING_RUN = 3;

/** True if a question speaks of a part by its name, or a piece of it. */
export function isNamedIn(question: string, part: string): boolean {
  const name = fold(part);
  return longestCommonRun(name, question) >= Math.min(NAMING_RUN, name.length);
}
