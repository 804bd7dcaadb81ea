// Authenticates requests: host, origin, session cookie or API token, CSRF token. The policy decides what a visitor may do.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { SignIn, Visitor } from '../../../chat/access/sign-in.ts';
import type { Setting } from '../../../chat/conversation.ts';
import { EXAM_LINK } from '../../../chat/practice/exams.ts';
import { HttpFault } from './http.ts';

/** Name of the channel in members and history. */
export const CHANNEL = 'web';

const COOKIE = 'quzhi';

/** An authenticated visitor, in a browser or through a script. */
export interface Visit extends Visitor {
  readonly setting: Setting;
  /** The CSRF token; empty for API tokens, which browsers do not send by themselves. */
  readonly csrf: string;
  readonly isSignedIn: boolean;
}

/** How requests are authenticated. */
export interface RequestGuard {
  /** Null: no sign-in; every visitor of the loopback address is the owner. */
  readonly signIn: SignIn | null;
  /** The owner's id. */
  readonly owner: string;
  /** Public origin (`https://quzhi.example`), without a trailing slash. */
  readonly origin: () => string;
  /** Allowed `Host` headers (`127.0.0.1:8080`); any other may be DNS rebinding. */
  readonly hosts: () => readonly string[];
}

const WRITES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Headers of a reverse proxy: then the visitor is not on this machine, whatever the address says. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Checks under what name and through what a request comes. @throws HttpFault if it is refused */
export function guardHost({ headers }: Request, { signIn, origin, hosts }: RequestGuard): void {
  const host = (headers.get('host') ?? '').toLowerCase();
  if (!hosts().includes(host)) {
    throw new HttpFault('host', `This page is not served under this name. Open ${origin()}`);
  }
  if (signIn === null && PROXY_HEADERS.some((name) => headers.has(name))) {
    const message =
      'A proxy stands before the page, and nobody signs in here. Set WEB_PUBLIC_URL to the address that people open.';
    throw new HttpFault('host', message);
  }
}

/** Checks host, proxy and origin of a request. @throws HttpFault if it is refused */
export function guardRequest(request: Request, guard: RequestGuard): void {
  guardHost(request, guard);
  const { origin, hosts } = guard;
  const { headers, method } = request;
  const isApi = /^\/(?:api\/|v1\/|mcp$)/u.test(new URL(request.url).pathname);
  // A read does no harm to data, but it costs work and is noted under the visitor's name; links to the page itself may come from anywhere.
  if (isApi && headers.get('sec-fetch-site') === 'cross-site') {
    throw new HttpFault('origin', 'This request comes from another site.');
  }
  if (WRITES.has(method) && isForeign(request, { origin, hosts })) {
    throw new HttpFault('origin', 'This request comes from another page.');
  }
}

/** True if another site's page makes the request. Scripts send no origin. */
function isForeign({ headers }: Request, { origin, hosts }: Pick<RequestGuard, 'origin' | 'hosts'>): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const from = headers.get('origin');
  if (from === null || from === origin()) return false;
  return !hosts().some((host) => from === `http://${host}`) || origin().startsWith('https:');
}

/** Returns a session's CSRF token: derived from its secret, which scripts of a page cannot read. */
function csrfOf(secret: string): string {
  return createHash('sha256').update(`csrf ${secret}`).digest('base64url');
}

/** Compares two texts in constant time. */
function isSame(received: string, expected: string): boolean {
  const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(received), digest(expected));
}

/** Over HTTPS the `__Host-` prefix: no other host can set the cookie. */
const prefixOf = ({ origin }: RequestGuard): { prefix?: 'host' } =>
  origin().startsWith('https:') ? { prefix: 'host' } : {};

/** Sets the session's cookie. */
export function setSession(
  c: Context,
  guard: RequestGuard,
  { secret, expiresAt }: { secret: string; expiresAt: Date },
): void {
  const secure = guard.origin().startsWith('https:');
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    expires: expiresAt,
    ...prefixOf(guard),
  } as const;
  setCookie(c, COOKIE, secret, options);
}

/** Removes the session's cookie. */
export function clearSession(c: Context, guard: RequestGuard): void {
  setSession(c, guard, { secret: '', expiresAt: new Date(0) });
}

/** Returns the secret in the session's cookie; null if there is none. */
export function sessionSecret(c: Context, guard: RequestGuard): string | null {
  const value = getCookie(c, COOKIE, prefixOf(guard).prefix) ?? '';
  return /^[\w-]{20,64}$/u.test(value) ? value : null;
}

const NO_KEY = { key: '', scope: 'all' } as const;

/** Returns the visitor. @throws HttpFault if not signed in, or if a write has no valid CSRF token */
export function visitOf(c: Context, guard: RequestGuard): Visit {
  const { signIn, owner } = guard;
  const request = c.req.raw;
  if (signIn === null) {
    const setting = settingOf(request, { user: owner, name: null }, guard);
    return { ...NO_KEY, user: owner, role: 'owner', name: null, csrf: 'local', isSignedIn: false, setting };
  }
  const bearer = /^Bearer ([\w-]{20,64})$/u.exec(c.req.header('authorization') ?? '')?.[1];
  const secret = bearer ?? sessionSecret(c, guard);
  const visitor = secret === null ? null : signIn.visitorBy(bearer === undefined ? 'session' : 'token', secret);
  if (visitor === null || secret === null) {
    throw new HttpFault('sign-in', 'Please sign in: open the link of your invitation.');
  }
  const csrf = bearer === undefined ? csrfOf(secret) : '';
  if (csrf !== '' && WRITES.has(request.method) && !isSame(c.req.header('x-csrf-token') ?? '', csrf)) {
    throw new HttpFault('csrf', 'The X-CSRF-Token of /api/me is missing or old. Reload the page.');
  }
  const setting = settingOf(request, visitor, guard);
  if (bearer === undefined) return { ...visitor, csrf, isSignedIn: true, setting };
  return { ...visitor, csrf, isSignedIn: true, setting: { ...setting, scope: visitor.scope } };
}

/** Refuses a token of a script where keys are made or ended: one that leaks could then not be taken back. @throws HttpFault */
export function refuseToken({ csrf }: Visit): void {
  if (csrf === '') throw new HttpFault('forbidden', 'Only a signed-in browser can do this.');
}

/** Returns the visitor, or a stranger if not signed in. @throws HttpFault for scripts, which must learn that their token is invalid */
export function anyVisitOf(c: Context, guard: RequestGuard): Visit {
  try {
    return visitOf(c, guard);
  } catch (error) {
    if (!(error instanceof HttpFault) || c.req.header('authorization') !== undefined) throw error;
    const setting = settingOf(c.req.raw, { user: '', name: null }, guard);
    return { ...NO_KEY, user: '', role: 'stranger', name: null, csrf: '', isSignedIn: false, setting };
  }
}

/** Ids of conversations: the page makes them; a script that names none has one. */
export const CONVERSATION_ID = /^[0-9a-z]{1,24}$/u;
/** The page's conversation of practice. */
const PRACTICE = 'practice';

/** Returns the address that a request comes from; behind a server on this machine, the one which that tells. */
export function addressOf({ env, req }: Context): string {
  const socket = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
  const address = socket?.remoteAddress ?? '';
  const isLocal = /^(?:::ffff:)?127\.|^::1$/u.test(address);
  const told = isLocal ? req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return told ?? address;
}

function settingOf(
  { headers }: Request,
  { user, name }: Pick<Visitor, 'user' | 'name'>,
  { origin }: RequestGuard,
): Setting {
  const named = headers.get('x-conversation') ?? '';
  const conversation = CONVERSATION_ID.test(named) ? named : null;
  const language = /^\s*en\b/iu.test(headers.get('accept-language') ?? '') ? 'en' : 'zh';
  return {
    speaker: { channel: CHANNEL, chat: user, user, language, ...(conversation !== null && { conversation }) },
    ...(name !== null && { name }),
    // Only where one practises may a message answer the open quiz item.
    practises: conversation === null || conversation === PRACTICE,
    linkTo: (code) => `${origin()}/${code.startsWith(EXAM_LINK) ? 'practise' : 'join'}/${code}`,
    showsPictures: true,
    reminds: 'page',
  };
}
