// npm run sbom: the software bill of materials of the lock file, in the form of CycloneDX. `--check` says what is wrong with it instead:
// a package without integrity, from elsewhere, under a licence that is not free, that runs something at install, or of which an advisory
// is known (`--advisories FILE`, a list in the form of OSV; nothing is fetched).
import { readFileSync } from 'node:fs';
import { print, runCommand, textOption } from '../src/app/cli/command.ts';
import { type Advisory, billOf, componentsOf, faultsOf, type LockedPackage } from './support/bill.ts';

const LOCK = new URL('../package-lock.json', import.meta.url);
const REGISTRY = 'https://registry.npmjs.org/';
/** They build or unpack the part that is no JavaScript; `esbuild` checks that its own is there. */
const INSTALLERS = new Set(['better-sqlite3', 'hnswlib-node', 'onnxruntime-node', 'esbuild', 'fsevents']);

await runCommand({
  usage: 'Usage: npm run sbom -- [--check] [--advisories FILE]',
  options: { check: { type: 'boolean' }, advisories: { type: 'string' } },
  run(values) {
    const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as {
      readonly name: string;
      readonly version: string;
      readonly packages: Readonly<Record<string, LockedPackage>>;
    };
    const components = componentsOf(lock.packages);
    if (values['check'] !== true) {
      print(JSON.stringify(billOf({ name: lock.name, version: lock.version }, components, new Date()), null, 2));
      return 0;
    }
    const file = textOption(values, 'advisories');
    const advisories = file === undefined ? [] : (JSON.parse(readFileSync(file, 'utf8')) as readonly Advisory[]);
    const faults = faultsOf(components, { registry: REGISTRY, installers: INSTALLERS, advisories });
    for (const fault of faults) print(fault);
    print(
      `${components.length} packages, ${faults.length} faults${file === undefined ? '; advisories not looked at' : ''}.`,
    );
    return faults.length === 0 ? 0 : 1;
  },
});
