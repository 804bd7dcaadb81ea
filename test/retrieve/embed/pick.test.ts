import { afterAll, expect, test } from 'vitest';
import { pickEmbedder } from '../../../src/retrieve/embed/pick.ts';
import { startServer } from './support/embeddings-server.ts';

const server = await startServer();
afterAll(() => server.close());

test('builtin is the table that ships with the package', async () => {
  expect((await pickEmbedder({ embedder: 'builtin' })).id).toMatch(/^builtin:\d+:[0-9a-f]{8}$/);
});

test('openai is the endpoint that the settings name', async () => {
  const picked = await pickEmbedder({
    embedder: 'openai',
    embedderBaseUrl: server.baseUrl,
    embedderModel: 'm',
    embedderApiKey: 'k',
  });
  expect(picked.id).toBe('openai:m:8');
  expect(server.seen.at(-1)?.authorization).toBe('Bearer k');
});

test.each([
  ['an unknown name', { embedder: 'magic' }, 'builtin, local:FOLDER-or-ID or openai'],
  ['local without a model', { embedder: 'local:' }, 'builtin, local:FOLDER-or-ID or openai'],
  ['openai without an address', { embedder: 'openai', embedderModel: 'm' }, 'EMBEDDER_BASE_URL'],
  [
    'openai with an address that is none',
    { embedder: 'openai', embedderBaseUrl: 'here', embedderModel: 'm' },
    'EMBEDDER_BASE_URL',
  ],
  ['openai without a model', { embedder: 'openai', embedderBaseUrl: 'http://127.0.0.1:9/v1' }, 'EMBEDDER_MODEL'],
])('%s is refused with what to set', async (_, settings, remedy) => {
  await expect(pickEmbedder(settings)).rejects.toMatchObject({
    code: 'config/invalid',
    message: expect.stringContaining(remedy),
  });
});

test('a local model that cannot be had says what is missing', async () => {
  await expect(pickEmbedder({ embedder: 'local:/no/such/folder' })).rejects.toMatchObject({ code: 'embedder/missing' });
});
