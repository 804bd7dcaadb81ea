// Routes of the conversation: the user, messages, button presses, quiz responses, history.
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Conversation } from '../../../chat/conversation.ts';
import type { Reply } from '../../../chat/reply.ts';
import { type Api, type ApiEnv, atMost, byId, EVENTS, gives, parameter, route, takes } from './api.ts';
import { denialOf, HttpFault, missing, unwrap, wordsOf } from './http.ts';
import type { WebParts } from './parts.ts';
import { replyJson } from './reply-json.ts';
import type { Visit } from './request-guard.ts';
import * as schema from './schemas.ts';
import { reminder } from './schemas-conversations.ts';
import { type Emit, type StreamOutcome, streamed } from './stream.ts';

const HISTORY_LINES = 30;
const MAX_WAITING = 4;
const message = z.string().max(20_000);
const name = z.string().max(200);
const indices = z.array(z.number().int().min(0).max(20)).max(20);
const spoken = gives(schema.reply.nullable(), EVENTS);

/** Lets the conversation make a reply. */
type ReplyMaker = (setting: Visit['setting'], conversation: Conversation) => Promise<Reply | null>;

/** Answers with a reply of the conversation, as JSON or as a stream, after the user's earlier calls. @param said text to offer again on failure */
export async function converse(
  c: Context<ApiEnv>,
  parts: WebParts,
  { say, said = null }: { readonly say: ReplyMaker; readonly said?: string | null },
) {
  const { visit } = c.var;
  const isStream = c.req.header('accept')?.includes('text/event-stream') ?? false;
  const work = async (emit: Emit): Promise<StreamOutcome> => {
    const onText = (sentence: string): void => emit('text', { text: sentence });
    const onProgress = (line: string): void => emit('progress', { line });
    const setting = { ...visit.setting, onProgress, ...(isStream && { onText }) };
    if (parts.turns.lengthOf(visit.user) >= MAX_WAITING)
      return new HttpFault('limit', 'Too many questions are waiting already.', { waitSeconds: 5 });
    try {
      const reply = await parts.turns.run(visit.user, () => say(setting, parts.conversation));
      return denialOf(reply) ?? (reply && replyJson(reply));
    } catch (error) {
      const id = parts.tell(error, c.req.raw);
      return new HttpFault('failed', wordsOf(parts.conversation.failed(visit.setting, { id, text: said })), { id });
    }
  };
  if (isStream) return streamed(c, work);
  const outcome = await work(() => undefined);
  if (outcome instanceof HttpFault) throw outcome;
  return c.json(outcome, 200);
}

/** Adds the routes of asking. */
export function addAskingRoutes(api: Api, parts: WebParts): void {
  addOwnRoutes(api, parts);
  addSpeakingRoutes(api, parts);
  addPageRoutes(api, parts);
  addHistoryRoutes(api, parts);
}

function addOwnRoutes(api: Api, parts: WebParts): void {
  const { conversation, streams, version } = parts;
  api.openapi(
    route('get /api/me', 'Who you are and what you may do; without sign-in a stranger, who can only join', {
      responses: gives(schema.me),
    }),
    (c) => {
      const { user, role, csrf, isSignedIn, setting } = c.var.visit;
      const account = conversation.browse.account(setting, role);
      return c.json({ id: user, role, csrf, isSignedIn, streams, version, ...account }, 200);
    },
  );
  api.openapi(route('post /api/stop', 'Stop working on your question', { responses: gives(schema.done) }), (c) =>
    c.json({ done: conversation.stop(c.var.visit.setting.speaker) }, 200),
  );
  api.openapi(
    route('get /api/reminder', 'What is due for you to review, once the hour of your reminder has come', {
      responses: gives(reminder),
    }),
    async (c) => {
      const looked = unwrap(await conversation.browse.reminder(c.var.visit.setting));
      return c.json(looked.reminder ?? { due: 0, text: '' }, 200);
    },
  );
  api.openapi(
    route('get /api/suggestions', 'Questions that the reports answer', { responses: gives(schema.suggestions) }),
    async (c) => c.json({ questions: unwrap(await conversation.browse.suggestions(c.var.visit.setting)) }, 200),
  );
}

function addSpeakingRoutes(api: Api, parts: WebParts): void {
  api.openapi(
    route('post /api/say', 'Ask a question, or give a command such as /brief DISTRICT', {
      middleware: atMost(),
      request: takes(z.object({ text: message })),
      responses: spoken,
    }),
    (c) => {
      const { text } = c.req.valid('json');
      return converse(c, parts, { said: text, say: (setting, { handle }) => handle({ ...setting, text }) });
    },
  );
  api.openapi(
    route('post /api/press', 'Press a button of a reply, by its token', {
      middleware: atMost(),
      request: takes(z.object({ token: name })),
      responses: spoken,
    }),
    (c) => {
      const { token } = c.req.valid('json');
      return converse(c, parts, { say: (setting, conversation) => conversation.press(setting, token) });
    },
  );
  api.openapi(
    route(
      'post /api/answer',
      'Answer a posed quiz item: the chosen options (in order, where the order is asked), or text',
      {
        middleware: atMost(),
        request: takes(z.object({ token: name, options: indices.optional(), text: message.optional() })),
        responses: spoken,
      },
    ),
    (c) => {
      const { token, options, text = '' } = c.req.valid('json');
      const response = options === undefined ? { text } : { options };
      return converse(c, parts, { say: (setting, conversation) => conversation.answer(setting, token, response) });
    },
  );
}

function addPageRoutes(api: Api, parts: WebParts): void {
  const command = (text: string): { say: ReplyMaker } => ({
    say: (setting, { handle }) => handle({ ...setting, text }),
  });
  api.openapi(
    route('get /api/brief', 'A district on one page (/brief)', {
      request: { query: z.object({ district: name.min(1) }) },
      responses: spoken,
    }),
    (c) => converse(c, parts, command(`/brief ${c.req.valid('query').district}`)),
  );
  api.openapi(
    route('get /api/compare', 'Districts side by side (/compare)', {
      request: { query: z.object({ districts: z.string().min(1).max(1_000), topic: name.optional() }) },
      responses: spoken,
    }),
    (c) => {
      const { districts, topic = '' } = c.req.valid('query');
      return converse(c, parts, command(`/compare ${districts.split(/[,，、]/u).join(' ')} ${topic}`));
    },
  );
}

function addHistoryRoutes(api: Api, { conversation: { browse } }: WebParts): void {
  api.openapi(
    route('get /api/history', 'Your questions, latest first; `before`: the id after which to go on', {
      request: { query: z.object({ query: name.default(''), before: parameter(z.string().max(32).optional()) }) },
      responses: gives(schema.history),
    }),
    async (c) => {
      const { query, before = null } = c.req.valid('query');
      const wanted = { query, before, limit: HISTORY_LINES };
      return c.json(unwrap(await browse.history(c.var.visit.setting, wanted)), 200);
    },
  );
  api.openapi(
    route('delete /api/history', 'Delete all of your questions and answers', { responses: gives(schema.deleted) }),
    async (c) => c.json({ deleted: unwrap(await browse.forget(c.var.visit.setting, null)) }, 200),
  );
  api.openapi(
    route('delete /api/history/{id}', 'Delete one of your questions', {
      request: { params: byId },
      responses: gives(schema.deleted),
    }),
    async (c) => {
      const deleted = unwrap(await browse.forget(c.var.visit.setting, c.req.valid('param').id));
      if (deleted === 0) throw missing();
      return c.json({ deleted }, 200);
    },
  );
  api.openapi(
    route('get /api/exchanges/{id}', 'One of your questions with its answer', {
      request: { params: byId },
      responses: gives(schema.exchange),
    }),
    async (c) => {
      const found = unwrap(await browse.exchange(c.var.visit.setting, c.req.valid('param').id));
      const { question, at, reply } = found;
      return c.json({ id: found.id, question, at, reply: replyJson(reply) }, 200);
    },
  );
}
