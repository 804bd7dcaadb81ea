// Signing in and out, and tokens for scripts.
import { z } from 'zod';
import { type Endpoint, endpoint } from './endpoint.ts';
import { fault, found, json, missing } from './http.ts';
import type { WebParts } from './parts.ts';
import * as schema from './schemas.ts';
import { cookieHeader, cookieSecret } from './visit.ts';

const NEVER = new Date(0);
const NOT_JOINED = {
  unknown: 'This invitation is not valid. Please ask for a new link.',
  expired: 'This invitation has expired. Please ask for a new link.',
  'used-up': 'This invitation is used up. Please ask for a new link.',
  'member-already': 'You are in already.',
} as const;

/** Signing in: open to anyone, since nobody is anyone before it. */
export function joinEndpoint({ door }: WebParts): Endpoint {
  return endpoint({
    method: 'post',
    path: '/api/join',
    summary: 'Signs in by an invitation; the session comes as a cookie',
    body: z.object({ code: z.string().regex(/^[\w-]{8,64}$/u), name: z.string().max(200).default('') }),
    output: schema.joined,
    handle: async ({ body: { code, name } }) => {
      if (door.entrance === null) return missing();
      const joined = door.entrance.join(code, name);
      if (joined.outcome !== 'joined') return fault('forbidden', NOT_JOINED[joined.outcome]);
      const { role, secret, expiresAt } = joined;
      return json({ role }, { 'set-cookie': cookieHeader(door, secret, expiresAt) });
    },
  });
}

/** The endpoints of those who are in. */
export function enteringEndpoints(parts: WebParts): Endpoint[] {
  return [...sessions(parts), ...tokens(parts)];
}

function sessions({ door }: WebParts): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/api/leave',
      summary: 'Ends the session',
      output: schema.done,
      handle: async ({ request }) => {
        const secret = cookieSecret(request, door);
        const done = secret !== null && (door.entrance?.leave(secret) ?? false);
        return json({ done }, { 'set-cookie': cookieHeader(door, null, NEVER) });
      },
    }),
    endpoint({
      method: 'post',
      path: '/api/devices',
      summary: 'A link by which one signs in on another device: works once, for ten minutes',
      output: schema.deviceLink,
      handle: async ({ visit }) => {
        if (door.entrance === null) return missing();
        // A token opens what scripts may do; it must not turn into a session, which opens more and outlasts it.
        if (visit.csrf === '') return fault('forbidden', 'Only a signed-in browser makes such a link.');
        const { code, expiresAt } = door.entrance.newDeviceCode(visit.user);
        return json({ url: `${door.origin()}/join/${code}?own=yes`, expiresAt });
      },
    }),
  ];
}

function tokens({ conversation: { house }, newId, newSecret }: WebParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/api/tokens',
      summary: 'One’s tokens for scripts',
      output: schema.tokens,
      handle: async ({ visit }) =>
        found(await house.tokens(visit.setting), (tokens) =>
          json({ tokens: tokens.map(({ id, name, madeAt, usedAt }) => ({ id, name: name ?? '', madeAt, usedAt })) }),
        ),
    }),
    endpoint({
      method: 'post',
      path: '/api/tokens',
      summary: 'A new token: sent back once, kept as a hash',
      body: z.object({ name: z.string().trim().min(1).max(60) }),
      output: schema.newToken,
      handle: async ({ visit, body: { name } }) => {
        const token = { id: newId(), name, secret: newSecret() };
        return found(await house.addToken(visit.setting, token), (isKept) =>
          isKept
            ? json({ id: token.id, token: token.secret })
            : fault('input', 'There are too many tokens. Delete one first.'),
        );
      },
    }),
    endpoint({
      method: 'delete',
      path: '/api/tokens/:id',
      summary: 'Makes a token void',
      output: schema.done,
      handle: async ({ visit, id }) =>
        found(await house.removeToken(visit.setting, id), (done) => (done ? json({ done }) : missing())),
    }),
  ];
}
