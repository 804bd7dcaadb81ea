// Banks: items that a trainer reviews one by one before exams draw on them. Data, and the words that describe a blueprint.
import { parseQuizFilter } from '../quiz-filter.ts';
import { DIFFICULTY_WORDS, type Difficulty, KIND_WORDS } from '../quiz-words.ts';
import type { Item, ItemKind } from '../types.ts';
import { strataOf } from './exam.ts';
import type { Stratum } from './records.ts';

/** Where an item of a bank stands. */
export type BankStatus = 'proposed' | 'approved' | 'rejected';
/** Where it comes from: made by code, edited by a trainer, or written or imported by one. */
export type BankOrigin = 'made' | 'edited' | 'own';

/** A bank. */
export interface Bank {
  readonly id: number;
  readonly channel: string;
  readonly name: string;
  /** The latest published version, from 1; 0: none. */
  readonly version: number;
}

/** An item of a bank. */
export interface BankItem {
  /** From 1, never given to another. */
  readonly n: number;
  readonly item: Item;
  readonly origin: BankOrigin;
  readonly status: BankStatus;
  /** Why it was rejected; null: not said. */
  readonly reason: string | null;
}

/** How many items of some kinds, topic and difficulty a paper holds. */
export interface BlueprintRow {
  /** Empty: every kind. */
  readonly kinds: readonly ItemKind[];
  /** Words of districts and topics; empty: every one. */
  readonly about: string;
  /** null: any. */
  readonly difficulty: Difficulty | null;
  readonly count: number;
}

const ROW = /(?:^|\s)([^\s=]{1,60})=(\d{1,3})(?=\s|$)/gu;
const PART_END = /[/·]/u;

/** Reads one row: its parts are kinds, a difficulty, and whatever else they are about. */
function rowOf(words: string, count: number): BlueprintRow {
  const parts = words.split(PART_END).filter((part) => part !== '');
  const kinds = parts.flatMap((part) => KIND_WORDS.get(part.toLowerCase()) ?? []);
  const difficulty = parts.map((part) => DIFFICULTY_WORDS.get(part.toLowerCase())).find((one) => one !== undefined);
  const about = parts.filter(
    (part) => !KIND_WORDS.has(part.toLowerCase()) && !DIFFICULTY_WORDS.has(part.toLowerCase()),
  );
  return { kinds, about: about.join(' '), difficulty: difficulty ?? null, count };
}

/**
 * Reads the rows of a blueprint out of words, as `topic/kind/difficulty=count` with its parts in any order; the other words are left.
 * @example readBlueprint('营商环境/单选/难=10 填空=5 30').rows.length // => 2
 */
export function readBlueprint(words: string): { readonly rows: readonly BlueprintRow[]; readonly rest: string } {
  const rows: BlueprintRow[] = [];
  const rest = words.replace(ROW, (whole, row: string, count: string) => {
    if (Number(count) === 0) return whole;
    rows.push(rowOf(row, Number(count)));
    return ' ';
  });
  return { rows, rest };
}

/** What an exam by a blueprint is drawn from, or the row for which there are too few items. */
export type BlueprintStrata =
  | { readonly strata: readonly Stratum[] }
  | { readonly lacking: BlueprintRow; readonly have: number };

/** What a blueprint is filled from. */
interface BlueprintSource {
  readonly items: readonly Item[];
  readonly difficultyOf: (item: Item) => Difficulty;
  /** Any whole number. */
  readonly seed: number;
}

/** Returns the strata of a blueprint, each row spread over districts; no item is in two of them. */
export function blueprintStrata(rows: readonly BlueprintRow[], source: BlueprintSource): BlueprintStrata {
  const { items, difficultyOf } = source;
  const fitting = rows.map((row) => {
    const { kinds, about, difficulty } = row;
    const onIt = about === '' ? items : parseQuizFilter(about, items).items;
    const isOfKind = ({ kind }: Item): boolean => kinds.length === 0 || kinds.includes(kind);
    const isAsHard = (item: Item): boolean => difficulty === null || difficultyOf(item) === difficulty;
    return { row, items: onIt.filter((item) => isOfKind(item) && isAsHard(item)) };
  });
  // Who has the least choice comes first; where there is little of everything, papers are alike.
  fitting.sort((a, b) => a.items.length - b.items.length);
  const drawn = strataOfRows(fitting, source.seed);
  return 'lacking' in drawn ? strataOfRows(fitting, source.seed, 1) : drawn;
}

interface FittingRow {
  readonly row: BlueprintRow;
  readonly items: readonly Item[];
}

function strataOfRows(fitting: readonly FittingRow[], seed: number, choice?: number): BlueprintStrata {
  const strata: Stratum[] = [];
  const taken = new Set<Item['id']>();
  for (const { row, items } of fitting) {
    const free = items.filter(({ id }) => !taken.has(id));
    if (free.length < row.count) return { lacking: row, have: free.length };
    const drawn = strataOf(free, { count: row.count, seed, ...(choice === undefined ? {} : { choice }) });
    for (const { items: members } of drawn) for (const { id } of members) taken.add(id);
    strata.push(...drawn);
  }
  return { strata };
}
