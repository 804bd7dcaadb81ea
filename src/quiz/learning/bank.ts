// Banks: items that a trainer reviews one by one before exams draw on them. Data, and the words that describe a blueprint.
import { KIND_WORDS } from '../quiz-words.ts';
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

/** How many items of a kind a paper holds. */
export interface BlueprintRow {
  readonly kinds: readonly ItemKind[];
  readonly count: number;
}

const ROW = /(?:^|\s)([^\s=\d]{1,20})=(\d{1,3})(?=\s|$)/gu;

/** Reads the rows of a blueprint out of words; the other words are left. @example readBlueprint('单选=10 填空=5 30').rows.length // => 2 */
export function readBlueprint(words: string): { readonly rows: readonly BlueprintRow[]; readonly rest: string } {
  const rows: BlueprintRow[] = [];
  const rest = words.replace(ROW, (whole, word: string, count: string) => {
    const kinds = KIND_WORDS.get(word.toLowerCase());
    if (kinds === undefined || Number(count) === 0) return whole;
    rows.push({ kinds, count: Number(count) });
    return ' ';
  });
  return { rows, rest };
}

/** What an exam by a blueprint is drawn from, or the row for which there are too few items. */
export type BlueprintStrata =
  | { readonly strata: readonly Stratum[] }
  | { readonly lacking: BlueprintRow; readonly have: number };

/** Returns the strata of a blueprint: each row its own, spread over districts. @param seed any whole number */
export function blueprintStrata(items: readonly Item[], rows: readonly BlueprintRow[], seed: number): BlueprintStrata {
  const strata: Stratum[] = [];
  for (const row of rows) {
    const fitting = items.filter(({ kind }) => row.kinds.includes(kind));
    if (fitting.length < row.count) return { lacking: row, have: fitting.length };
    strata.push(...strataOf(fitting, { count: row.count, seed }));
  }
  return { strata };
}
