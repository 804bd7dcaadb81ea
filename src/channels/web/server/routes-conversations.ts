// Conversations: listed, opened, named, limited to sources, written out, deleted, and shown to other members by a link.
import { z } from '@hono/zod-openapi';
import type { Setting } from '../../../chat/conversation.ts';
import { conversationText } from '../../../chat/conversations/conversation-text.ts';
import type { DrawnExchange } from '../../../chat/conversations/conversations-api.ts';
import type { Citation } from '../../../types.ts';
import { hrefOf } from '../client/router.ts';
import { type Api, atMost, byId, gives, givesFile, parameter, route, takes } from './api.ts';
import { attachment, missing, unwrap } from './http.ts';
import type { WebParts } from './parts.ts';
import { replyJson } from './reply-json.ts';
import { CONVERSATION_ID } from './request-guard.ts';
import { deleted, done } from './schemas.ts';
import * as schema from './schemas-conversations.ts';

const LISTED = 30;
/** Exchanges that a thread shows. */
const OPENED = 60;
const WRITTEN = 1_000;
const FILES = { text: ['text/plain', 'txt'], markdown: ['text/markdown', 'md'] } as const;

const byConversation = z.object({ id: z.string().regex(CONVERSATION_ID) });

/** Returns a setting in another of the speaker's conversations. */
const settingIn = (setting: Setting, conversation: string): Setting => ({
  ...setting,
  speaker: { ...setting.speaker, conversation },
});

const exchangeJson = ({ id, question, at, reply }: DrawnExchange) => ({ id, question, at, reply: replyJson(reply) });

/** Adds the routes of conversations. */
export function addConversationRoutes(api: Api, parts: WebParts): void {
  addListRoutes(api, parts);
  addSettingRoutes(api, parts);
  addFileRoute(api, parts);
  addTextRoute(api, parts);
  addShareRoutes(api, parts);
}

function addListRoutes(api: Api, { conversation: { conversations } }: WebParts): void {
  api.openapi(
    route('get /api/conversations', 'Your conversations, latest first', {
      request: {
        query: z.object({
          query: z.string().max(200).default(''),
          before: parameter(z.string().max(32).optional()),
        }),
      },
      responses: gives(schema.conversations),
    }),
    async (c) => {
      const { query, before = null } = c.req.valid('query');
      const found = unwrap(await conversations.list(c.var.visit.setting, { query, before, limit: LISTED }));
      return c.json(found, 200);
    },
  );
  api.openapi(
    route('get /api/conversations/{id}', 'One of your conversations; speak in it with the header X-Conversation', {
      request: { params: byConversation },
      responses: gives(schema.conversation),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const opened = unwrap(await conversations.open(settingIn(c.var.visit.setting, id), OPENED));
      const { name, sources, sourceCount, file } = opened;
      return c.json({ id, name, sources, sourceCount, file, exchanges: opened.exchanges.map(exchangeJson) }, 200);
    },
  );
}

function addSettingRoutes(api: Api, { conversation: { conversations } }: WebParts): void {
  api.openapi(
    route('post /api/conversations/{id}', 'Name a conversation, or limit it to some reports', {
      middleware: atMost(),
      request: { params: byConversation, ...takes(schema.conversationSettings) },
      responses: gives(schema.sourceCount),
    }),
    async (c) => {
      const { name, sources } = c.req.valid('json');
      const given = {
        ...(name !== undefined && { name: name === '' ? null : name }),
        ...(sources !== undefined && { sources }),
      };
      const setting = settingIn(c.var.visit.setting, c.req.valid('param').id);
      return c.json(unwrap(await conversations.set(setting, given)), 200);
    },
  );
  api.openapi(
    route('delete /api/conversations/{id}', 'Delete a conversation and what was asked in it', {
      request: { params: byConversation },
      responses: gives(deleted),
    }),
    async (c) => {
      const setting = settingIn(c.var.visit.setting, c.req.valid('param').id);
      return c.json({ deleted: unwrap(await conversations.remove(setting)) }, 200);
    },
  );
}

function addFileRoute(api: Api, { conversation: { conversations } }: WebParts): void {
  api.openapi(
    route('delete /api/conversations/{id}/file', 'Put the file away that the questions of a conversation are about', {
      request: { params: byConversation },
      responses: gives(done),
    }),
    async (c) => {
      const setting = settingIn(c.var.visit.setting, c.req.valid('param').id);
      return c.json({ done: unwrap(await conversations.closeFile(setting)) }, 200);
    },
  );
}

function addTextRoute(api: Api, { conversation: { conversations }, guard }: WebParts): void {
  api.openapi(
    route('get /api/conversations/{id}/text', 'A conversation as a file, with the words behind every mark', {
      request: {
        params: byConversation,
        query: z.object({ format: parameter(z.enum(['text', 'markdown']).default('markdown')) }),
      },
      responses: givesFile('text/markdown'),
    }),
    async (c) => {
      const { format } = c.req.valid('query');
      const setting = settingIn(c.var.visit.setting, c.req.valid('param').id);
      const { line, exchanges } = unwrap(await conversations.open(setting, WRITTEN));
      if (line === null) throw missing();
      const addressOf = ({ report, start, end }: Citation): string =>
        `${guard.origin()}${hrefOf('read', report.id, { from: start, to: end })}`;
      const name = line.name ?? line.question;
      const [type, ending] = FILES[format];
      return c.body(conversationText({ name, exchanges }, { format, addressOf }), 200, {
        'content-type': `${type}; charset=utf-8`,
        'content-disposition': attachment(`${name.slice(0, 40)}.${ending}`),
      });
    },
  );
}

function addShareRoutes(api: Api, { conversation: { conversations }, guard, newId, newSecret }: WebParts): void {
  api.openapi(
    route('post /api/shares', 'Make a link that shows a conversation, or one answer of it, to other members', {
      middleware: atMost(),
      request: takes(
        z.object({
          conversation: z.string().regex(CONVERSATION_ID).default('0'),
          exchange: z.string().max(32).nullable().default(null),
        }),
      ),
      responses: gives(schema.newShare),
    }),
    async (c) => {
      const { conversation, exchange } = c.req.valid('json');
      const link = { id: newId(), secret: newSecret(), exchange };
      if (!unwrap(await conversations.share(settingIn(c.var.visit.setting, conversation), link))) throw missing();
      return c.json({ id: link.id, url: `${guard.origin()}${hrefOf('shared', link.secret)}` }, 200);
    },
  );
  api.openapi(
    route('get /api/shares', 'Your links to conversations and answers', { responses: gives(schema.shares) }),
    async (c) => c.json({ shares: unwrap(await conversations.shares(c.var.visit.setting)) }, 200),
  );
  api.openapi(
    route('delete /api/shares/{id}', 'End one of your links', { request: { params: byId }, responses: gives(done) }),
    async (c) => {
      const isEnded = unwrap(await conversations.unshare(c.var.visit.setting, c.req.valid('param').id));
      if (!isEnded) throw missing();
      return c.json({ done: true }, 200);
    },
  );
  api.openapi(
    route('get /api/shared/{id}', 'What another member shared by a link', {
      request: { params: byId },
      responses: gives(schema.shared),
    }),
    async (c) => {
      const { by, at, exchanges } = unwrap(await conversations.shared(c.var.visit.setting, c.req.valid('param').id));
      return c.json({ by, at, exchanges: exchanges.map(exchangeJson) }, 200);
    },
  );
}
