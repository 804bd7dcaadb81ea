import { afterEach, expect, test, vi } from 'vitest';
import { type ChatModelSettings, openChatModel } from '../../../src/read/model/chat-model.ts';
import { type Behaviour, type ChatServer, startChatServer } from '../../support/chat-model.ts';

const servers: ChatServer[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(behave: Behaviour, given: Partial<ChatModelSettings> = {}) {
  const server = await startChatServer(behave);
  servers.push(server);
  const model = openChatModel({
    baseUrl: `${server.baseUrl}/`,
    name: 'test-model',
    apiKey: 'secret-key',
    attempts: 1,
    ...given,
  });
  return { server, model };
}

test('asks the endpoint for the model with the key as a bearer token', async () => {
  const { server, model } = await serve(() => ({ text: '好。' }));
  expect((await model.invoke('问')).text).toBe('好。');
  expect(server.seen[0]).toMatchObject({ path: '/v1/chat/completions', model: 'test-model', stream: false });
  expect(server.seen[0]?.headers.authorization).toBe('Bearer secret-key');
});

test('says who speaks in the words of the protocol', async () => {
  const { server, model } = await serve(() => ({ text: '好。' }));
  await model.invoke([
    ['system', '规则'],
    ['human', '问'],
    ['ai', '答'],
  ]);
  expect(server.seen[0]?.messages.map(({ role, content }) => [role, content])).toEqual([
    ['system', '规则'],
    ['user', '问'],
    ['assistant', '答'],
  ]);
});

test('an answer without words, or that is no answer, is empty or a fault', async () => {
  const { model } = await serve(() => ({ body: '{"choices":[]}' }));
  expect((await model.invoke('问')).text).toBe('');
  const broken = await serve(() => ({ body: '<html>' }));
  await expect(broken.model.invoke('问')).rejects.toThrow();
});

test.each(['null', '5', '{"choices":null}', '{"choices":[null]}', '{"choices":[{"message":null}]}'])(
  'an answer of another shape, %s, is one without words',
  async (body) => {
    const { server, model } = await serve(() => ({ body }), { attempts: 2 });
    expect((await model.invoke('问')).text).toBe('');
    expect(server.seen).toHaveLength(1);
  },
);

test('an answer that never ends is given up, once', async () => {
  const { server, model } = await serve(() => ({ body: ' '.repeat(5_000_000) }), { attempts: 2 });
  await expect(model.invoke('问')).rejects.toThrow('larger than allowed');
  expect(server.seen).toHaveLength(1);
});

test('asks for nothing that only some servers know', async () => {
  const { server, model } = await serve(() => ({ text: '好。' }));
  await model.invoke('问');
  expect(Object.keys(server.seen[0]?.fields ?? {}).sort()).toEqual([
    'max_tokens',
    'messages',
    'model',
    'stream',
    'temperature',
  ]);
});

test('opening sends nothing', async () => {
  const { server } = await serve(() => 'hang up');
  expect(server.seen).toEqual([]);
});

test('takes nothing from the environment of the process', async () => {
  vi.stubEnv('OPENAI_API_KEY', 'key-of-another');
  vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/v1');
  vi.stubEnv('OPENAI_ORG_ID', 'org-of-another');
  vi.stubEnv('OPENAI_ORGANIZATION', 'org-of-another');
  vi.stubEnv('OPENAI_PROJECT_ID', 'project-of-another');
  const { server, model } = await serve(() => ({ text: '好。' }), { apiKey: null });
  await model.invoke('问');
  expect(JSON.stringify(server.seen[0]?.headers)).not.toContain('of-another');
});

test('a fault that may pass is tried again', async () => {
  const passing = await serve((_, turn) => (turn === 1 ? { status: 500 } : { text: '好。' }), { attempts: 2 });
  expect((await passing.model.invoke('问')).text).toBe('好。');
});

test.each([{ status: 307 }, { status: 401 }, { status: 422 }, { body: '<html>' }])(
  'a refusal such as %o is not tried again',
  async (reply) => {
    const { server, model } = await serve(() => reply, { attempts: 2 });
    await expect(model.invoke('问')).rejects.toThrow();
    expect(server.seen).toHaveLength(1);
  },
);
