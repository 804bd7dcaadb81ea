// The corpus as the page handles it, beside the commands: files that wait, taking them in, corrections. Every call is authorized by the
// policy; what cannot be done is returned with its remedy.
import { AppError } from '../../errors.ts';
import { doNoted } from '../access/noted-deed.ts';
import type { Action } from '../access/policy.ts';
import type { Lookup, LookupResult } from '../browse/browse-api.ts';
import type { Setting, Turn } from '../turn.ts';
import type { Accepted, CorpusAdmin, Hearer, NewFile, PendingFile } from './corpus-admin.ts';

/** What was done, or why it could not be done. */
export type Outcome<T> = { readonly done: T } | { readonly remedy: string };

/** The files that wait, and how far a build is. */
export interface PendingList {
  readonly files: readonly PendingFile[];
  /** Null: nothing is being built. */
  readonly progress: string | null;
}

/** The corpus, for maintainers. */
export interface CorpusApi {
  /** Puts a file among those that wait; its id. */
  addFile(setting: Setting, file: NewFile): Promise<LookupResult<Outcome<string>>>;
  pending(setting: Setting): Promise<LookupResult<Outcome<PendingList>>>;
  /** Takes files in; `sound`: all that are. Null where none of them waits any more. */
  accept(setting: Setting, ids: readonly string[] | 'sound'): Promise<LookupResult<Outcome<Accepted | null>>>;
  discard(setting: Setting, ids: readonly string[]): Promise<LookupResult<Outcome<true>>>;
  correct(
    setting: Setting,
    report: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<LookupResult<Outcome<true>>>;
  /** False where there is no correction to take back. */
  undoCorrection(setting: Setting, report: string): Promise<LookupResult<Outcome<boolean>>>;
}

/** Returns the ids of the waiting files that came in whole and without remark. */
export function soundIds(corpusAdmin: CorpusAdmin, { speaker }: Pick<Turn, 'speaker'>): string[] {
  const files = corpusAdmin.pending(speaker.language);
  return files.filter(({ verdict }) => verdict === 'sound').map(({ id }) => id);
}

/** Returns who hears of a long work: the speaker of the turn. */
export function hearerOf({ speaker: { language }, onProgress }: Turn): Hearer {
  return { language, onProgress };
}

/** Creates the corpus API. */
export function createCorpusApi(look: Lookup): CorpusApi {
  const run = <T>(
    setting: Setting,
    action: Action,
    work: (corpusAdmin: CorpusAdmin, turn: Turn) => T | Promise<T>,
  ): Promise<LookupResult<Outcome<T>>> =>
    look(setting, action, async (turn): Promise<Outcome<T>> => {
      const { corpusAdmin } = turn.parts;
      if (corpusAdmin === undefined) return { remedy: turn.wording.notHere };
      try {
        return { done: await work(corpusAdmin, turn) };
      } catch (error) {
        if (error instanceof AppError) return { remedy: corpusAdmin.told(error.message, turn.speaker.language) };
        throw error;
      }
    });
  return {
    addFile: (setting, file) =>
      run(setting, 'add', (corpusAdmin, turn) => doNoted(file.name, turn, () => corpusAdmin.add(file))),
    pending: (setting) =>
      run(setting, 'pending', (corpusAdmin, { speaker }) => ({
        files: corpusAdmin.pending(speaker.language),
        progress: corpusAdmin.progress(),
      })),
    accept: (setting, ids) =>
      run(setting, 'add', (corpusAdmin, turn) =>
        acceptFiles(ids === 'sound' ? soundIds(corpusAdmin, turn) : ids, { corpusAdmin, turn }),
      ),
    discard: (setting, ids) =>
      run(setting, 'add', async (corpusAdmin, turn) => {
        await discardWaiting(ids, { corpusAdmin, turn });
        return true as const;
      }),
    correct: (setting, report, fields) =>
      run(setting, 'correct', async (corpusAdmin, turn) => {
        await doNoted(report, turn, () => corpusAdmin.correct(report, fields, hearerOf(turn)));
        return true as const;
      }),
    undoCorrection: (setting, report) =>
      run(setting, 'correct', (corpusAdmin, turn) =>
        doNoted(report, turn, () => corpusAdmin.undoCorrection(report, hearerOf(turn))),
      ),
  };
}

interface At {
  readonly corpusAdmin: CorpusAdmin;
  readonly turn: Turn;
}

/** Takes waiting files in; null where none of them waits any more. */
export function acceptFiles(ids: readonly string[], { corpusAdmin, turn }: At): Promise<Accepted | null> {
  return doNoted(`accept ${ids.join(' ')}`, turn, () => corpusAdmin.accept(ids, hearerOf(turn)));
}

/** Throws waiting files away. */
export function discardWaiting(ids: readonly string[], { corpusAdmin, turn }: At): Promise<void> {
  return doNoted(`discard ${ids.join(' ')}`, turn, () => corpusAdmin.discard(ids));
}
