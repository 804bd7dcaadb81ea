// The page as it is sent: light, complete in itself, and made of text alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { assetsOf, bundleClient } from '../../../../src/channels/web/server/assets.ts';

const CLIENT = fileURLToPath(new URL('../../../../src/channels/web/client', import.meta.url));
const MAX_PAGE_BYTES = 250_000;

const assets = assetsOf(await bundleClient());
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the page as it is sent', () => {
  test('is one script, one style sheet and one sign', () => {
    const kinds = [...assets.files.keys()].map((path) => path.split('.').at(-1));
    expect(kinds.sort()).toEqual(['css', 'js', 'svg']);
  });

  test(`weighs at most ${MAX_PAGE_BYTES} bytes, compressed the worse of both ways`, () => {
    const files = [...assets.files.values()].reduce((sum, { gzip }) => sum + gzip.length, 0);
    expect(files + assets.page.length).toBeLessThanOrEqual(MAX_PAGE_BYTES);
  });

  test('names no other place to fetch from', () => {
    const namespaces = /https?:\/\/www\.w3\.org\/[\w/#.]*/gu;
    for (const [path, { plain }] of assets.files) {
      const addresses =
        text(plain)
          .replace(namespaces, '')
          .match(/["'`(](?:https?:)?\/\/[a-z0-9-]+\.[a-z]{2,}[^\s"'`)]*/giu) ?? [];
      expect({ path, addresses }).toEqual({ path, addresses: [] });
    }
  });

  test('holds no script, style or handler in its HTML, as the content security policy wants', () => {
    expect(assets.page.replace(/<noscript>.*<\/noscript>/u, '')).not.toMatch(/<script>|<style|\son\w+=|style=/u);
  });
});

describe('the sources of the page', () => {
  const sources = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => [name, readFileSync(join(CLIENT, name), 'utf8')] as const);

  test('are all found', () => expect(sources.length).toBeGreaterThan(50));

  test('never make markup or program out of text', () => {
    const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc/u;
    expect(sources.filter(([, source]) => forbidden.test(source)).map(([name]) => name)).toEqual([]);
  });

  test('keep away from what browsers of the last years lack', () => {
    const tooNew = /\.(?:toSorted|toReversed|toSpliced|with)\(|groupBy\(|Promise\.withResolvers|\.isWellFormed\(/u;
    expect(sources.filter(([, source]) => tooNew.test(source)).map(([name]) => name)).toEqual([]);
  });
});
