// The software bill of materials, out of the lock file: what is installed, from where, under which licence, and what is known of it.

/** A package of a lock file (version 3), as far as we read it. */
export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

/** An installed package. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly license: string | null;
  readonly integrity: string | null;
  readonly source: string | null;
  readonly isDevelopment: boolean;
  readonly runsAtInstall: boolean;
}

/** A published advisory in the form of OSV (osv.dev), as far as we read it. */
export interface Advisory {
  readonly id: string;
  readonly summary?: string;
  readonly affected?: readonly {
    readonly package?: { readonly name?: string };
    readonly versions?: readonly string[];
  }[];
}

const FOLDER = 'node_modules/';

/** Returns the packages of a lock file, by name. */
export function componentsOf(packages: Readonly<Record<string, LockedPackage>>): Component[] {
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes(FOLDER) && link !== true)
    .map(
      ([
        path,
        { version = '', license = null, integrity = null, resolved = null, dev = false, hasInstallScript = false },
      ]) => ({
        name: path.slice(path.lastIndexOf(FOLDER) + FOLDER.length),
        ...{ version, license, integrity, source: resolved, isDevelopment: dev, runsAtInstall: hasInstallScript },
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** Returns the hash of a package as CycloneDX writes it. @example hashOf('sha512-AAEC') // => { alg: 'SHA-512', content: '000102' } */
function hashOf(integrity: string): { alg: string; content: string } {
  const [algorithm = '', base64 = ''] = integrity.split(' ')[0]?.split('-') ?? [];
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
}

/** Returns the bill in the form of CycloneDX 1.5. */
export function billOf(product: { name: string; version: string }, components: readonly Component[], at: Date): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { timestamp: at.toISOString(), component: { type: 'application', ...product } },
    components: components.map(({ name, version, license, integrity, source, isDevelopment }) => ({
      type: 'library',
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      scope: isDevelopment ? 'excluded' : 'required',
      ...(license !== null && { licenses: [{ expression: license }] }),
      ...(integrity !== null && { hashes: [hashOf(integrity)] }),
      ...(source !== null && { externalReferences: [{ type: 'distribution', url: source }] }),
    })),
  };
}

/** Licences that ask nothing of whoever passes the program on but to name them, or that bind the file alone. */
const FREE =
  /^(?:0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD(?:-[23]-Clause)?|CC0-1\.0|CC-BY-4\.0|ISC|MIT|MIT-0|MPL-2\.0|OFL-1\.1|Python-2\.0|Unlicense|WTFPL|Zlib)$/u;

function isFree(license: string): boolean {
  const choices = license.replace(/[()]/gu, '').split(/\s+OR\s+/u);
  return choices.some((choice) => choice.split(/\s+AND\s+/u).every((one) => FREE.test(one)));
}

/** What a check holds the packages against. */
export interface Expected {
  /** Address that every package comes from. */
  readonly registry: string;
  /** Packages that may run something at install. */
  readonly installers: ReadonlySet<string>;
  readonly advisories: readonly Advisory[];
}

/** Returns what is wrong with the packages, one line each. */
export function faultsOf(components: readonly Component[], { registry, installers, advisories }: Expected): string[] {
  return components.flatMap(({ name, version, license, integrity, source, runsAtInstall }) => [
    ...(integrity === null ? [`${name} ${version} has no integrity`] : []),
    // A lock file may leave the address out where it is the registry's own.
    ...(source === null || source.startsWith(registry) ? [] : [`${name} ${version} comes from ${source}`]),
    ...(license !== null && isFree(license) ? [] : [`${name} ${version} has the licence ${license ?? 'unknown'}`]),
    ...(runsAtInstall && !installers.has(name) ? [`${name} ${version} runs a script at install`] : []),
    ...advisories
      .filter(({ affected = [] }) =>
        affected.some((one) => one.package?.name === name && one.versions?.includes(version) === true),
      )
      .map(({ id, summary = '' }) => `${name} ${version}: ${id} ${summary}`.trim()),
  ]);
}
