// Addresses and routes: one to one.
import { describe, expect, test } from 'vitest';
import { hrefOf, parseRoute, rangeOf, SCREENS } from '../../../../src/channels/web/client/router.ts';

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
