// Districts under their cities and provinces, and their search. Pure.
import type { DistrictLineJson } from '../../server/schemas-browse.ts';

/** A province or a city with what lies in it, or a district. */
export interface Region {
  /** Beginning of the full names in it: `江苏省徐州市`. */
  readonly prefix: string;
  /** Its own name: `徐州市`. */
  readonly name: string;
  readonly reports: number;
  readonly parts: readonly Region[];
}

/** The levels above a district, outermost first. */
const LEVELS = ['province', 'city'] as const;
const COLLATOR = new Intl.Collator('zh');

/** Returns the tree of districts: province, city, district; a level that a name lacks is left out. Sorted by name. */
export function regionTree(districts: readonly DistrictLineJson[], level = 0, above = ''): Region[] {
  const key = LEVELS[level];
  if (key === undefined) return inOrder(districts.map((district) => leaf(district, above)));
  const groups = new Map<string, DistrictLineJson[]>();
  for (const district of districts) groups.set(district[key], [...(groups.get(district[key]) ?? []), district]);
  const regions = [...groups].flatMap(([name, members]): Region[] => {
    const parts = regionTree(members, level + 1, above + name);
    return name === '' ? parts : [{ prefix: above + name, name, reports: sumOf(members), parts }];
  });
  return inOrder(regions);
}

const inOrder = (regions: readonly Region[]): Region[] => [...regions].sort((a, b) => COLLATOR.compare(a.name, b.name));

function leaf({ name, reports }: DistrictLineJson, above: string): Region {
  return { prefix: name, name: name.slice(above.length), reports, parts: [] };
}

const sumOf = (districts: readonly DistrictLineJson[]): number =>
  districts.reduce((sum, { reports }) => sum + reports, 0);

/** Returns the districts of which the full name holds every word of a text, in a region. */
export function districtsHolding(
  districts: readonly DistrictLineJson[],
  text: string,
  region = '',
): readonly DistrictLineJson[] {
  const words = text.normalize('NFKC').split(/\s+/u);
  return districts.filter(({ name }) => name.startsWith(region) && words.every((word) => name.includes(word)));
}
