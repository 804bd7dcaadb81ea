// Every endpoint serves what its schema says, to those who may.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import type { HistoryJson, MeJson, ReplyJson } from '../../../src/channels/web/server/schemas.ts';
import * as schema from '../../../src/channels/web/server/schemas.ts';
import * as admin from '../../../src/channels/web/server/schemas-admin.ts';
import type { FactsJson, ReportJson, SearchJson, SeriesJson } from '../../../src/channels/web/server/schemas-browse.ts';
import * as browse from '../../../src/channels/web/server/schemas-browse.ts';
import * as corpus from '../../../src/channels/web/server/schemas-corpus.ts';
import { shortDistrict } from '../../../src/chat/asking/place.ts';
import type { ReportId } from '../../../src/types.ts';
import { createWebBench, localOwner, type Person, send, type WebBench } from '../../channels/web/fixtures.ts';
import { FakeCorpusAdmin } from '../../chat/fake-corpus-admin.ts';
import { REPORTS, report, TEXT } from '../../chat/made-up.ts';
import { single } from '../../quiz/made-up-items.ts';

const QUESTION = '柳溪区2031年新建了多少处公园？';
let bench: WebBench;
let person: Person;
beforeAll(async () => {
  const health = { reports: [], totals: { reports: 2 } };
  const maintenance = { health: () => ({ health, page: '<p>made up</p>' }), backup: async () => '/nowhere' };
  bench = createWebBench({ local: true, maintenance, corpusAdmin: new FakeCorpusAdmin() });
  person = localOwner(bench);
  await person.json('/api/say', { method: 'POST', body: { text: QUESTION } });
});
afterAll(() => bench.remove());

const post = (body: unknown): { method: string; body: unknown } => ({ method: 'POST', body });

test.each<[string, ZodType, { method: string; body?: unknown }?]>([
  ['/api/me', schema.me],
  ['/api/say', schema.reply, post({ text: QUESTION })],
  ['/api/press', schema.reply, post({ token: 'source:1:1' })],
  ['/api/answer', schema.reply, post({ token: 'none', options: [0] })],
  ['/api/stop', schema.done, { method: 'POST' }],
  ['/api/suggestions', schema.suggestions],
  ['/api/brief?district=柳溪区', schema.reply],
  ['/api/compare?districts=柳溪区,塔山县&topic=公园', schema.reply],
  ['/api/history', schema.history],
  ['/api/exchanges/1', schema.exchange],
  ['/api/reports', browse.reports],
  ['/api/reports/liuxi', browse.report],
  ['/api/districts', browse.districts],
  ['/api/topics', browse.topics],
  ['/api/facts', browse.facts],
  ['/api/series?indicator=新建公园', browse.series],
  ['/api/documents?kind=brief&district=云岭省清河市柳溪区', schema.citedDocument],
  ['/api/documents?kind=comparison&districts=云岭省清河市柳溪区,云岭省塔山县', schema.citedDocument],
  ['/api/search?query=公园', browse.search],
  ['/api/health', admin.health],
  ['/api/pending', corpus.pending],
  ['/api/gaps', admin.gaps],
  ['/api/feedback', admin.feedback],
  ['/api/members', admin.members],
  ['/api/tokens', admin.newToken, post({ name: 'script' })],
  ['/api/tokens', admin.tokens],
  ['/api/quiz', admin.items],
])('%s gives what its schema says', async (path, shape, sent = { method: 'GET' }) => {
  expect(shape.safeParse(await person.json(path, sent)).error).toBeUndefined();
});

describe('asking', () => {
  test('replies with the conversation’s own blocks and the answer in the contract’s shape', async () => {
    const reply = await person.json<ReplyJson>('/api/say', post({ text: QUESTION }));
    expect(reply.blocks[0]).toEqual({ kind: 'headline', text: '12处[1]' });
    expect(reply.shown?.answer).toMatchObject({ status: 'answered', short: '12处', mode: 'extractive', refusal: null });
    const [citation] = reply.shown?.answer.citations ?? [];
    expect(TEXT.slice(citation?.start, citation?.end)).toBe(citation?.quote);
    expect(citation?.document).toMatchObject({ id: 'liuxi', title: REPORTS[0]?.title });
    expect(reply.shown?.answer.text).toContain('12处[1]');
  });

  test('a refusal is a reply too, with its reason and the nearest evidence', async () => {
    const { shown } = await person.json<ReplyJson>('/api/say', post({ text: '航天' }));
    expect(shown?.answer).toMatchObject({
      status: 'refused',
      short: '',
      citations: [],
      refusal: { reason: 'no-evidence' },
    });
    expect(shown?.answer.refusal?.nearest).toHaveLength(1);
  });

  test('buttons are pressed by their tokens; an unknown one gets a plain notice', async () => {
    const { shown, buttons } = await person.json<ReplyJson>('/api/say', post({ text: QUESTION }));
    expect(buttons.map(({ token }) => token)).toContain(`source:${shown?.id}:1`);
    const opened = await person.json<ReplyJson>('/api/press', post({ token: `source:${shown?.id}:1` }));
    expect(opened.blocks.map(({ kind }) => kind)).toContain('quote');
    expect((await person.json<ReplyJson>('/api/press', post({ token: 'nonsense' }))).blocks).toHaveLength(1);
  });

  test('the page’s own language is that of the request until another one is chosen', async () => {
    const english = { headers: { 'accept-language': 'en-GB,zh;q=0.5' } };
    const commandsOf = async (): Promise<string> =>
      JSON.stringify((await person.json<MeJson>('/api/me', english)).commands);
    expect(await commandsOf()).toContain('How to use this');
    await person.json('/api/say', post({ text: '/language zh' }));
    expect(await commandsOf()).not.toContain('How to use this');
    await person.json('/api/say', post({ text: '/language auto' }));
  });
});

describe('practising', () => {
  test('an item is posed, graded once by the server, and the reply says what was right', async () => {
    bench.service.drawn = [single(1)];
    const { posed } = await person.json<ReplyJson>('/api/say', post({ text: '/quiz 1' }));
    expect(posed).toMatchObject({ form: 'one', question: single(1).question });
    const wrong = (single(1).correct + 1) % single(1).options.length;
    const given = post({ token: posed?.token, options: [wrong] });
    const graded = await person.json<ReplyJson>('/api/answer', given);
    const said = graded.blocks.map(({ text }) => text).join('\n');
    expect(said).toContain(single(1).options[single(1).correct] ?? 'nothing');
    expect((await person.json<ReplyJson>('/api/answer', given)).blocks).not.toEqual(graded.blocks);
  });

  test('maintainers take the items away with their keys, as quiz export prints them', async () => {
    bench.service.drawn = [single(1), single(2)];
    const { items } = await person.json<{ items: { id: string; correct: number; citation: object }[] }>(
      '/api/quiz?count=1&seed=a',
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'single',
      correct: expect.any(Number),
      citation: { document: { id: expect.any(String) } },
    });
    expect(await person.json('/api/quiz?count=1&seed=a')).toEqual({ items });
    expect(await person.json('/api/quiz?district=没有这个区')).toEqual({ items: [] });
  });
});

describe('history', () => {
  test('is listed latest first, sought, opened and deleted', async () => {
    await person.json('/api/history', { method: 'DELETE' });
    for (const text of [QUESTION, '公园有多大？', '航天']) await person.json('/api/say', post({ text }));
    const { exchanges, more } = await person.json<HistoryJson>('/api/history');
    expect(exchanges.map(({ question }) => question)).toEqual(['航天', '公园有多大？', QUESTION]);
    expect([more, exchanges[0]?.status, exchanges[1]?.short]).toEqual([false, 'refused', '12处']);
    const found = await person.json<HistoryJson>('/api/history?query=多大');
    expect(found.exchanges.map(({ question }) => question)).toEqual(['公园有多大？']);
    const [latest, ...older] = exchanges;
    const after = await person.json<HistoryJson>(`/api/history?before=${latest?.id}`);
    expect(after.exchanges).toEqual(older);
    const opened = await person.json<{ reply: ReplyJson }>(`/api/exchanges/${older[0]?.id}`);
    expect(opened.reply.blocks[0]?.text).toContain('12处');
    expect(await person.json(`/api/history/${latest?.id}`, { method: 'DELETE' })).toEqual({ deleted: 1 });
    expect((await person.send(`/api/exchanges/${latest?.id}`)).status).toBe(404);
    expect(await person.json('/api/history', { method: 'DELETE' })).toEqual({ deleted: 2 });
  });
});

describe('reading', () => {
  test('a report comes with its very text, and every sentence is a slice of it', async () => {
    const report = await person.json<ReportJson>('/api/reports/liuxi');
    expect(report.text).toBe(TEXT);
    const said = report.sentences.map(({ start, end }) => report.text.slice(start, end)).join('');
    expect(said).toBe(TEXT);
  });

  test('a report is opened whatever stands in its id', async () => {
    const id = '2031.05/甲 %&?#.md';
    bench.service.indexed = [report({ id: id as ReportId })];
    const opened = await person.json<ReportJson>(`/api/reports/${encodeURIComponent(id)}`);
    expect(opened.meta.id).toBe(id);
    bench.service.indexed = REPORTS;
  });

  test('figures are filtered, sorted and cut; a chart has one unit', async () => {
    const district = encodeURIComponent('云岭省清河市柳溪区');
    const page = await person.json<FactsJson>(`/api/facts?district=${district}&sort=value&descending=true&limit=1`);
    expect([page.total, page.facts.map(({ surface }) => surface)]).toEqual([2, ['340亩']]);
    expect(page.facts[0]?.quote).toBe(TEXT.slice(page.facts[0]?.start, page.facts[0]?.end));
    const series = await person.json<SeriesJson>('/api/series?indicator=新建公园');
    expect(series.unit).toBe('处');
    expect(series.points.map(({ district, value }) => [shortDistrict(district), value])).toEqual([
      ['塔山县', 3],
      ['柳溪区', 12],
    ]);
    expect(series.charts).toEqual([{ indicator: '新建公园', unit: '处', points: 2, districts: 2, isKnown: false }]);
  });

  test('an empty setting counts as absent', async () => {
    const all = await person.json<FactsJson>('/api/facts');
    expect(await person.json<FactsJson>('/api/facts?district=&sort=&offset=&limit=&format=')).toEqual(all);
  });

  test('search gives passages with their place', async () => {
    const { hits } = await person.json<SearchJson>('/api/search?query=公园&top=1');
    expect(hits).toHaveLength(1);
    expect(TEXT.slice(hits[0]?.start, hits[0]?.end)).toBe(hits[0]?.text);
  });
});

describe('the page', () => {
  test.each([
    '/',
    '/read/liuxi',
    '/read/2031.05%2F%E7%94%B2.md?from=1&to=2',
    '/browse/facts',
    '/join/abc',
    '/practise',
  ])('%s leads to it', async (path) => {
    const response = await send(bench, path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(await response.text()).toMatch(/<script type="module" src="\/assets\/main\.[0-9a-f]{12}\.js">/u);
  });

  test('its files may be kept for ever and come compressed as the browser likes', async () => {
    const path = /\/assets\/main\.[0-9a-f]{12}\.js/u.exec(await (await send(bench, '/')).text())?.[0] ?? '';
    const plain = await send(bench, path);
    expect(await plain.text()).toBe('console.log("made up")');
    expect(plain.headers.get('cache-control')).toContain('immutable');
    for (const [accepted, coding] of [
      ['gzip, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await send(bench, path, { headers: { 'accept-encoding': accepted } });
      expect(response.headers.get('content-encoding')).toBe(coding);
    }
  });
});
