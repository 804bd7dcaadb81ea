// The browsing API: outlines, sentences, the fact table; and that every look is admitted by the policy.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factPage } from '../../../src/chat/browse/figures.ts';
import { openReport, viewLibrary } from '../../../src/chat/browse/library-view.ts';
import { structureReport } from '../../../src/ingest/structure/structure.ts';
import { memoryLibrary } from '../../../src/store/index/in-memory-library.ts';
import type { Fact, Library, Report } from '../../../src/types.ts';
import { CONTEXT } from '../../support/made-up-context.ts';
import { DISTRICTS, REPORTS, reportWith } from '../../support/made-up-reports.ts';
import { type Bench, createBench, SPEAKER } from '../fixtures.ts';

const part = { offset: 0, limit: 100 };
const view = viewLibrary(CONTEXT.library);

function libraryOf(reports: readonly Report[], facts: readonly Fact[] = []): Library {
  const structured = reports.map((report) => ({ report, passages: structureReport(report).passages }));
  return memoryLibrary(structured, () => facts);
}

describe('a report, opened', () => {
  test('is whole: its sentences lie in order, do not overlap, and hold all but white space', () => {
    for (const { id, text } of REPORTS) {
      const report = openReport(CONTEXT.library, id);
      expect(report?.text).toBe(text);
      let end = 0;
      for (const sentence of report?.sentences ?? []) {
        expect(text.slice(end, sentence.start).trim()).toBe('');
        expect(sentence.end).toBeGreaterThan(sentence.start);
        end = sentence.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }
  });

  test('has an outline whose entries stand where the headings do', () => {
    const text =
      '某区报告\n\n一、产业\n2031年，建成园区2个。\n\n二、民生\n2031年，新建学校3所。这是二、民生一节的话。\n';
    const report = openReport(libraryOf([reportWith(text)]), 'made-up');
    expect(report?.outline).toEqual([
      { title: '某区报告', level: 1, start: 0 },
      { title: '一、产业', level: 2, start: text.indexOf('一、') },
      { title: '二、民生', level: 2, start: text.indexOf('二、') },
    ]);
  });

  test('tells how a sentence is read only where that differs', () => {
    const report = openReport(
      libraryOf([reportWith('去年，青石区新建桥梁2座。\n2020年修路3公里。', { publishedOn: '2022-07' })]),
      'made-up',
    );
    const read = report?.sentences.map((sentence) => sentence.read);
    expect(read?.filter((text) => text !== undefined)).toEqual([expect.stringContaining('2021')]);
  });

  test('is null where there is none', () => expect(openReport(CONTEXT.library, '../etc/passwd')).toBeNull());
});

describe('districts and reports', () => {
  test('are counted with what is held of them', () => {
    expect(view.districts().map(({ name, reports }) => [name, reports])).toEqual(DISTRICTS.map((name) => [name, 1]));
    for (const { name, short, facts } of view.districts()) {
      expect(facts).toBe(CONTEXT.library.facts(name).length);
      expect(name.endsWith(short)).toBe(true);
    }
    expect(view.reports().reduce((sum, { facts }) => sum + facts, 0)).toBe(CONTEXT.library.facts().length);
  });

  test('what is dear is made once', () => {
    let made = 0;
    const key = {};
    const make = (): number => {
      made += 1;
      return made;
    };
    expect([view.remembered(key, make), view.remembered(key, make), made]).toEqual([1, 1, 1]);
  });
});

describe('the fact table', () => {
  test('parts of it join to the whole, and every quote is a slice of its report', () => {
    const whole = factPage(view, { offset: 0, limit: 10_000 });
    const parts = [0, 1, 2].flatMap((n) => factPage(view, { offset: n * 40, limit: 40 }).facts);
    expect(parts).toEqual(whole.facts.slice(0, 120));
    expect(whole.total).toBe(CONTEXT.library.facts().length);
    for (const { report, start, end, quote } of whole.facts)
      expect(CONTEXT.library.textOf(report).slice(start, end)).toBe(quote);
  });

  test.each(['district', 'indicator', 'period', 'value', 'unit', 'title'] as const)(
    'is sorted by %s, either way, and what is unknown comes last',
    (sort) => {
      const { facts } = factPage(view, { sort, ...part });
      const values = facts.map((line) => line[sort]);
      const known = values.filter((value) => value !== null);
      expect(known).toEqual([...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      expect(values.slice(known.length).every((value) => value === null)).toBe(true);
    },
  );

  test('the same rows come in reverse when descending', () => {
    const up = factPage(view, { sort: 'value', offset: 0, limit: 10_000 }).facts.map(({ value }) => value);
    const down = factPage(view, { sort: 'value', descending: true, offset: 0, limit: 10_000 }).facts.map(
      ({ value }) => value,
    );
    expect(down).toEqual(up.reverse());
  });

  test('filters by each setting, and by all at once', () => {
    const [district = ''] = DISTRICTS;
    const own = factPage(view, { district, ...part });
    expect(new Set(own.facts.map((line) => line.district))).toEqual(new Set([district]));
    const [indicator = ''] = own.indicators;
    const named = factPage(view, { district, indicator, ...part });
    expect(named.facts.length).toBeGreaterThan(0);
    expect(named.facts.every((line) => line.indicator === indicator)).toBe(true);
    expect(factPage(view, { period: '2020', ...part }).facts.every(({ period }) => period?.startsWith('2020'))).toBe(
      true,
    );
    expect(
      factPage(view, { text: '青石', ...part }).facts.every((line) => `${line.district}${line.title}`.includes('青石')),
    ).toBe(true);
    expect(factPage(view, { text: '没有这样的字', ...part })).toMatchObject({ total: 0, facts: [] });
  });

  test('offers years, latest first, and only those of the district', () => {
    const { periods } = factPage(view, { district: DISTRICTS[0], ...part });
    expect(periods).toEqual([...new Set(periods)].sort().reverse());
    expect(periods.every((year) => /^\d{4}$/u.test(year))).toBe(true);
  });
});

describe('every look', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = createBench({ ownerIds: ['boss'], limits: { perPerson: 1, inAll: 100 } });
  });
  afterAll(() => bench.remove());

  test('is refused to strangers, and nothing is looked at', async () => {
    const { browse, admin } = bench.conversation;
    const setting = { speaker: SPEAKER };
    const looks = [
      browse.suggestions(setting),
      browse.reports(setting, { text: '', ...part }),
      browse.report(setting, 'liuxi'),
      browse.districts(setting),
      browse.topics(setting),
      browse.facts(setting, part),
      browse.series(setting, {}),
      browse.search(setting, { text: '公园', count: 1 }),
      browse.embed(setting, ['公园']),
      browse.history(setting, { query: '', before: null, limit: 1 }),
      browse.exchange(setting, '1'),
      browse.forget(setting, null),
      admin.members(setting),
      admin.gaps(setting),
      admin.feedback(setting),
      admin.health(setting),
      admin.backup(setting),
      admin.items(setting, { seed: '0' }),
      admin.ownKeys(setting, 'token'),
      admin.allKeys(setting),
      admin.addToken(setting, { id: 'a', name: 'b', secret: 'c', scope: 'ask', days: 1 }),
      admin.endOwnKey(setting, 'a'),
      admin.endKey(setting, { user: 'u2', id: 'a' }),
      admin.invitations(setting),
      admin.cancelInvitation(setting, 'a'),
      admin.invite(setting, { role: 'official', days: 1, uses: 1 }),
      admin.revoke(setting, 'u2'),
    ];
    for (const look of await Promise.all(looks)) expect(look.kind).not.toBe('found');
  });

  test('of an owner is served, and stands in the audit', async () => {
    const setting = { speaker: { ...SPEAKER, user: 'boss' } };
    const before = bench.state.audit.verify().count;
    const looked = await bench.conversation.browse.districts(setting);
    expect(looked).toMatchObject({ kind: 'found', value: [{ short: '柳溪区' }, { short: '塔山县' }] });
    expect(bench.state.audit.verify().count).toBe(before + 1);
  });

  test('for vectors stands in the audit, with how many texts it was', async () => {
    const looked = await bench.conversation.browse.embed({ speaker: { ...SPEAKER, user: 'boss' } }, ['甲', '乙']);
    expect(looked).toMatchObject({ kind: 'found' });
    expect(bench.state.audit.entries().at(-1)?.entry).toContain('vectors of 2 texts');
  });
});
