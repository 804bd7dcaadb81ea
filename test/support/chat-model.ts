// A local server that speaks `POST /v1/chat/completions`, streamed or plain, well or badly as a test wants.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server saw it. */
export interface ChatRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly model: string;
  readonly stream: boolean;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  /** All fields of the request, the above included. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What the model says, and what goes wrong on the way. */
export interface ChatReply {
  /** Text of the answer. */
  readonly text?: string;
  /** Pause before each streamed piece of `PIECE_CHARACTERS`. */
  readonly pauseMs?: number;
  /** The connection breaks off after so many characters. */
  readonly breakOffAfter?: number;
  /** An error instead of an answer. */
  readonly status?: number;
  /** Body sent as it is, in place of the protocol's. */
  readonly body?: string;
}

/** How the server answers its n-th request (1 …). */
export type Behaviour = (request: ChatRequest, turn: number) => ChatReply | 'silence' | 'hang up';

/** A running server. */
export interface ChatServer {
  readonly baseUrl: string;
  readonly seen: readonly ChatRequest[];
  close(): Promise<void>;
}

const PIECE_CHARACTERS = 7;

/** Starts a server on a free port of this machine. */
export async function startChatServer(behave: Behaviour): Promise<ChatServer> {
  const seen: ChatRequest[] = [];
  const server = createServer(async (request, response) => {
    const fields = JSON.parse(await readBody(request)) as ChatRequest['fields'] &
      Pick<ChatRequest, 'model' | 'stream' | 'messages'>;
    const { model, stream = false, messages } = fields;
    const entry = { path: request.url ?? '', headers: request.headers, model, stream, messages, fields };
    seen.push(entry);
    await answer(response, behave(entry, seen.length), entry);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  response: ServerResponse,
  reply: ChatReply | 'silence' | 'hang up',
  { stream, model }: ChatRequest,
): Promise<void> {
  if (reply === 'silence') return;
  if (reply === 'hang up') {
    response.destroy();
    return;
  }
  const { text = '', status = 200, body } = reply;
  if (body !== undefined || status !== 200) {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body ?? JSON.stringify({ error: { message: `fault ${status} for the key sent` } }));
    return;
  }
  if (stream) {
    await streamPieces(response, reply, model);
    return;
  }
  const message = { role: 'assistant', content: text.slice(0, reply.breakOffAfter) };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'answer',
      object: 'chat.completion',
      model,
      choices: [{ index: 0, message, finish_reason: 'stop' }],
    }),
  );
}

async function streamPieces(
  response: ServerResponse,
  { text = '', pauseMs = 0, breakOffAfter = Number.POSITIVE_INFINITY }: ChatReply,
  model: string,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let start = 0; start < text.length && !response.destroyed; start += PIECE_CHARACTERS) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (start >= breakOffAfter) {
      response.destroy();
      return;
    }
    response.write(event(model, { content: text.slice(start, start + PIECE_CHARACTERS) }, null));
  }
  response.write(event(model, {}, 'stop'));
  response.end('data: [DONE]\n\n');
}

function event(model: string, delta: object, finishReason: string | null): string {
  const chunk = {
    id: 'answer',
    object: 'chat.completion.chunk',
    model,
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The JSON that a model is asked for: numbers of sentences and words copied out of them; none: nothing answers. */
export function selection(sentences: readonly number[], spans: readonly string[]): string {
  return JSON.stringify({ answered: sentences.length > 0, sentences, spans });
}
