// Optional packages: what needs one is skipped where it is not installed.
import { createRequire } from 'node:module';

/** True if a package can be loaded. */
export function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
