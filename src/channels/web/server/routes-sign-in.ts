// Signing in and out, and tokens for scripts.
import { z } from '@hono/zod-openapi';
import { type Api, atMost, byId, gives, route, takes } from './api.ts';
import { HttpFault, missing, unwrap } from './http.ts';
import type { WebParts } from './parts.ts';
import { clearSession, sessionSecret, setSession, type Visit } from './request-guard.ts';
import { done } from './schemas.ts';
import * as schema from './schemas-admin.ts';

const NOT_JOINED = {
  unknown: 'This invitation is not valid. Please ask for a new link.',
  expired: 'This invitation has expired. Please ask for a new link.',
  'used-up': 'This invitation is used up. Please ask for a new link.',
  'member-already': 'You are already a member.',
} as const;

/** Adds the routes of signing in and out, and of tokens. */
export function addSignInRoutes(api: Api, parts: WebParts): void {
  addSessionRoutes(api, parts);
  addDeviceRoute(api, parts);
  addTokenRoutes(api, parts);
}

function addSessionRoutes(api: Api, { guard }: WebParts): void {
  api.openapi(
    route('post /api/join', 'Sign in by an invitation; the session comes as a cookie', {
      middleware: atMost(),
      request: takes(z.object({ code: z.string().regex(/^[\w-]{8,64}$/u), name: z.string().max(200).default('') })),
      responses: gives(schema.joined),
    }),
    (c) => {
      if (guard.signIn === null) throw missing();
      const { code, name } = c.req.valid('json');
      const joined = guard.signIn.join(code, name);
      if (joined.outcome !== 'joined') throw new HttpFault('forbidden', NOT_JOINED[joined.outcome]);
      const { role, secret, expiresAt } = joined;
      setSession(c, guard, { secret, expiresAt });
      return c.json({ role }, 200);
    },
  );
  api.openapi(route('post /api/leave', 'Sign out: end the session', { responses: gives(done) }), (c) => {
    const secret = sessionSecret(c, guard);
    clearSession(c, guard);
    return c.json({ done: secret !== null && (guard.signIn?.leave(secret) ?? false) }, 200);
  });
}

/** Refuses a token of a script where it would make another key: one that leaks could then not be taken back. @throws HttpFault */
function refuseToken({ csrf }: Visit): void {
  if (csrf === '') throw new HttpFault('forbidden', 'Only a signed-in browser can do this.');
}

function addDeviceRoute(api: Api, { guard }: WebParts): void {
  api.openapi(
    route('post /api/devices', 'Create a link that signs you in on another device: works once, for ten minutes', {
      responses: gives(schema.deviceLink),
    }),
    (c) => {
      if (guard.signIn === null) throw missing();
      refuseToken(c.var.visit);
      const { code, expiresAt } = guard.signIn.newDeviceCode(c.var.visit.user);
      return c.json({ url: `${guard.origin()}/join/${code}?own=yes`, expiresAt }, 200);
    },
  );
}

function addTokenRoutes(api: Api, { conversation: { admin }, newId, newSecret }: WebParts): void {
  api.openapi(route('get /api/tokens', 'Your API tokens', { responses: gives(schema.tokens) }), async (c) => {
    const keys = unwrap(await admin.tokens(c.var.visit.setting));
    const lines = keys.map(({ id, name, madeAt, usedAt }) => ({ id, name: name ?? '', madeAt, usedAt }));
    return c.json({ tokens: lines }, 200);
  });
  api.openapi(
    route('post /api/tokens', 'Create an API token: shown once, kept as a hash', {
      middleware: atMost(),
      request: takes(z.object({ name: z.string().trim().min(1).max(60) })),
      responses: gives(schema.newToken),
    }),
    async (c) => {
      refuseToken(c.var.visit);
      const token = { id: newId(), name: c.req.valid('json').name, secret: newSecret() };
      const isKept = unwrap(await admin.addToken(c.var.visit.setting, token));
      if (!isKept) throw new HttpFault('input', 'There are too many tokens. Delete one first.');
      return c.json({ id: token.id, token: token.secret }, 200);
    },
  );
  api.openapi(
    route('delete /api/tokens/{id}', 'Revoke an API token', { request: { params: byId }, responses: gives(done) }),
    async (c) => {
      if (!unwrap(await admin.removeToken(c.var.visit.setting, c.req.valid('param').id))) throw missing();
      return c.json({ done: true }, 200);
    },
  );
}
