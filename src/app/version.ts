// The version of the program, as its package names it.
import { readFileSync } from 'node:fs';

/** Returns the version of the package: `0.1.0`. */
export function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
