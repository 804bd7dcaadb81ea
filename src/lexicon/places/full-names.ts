// The full names of the divisions that a name stands for: what somebody who types 泉山区 into a form means.
import { divisions } from './divisions.ts';

/**
 * Returns the full names of all divisions of a name, full, official or short; present ones alone where there are any.
 * @example fullNamesOf('泉山区') // => ['江苏省徐州市泉山区']
 */
export function fullNamesOf(name: string): readonly string[] {
  const { byFullName, byName, byShortName } = divisions();
  const known = byFullName.get(name);
  if (known !== undefined) return [known.fullName];
  const called = byName.get(name) ?? byShortName.get(name) ?? [];
  const present = called.filter(({ former }) => !former);
  return [...new Set((present.length > 0 ? present : called).map(({ fullName }) => fullName))];
}
