// Keys to the product, as they are seen and ended: sessions of browsers, tokens of scripts, invitations that are open.
import { DAY_MS } from '../../durations.ts';
import type { OpenInvite } from '../../store/state/members.ts';
import type { Credential, CredentialKind, TokenScope } from '../../store/state/sessions.ts';
import type { Lookup, LookupResult } from '../browse/browse-api.ts';
import type { Setting, Turn } from '../turn.ts';
import { noteDeed } from './noted-deed.ts';
import { hashOf } from './sign-in.ts';

/** Most tokens of a person. */
const MAX_TOKENS = 20;
/** Longest life of a token. */
export const MAX_TOKEN_DAYS = 366;

/** A token to be made. */
export interface NewToken {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly scope: TokenScope;
  /** 1–366. */
  readonly days: number;
}

/** A key as it is listed, with who holds it. */
export interface KeyLine extends Omit<Credential, 'channel'> {
  /** The name of its person; null: unknown. */
  readonly holder: string | null;
}

/** Somebody's key as an owner names it. */
export interface KeyOf {
  readonly user: string;
  readonly id: string;
}

/** The API for keys. */
export interface KeysApi {
  /** One's own keys of a kind, latest first. */
  ownKeys(setting: Setting, kind: CredentialKind): Promise<LookupResult<readonly KeyLine[]>>;
  /** Everybody's keys of both kinds, for owners. */
  allKeys(setting: Setting): Promise<LookupResult<readonly KeyLine[]>>;
  /** Keeps a new token; false where one has too many. */
  addToken(setting: Setting, token: NewToken): Promise<LookupResult<boolean>>;
  /** Ends a key of one's own; false where there is none. */
  endOwnKey(setting: Setting, id: string): Promise<LookupResult<boolean>>;
  /** Ends anybody's key, for owners; false where there is none. */
  endKey(setting: Setting, key: KeyOf): Promise<LookupResult<boolean>>;
  /** Invitations by which people can still join. */
  invitations(setting: Setting): Promise<LookupResult<readonly (OpenInvite & { readonly inviter: string | null })[]>>;
  /** Makes an open invitation void; false where there is none. */
  cancelInvitation(setting: Setting, id: string): Promise<LookupResult<boolean>>;
}

/** Creates the API for keys. */
export function createKeysApi(look: Lookup): KeysApi {
  return {
    ownKeys: (setting, kind) => look(setting, 'tokens', (turn) => listed(turn, kind).map((key) => keyLine(key, turn))),
    allKeys: (setting) =>
      look(setting, 'keys', (turn) => {
        const { state, now } = turn.parts;
        const ofKind = (kind: CredentialKind) => state.sessions.listAll(turn.account.channel, kind, now());
        return [...ofKind('session'), ...ofKind('token')].map((key) => keyLine(key, turn));
      }),
    addToken: (setting, token) => look(setting, 'tokens', (turn) => addToken(token, turn)),
    endOwnKey: (setting, id) => look(setting, 'tokens', (turn) => endKey({ user: turn.account.user, id }, turn)),
    endKey: (setting, key) => look(setting, 'keys', (turn) => endKey(key, turn)),
    invitations: (setting) =>
      look(setting, 'members', ({ parts: { state, now }, account: { channel } }) =>
        state.members
          .openInvites(channel, now())
          .map((open) => ({ ...open, inviter: state.members.nameOf(channel, open.by) })),
      ),
    cancelInvitation: (setting, id) =>
      look(setting, 'revoke', (turn) => {
        const isVoid = turn.parts.state.members.cancelInvite(turn.account.channel, id);
        noteDeed({ object: `invitation ${id}`, verdict: isVoid ? 'ended' : 'unknown' }, turn);
        return isVoid;
      }),
  };
}

function listed({ parts, account }: Turn, kind: CredentialKind): Credential[] {
  return parts.state.sessions.list(account, kind, parts.now());
}

function keyLine({ channel, ...key }: Credential, { parts }: Turn): KeyLine {
  return { ...key, holder: parts.state.members.nameOf(channel, key.user) };
}

function addToken({ id, name, secret, scope, days }: NewToken, turn: Turn): boolean {
  if (listed(turn, 'token').length >= MAX_TOKENS) return false;
  const { parts, account } = turn;
  const madeAt = parts.now();
  const expiresAt = new Date(madeAt.getTime() + days * DAY_MS);
  const holder = { channel: account.channel, user: account.user };
  parts.state.sessions.add({ id, kind: 'token', ...holder, name, scope, madeAt, expiresAt }, hashOf(secret));
  noteDeed({ object: `token ${id}`, verdict: 'made' }, turn);
  return true;
}

function endKey({ user, id }: KeyOf, turn: Turn): boolean {
  const { channel } = turn.account;
  const isEnded = turn.parts.state.sessions.remove({ channel, user }, id);
  noteDeed({ object: `key ${id} ${user}`, verdict: isEnded ? 'ended' : 'unknown' }, turn);
  return isEnded;
}
