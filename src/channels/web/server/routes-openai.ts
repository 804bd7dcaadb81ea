// Routes in OpenAI's protocol, so that any chat client asks Quzhi as it would a model: answers with their sources, and refusals.
import { z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { documentJson } from '../../../chat/json.ts';
import { renderText } from '../../../chat/render.ts';
import type { Answer, Citation } from '../../../types.ts';
import { type Api, atMost, EVENTS, gives, route, takes } from './api.ts';
import { HttpFault, unwrap } from './http.ts';
import type { WebParts } from './parts.ts';

/** The name under which clients choose us. */
const MODEL = 'quzhi';
/** A long chat's questions; the answer follows up on the latest few. */
const MAX_MESSAGES = 200;
const MAX_BYTES = 1_024 * 1_024;

const textPart = z.looseObject({ type: z.string(), text: z.string().optional() });
const message = z.looseObject({
  role: z.string(),
  content: z.union([z.string(), z.array(textPart)]).nullish(),
});
/** What of a request counts; temperature, tools and the like are taken and change nothing. */
const completionRequest = z.looseObject({
  model: z.string().default(MODEL),
  messages: z.array(message).min(1).max(MAX_MESSAGES),
  stream: z.boolean().nullish(),
});
const looseObject = z.looseObject({});

/** The words of a message, whatever form its client gives them. */
function textOf({ content }: z.infer<typeof message>): string {
  if (typeof content === 'string') return content;
  return (content ?? []).flatMap(({ type, text }) => (type === 'text' && text !== undefined ? [text] : [])).join('\n');
}

/** A citation as OpenAI's clients draw one, with the exact words beside it. */
function annotationOf({ n, report, start, end, quote }: Citation, text: string, origin: string) {
  const mark = `[${n}]`;
  const at = Math.max(0, text.indexOf(mark));
  const url = `${origin}/read/${encodeURIComponent(report.id)}?from=${start}&to=${end}`;
  const place = { url, title: report.title, start_index: at, end_index: at + mark.length };
  return { type: 'url_citation', url_citation: place, quote, document: documentJson(report), start, end };
}

/** The message that an answer makes: a refusal is one too, and says so in its own field. */
function messageOf(answer: Answer, origin: string) {
  const content = renderText(answer);
  const citations = answer.status === 'answered' ? answer.citations : [];
  return {
    role: 'assistant',
    content,
    refusal: answer.status === 'refused' ? answer.reason : null,
    annotations: citations.map((citation) => annotationOf(citation, content, origin)),
  };
}

/** Adds the routes in OpenAI's protocol. */
export function addOpenaiRoutes(api: Api, { conversation, guard, newId, now }: WebParts): void {
  api.openapi(
    route('get /v1/models', "The models to choose from, in OpenAI's protocol: one", { responses: gives(looseObject) }),
    (c) => c.json({ object: 'list', data: [{ id: MODEL, object: 'model', created: 0, owned_by: 'quzhi' }] }, 200),
  );
  api.openapi(
    route('post /v1/chat/completions', "Ask in OpenAI's protocol; earlier user messages count as history", {
      middleware: atMost(MAX_BYTES),
      request: takes(completionRequest),
      responses: gives(looseObject, EVENTS),
    }),
    async (c) => {
      const { messages, model, stream } = c.req.valid('json');
      const questions = messages.filter(({ role }) => role === 'user').map(textOf);
      const text = questions.pop();
      if (text === undefined) throw new HttpFault('input', 'messages: one of them must be of the user.');
      const answer = unwrap(await conversation.browse.answer(c.var.visit.setting, { text, history: questions }));
      const made = messageOf(answer, guard.origin());
      const head = { id: `chatcmpl-${newId()}`, created: Math.floor(now().getTime() / 1_000), model };
      if (stream) return streamSSE(c, (events) => sendChunks(made, head, (data) => events.writeSSE({ data })));
      const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
      const choices = [{ index: 0, message: made, logprobs: null, finish_reason: 'stop' }];
      return c.json({ ...head, object: 'chat.completion', choices, usage }, 200);
    },
  );
}

/** Sends a message line by line; the sources come with the last piece. */
async function sendChunks(
  { role, content, refusal, annotations }: ReturnType<typeof messageOf>,
  head: object,
  send: (data: string) => Promise<void>,
): Promise<void> {
  const chunk = (delta: object, finish_reason: 'stop' | null = null): Promise<void> =>
    send(
      JSON.stringify({
        ...head,
        object: 'chat.completion.chunk',
        choices: [{ index: 0, delta, logprobs: null, finish_reason }],
      }),
    );
  await chunk({ role, content: '' });
  for (const line of content.split(/(?<=\n)/u)) await chunk({ content: line });
  await chunk({ refusal, annotations }, 'stop');
  await send('[DONE]');
}
