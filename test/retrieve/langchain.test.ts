import { BaseRetriever } from '@langchain/core/retrievers';
import { expect, test } from 'vitest';
import { toLangchainRetriever } from '../../src/retrieve/langchain.ts';
import { Retriever } from '../../src/retrieve/retriever.ts';
import { indexedTexts } from '../../src/store/index/indexed-text.ts';
import { buildPostings } from '../../src/store/index/postings/postings.ts';
import { library } from '../answer/generate/fixtures.ts';

const ours = new Retriever(library, buildPostings(indexedTexts(library)), null);
const parts = { search: (text: string, count: number) => ours.search(text, { count }), library: () => library };

test('our search is a LangChain retriever', async () => {
  expect(await toLangchainRetriever(parts)).toBeInstanceOf(BaseRetriever);
});

test('documents are exact slices of the reports, best first, with what they are known by', async () => {
  const retriever = await toLangchainRetriever(parts);
  const documents = await retriever.invoke('望溪区 云谷项目');
  const { hits } = await ours.search('望溪区 云谷项目', { count: 5 });
  expect(documents).toHaveLength(hits.length);
  documents.forEach(({ pageContent, metadata }, index) => {
    const hit = hits[index];
    if (!hit) throw new Error('no hit');
    expect(pageContent).toBe(library.textOf(hit.passage.reportId).slice(metadata.start, metadata.end));
    expect(metadata).toMatchObject({
      reportId: hit.passage.reportId,
      start: hit.passage.start,
      end: hit.passage.end,
      score: hit.score,
    });
  });
  expect(documents[0]?.metadata).toMatchObject({
    path: 'wangxi.txt',
    title: '望溪区：山水之间',
    district: '华岭省青梧市望溪区',
  });
});

test('gives as many documents as it is told', async () => {
  const retriever = await toLangchainRetriever({ ...parts, count: 1 });
  expect(await retriever.invoke('云谷项目')).toHaveLength(1);
  expect(await retriever.invoke('qqq')).toEqual([]);
});
