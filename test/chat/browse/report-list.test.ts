// The list of reports, as thousands of them need it: found, narrowed, sorted, in parts that join to the whole.
import { describe, expect, test } from 'vitest';
import { type CountedReport, viewLibrary } from '../../../src/chat/browse/library-view.ts';
import { reportPage } from '../../../src/chat/browse/report-list.ts';
import type { ReportQuery } from '../../../src/chat/browse/views.ts';
import type { ReportId } from '../../../src/types.ts';
import { CONTEXT } from '../../support/made-up-context.ts';
import { report } from '../made-up.ts';

const ALL = { text: '', offset: 0, limit: 10_000 };
const counted = (id: string, fields: Partial<CountedReport>): CountedReport => ({
  ...report({ id: id as ReportId, path: `${id}.md` }),
  passages: 1,
  facts: 0,
  ...fields,
});
const HELD = [
  counted('a', { district: '江苏省徐州市鼓楼区', publishedOn: '2020-05', publisher: '甲报', title: '园林', facts: 3 }),
  counted('b', { district: '江苏省南京市鼓楼区', publishedOn: '2021', publisher: '乙报', title: '产业', facts: 9 }),
  counted('c', { district: null, publishedOn: null, publisher: null, title: '无区县的ＡＢＣ' }),
];
const view = {
  library: { ...CONTEXT.library, textOf: () => '文字' },
  reports: () => HELD,
  remembered: <T>(_key: object, make: () => T): T => make(),
};
const idsOf = (query: Partial<ReportQuery>): string[] =>
  reportPage(view, { ...ALL, ...query }).reports.map(({ id }) => id);

describe('reports', () => {
  test.each<[string, Partial<ReportQuery>, string[]]>([
    ['all', {}, ['a', 'b', 'c']],
    ['by title, however it is written', { text: 'abc' }, ['c']],
    ['by district', { text: '鼓楼' }, ['a', 'b']],
    ['by publisher', { text: '乙报' }, ['b']],
    ['of a province', { region: '江苏省' }, ['a', 'b']],
    ['of a city', { region: '江苏省南京市' }, ['b']],
    ['of a year', { year: '2020' }, ['a']],
    ['of a publisher', { publisher: '甲报' }, ['a']],
    ['the latest first, what is undated last', { sort: 'publishedOn', descending: true }, ['b', 'a', 'c']],
    ['by title', { sort: 'title' }, ['b', 'c', 'a']],
    ['by district, those without last', { sort: 'district' }, ['b', 'a', 'c']],
    ['most figures first', { sort: 'facts', descending: true }, ['b', 'a', 'c']],
    ['none', { text: '没有' }, []],
  ])('%s', (_, query, ids) => expect(idsOf(query)).toEqual(ids));

  test('come in parts that join to the whole, with the number of all', () => {
    const parts = [0, 1, 2, 3].map((offset) => reportPage(view, { ...ALL, offset, limit: 1 }));
    expect(parts.flatMap(({ reports }) => reports.map(({ id }) => id))).toEqual(['a', 'b', 'c']);
    expect(parts.map(({ total }) => total)).toEqual([3, 3, 3, 3]);
  });

  test('say what else they can be narrowed by: each filter counts what the others leave', () => {
    const { years, publishers } = reportPage(view, { ...ALL, year: '2020' });
    expect(years).toEqual([
      { value: '2021', reports: 1 },
      { value: '2020', reports: 1 },
    ]);
    expect(publishers).toEqual([{ value: '甲报', reports: 1 }]);
  });

  test('are counted with their text', () => {
    const live = viewLibrary(CONTEXT.library);
    const [first] = reportPage(live, { ...ALL, limit: 1 }).reports;
    expect(first?.characters).toBe(first === undefined ? 0 : CONTEXT.library.textOf(first.id).length);
  });
});
