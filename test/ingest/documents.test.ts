import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { documentLibrary, prepareDocument, preparedLibrary } from '../../src/ingest/documents.ts';
import { reportId } from '../../src/ingest/source/identity.ts';

const TEXT = '口袋公园扮靓小城\n2022-08-16\n徐州市泉山区今年新建口袋公园12个，总投资2800万元。';

test('a document is described, dated and read as a report of the corpus is', () => {
  const library = documentLibrary([{ id: reportId('d1'), path: 'd1', text: TEXT, given: {} }]);
  expect(library.reports.get(reportId('d1'))).toMatchObject({ title: '口袋公园扮靓小城', publishedOn: '2022-08-16' });
  expect(library.textOf(reportId('d1'))).toBe(TEXT);
  const sentences = Array.from({ length: library.passageCount }, (_, number) => library.passage(number)).flatMap(
    (passage) => passage.sentences,
  );
  expect(sentences.at(-1)?.read).toContain('今年〔2022年〕');
});

test('its facts point at its passages', () => {
  const library = documentLibrary([
    { id: reportId('d1'), path: 'd1', text: '没有数字的一句话。', given: {} },
    { id: reportId('d2'), path: 'd2', text: TEXT, given: { district: '江苏省徐州市泉山区' } },
  ]);
  const facts = library.facts('江苏省徐州市泉山区');
  expect(facts.map(({ value }) => value)).toContain(28_000_000);
  for (const fact of facts) expect(library.passage(fact.passageNumber).reportId).toBe('d2');
});

test('two documents with one id are refused, an empty one is no trouble', () => {
  const empty = { id: reportId('d1'), path: 'd1', text: '', given: {} };
  expect(documentLibrary([empty]).passageCount).toBe(0);
  expect(() => documentLibrary([empty, empty])).toThrow(RangeError);
});

test('a document made ready in another process is the same library, fact by fact and passage by passage', () => {
  const given = { district: '江苏省徐州市泉山区' };
  const document = { id: reportId('d'), path: 'd.txt', given, text: TEXT };
  const library = documentLibrary([document]);
  const prepared = preparedLibrary(deserialize(serialize(prepareDocument(document))));
  expect([...prepared.reports]).toEqual([...library.reports]);
  expect(prepared.facts()).toEqual(library.facts());
  expect(prepared.facts()).not.toEqual([]);
  expect(prepared.passage(0)).toEqual(library.passage(0));
  expect(prepared.textOf(document.id)).toBe(document.text);
});
