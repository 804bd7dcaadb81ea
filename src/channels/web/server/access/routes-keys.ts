// Keys to the product: sessions of browsers, tokens of scripts, invitations. Listed, made and ended; everybody their own, owners all.
import { z } from '@hono/zod-openapi';
import { MAX_TOKEN_DAYS } from '../../../../chat/access/keys-api.ts';
import { MAX_DAYS, MAX_USES } from '../../../../chat/access/membership.ts';
import { type Api, atMost, byId, gives, parameter, route, takes } from '../api.ts';
import { HttpFault, missing, unwrap } from '../http.ts';
import type { WebParts } from '../parts.ts';
import { refuseToken } from '../request-guard.ts';
import { done } from '../schemas.ts';
import * as schema from '../schemas-admin.ts';

const TOKEN_DAYS = 90;

/** Adds the routes of keys. */
export function addKeyRoutes(api: Api, parts: WebParts): void {
  addSessionListRoutes(api, parts);
  addAllKeyRoutes(api, parts);
  addTokenRoutes(api, parts);
  addInvitationRoutes(api, parts);
}

function addSessionListRoutes(api: Api, { conversation: { admin } }: WebParts): void {
  api.openapi(
    route('get /api/sessions', 'Where you are signed in', { responses: gives(schema.sessions) }),
    async (c) => {
      const { setting, key } = c.var.visit;
      const sessions = unwrap(await admin.ownKeys(setting, 'session'));
      const lines = sessions.map(({ id, name, ...used }) => ({
        ...usedOf(used),
        id,
        device: name,
        isThis: id === key,
      }));
      return c.json({ sessions: lines }, 200);
    },
  );
  api.openapi(
    route('delete /api/sessions/{id}', 'End one of your sessions', {
      request: { params: byId },
      responses: gives(done),
    }),
    async (c) => {
      refuseToken(c.var.visit);
      if (!unwrap(await admin.endOwnKey(c.var.visit.setting, c.req.valid('param').id))) throw missing();
      return c.json({ done: true }, 200);
    },
  );
}

/** What is told of the use of a key. */
function usedOf({ madeAt, usedAt, expiresAt }: { madeAt: Date; usedAt: Date | null; expiresAt: Date | null }) {
  return { madeAt, usedAt, expiresAt };
}

function addAllKeyRoutes(api: Api, { conversation: { admin } }: WebParts): void {
  api.openapi(
    route('get /api/keys', 'All sessions and tokens of everybody, for owners', { responses: gives(schema.keys) }),
    async (c) => {
      const keys = unwrap(await admin.allKeys(c.var.visit.setting));
      const lines = keys.map(({ id, kind, user, holder, name, ...used }) => {
        return { ...usedOf(used), id, kind, user, holder, name };
      });
      return c.json({ keys: lines }, 200);
    },
  );
  api.openapi(
    route('delete /api/keys/{id}', 'End a session or token of anybody, for owners', {
      request: { params: byId, query: z.object({ user: parameter(z.string().min(1).max(200)) }) },
      responses: gives(done),
    }),
    async (c) => {
      refuseToken(c.var.visit);
      const key = { id: c.req.valid('param').id, user: c.req.valid('query').user };
      if (!unwrap(await admin.endKey(c.var.visit.setting, key))) throw missing();
      return c.json({ done: true }, 200);
    },
  );
}

function addTokenRoutes(api: Api, { conversation: { admin }, newId, newSecret }: WebParts): void {
  api.openapi(route('get /api/tokens', 'Your API tokens', { responses: gives(schema.tokens) }), async (c) => {
    const keys = unwrap(await admin.ownKeys(c.var.visit.setting, 'token'));
    const lines = keys.map(({ id, name, scope, ...used }) => ({ ...usedOf(used), id, name: name ?? '', scope }));
    return c.json({ tokens: lines }, 200);
  });
  api.openapi(
    route('post /api/tokens', 'Create an API token: shown once, kept as a hash', {
      middleware: atMost(),
      request: takes(
        z.object({
          name: z.string().trim().min(1).max(60),
          scope: schema.tokenScope.default('ask'),
          days: z.number().int().min(1).max(MAX_TOKEN_DAYS).default(TOKEN_DAYS),
        }),
      ),
      responses: gives(schema.newToken),
    }),
    async (c) => {
      refuseToken(c.var.visit);
      const token = { ...c.req.valid('json'), id: newId(), secret: newSecret() };
      const isKept = unwrap(await admin.addToken(c.var.visit.setting, token));
      if (!isKept) throw new HttpFault('input', 'There are too many tokens. Delete one first.');
      return c.json({ id: token.id, token: token.secret }, 200);
    },
  );
  api.openapi(
    route('delete /api/tokens/{id}', 'Revoke an API token', { request: { params: byId }, responses: gives(done) }),
    async (c) => {
      refuseToken(c.var.visit);
      if (!unwrap(await admin.endOwnKey(c.var.visit.setting, c.req.valid('param').id))) throw missing();
      return c.json({ done: true }, 200);
    },
  );
}

function addInvitationRoutes(api: Api, { conversation: { admin } }: WebParts): void {
  api.openapi(
    route('post /api/invitations', 'Create a link by which people join', {
      middleware: atMost(),
      request: takes(
        z.object({
          role: z.enum(['official', 'trainee', 'maintainer']),
          days: z.number().int().min(1).max(MAX_DAYS).default(7),
          uses: z.number().int().min(1).max(MAX_USES).default(1),
        }),
      ),
      responses: gives(schema.invitation),
    }),
    async (c) => {
      refuseToken(c.var.visit);
      const { url, invite } = unwrap(await admin.invite(c.var.visit.setting, c.req.valid('json')));
      const { role, expiresAt, uses } = invite;
      return c.json({ url, role, expiresAt, uses }, 200);
    },
  );
  api.openapi(
    route('get /api/invitations', 'Invitations by which people can still join', {
      responses: gives(schema.invitations),
    }),
    async (c) => c.json({ invitations: [...unwrap(await admin.invitations(c.var.visit.setting))] }, 200),
  );
  api.openapi(
    route('delete /api/invitations/{id}', 'Make an invitation void', {
      request: { params: byId },
      responses: gives(done),
    }),
    async (c) => {
      refuseToken(c.var.visit);
      if (!unwrap(await admin.cancelInvitation(c.var.visit.setting, c.req.valid('param').id))) throw missing();
      return c.json({ done: true }, 200);
    },
  );
}
