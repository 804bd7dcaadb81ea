// Rows of the state file and what they stand for: times are kept in milliseconds since 1970, flags as 0 or 1, ids in base 36.

import { isDiskFull } from '../../errors.ts';

/** A noun as its row holds it: times as numbers, flags as 0 or 1. */
export type RowOf<Noun> = {
  readonly [Field in keyof Noun]: Noun[Field] extends Date
    ? number
    : Noun[Field] extends Date | null
      ? number | null
      : Noun[Field] extends boolean
        ? number
        : Noun[Field];
};

/** The fields of a noun that stand in its row as columns of their own. */
export type Columns<Noun, Field extends keyof Noun> = RowOf<Pick<Noun, Field>>;

/** Returns the time that a row holds, null where it holds none. */
export function timeOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}

/** Returns the id under which a row is known outside. */
export function idOf(row: number): string {
  return row.toString(36);
}

/** Returns the row that an id names; −1, which no row has, where it is no id of ours. */
export function rowNumber(id: string): number {
  return /^[0-9a-z]{1,10}$/u.test(id) ? Number.parseInt(id, 36) : -1;
}

/** Returns what a row stands for; null where there is no row. */
export function found<Row, Noun>(row: Row | undefined, toNoun: (row: Row) => Noun): Noun | null {
  return row === undefined ? null : toNoun(row);
}

/** Makes a write that may be left out, if there is room for it; false where the disk is full. */
export function whereThereIsRoom(write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (isDiskFull(error)) return false;
    throw error;
  }
}
