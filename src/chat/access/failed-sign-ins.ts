// Failed sign-ins in the audit log: invitations that let nobody in, keys that are nobody's. Bounded, since strangers make them.
import { HOUR_MS } from '../../durations.ts';
import { isDiskFull } from '../../errors.ts';
import type { AuditLog } from '../../store/state/audit-log.ts';

/** Secrets noted in an hour: whoever tries more is slowed down by the limits on requests, and fills no log. */
const MAX_NOTED = 100;
/** Digits of a hash by which a secret is told from others, as open invitations are. */
const ID_DIGITS = 16;

/** A sign-in that failed. */
export interface FailedSignIn {
  /** `join` by a code, `session` and `token` by a key. */
  readonly action: 'join' | 'session' | 'token';
  /** The hash of the secret that was shown. */
  readonly hash: string;
  /** Why it failed. */
  readonly verdict: string;
}

/** Creates the notes of failed sign-ins of a channel: each secret once an hour, under the pseudonym of strangers. */
export function createFailureNotes({
  channel,
  audit,
  now,
}: {
  readonly channel: string;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly now: () => Date;
}): (failed: FailedSignIn) => void {
  const notedAt = new Map<string, number>();
  return ({ action, hash, verdict }) => {
    const at = now();
    for (const [known, time] of notedAt) if (time <= at.getTime() - HOUR_MS) notedAt.delete(known);
    if (notedAt.has(hash) || notedAt.size >= MAX_NOTED) return;
    notedAt.set(hash, at.getTime());
    const object = hash.slice(0, ID_DIGITS);
    try {
      audit.append({ channel, user: '' }, { action, role: 'stranger', verdict, object }, at);
    } catch (error) {
      // Where there is no room for the note, whoever failed is turned away all the same.
      if (!isDiskFull(error)) throw error;
    }
  };
}
