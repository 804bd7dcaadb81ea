// Sign-in of a channel such as the web page: invitations become sessions, secrets become visitors.
// What a visitor may do stands in `policy.ts`; the secrets are kept as hashes alone.
import { createHash } from 'node:crypto';
import { DAY_MS } from '../../durations.ts';
import type { Redeemed } from '../../store/state/members.ts';
import type { CredentialKind, TokenScope } from '../../store/state/sessions.ts';
import type { Alerts } from '../alerts.ts';
import { wordingFor } from '../i18n/wording.ts';
import type { AccessConfig, ConversationParts } from '../turn.ts';
import { displayName } from './display-name.ts';
import { createFailureNotes } from './failed-sign-ins.ts';
import { type Role, roleOf } from './policy.ts';

const VALID_MS = 600_000;

/** A code that was just made. */
interface DeviceCode {
  readonly code: string;
  readonly expiresAt: Date;
}

/** Codes of a person's own, one at a time. */
interface DeviceCodes {
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

const SESSION_DAYS = 30;

/** Someone who is in. */
export interface Visitor {
  readonly user: string;
  /** Never a stranger. */
  readonly role: Role;
  /** Null: unknown. */
  readonly name: string | null;
  /** The id of the session or token. */
  readonly key: string;
  readonly scope: TokenScope;
}

/** The outcome of joining: the new session and its secret, or why it failed. */
export type Joined =
  | {
      readonly outcome: 'joined';
      readonly user: string;
      readonly role: Role;
      readonly secret: string;
      readonly expiresAt: Date;
    }
  | { readonly outcome: Exclude<Redeemed['outcome'], 'joined'> };

/** Sign-in of a channel. */
export interface SignIn {
  /** Whose secret this is; null where nobody's, or no longer a member's: their keys go then. */
  visitorBy(kind: CredentialKind, secret: string): Visitor | null;
  /** Lets a person in by an invitation, or by the owner's code. @param device by which the session is told from others; null: unknown */
  join(code: string, name: string, device?: string | null): Joined;
  /** A code by which someone who is in joins as themselves on another device, once, within minutes. */
  newDeviceCode(user: string): DeviceCode;
  /** Ends the session of this secret; false where there is none. */
  leave(secret: string): boolean;
  /** A code by which the owner joins, once; the one before is void. */
  newOwnerCode(): string;
  /** True if the owner has a session. */
  isOwnerIn(): boolean;
}

/** The parts of a sign-in. */
export interface SignInParts {
  readonly channel: string;
  readonly state: Pick<ConversationParts['state'], 'sessions' | 'members' | 'audit'>;
  readonly access: AccessConfig;
  readonly alerts?: Alerts | undefined;
  /** A new secret of 256 random bits, ≤ 64 characters of `[A-Za-z0-9_-]`. */
  readonly newSecret: () => string;
  /** A new name for a person or a key, ≤ 32 characters of `[0-9a-z]`. */
  readonly newId: () => string;
  readonly now: () => Date;
}

/** Returns the hash that is stored of a secret: SHA-256 in hexadecimal. Secrets are random, so no salt is needed. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Returns the id of an invitation's code, as open invitations are listed by it. */
export function idOfCode(code: string): string {
  return hashOf(code).slice(0, 16);
}

/** Creates the sign-in of a channel. */
export function createSignIn(parts: SignInParts): SignIn {
  const { channel, state, access, now } = parts;
  const [owner = 'owner'] = access.policy.ownerIds;
  const devices = createDeviceCodes(parts);
  const noteFailure = createFailureNotes({ channel, audit: state.audit, now });
  let ownerCodeHash: string | null = null;
  const currentRole = (user: string): Role => roleOf(access.policy, state.members, { channel, user, place: 'private' });
  return {
    visitorBy: (kind, secret) => {
      const key = state.sessions.find(kind, hashOf(secret), now());
      if (key === null || key.channel !== channel) {
        noteFailure({ action: kind, hash: hashOf(secret), verdict: 'unknown' });
        return null;
      }
      const { id, user, scope } = key;
      const role = currentRole(user);
      if (role !== 'stranger') return { user, role, name: state.members.nameOf(channel, user), key: id, scope };
      state.sessions.removeAll(key);
      return null;
    },
    join: (code, name, device = null) => {
      const joining = { code, name, device };
      const again = devices.redeem(code);
      const isOwner = hashOf(code) === ownerCodeHash || state.sessions.takeOwnerCode(channel, hashOf(code), now());
      if (isOwner) ownerCodeHash = null;
      const joined =
        again === null && !isOwner
          ? joinAsMember(joining, parts)
          : joinAs({ user: again ?? owner, role: currentRole(again ?? owner), device }, parts);
      if (joined.outcome !== 'joined') noteFailure({ action: 'join', hash: hashOf(code), verdict: joined.outcome });
      return joined;
    },
    newDeviceCode: (user) => devices.issue(user),
    leave: (secret) => {
      const key = state.sessions.find('session', hashOf(secret), now());
      return key !== null && state.sessions.remove(key, key.id);
    },
    newOwnerCode: () => {
      const code = parts.newSecret();
      ownerCodeHash = hashOf(code);
      return code;
    },
    isOwnerIn: () => state.sessions.list({ channel, user: owner }, 'session', now()).length > 0,
  };
}

interface Joining {
  readonly code: string;
  readonly name: string;
  readonly device: string | null;
}

function joinAsMember({ code, name, device }: Joining, parts: SignInParts): Joined {
  const { channel, state, access, alerts, now } = parts;
  const user = parts.newId();
  const called = displayName(name);
  const redeemed = state.members.redeem(code, {
    channel,
    user,
    name: called,
    at: now(),
    owners: access.policy.ownerIds,
  });
  if (redeemed.outcome !== 'joined') return redeemed;
  const wording = wordingFor('zh');
  alerts?.raise(wording.memberJoined(called ?? user, wording.roles[redeemed.role]));
  return begin({ user, role: redeemed.role, device }, parts);
}

/** Whose membership ended since the code was made does not come in by it. */
function joinAs(newcomer: Newcomer, parts: SignInParts): Joined {
  return newcomer.role === 'stranger' ? { outcome: 'expired' } : begin(newcomer, parts);
}

interface Newcomer {
  readonly user: string;
  readonly role: Role;
  readonly device: string | null;
}

/** Begins a session. */
function begin({ user, role, device }: Newcomer, { channel, state, newId, newSecret, now }: SignInParts): Joined {
  const secret = newSecret();
  const madeAt = now();
  const expiresAt = new Date(madeAt.getTime() + SESSION_DAYS * DAY_MS);
  const key = { id: newId(), kind: 'session' as const, channel, user, name: device, scope: 'all' as const };
  state.sessions.add({ ...key, madeAt, expiresAt }, hashOf(secret));
  state.audit.append({ channel, user }, { action: 'join', role, verdict: 'joined' }, madeAt);
  return { outcome: 'joined', user, role, secret, expiresAt };
}
