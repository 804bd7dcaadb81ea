// Routes in OpenAI's protocol, so that any chat client asks Quzhi as it would a model: answers with their sources, and refusals.
import { Buffer } from 'node:buffer';
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
/** The name of the configured embedder there, whichever it is. */
const EMBEDDING_MODEL = 'quzhi-embedding';
const MAX_TEXTS = 256;
const MAX_TEXT_CHARACTERS = 8_000;
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
const embeddedText = z.string().max(MAX_TEXT_CHARACTERS);
const embeddingRequest = z.looseObject({
  model: z.string().default(EMBEDDING_MODEL),
  input: z.union([embeddedText, z.array(embeddedText).min(1).max(MAX_TEXTS)], {
    error: `send a text, or up to ${MAX_TEXTS} texts of at most ${MAX_TEXT_CHARACTERS} characters; numbers of another model's tokens say nothing here`,
  }),
  encoding_format: z.enum(['float', 'base64']).nullish(),
  dimensions: z.number().int().nullish(),
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
export function addOpenaiRoutes(api: Api, parts: WebParts): void {
  const models = [MODEL, EMBEDDING_MODEL].map((id) => ({ id, object: 'model', created: 0, owned_by: 'quzhi' }));
  api.openapi(
    route('get /v1/models', "The models to choose from, in OpenAI's protocol: one answers, one makes vectors", {
      responses: gives(looseObject),
    }),
    (c) => c.json({ object: 'list', data: models }, 200),
  );
  addCompletionRoute(api, parts);
  addEmbeddingRoute(api, parts);
}

function addEmbeddingRoute(api: Api, { conversation }: WebParts): void {
  api.openapi(
    route(
      'post /v1/embeddings',
      "Vectors of texts in OpenAI's protocol, by the configured embedder; counts as a search",
      {
        middleware: atMost(MAX_BYTES),
        request: takes(embeddingRequest),
        responses: gives(looseObject),
      },
    ),
    async (c) => {
      const { input, encoding_format: format, dimensions } = c.req.valid('json');
      const texts = typeof input === 'string' ? [input] : input;
      const { space, vectors } = unwrap(await conversation.browse.embed(c.var.visit.setting, texts));
      const length = vectors[0]?.length ?? 0;
      if (dimensions !== undefined && dimensions !== null && dimensions !== length)
        throw new HttpFault('input', `dimensions: the vectors of this embedder have ${length}.`);
      const data = vectors.map((vector, index) => ({
        object: 'embedding',
        index,
        embedding: format === 'base64' ? base64Of(vector) : [...vector],
      }));
      return c.json({ object: 'list', data, model: space, usage: { prompt_tokens: 0, total_tokens: 0 } }, 200);
    },
  );
}

/** A vector as OpenAI's clients ask for it: 32-bit numbers, the lowest byte first. */
function base64Of(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * Float32Array.BYTES_PER_ELEMENT);
  vector.forEach((number, index) => void bytes.writeFloatLE(number, index * Float32Array.BYTES_PER_ELEMENT));
  return bytes.toString('base64');
}

function addCompletionRoute(api: Api, { conversation, guard, newId, now }: WebParts): void {
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
