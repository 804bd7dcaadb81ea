// Who a request comes from, and whether it may come at all: host, origin, cookie or token, CSRF token. What the visitor may do is the policy's.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { SignIn, Visitor } from '../../../chat/access/sign-in.ts';
import type { Setting } from '../../../chat/conversation.ts';
import { HttpFault } from './http.ts';

/** The one channel's name, as members and history know it. */
export const CHANNEL = 'web';

const COOKIE = 'quzhi';

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
  readonly signIn: SignIn | null;
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

/** Checks that a request may come in at all. @throws HttpFault where it may not */
export function guardRequest(request: Request, { signIn, origin, hosts }: Door): void {
  const { headers, method } = request;
  const host = (headers.get('host') ?? '').toLowerCase();
  if (!hosts().includes(host)) {
    throw new HttpFault('host', `This page is not served under this name. Open ${origin()}`);
  }
  if (signIn === null && PROXY_HEADERS.some((name) => headers.has(name))) {
    const message =
      'A proxy stands before the page, and nobody signs in here. Set WEB_PUBLIC_URL to the address that people open.';
    throw new HttpFault('host', message);
  }
  if (WRITES.has(method) && isForeign(request, { origin, hosts })) {
    throw new HttpFault('origin', 'This request comes from another page.');
  }
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

/** Over https a cookie that no neighbouring host can set. */
const prefixOf = ({ origin }: Door): { prefix?: 'host' } => (origin().startsWith('https:') ? { prefix: 'host' } : {});

/** Sets the session's cookie. */
export function setSession(c: Context, door: Door, { secret, expiresAt }: { secret: string; expiresAt: Date }): void {
  const secure = door.origin().startsWith('https:');
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    expires: expiresAt,
    ...prefixOf(door),
  } as const;
  setCookie(c, COOKIE, secret, options);
}

/** Removes the session's cookie. */
export function clearSession(c: Context, door: Door): void {
  setSession(c, door, { secret: '', expiresAt: new Date(0) });
}

/** Returns the secret in the session's cookie; null where there is none. */
export function sessionSecret(c: Context, door: Door): string | null {
  const value = getCookie(c, COOKIE, prefixOf(door).prefix) ?? '';
  return /^[\w-]{20,64}$/u.test(value) ? value : null;
}

/** Returns who makes the request. @throws HttpFault where nobody we know does, or where a write cannot be told from a forged one */
export function visitOf(c: Context, door: Door): Visit {
  const { signIn, owner } = door;
  const request = c.req.raw;
  if (signIn === null) {
    return { user: owner, role: 'owner', csrf: 'local', isSignedIn: false, setting: settingOf(request, owner, door) };
  }
  const bearer = /^Bearer ([\w-]{20,64})$/u.exec(c.req.header('authorization') ?? '')?.[1];
  const secret = bearer ?? sessionSecret(c, door);
  const visitor = secret === null ? null : signIn.visitorBy(bearer === undefined ? 'session' : 'token', secret);
  if (visitor === null || secret === null) {
    throw new HttpFault('sign-in', 'Please sign in: open the link of your invitation.');
  }
  const csrf = bearer === undefined ? csrfOf(secret) : '';
  if (csrf !== '' && WRITES.has(request.method) && !isSame(c.req.header('x-csrf-token') ?? '', csrf)) {
    throw new HttpFault('csrf', 'The X-CSRF-Token of /api/me is missing or old. Reload the page.');
  }
  return { ...visitor, csrf, isSignedIn: true, setting: settingOf(request, visitor.user, door) };
}

/** Returns whoever asks who they are: strangers too, unless a script, which must learn that its token opens nothing. */
export function anyVisitOf(c: Context, door: Door): Visit {
  try {
    return visitOf(c, door);
  } catch (error) {
    if (!(error instanceof HttpFault) || c.req.header('authorization') !== undefined) throw error;
    return { user: '', role: 'stranger', csrf: '', isSignedIn: false, setting: settingOf(c.req.raw, '', door) };
  }
}

function settingOf({ headers }: Request, user: string, { origin }: Door): Setting {
  const language = /^\s*en\b/iu.test(headers.get('accept-language') ?? '') ? 'en' : 'zh';
  return {
    speaker: { channel: CHANNEL, chat: user, user, language },
    linkTo: (code) => `${origin()}/join/${code}`,
    showsPictures: true,
  };
}
