// Which files go into a bundle.
import { expect, test } from 'vitest';
import { isForDevelopers, isLoaded, ownPlaces, packageFolders } from '../../../scripts/support/bundle-files.ts';

const LINUX = { os: 'linux', processor: 'x64' };

test('what the package names goes in, once, with its lock file and licence', () => {
  const places = ownPlaces(['src', 'LICENSE']);
  expect(places).toEqual(['package.json', 'package-lock.json', 'README.md', 'LICENSE', 'src']);
});

test.each([
  ['scripts/ask.ts', false],
  ['scripts/support/lines.ts', false],
  ['scripts/dev', true],
  ['scripts/dev/bench.ts', true],
])('%s is for developers alone: %s', (path, expected) => expect(isForDevelopers(path)).toBe(expected));

test('packages for development stay out, and packages within packages count on their own', () => {
  const packages = {
    '': {},
    'node_modules/zod': {},
    'node_modules/vitest': { dev: true },
    'node_modules/a/node_modules/zod': {},
    'node_modules/own': { link: true },
  };
  expect(packageFolders(packages)).toEqual(['node_modules/a/node_modules/zod', 'node_modules/zod']);
});

test.each([
  ['zod/index.js', true],
  ['zod/index.d.ts', false],
  ['zod/index.d.cts', false],
  ['zod/index.js.map', false],
  ['hono/dist/helper/ssg.js', true],
  ['better-sqlite3/lib/index.js', true],
  ['better-sqlite3/deps', false],
  ['better-sqlite3/deps/sqlite3/sqlite3.c', false],
  ['better-sqlite3/build', true],
  ['better-sqlite3/build/Release', true],
  ['better-sqlite3/build/Release/better_sqlite3.node', true],
  ['better-sqlite3/build/Release/obj', false],
  ['better-sqlite3/build/Release/obj/gen/sqlite3/sqlite3.c', false],
  ['hnswlib-node/build/Release/addon.node', true],
  ['hnswlib-node/build/Makefile', false],
  ['onnxruntime-node/bin', true],
  ['onnxruntime-node/bin/napi-v3/linux', true],
  ['onnxruntime-node/bin/napi-v3/linux/x64/onnxruntime_binding.node', true],
  ['onnxruntime-node/bin/napi-v3/linux/arm64', false],
  ['onnxruntime-node/bin/napi-v3/win32', false],
  ['pdfjs-dist/legacy/build/pdf.mjs', true],
  ['pdfjs-dist/cmaps/GBK-EUC-H.bcmap', true],
  ['pdfjs-dist/build/pdf.mjs', false],
  ['a/node_modules/better-sqlite3/src/x.cpp', false],
])('%s is loaded on Linux: %s', (path, expected) => expect(isLoaded(path, LINUX)).toBe(expected));
