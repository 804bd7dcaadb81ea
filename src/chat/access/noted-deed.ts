// Notes deeds on people, keys and reports in the audit log: what each was done to, and what came of it.
import type { Turn } from '../turn.ts';

/** A deed that is noted under the action of its turn. */
export interface Deed {
  /** The id of what it was done to: a member, a key, a report, waiting files. */
  readonly object: string;
  /** What came of it. */
  readonly verdict: string;
}

const MAX_OBJECT_CHARACTERS = 200;

/** Notes a deed of the account that speaks in the audit log. */
export function noteDeed({ object, verdict }: Deed, { parts, account, role, action }: Turn): void {
  const named = [...object].slice(0, MAX_OBJECT_CHARACTERS).join('');
  parts.state.audit.append(account, { action, role, verdict, object: named }, parts.now());
}

/** Does something to the corpus and notes it as done, or as failed where it fails. @param object ids of files or reports */
export async function doNoted<T>(object: string, turn: Turn, work: () => T | Promise<T>): Promise<T> {
  try {
    const outcome = await work();
    // Nothing was there to do it to.
    noteDeed({ object, verdict: outcome === null || outcome === false ? 'unknown' : 'done' }, turn);
    return outcome;
  } catch (error) {
    noteDeed({ object, verdict: 'failed' }, turn);
    throw error;
  }
}
