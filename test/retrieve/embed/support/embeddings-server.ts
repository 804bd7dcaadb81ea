// A local server that speaks `POST /v1/embeddings`, well or badly as a test wants.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly input: readonly string[];
}

/** How the server answers: a body, or a status with a body and headers, or never. */
export type Behaviour = (request: SeenRequest, turn: number) => Reply | 'silence' | 'hang up';

interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
}

/** A running server. */
export interface EmbeddingsServer {
  readonly baseUrl: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

/** A vector that depends on the text alone. */
export function vectorOf(text: string, dimension = 8): number[] {
  const vector = new Array<number>(dimension).fill(0.01);
  for (const character of text) {
    const place = (character.codePointAt(0) ?? 0) % dimension;
    vector[place] = (vector[place] ?? 0) + 3;
  }
  return vector;
}

/** A faithful answer. */
export function answerWell({ input }: SeenRequest): Reply {
  return {
    body: {
      object: 'list',
      data: input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })),
    },
  };
}

/** Starts a server on a free port of this machine. */
export async function startServer(behave: Behaviour = answerWell): Promise<EmbeddingsServer> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const { model, input } = JSON.parse(await readBody(request)) as { model: string; input: string[] };
    const entry = { path: request.url ?? '', authorization: request.headers.authorization, model, input };
    seen.push(entry);
    answer(response, behave(entry, seen.length));
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

function answer(response: ServerResponse, behaviour: Reply | 'silence' | 'hang up'): void {
  if (behaviour === 'silence') return;
  if (behaviour === 'hang up') {
    response.destroy();
    return;
  }
  const { status = 200, headers = {}, body } = behaviour;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
