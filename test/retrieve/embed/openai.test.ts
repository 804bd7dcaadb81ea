import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { openOpenAiEmbedder } from '../../../src/retrieve/embed/openai.ts';
import { embedderContract } from './support/contract.ts';
import {
  answerWell,
  type Behaviour,
  type EmbeddingsServer,
  startServer,
  vectorOf,
} from './support/embeddings-server.ts';

const KEY = 'a-key-that-nobody-may-read';
const running: EmbeddingsServer[] = [];

async function serve(behave?: Behaviour): Promise<EmbeddingsServer> {
  const server = await startServer(behave);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

interface Attempt {
  readonly pauses: number[];
  readonly server: EmbeddingsServer;
  readonly error: AppError;
}

/** Opens an embedder of 8 dimensions on a server that misbehaves, embeds one text, and returns what went wrong. */
async function failing(behave: Behaviour, settings: { timeoutMs?: number; attempts?: number } = {}): Promise<Attempt> {
  const server = await serve(behave);
  const pauses: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => void pauses.push(milliseconds);
  const embedder = await openOpenAiEmbedder({
    baseUrl: server.baseUrl,
    model: 'm',
    apiKey: KEY,
    dimension: 8,
    sleep,
    ...settings,
  });
  const error = await embedder.embed(['城区']).then(
    () => new Error('it succeeded'),
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(AppError);
  return { pauses, server, error: error as AppError };
}

embedderContract('the OpenAI-compatible embedder', async () => {
  const server = await serve();
  return openOpenAiEmbedder({ baseUrl: server.baseUrl, model: 'm' });
});

describe('asking', () => {
  test('the dimension is learnt by one request and becomes part of the identity', async () => {
    const server = await serve();
    const embedder = await openOpenAiEmbedder({ baseUrl: server.baseUrl, model: 'small-zh' });
    expect(embedder).toMatchObject({ id: 'openai:small-zh:8', dimension: 8 });
    expect(server.seen).toHaveLength(1);
  });

  test('a known dimension spares the request', async () => {
    const server = await serve();
    await openOpenAiEmbedder({ baseUrl: server.baseUrl, model: 'm', dimension: 8 });
    expect(server.seen).toHaveLength(0);
  });

  test('texts go in batches, with model and key; blank ones stay here', async () => {
    const server = await serve();
    const embedder = await openOpenAiEmbedder({
      baseUrl: `${server.baseUrl}/`,
      model: 'm',
      apiKey: KEY,
      dimension: 8,
      batchTexts: 2,
    });
    await embedder.embed(['甲', ' ', '乙', '丙', '', '丁', '戊']);
    expect(server.seen.map(({ input }) => input)).toEqual([['甲', '乙'], ['丙', '丁'], ['戊']]);
    expect(server.seen[0]).toMatchObject({ path: '/v1/embeddings', model: 'm', authorization: `Bearer ${KEY}` });
  });

  test('without a key no authorisation is sent', async () => {
    const server = await serve();
    await openOpenAiEmbedder({ baseUrl: server.baseUrl, model: 'm' });
    expect(server.seen[0]?.authorization).toBeUndefined();
  });

  test('vectors that come in another order are put back by their index', async () => {
    const server = await serve((request) => {
      const { data } = answerWell(request).body as { data: unknown[] };
      return { body: { data: [...data].reverse() } };
    });
    const embedder = await openOpenAiEmbedder({ baseUrl: server.baseUrl, model: 'm', dimension: 8 });
    const [first] = await embedder.embed(['aaa', 'b']);
    const expected = vectorOf('aaa');
    const length = Math.hypot(...expected);
    expected.forEach((value, d) => {
      expect(first?.[d]).toBeCloseTo(value / length, 5);
    });
  });
});

describe('faults that may pass', () => {
  test.each([429, 500, 502, 503, 408])('status %i is tried again and then succeeds', async (status) => {
    const server = await serve((request, turn) => (turn < 3 ? { status, body: 'busy' } : answerWell(request)));
    const sleep = async (): Promise<void> => {};
    const embedder = await openOpenAiEmbedder({ baseUrl: server.baseUrl, model: 'm', dimension: 8, sleep });
    expect(await embedder.embed(['城区'])).toHaveLength(1);
    expect(server.seen).toHaveLength(3);
  });

  test('pauses double, and after the last attempt the fault is reported as unreachable', async () => {
    const { error, pauses, server } = await failing(() => ({ status: 503, body: 'loading model' }));
    expect(pauses).toEqual([500, 1000, 2000]);
    expect(server.seen).toHaveLength(4);
    expect(error.code).toBe('embedder/unreachable');
    expect(error.message).toContain('503 (loading model)');
  });

  test('the server may say how long to wait, up to half a minute', async () => {
    const { pauses } = await failing((_, turn) => ({
      status: 429,
      headers: { 'retry-after': turn === 1 ? '7' : '3600' },
      body: '',
    }));
    expect(pauses).toEqual([7_000, 30_000, 30_000]);
  });

  test('a server that hangs up or is not there is unreachable, and the address is in the message', async () => {
    const { error, server } = await failing(() => 'hang up', { attempts: 2 });
    expect(error.code).toBe('embedder/unreachable');
    expect(error.message).toContain(server.baseUrl);
    await server.close();
    await expect(openOpenAiEmbedder({ baseUrl: server.baseUrl, model: 'm', attempts: 1 })).rejects.toMatchObject({
      code: 'embedder/unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('a server that never answers is given up after the timeout', async () => {
    const { error } = await failing(() => 'silence', { timeoutMs: 50, attempts: 2 });
    expect(error.code).toBe('embedder/unreachable');
    expect(error.message).toContain('within 50 ms');
  });
});

describe('faults that stay', () => {
  test.each([
    [401, 'EMBEDDER_API_KEY'],
    [403, 'EMBEDDER_API_KEY'],
    [404, 'EMBEDDER_MODEL'],
    [400, 'EMBEDDER_MODEL'],
    [307, 'EMBEDDER_BASE_URL'],
  ])('status %i is refused at once, with the remedy %s', async (status, remedy) => {
    const { error, server } = await failing(() => ({ status, body: { error: { message: 'no such thing' } } }));
    expect(error.code).toBe('embedder/refused');
    expect(error.message).toContain('no such thing');
    expect(error.message).toContain(remedy);
    expect(server.seen).toHaveLength(1);
  });

  test('the key reaches no message, even if the server repeats it', async () => {
    const { error } = await failing(() => ({ status: 401, body: { error: `bad key ${KEY}` } }));
    expect(error.message).toContain('bad key');
    expect(error.message).not.toContain(KEY);
  });

  test.each([
    ['a vector of another dimension', { data: [{ index: 0, embedding: [1, 2, 3] }] }],
    ['too many vectors', { data: [0, 1].map((index) => ({ index, embedding: vectorOf('x') })) }],
    ['no vectors', { data: [] }],
    ['a number that is none', { data: [{ index: 0, embedding: [1, 2, 3, 4, 5, 6, 7, null] }] }],
    ['words', { data: [{ index: 0, embedding: 'AAAA' }] }],
    ['an index out of place', { data: [{ index: 5, embedding: vectorOf('x') }] }],
    ['no JSON', '<html>'],
    ['null', 'null'],
    ['an item that is none', { data: [null] }],
    ['no end', ' '.repeat(64_000_001)],
  ])('an answer with %s is a mismatch', async (_, body) => {
    const { error, server } = await failing(() => ({ body }));
    expect(error.code).toBe('embedder/mismatch');
    expect(server.seen).toHaveLength(1);
  });
});
