// The districts that are indexed: named by people, named in buttons. It understands no question.
import { createHash } from 'node:crypto';
import type { ReportMeta } from '../../types.ts';
import { districtLabels, shortDistrict } from './place.ts';

/** Full names of the districts on which there are reports, in the order in which they first appear. */
export function districtsOf(reports: readonly ReportMeta[]): string[] {
  return [...new Set(reports.map(({ district }) => district))].filter((district) => district !== null);
}

/** A short, stable stand-in for a name inside a button: 8 hexadecimal digits. */
export function handleOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}

/** The district that a person means by a name: full, short, or a part of just one; null where that is not clear. */
export function districtNamed(name: string, districts: readonly string[]): string | null {
  const wanted = name.normalize('NFKC').trim();
  if (wanted === '') return null;
  const labels = districtLabels(districts);
  const exact = districts.filter(
    (district) => district === wanted || shortDistrict(district) === wanted || labels.get(district) === wanted,
  );
  const partial = districts.filter((district) => district.includes(wanted));
  const found = exact.length > 0 ? exact : partial;
  return found.length === 1 ? (found[0] ?? null) : null;
}
