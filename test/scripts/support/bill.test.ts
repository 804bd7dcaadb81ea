import { expect, test } from 'vitest';
import { billOf, componentsOf, faultsOf } from '../../../scripts/support/bill.ts';

const registry = 'https://registry.example/';
const sound = { version: '1.0.0', resolved: `${registry}a.tgz`, integrity: 'sha512-AAEC', license: 'MIT' };
const expected = { registry, installers: new Set(['builds']), advisories: [] };
const faults = (packages: Parameters<typeof componentsOf>[0], more = {}): string[] =>
  faultsOf(componentsOf(packages), { ...expected, ...more });

test('a bill names each package with version, licence and hash, nested and scoped ones too', () => {
  const components = componentsOf({ '': {}, 'node_modules/a': sound, 'node_modules/a/node_modules/@b/c': sound });
  expect(components.map(({ name }) => name)).toEqual(['@b/c', 'a']);
  expect(billOf({ name: 'p', version: '1' }, components, new Date(0))).toMatchObject({
    bomFormat: 'CycloneDX',
    components: [
      { purl: 'pkg:npm/%40b/c@1.0.0' },
      { purl: 'pkg:npm/a@1.0.0', licenses: [{ expression: 'MIT' }], hashes: [{ alg: 'SHA-512', content: '000102' }] },
    ],
  });
});

test('a check tells what is unpinned, foreign, unfree, runs at install, or is known to be unsafe', () => {
  expect(faults({ 'node_modules/a': sound, 'node_modules/builds': { ...sound, hasInstallScript: true } })).toEqual([]);
  const { integrity: _, ...unpinned } = sound;
  expect(faults({ 'node_modules/a': unpinned })).toEqual(['a 1.0.0 has no integrity']);
  expect(faults({ 'node_modules/a': { ...sound, resolved: 'git+ssh://x' } })).toEqual([
    'a 1.0.0 comes from git+ssh://x',
  ]);
  expect(faults({ 'node_modules/a': { ...sound, license: 'GPL-3.0' } })).toEqual(['a 1.0.0 has the licence GPL-3.0']);
  expect(faults({ 'node_modules/a': { ...sound, license: '(MIT OR GPL-3.0-or-later)' } })).toEqual([]);
  expect(faults({ 'node_modules/a': { ...sound, hasInstallScript: true } })).toEqual([
    'a 1.0.0 runs a script at install',
  ]);
  const advisories = [{ id: 'GHSA-1', summary: 'bad', affected: [{ package: { name: 'a' }, versions: ['1.0.0'] }] }];
  expect(faults({ 'node_modules/a': sound }, { advisories })).toEqual(['a 1.0.0: GHSA-1 bad']);
  expect(faults({ 'node_modules/a': { ...sound, version: '1.0.1' } }, { advisories })).toEqual([]);
});
