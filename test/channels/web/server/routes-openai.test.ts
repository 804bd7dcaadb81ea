// OpenAI's protocol through OpenAI's own client: a cited answer, a follow-up, a refusal, a stream.
import OpenAI from 'openai-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWebBench, LOCAL, member, send, type WebBench } from '../fixtures.ts';

const QUESTION = '柳溪区2031年新建了多少处公园？';
let bench: WebBench;
let openai: OpenAI;

beforeEach(() => {
  bench = createWebBench({ local: true });
  openai = new OpenAI({
    baseURL: `${LOCAL}/v1`,
    apiKey: 'not-needed-on-this-machine',
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers as ConstructorParameters<typeof Headers>[0]);
      headers.set('host', new URL(LOCAL).host);
      return bench.app.request(String(url), { ...init, headers } as Parameters<typeof bench.app.request>[1]);
    },
  });
});
afterEach(() => bench.remove());

describe('a chat client', () => {
  test('finds what answers and what makes vectors', async () => {
    const { data } = await openai.models.list();
    expect(data.map(({ id }) => id)).toEqual(['quzhi', 'quzhi-embedding']);
  });

  test('gets an answer with its sources, in the message and as annotations', async () => {
    const { choices } = await openai.chat.completions.create({
      model: 'quzhi',
      temperature: 0.7,
      messages: [{ role: 'user', content: QUESTION }],
    });
    const message = choices[0]?.message;
    expect(message?.content).toContain('[1]');
    expect(message?.refusal).toBeNull();
    const [first] = message?.annotations ?? [];
    expect(first).toMatchObject({ type: 'url_citation', quote: expect.any(String) });
    const { start_index: start = 0, end_index: end = 0, url = '' } = first?.url_citation ?? {};
    expect(message?.content?.slice(start, end)).toBe('[1]');
    expect(new URL(url).pathname).toMatch(/^\/read\//u);
  });

  test('follows up: earlier messages of the user count, those of the assistant do not', async () => {
    await openai.chat.completions.create({
      model: 'quzhi',
      messages: [
        { role: 'system', content: 'You are helpful.' },
        { role: 'user', content: QUESTION },
        { role: 'assistant', content: '航天城有 5 处。' },
        { role: 'user', content: [{ type: 'text', text: '那里呢？' }] },
      ],
    });
    expect(bench.service.questions.at(-1)).toMatchObject({ text: '那里呢？', history: [QUESTION] });
  });

  test('is refused in an ordinary message that says so', async () => {
    const { choices } = await openai.chat.completions.create({
      model: 'quzhi',
      messages: [{ role: 'user', content: '航天？' }],
    });
    expect(choices[0]?.message).toMatchObject({ refusal: 'no-evidence', content: expect.stringContaining('没有找到') });
  });

  test('may have it as a stream: the same words, then the sources', async () => {
    const messages = [{ role: 'user' as const, content: QUESTION }];
    const whole = await openai.chat.completions.create({ model: 'quzhi', messages });
    const stream = await openai.chat.completions.create({ model: 'quzhi', messages, stream: true });
    let text = '';
    const deltas: object[] = [];
    for await (const { choices } of stream) {
      text += choices[0]?.delta.content ?? '';
      deltas.push(choices[0]?.delta ?? {});
    }
    expect(text).toBe(whole.choices[0]?.message.content);
    expect(deltas.at(-1)).toMatchObject({ annotations: whole.choices[0]?.message.annotations });
  });

  test('is told what is wrong with a request', async () => {
    await expect(
      openai.chat.completions.create({ model: 'quzhi', messages: [{ role: 'system', content: 'x' }] }),
    ).rejects.toMatchObject({ status: 400, message: expect.stringContaining('user') });
  });
});

describe('a program that searches by meaning itself', () => {
  const model = 'quzhi-embedding';

  test.each(['float', 'base64', undefined] as const)('gets vectors in order, as %s', async (format) => {
    const { data, model: space } = await openai.embeddings.create({
      model,
      input: ['公园', '口袋公园'],
      ...(format !== undefined && { encoding_format: format }),
    });
    const plain = data.map(({ embedding }) =>
      typeof embedding === 'string'
        ? [...new Float32Array(new Uint8Array(Buffer.from(embedding, 'base64')).buffer)]
        : embedding,
    );
    expect(plain).toEqual([
      [2, 0.5],
      [4, 0.5],
    ]);
    expect([space, data.map(({ index }) => index)]).toEqual(['made-up:2', [0, 1]]);
  });

  test.each<[string, object]>([
    ['tokens of another model', { input: [1, 2, 3] }],
    ['nothing', { input: [] }],
    ['too many texts', { input: Array.from({ length: 257 }, () => '公园') }],
    ['vectors of another length', { input: '公园', dimensions: 1_536 }],
  ])('is told what is wrong with %s', async (_, request) => {
    const asked = openai.embeddings.create({ model, ...request } as OpenAI.EmbeddingCreateParams);
    await expect(asked).rejects.toMatchObject({ status: 400 });
  });
});

describe('tokens', () => {
  const tokenOf = async (web: WebBench, scope: string): Promise<string> => {
    const official = await member(web);
    const made = await official.json<{ token: string }>('/api/tokens', {
      method: 'POST',
      body: { name: scope, scope },
    });
    return made.token;
  };

  test('of the scope “ask” get answers and vectors; without a token nobody does', async () => {
    const web = createWebBench();
    const authorization = `Bearer ${await tokenOf(web, 'ask')}`;
    const bodies = {
      '/v1/chat/completions': { model: 'quzhi', messages: [{ role: 'user', content: QUESTION }] },
      '/v1/embeddings': { input: '公园' },
    };
    for (const [path, body] of Object.entries(bodies)) {
      const asked = await send(web, path, { method: 'POST', body, headers: { authorization } });
      expect([path, asked.status]).toEqual([path, 200]);
      expect((await send(web, path, { method: 'POST', body })).status).toBe(401);
    }
    web.remove();
  });
});
