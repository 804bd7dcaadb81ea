import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { expect, test } from 'vitest';
import { fromLangchainEmbeddings, toLangchainEmbeddings } from '../../../src/retrieve/embed/langchain.ts';
import { embedderContract } from './support/contract.ts';
import { fakeEmbedder } from './support/fake.ts';

embedderContract('a LangChain embedder behind our interface', async () =>
  fromLangchainEmbeddings(await toLangchainEmbeddings(fakeEmbedder()), { id: 'langchain:fake' }),
);

/** A LangChain embedder that returns what a test wants. */
function returning(vectors: (documents: string[]) => number[][]): EmbeddingsInterface {
  return {
    embedDocuments: async (documents) => vectors(documents),
    embedQuery: async () => [1, 0],
  };
}

test('our embedder is a LangChain Embeddings', async () => {
  const { Embeddings } = await import('@langchain/core/embeddings');
  const ours = fakeEmbedder();
  const bridged = await toLangchainEmbeddings(ours);
  expect(bridged).toBeInstanceOf(Embeddings);
  const [vector = new Float32Array()] = await ours.embed(['云溪区']);
  expect(await bridged.embedQuery('云溪区')).toEqual(Array.from(vector));
  expect(await bridged.embedDocuments(['云溪区', '云溪区'])).toEqual([Array.from(vector), Array.from(vector)]);
});

test('there and back gives the same vectors', async () => {
  const ours = fakeEmbedder();
  const back = await fromLangchainEmbeddings(await toLangchainEmbeddings(ours), { id: 'langchain:fake' });
  expect(back).toMatchObject({ id: 'langchain:fake:16', dimension: 16 });
  const [there] = await ours.embed(['教育投入']);
  const [again] = await back.embed(['教育投入']);
  again?.forEach((value, d) => {
    expect(value).toBeCloseTo(there?.[d] ?? Number.NaN, 6);
  });
});

test.each([
  ['of another dimension', () => [[1, 2, 3]]],
  ['not finite', () => [[Number.NaN, 1]]],
  ['too few', () => []],
])('vectors that are %s are a mismatch', async (_, vectors) => {
  const embedder = await fromLangchainEmbeddings(returning(vectors), { id: 'langchain:bad', dimension: 2 });
  await expect(embedder.embed(['城区'])).rejects.toMatchObject({ code: 'embedder/mismatch' });
});
