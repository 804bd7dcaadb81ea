// Signing in and out.
import { z } from '@hono/zod-openapi';
import { type Api, atMost, gives, route, takes } from '../api.ts';
import { HttpFault, missing } from '../http.ts';
import type { WebParts } from '../parts.ts';
import { clearSession, refuseToken, sessionSecret, setSession } from '../request-guard.ts';
import { done } from '../schemas.ts';
import * as schema from '../schemas-admin.ts';
import { deviceOf } from './device.ts';

const NOT_JOINED = {
  unknown: 'This invitation is not valid. Please ask for a new link.',
  expired: 'This invitation has expired. Please ask for a new link.',
  'used-up': 'This invitation is used up. Please ask for a new link.',
  'member-already': 'You are already a member.',
} as const;

/** Adds the routes of signing in and out. */
export function addSignInRoutes(api: Api, parts: WebParts): void {
  addSessionRoutes(api, parts);
  addDeviceRoute(api, parts);
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
      const joined = guard.signIn.join(code, name, deviceOf(c.req.header('user-agent')));
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
