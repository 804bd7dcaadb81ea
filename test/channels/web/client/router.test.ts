// Addresses and routes: one to one.
import { describe, expect, test } from 'vitest';
import {
  evidenceBehind,
  evidenceOf,
  hrefOf,
  hrefWithEvidence,
  isSameScreen,
  parseRoute,
  rangeOf,
  SCREENS,
} from '../../../../src/channels/web/client/router.ts';

const parse = (href: string) => {
  const { pathname, search } = new URL(href, 'http://page.test');
  return parseRoute(pathname, search);
};

describe('addresses', () => {
  test('lead back to where they were made from', () => {
    const parts = ['', 'a', 'a/b', '报告 一?#&', '100%', 'x%2Fy'];
    for (const screen of SCREENS.filter((name) => name !== 'ask')) {
      for (const part of parts) {
        const query = { from: '3', text: '公园 & 绿地=多少?' };
        expect(parse(hrefOf(screen, part, query))).toEqual({ screen, part, query });
      }
    }
    expect(parse(hrefOf('ask', '', { ask: '有几处公园？' }))).toEqual({
      screen: 'ask',
      part: '',
      query: { ask: '有几处公园？' },
    });
  });

  test('leave out what is not set', () => {
    expect(hrefOf('browse', 'facts', { district: '', sort: 'value' })).toBe('/browse/facts?sort=value');
    expect(hrefOf('ask')).toBe('/');
  });

  test('stay within the page, whatever a report is called', () => {
    for (const id of ['//evil.test', 'javascript:alert(1)', '\\evil']) {
      const { origin, pathname } = new URL(hrefOf('read', id), 'http://page.test');
      expect(origin).toBe('http://page.test');
      expect(pathname.startsWith('/read/')).toBe(true);
    }
  });

  test('that nobody knows lead to asking', () => {
    for (const path of ['/', '/nothing', '/ask', '/READ/a', '//']) expect(parseRoute(path).screen).toBe('ask');
    expect(parse(hrefOf('ask', '0a9z'))).toEqual({ screen: 'ask', part: '0a9z', query: {} });
    for (const id of ['A', '../x', 'a/b', 'x'.repeat(25)]) expect(parse(`/ask/${id}`).part).toBe('');
    expect(parseRoute('/read/%E0%A4%A').part).toBe('%E0%A4%A');
  });
});

describe('a range in an address', () => {
  test('is read where it is one', () => expect(rangeOf({ from: '3', to: '9' })).toEqual({ from: 3, to: 9 }));

  test.each([
    ['missing', {}],
    ['half', { from: '3' }],
    ['empty', { from: '3', to: '3' }],
    ['backwards', { from: '9', to: '3' }],
    ['negative', { from: '-3', to: '9' }],
    ['not a number', { from: '3', to: '9e3' }],
    ['beyond measure', { from: '3', to: '99999999999' }],
  ])('is none where it is %s', (_, query) => expect(rangeOf(query)).toBeNull());
});

describe('evidence beside a screen', () => {
  const facts = parse('/browse/facts?text=公园');
  const link = parse('/read/报告 一?from=3&to=9&answer=a1');
  const opened = { report: '报告 一', cited: { from: 3, to: 9 }, answer: 'a1' };

  test('is what a link to a place of a report leads to, and stands in the address of the screen', () => {
    expect(evidenceBehind(link, facts)).toEqual(opened);
    const beside = parse(hrefWithEvidence(facts, opened));
    expect(beside).toMatchObject({ screen: 'browse', part: 'facts', query: { text: '公园' } });
    expect(evidenceOf(beside)).toEqual(opened);
    expect(isSameScreen(beside, facts)).toBe(true);
    expect(parse(hrefWithEvidence(beside, null))).toEqual(facts);
  });

  test.each([
    ['a link to a whole report', '/read/a'],
    ['a link to another screen', '/browse?from=3&to=9'],
    ['an empty range', '/read/a?from=3&to=3'],
  ])('is none behind %s', (_, href) => expect(evidenceBehind(parse(href), facts)).toBeNull());

  test('is none on the screen of a report, where the report itself moves', () => {
    expect(evidenceBehind(link, parse('/read/a'))).toBeNull();
    expect(evidenceOf(parse('/read/a?beside=b&from=3&to=9'))).toBeNull();
  });

  test('tells screens apart by everything else', () => {
    expect(isSameScreen(facts, parse('/browse/facts?text=绿地'))).toBe(false);
    expect(isSameScreen(facts, parse('/browse'))).toBe(false);
  });
});
