import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadLangchainModule } from '../../../src/retrieve/embed/langchain-module.ts';
import { pickEmbedder } from '../../../src/retrieve/embed/pick.ts';

const folder = mkdtempSync(join(tmpdir(), 'quzhi-langchain-'));

function moduleOf(name: string, source: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, source);
  return file;
}

describe('the module that QUZHI_LANGCHAIN names', () => {
  test('is none where none is named', async () => {
    expect(await loadLangchainModule(null)).toBeNull();
  });

  test('may export some of the three', async () => {
    const file = moduleOf('one', 'export const retriever = { invoke: async () => [] };');
    expect(Object.keys((await loadLangchainModule(file)) ?? {})).toEqual(['retriever']);
  });

  test.each([
    ['absent', null, 'names no file'],
    ['broken', 'export const = 1', 'cannot be loaded: '],
    ['thrower', 'throw new Error("no key")', 'cannot be loaded: no key'],
    ['empty', 'export default 1', 'exports none of embeddings, retriever, chatModel'],
    ['class', 'export class embeddings { embedDocuments() {} }', 'exports embeddings without a method embedDocuments'],
    ['null', 'export const retriever = null', 'exports retriever without a method invoke'],
    ['half', 'export const chatModel = { invoke() {} }', 'exports chatModel without a method stream'],
  ])('%s: the fault says what is wrong', async (name, source, message) => {
    const file = source === null ? join(folder, 'absent.mjs') : moduleOf(name, source);
    await expect(loadLangchainModule(file)).rejects.toMatchObject({
      code: 'config/invalid',
      message: expect.stringContaining(`QUZHI_LANGCHAIN=${file} ${message}`),
    });
  });

  test('its embeddings are taken in place of EMBEDDER, and their model is the identity', async () => {
    const langchainModule = moduleOf(
      'embeddings',
      'export const embeddings = { model: "m3", embedDocuments: async (texts) => texts.map(() => [3, 4]) };',
    );
    const embedder = await pickEmbedder({ embedder: 'openai', langchainModule });
    expect(embedder).toMatchObject({ id: 'langchain:m3:2', dimension: 2 });
    const [vector = []] = await embedder.embed(['城区']);
    expect(Array.from(vector, (value) => Number(value.toFixed(3)))).toEqual([0.6, 0.8]);
  });

  test('without embeddings EMBEDDER stands', async () => {
    const langchainModule = moduleOf('other', 'export const retriever = { invoke: async () => [] };');
    expect((await pickEmbedder({ embedder: 'builtin', langchainModule })).id).toMatch(/^builtin/);
  });
});
