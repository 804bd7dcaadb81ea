// Codes by which people who are in come in once more, on another device of theirs. Held in memory: a restart voids them.
import { createHash } from 'node:crypto';

const VALID_MS = 600_000;

/** A code that was just made. */
export interface DeviceCode {
  readonly code: string;
  readonly expiresAt: Date;
}

/** Codes of a person's own, one at a time. */
export interface DeviceCodes {
  /** A code that lets this person in once, within ten minutes; the one before is void. */
  issue(user: string): DeviceCode;
  /** Whose code it is, which is used up by that; null: nobody's, or too old. */
  redeem(code: string): string | null;
}

/** Creates the device codes of one sign-in. @param newSecret 256 random bits */
export function createDeviceCodes({ newSecret, now }: { newSecret: () => string; now: () => Date }): DeviceCodes {
  const open = new Map<string, { readonly hash: string; readonly expiresAt: Date }>();
  const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');
  return {
    issue: (user) => {
      const code = newSecret();
      const expiresAt = new Date(now().getTime() + VALID_MS);
      open.set(user, { hash: hashOf(code), expiresAt });
      return { code, expiresAt };
    },
    redeem: (code) => {
      const hash = hashOf(code);
      const found = [...open].find(([, { hash: kept }]) => kept === hash);
      if (found === undefined) return null;
      const [user, { expiresAt }] = found;
      open.delete(user);
      return expiresAt > now() ? user : null;
    },
  };
}
