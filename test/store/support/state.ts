// A state folder for tests of people's data: fresh before each test, reopened on demand.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach } from 'vitest';
import { openState, type State } from '../../../src/store/state/state.ts';

export const NOW = new Date('2031-05-01T08:00:00Z');
export const later = (ms: number): Date => new Date(NOW.getTime() + ms);

/** A fresh state before each test of the file. */
export function useState() {
  let folder = '';
  let state: State;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quzhi-state-'));
    state = openState(folder);
  });
  afterEach(() => {
    state.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get state() {
      return state;
    },
    /** Closes the state and opens it anew, as a restart does. */
    restart: (): void => {
      state.close();
      state = openState(folder);
    },
    /** Rows of a table, read past the product. */
    rows: (table: string): number => {
      const database = new Database(join(folder, 'quzhi.sqlite'), { readonly: true });
      const count = Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
      database.close();
      return count;
    },
  };
}
