import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import { describe, expect, test } from 'vitest';
import { fromLangchainRetriever, toLangchainRetriever } from '../../src/retrieve/langchain.ts';
import { Retriever } from '../../src/retrieve/retriever.ts';
import { indexedTexts } from '../../src/store/index/indexed-text.ts';
import { buildPostings } from '../../src/store/index/postings/postings.ts';
import { library } from '../support/two-districts.ts';

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

describe('a LangChain retriever as the half that goes by meaning', () => {
  const finding = (...documents: { pageContent: string; metadata?: Record<string, unknown> }[]) =>
    fromLangchainRetriever({ invoke: async () => documents.map((document) => new Document(document)) }, library);

  test('our own documents come back to their passages, scored by rank', async () => {
    const { hits } = await ours.search('望溪区 云谷项目', { count: 3 });
    const back = fromLangchainRetriever(await toLangchainRetriever({ ...parts, count: 3 }), library);
    const scored = await back('望溪区 云谷项目', 3);
    expect(scored.map(({ number }) => number)).toEqual(hits.map(({ passage }) => passage.number));
    expect(scored[0]?.score).toBe(1);
    expect(scored.map(({ score }) => score)).toEqual(scored.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  test('any other document counts where a report holds its very words', async () => {
    const words = '企业开办压缩到4小时';
    const [found] = await finding({ pageContent: words })('开办', 5);
    const passage = library.passage(found?.number ?? -1);
    expect(library.textOf(passage.reportId).slice(passage.start, passage.end)).toContain(words);
  });

  test('what no report holds counts for nothing', async () => {
    expect(await finding({ pageContent: '别处写的话' }, { pageContent: '' })('开办', 5)).toEqual([]);
  });

  test('no more documents count than are asked for', async () => {
    const two = finding({ pageContent: '别处写的话' }, { pageContent: '企业开办压缩到4小时' });
    expect(await two('开办', 1)).toEqual([]);
  });
});
