// What the configuration reads for the page: where it listens, where people reach it, whether they sign in.
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

const webOf = (environment: Record<string, string>) => readConfig(environment).web;

describe('the page', () => {
  test('is served to this machine alone, without sign-in, unless told otherwise', () => {
    expect(webOf({})).toEqual({ host: '127.0.0.1', port: 8080, publicUrl: null, signIn: false, widgetOrigins: [] });
  });

  test('can be off, or at any free port', () => {
    expect(webOf({ WEB_PORT: 'off' })).toBeNull();
    expect(webOf({ WEB_PORT: '0' })?.port).toBe(0);
  });

  test.each(['127.0.0.1', '127.3.2.1', 'localhost', '::1'])('%s is this machine: nobody signs in', (host) =>
    expect(webOf({ WEB_HOST: host })?.signIn).toBe(false),
  );

  test.each<[string, Record<string, string>]>([
    ['at another address', { WEB_HOST: '192.168.7.7' }],
    ['at a name that only looks like this machine', { WEB_HOST: '127.0.0.1.example.org' }],
    [
      'behind an address of its own, though it listens to this machine alone',
      { WEB_PUBLIC_URL: 'https://quzhi.example' },
    ],
    ['at every address', { WEB_HOST: '0.0.0.0', WEB_PUBLIC_URL: 'http://quzhi.example:8080' }],
  ])('%s people sign in', (_, environment) => expect(webOf(environment)?.signIn).toBe(true));

  test('the address of people has no slash at its end', () => {
    expect(webOf({ WEB_PUBLIC_URL: 'https://quzhi.example/' })?.publicUrl).toBe('https://quzhi.example');
  });

  test('the widget is off unless sites are named that may show it', () => {
    const named = webOf({ WEB_WIDGET_ORIGINS: ' https://a.example/, http://b.example:8081,' });
    expect(named?.widgetOrigins).toEqual(['https://a.example', 'http://b.example:8081']);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a site with a path', { WEB_WIDGET_ORIGINS: 'https://a.example/page' }, /WEB_WIDGET_ORIGINS takes origins/u],
    ['every site', { WEB_WIDGET_ORIGINS: '*' }, /WEB_WIDGET_ORIGINS takes origins/u],
    ['a port that is none', { WEB_PORT: 'http' }, /WEB_PORT is "http".*off/u],
    ['a port beyond all ports', { WEB_PORT: '65536' }, /WEB_PORT/u],
    ['every address without the one that people open', { WEB_HOST: '0.0.0.0' }, /Set WEB_PUBLIC_URL/u],
    ['an address with a path', { WEB_PUBLIC_URL: 'https://quzhi.example/page' }, /without a path/u],
    ['an address that is none', { WEB_PUBLIC_URL: 'quzhi.example' }, /WEB_PUBLIC_URL is "quzhi.example"/u],
    ['another protocol', { WEB_PUBLIC_URL: 'ftp://quzhi.example' }, /WEB_PUBLIC_URL/u],
  ])('%s is refused with what to write instead', (_, environment, message) =>
    expect(() => readConfig(environment)).toThrow(message),
  );
});
