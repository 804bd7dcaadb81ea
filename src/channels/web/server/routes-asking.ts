// Asking: who one is, messages, presses, quiz answers, one's own history. The conversation decides; this carries.
import { z } from 'zod';
import type { Conversation } from '../../../chat/conversation.ts';
import type { Reply } from '../../../chat/reply.ts';
import { replyJson } from './draw.ts';
import { type Call, type Endpoint, endpoint } from './endpoint.ts';
import { denialOf, fault, faultJson, found, json, missing, wordsOf } from './http.ts';
import type { WebParts } from './parts.ts';
import * as schema from './schemas.ts';
import { type Emit, type Outcome, streamed, wantsStream } from './stream.ts';
import type { MeJson } from './types.ts';
import type { Visit } from './visit.ts';

const HISTORY_LINES = 30;
const text = z.string().max(20_000);
const ids = z.array(z.number().int().min(0).max(20)).max(20);

/** Makes a reply; the setting tells how far it is. */
export type Saying = (setting: Visit['setting'], conversation: Conversation) => Promise<Reply | null>;

/** Has the conversation say something, in the speaker's line, as JSON or as a stream. @param said what to try again where it fails */
export async function speak(
  { request, visit }: Pick<Call<unknown, unknown>, 'request' | 'visit'>,
  parts: WebParts,
  { say, said = null }: { readonly say: Saying; readonly said?: string | null },
): Promise<Response> {
  const work = async (emit: Emit): Promise<Outcome> => {
    const onText = (sentence: string): void => emit('text', { text: sentence });
    const onProgress = (line: string): void => emit('progress', { line });
    const setting = { ...visit.setting, onProgress, ...(wantsStream(request) && { onText }) };
    const running = parts.lines.run(visit.user, () => say(setting, parts.conversation));
    if (running === null) return refused('limit', 'Too many questions wait already.', 5);
    try {
      const reply = await running;
      const denial = denialOf(reply);
      if (denial !== null) return refused(denial.code, denial.message, denial.waitSeconds);
      return { name: 'reply', data: replyJson(reply) };
    } catch (error) {
      const id = parts.tell(error, request);
      const message = wordsOf(parts.conversation.failed(visit.setting, { id, text: said }));
      return { name: 'fault', data: faultJson('failed', message, id), response: fault('failed', message, { id }) };
    }
  };
  if (wantsStream(request)) return streamed(work);
  const outcome = await work(() => undefined);
  return outcome.name === 'fault' ? outcome.response : json(outcome.data);
}

function refused(code: Parameters<typeof fault>[0], message: string, waitSeconds?: number): Outcome {
  const more = waitSeconds === undefined ? {} : { waitSeconds };
  return { name: 'fault', data: faultJson(code, message), response: fault(code, message, more) };
}

/** The endpoints of asking. */
export function askingEndpoints(parts: WebParts): Endpoint[] {
  return [...oneself(parts), ...speaking(parts), ...pages(parts), ...history(parts)];
}

function oneself(parts: WebParts): Endpoint[] {
  const { conversation } = parts;
  return [
    endpoint({
      method: 'get',
      path: '/api/me',
      summary: 'Who one is, and what one may do; whoever is not signed in is a stranger, who can only join',
      isOpen: true,
      output: schema.me,
      handle: async ({ visit }) => json(me(visit, parts)),
    }),
    endpoint({
      method: 'post',
      path: '/api/stop',
      summary: 'Ends the work on one’s question',
      output: schema.done,
      handle: async ({ visit }) => json({ done: conversation.stop(visit.setting.speaker) }),
    }),
    endpoint({
      method: 'get',
      path: '/api/suggestions',
      summary: 'Questions that the reports answer',
      output: schema.suggestions,
      handle: async ({ visit }) =>
        found(await conversation.reading.suggestions(visit.setting), (questions) => json({ questions })),
    }),
  ];
}

function speaking(parts: WebParts): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/api/say',
      summary: 'A question, or a command such as /brief DISTRICT',
      body: z.object({ text }),
      output: schema.reply.nullable(),
      streams: true,
      handle: (call) => {
        const { text } = call.body;
        return speak(call, parts, { said: text, say: (setting, { handle }) => handle({ ...setting, text }) });
      },
    }),
    endpoint({
      method: 'post',
      path: '/api/press',
      summary: 'A button of a reply, by its token',
      body: z.object({ token: z.string().max(200) }),
      output: schema.reply.nullable(),
      streams: true,
      handle: (call) => speak(call, parts, { say: (setting, { press }) => press(setting, call.body.token) }),
    }),
    endpoint({
      method: 'post',
      path: '/api/answer',
      summary: 'The answer to a posed quiz item: options chosen (or in order), or text',
      body: z.object({ token: z.string().max(200), options: ids.optional(), text: text.optional() }),
      output: schema.reply.nullable(),
      streams: true,
      handle: (call) => {
        const { token, options, text = '' } = call.body;
        const given = options === undefined ? { text } : { options };
        return speak(call, parts, { say: (setting, { answer }) => answer(setting, token, given) });
      },
    }),
  ];
}

function me({ user, role, csrf, isSignedIn, setting }: Visit, { conversation, streams, version }: WebParts): MeJson {
  return { id: user, role, csrf, isSignedIn, streams, version, ...conversation.reading.standing(setting, role) };
}

function pages(parts: WebParts): Endpoint[] {
  const name = z.string().max(200);
  return [
    endpoint({
      method: 'get',
      path: '/api/brief',
      summary: 'A district on one page (/brief)',
      query: z.object({ district: name }),
      output: schema.reply.nullable(),
      handle: (call) => {
        const { district } = call.query;
        return speak(call, parts, { say: (setting, { handle }) => handle({ ...setting, text: `/brief ${district}` }) });
      },
    }),
    endpoint({
      method: 'get',
      path: '/api/compare',
      summary: 'Districts side by side (/compare)',
      query: z.object({ districts: z.string().max(1_000), topic: name.optional() }),
      output: schema.reply.nullable(),
      handle: (call) => {
        const { districts, topic = '' } = call.query;
        const text = `/compare ${districts.split(/[,，、]/u).join(' ')} ${topic}`;
        return speak(call, parts, { say: (setting, { handle }) => handle({ ...setting, text }) });
      },
    }),
  ];
}

function history({ conversation: { reading } }: WebParts): Endpoint[] {
  const deleted = (count: number): Response => json({ deleted: count });
  return [
    endpoint({
      method: 'get',
      path: '/api/history',
      summary: 'One’s own questions, latest first; `before`: the id after which to go on',
      query: z.object({ query: z.string().max(200).default(''), before: z.string().max(32).optional() }),
      output: schema.history,
      handle: async ({ visit, query: { query, before = null } }) =>
        found(await reading.history(visit.setting, { query, before, limit: HISTORY_LINES }), (lines) => json(lines)),
    }),
    endpoint({
      method: 'delete',
      path: '/api/history',
      summary: 'Deletes all of one’s questions and answers',
      output: schema.deleted,
      handle: async ({ visit }) => found(await reading.forget(visit.setting, null), deleted),
    }),
    endpoint({
      method: 'delete',
      path: '/api/history/:id',
      summary: 'Deletes one of one’s questions',
      output: schema.deleted,
      handle: async ({ visit, id }) =>
        found(await reading.forget(visit.setting, id), (count) => (count === 0 ? missing() : deleted(count))),
    }),
    endpoint({
      method: 'get',
      path: '/api/exchanges/:id',
      summary: 'One of one’s questions with its answer',
      output: schema.exchange,
      handle: async ({ visit, id }) =>
        found(await reading.exchange(visit.setting, id), ({ question, at, reply }) =>
          json({ id, question, at, reply: replyJson(reply) }),
        ),
    }),
  ];
}
