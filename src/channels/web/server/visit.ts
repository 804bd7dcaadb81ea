// Who a request comes from, and whether it may come at all: host, origin, cookie or token, CSRF token. What the visitor may do is the policy's.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Entrance, Visitor } from '../../../chat/access/sign-in.ts';
import type { Setting } from '../../../chat/conversation.ts';
import { type FaultCode, fault } from './http.ts';

/** The one channel's name, as members and history know it. */
export const CHANNEL = 'web';

/** Someone at the page, or a script of theirs. */
export interface Visit extends Visitor {
  readonly setting: Setting;
  /** Proves that a write comes from the page; empty for tokens, which no browser sends by itself. */
  readonly csrf: string;
  readonly isSignedIn: boolean;
}

/** Where the page is reached, and who lets people in. */
export interface Door {
  /** Null: no sign-in; whoever reaches this machine's own address is the owner. */
  readonly entrance: Entrance | null;
  /** The owner's id. */
  readonly owner: string;
  /** Origin under which people reach the page (`https://quzhi.example`), no slash at its end. */
  readonly origin: () => string;
  /** Names under which requests may ask for the page (`127.0.0.1:8080`): a foreign name that leads here is a trick. */
  readonly hosts: () => readonly string[];
}

const WRITES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Signs of a proxy in front: then the visitor is not at this machine, whatever the address says. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

type Refusal = { readonly code: FaultCode; readonly message: string };

/** Why a request may not come in at all; null: it may. */
export function refusedAtDoor(request: Request, { entrance, origin, hosts }: Door): Refusal | null {
  const { headers, method } = request;
  const host = (headers.get('host') ?? '').toLowerCase();
  if (!hosts().includes(host)) {
    return { code: 'host', message: `This page is not served under this name. Open ${origin()}` };
  }
  if (entrance === null && PROXY_HEADERS.some((name) => headers.has(name))) {
    const message =
      'A proxy stands before the page, and nobody signs in here. Set WEB_PUBLIC_URL to the address that people open.';
    return { code: 'host', message };
  }
  return WRITES.has(method) && isForeign(request, { origin, hosts })
    ? { code: 'origin', message: 'This request comes from another page.' }
    : null;
}

/** Whether another site's page makes the request. Scripts send no origin. */
function isForeign({ headers }: Request, { origin, hosts }: Pick<Door, 'origin' | 'hosts'>): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const from = headers.get('origin');
  if (from === null || from === origin()) return false;
  return !hosts().some((host) => from === `http://${host}`) || origin().startsWith('https:');
}

/** The token that goes with a session: derived from its secret, which scripts of a page cannot read. */
export function csrfOf(secret: string): string {
  return createHash('sha256').update(`csrf ${secret}`).digest('base64url');
}

/** Compares in a time that tells nothing of where they differ. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** Name of the session's cookie: over https one that no neighbouring host can set. */
export function cookieName({ origin }: Door): string {
  return origin().startsWith('https:') ? '__Host-quzhi' : 'quzhi';
}

/** A `Set-Cookie` header. @param secret null: the cookie goes */
export function cookieHeader(door: Door, secret: string | null, expiresAt: Date): string {
  const parts = [`${cookieName(door)}=${secret ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Strict'];
  if (door.origin().startsWith('https:')) parts.push('Secure');
  return [...parts, `Expires=${(secret === null ? new Date(0) : expiresAt).toUTCString()}`].join('; ');
}

/** The secret in the request's cookie; null where there is none. */
export function cookieSecret(request: Request, door: Door): string | null {
  const wanted = `${cookieName(door)}=`;
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length) ?? '';
  return /^[\w-]{20,64}$/u.test(value) ? value : null;
}

/** Who makes the request; a response where nobody we know, or where a write cannot be told from a forged one. */
export function visitOf(request: Request, door: Door): Visit | Response {
  const { entrance, owner } = door;
  if (entrance === null) {
    return { user: owner, role: 'owner', csrf: 'local', isSignedIn: false, setting: settingOf(request, owner, door) };
  }
  const bearer = /^Bearer ([\w-]{20,64})$/u.exec(request.headers.get('authorization') ?? '')?.[1];
  const cookie = bearer === undefined ? cookieSecret(request, door) : null;
  const secret = bearer ?? cookie;
  const visitor = secret === null ? null : entrance.visitorBy(bearer === undefined ? 'session' : 'token', secret);
  if (visitor === null || secret === null) return fault('sign-in', 'Please sign in: open the link of your invitation.');
  const csrf = bearer === undefined ? csrfOf(secret) : '';
  if (csrf !== '' && WRITES.has(request.method) && !isSame(request.headers.get('x-csrf-token') ?? '', csrf)) {
    return fault('csrf', 'The X-CSRF-Token of /api/me is missing or old. Reload the page.');
  }
  return { ...visitor, csrf, isSignedIn: true, setting: settingOf(request, visitor.user, door) };
}

/** A browser in which nobody is signed in; null: a script, which must learn that its token opens nothing. */
export function strangerOf(request: Request, door: Door): Visit | null {
  if (request.headers.has('authorization')) return null;
  return { user: '', role: 'stranger', csrf: '', isSignedIn: false, setting: settingOf(request, '', door) };
}

function settingOf({ headers }: Request, user: string, { origin }: Door): Setting {
  const language = /^\s*en\b/iu.test(headers.get('accept-language') ?? '') ? 'en' : 'zh';
  return {
    speaker: { channel: CHANNEL, chat: user, user, language },
    linkTo: (code) => `${origin()}/join/${code}`,
    showsPictures: true,
  };
}
