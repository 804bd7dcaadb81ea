// The names to look for in a question: those of the indexed districts and of what contains them, and of all divisions.
// It only prepares names; district-mentions.ts finds them in a text.
import { fold } from '../../text/normalise.ts';
import places from '../data/places.json' with { type: 'json' };
import { buildNameIndex, type NameIndex } from '../words/name-index.ts';
import { once } from '../words/once.ts';
import { districtNames, partsOf } from './district-names.ts';
import { type Division, divisions, formerNamesOf, shortNameOf } from './divisions.ts';

/** The indexed districts that a name may stand for. */
export interface KnownPlace {
  /** Full names of the districts of this name. */
  readonly named: Set<string>;
  /** Full names of the districts inside the city or province of this name. */
  readonly inside: Set<string>;
  /** True if the name has the district's own suffix (泉山区, not 泉山). */
  exact: boolean;
  /** True if the name is an ordinary word, too (朝阳): it stands for the district only where its neighbours say so. */
  readonly isOrdinary: boolean;
}

/** The names of the indexed districts, folded, with their look-up. */
export interface KnownPlaces {
  readonly index: NameIndex;
  readonly byName: ReadonlyMap<string, KnownPlace>;
}

/** The names of all divisions that can be told from ordinary words, with their look-up. */
interface WorldPlaces {
  readonly index: NameIndex;
  readonly byName: ReadonlyMap<string, readonly Division[]>;
}

const ORDINARY_SHORT: ReadonlySet<string> = new Set(places.ordinaryShortNames.split(' '));
const ORDINARY_NAME: ReadonlySet<string> = new Set(places.ordinaryNames.split(' '));
/** Bare kinds of zone (高新区) name one district or none. */
const BARE_ZONE = /^(?:经济|经开|高新|高技术)/;

/** The name of a zone with its place (三门峡经开区) says all, too. */
const ZONE_NAME = /(?:经开|高新|开发)区$/;
const MAX_BARE_ZONE = 3;

/** True if a name without suffix is also an ordinary word (和平, 城关). */
export function isOrdinaryWord(name: string): boolean {
  return ORDINARY_SHORT.has(name) || ORDINARY_NAME.has(name);
}

/** Returns the names of the city and the province that contain a district. */
function namesAbove(fullName: string): readonly string[] {
  const { province, city } = partsOf(fullName);
  const former = city === '' ? [] : formerNamesOf(province + city);
  const above = [province + city, city, ...former, province].filter((name) => name !== '' && name !== fullName);
  return [...above, ...above.map(shortNameOf).filter((name) => !isOrdinaryWord(name))];
}

/** Former names of a district, alone and with its city and province, but for those that another indexed district bears. */
function formerNamesWithin(fullName: string, displays: ReadonlySet<string>): ReadonlySet<string> {
  const { province, city } = partsOf(fullName);
  const free = formerNamesOf(fullName).filter((name) => !displays.has(name));
  const named = free.flatMap((name) =>
    districtNames(province + city + name).names.filter((each) => each.endsWith(name)),
  );
  return new Set([...free, ...named]);
}

/** Prepares the names of the indexed districts and of the cities and provinces that contain them. */
export function knownPlaces(known: readonly string[]): KnownPlaces {
  const byName = new Map<string, KnownPlace>();
  const at = (name: string, isOrdinary = false): KnownPlace => {
    const place = byName.get(name) ?? { named: new Set(), inside: new Set(), exact: false, isOrdinary };
    byName.set(name, place);
    return place;
  };
  const displays = new Set(known.map((fullName) => districtNames(fullName).display));
  for (const fullName of known) {
    const { display, names } = districtNames(fullName);
    const former = formerNamesWithin(fullName, displays);
    for (const name of [...names, ...former]) {
      const place = at(fold(name), name !== display && !BARE_ZONE.test(name) && isOrdinaryWord(name));
      place.named.add(fullName);
      place.exact ||=
        former.has(name) || name.endsWith(display) || (ZONE_NAME.test(name) && name.length > MAX_BARE_ZONE);
    }
    for (const name of namesAbove(fullName)) at(name).inside.add(fullName);
  }
  for (const [name, { named }] of byName) {
    if (BARE_ZONE.test(name) && named.size > 1) byName.delete(name);
  }
  return { byName, index: buildNameIndex(byName.keys()) };
}

/** 城区, 郊区: only with the city before it does such a name tell which. */
function withCity(name: string, sharing: readonly Division[]): [string, Division[]][] {
  const { byFullName } = divisions();
  return sharing.flatMap((division) =>
    headsOf(byFullName.get(division.parent)).map((head): [string, Division[]] => [head + name, [division]]),
  );
}

function loadWorld(): WorldPlaces {
  const { all, byName: named } = divisions();
  const byName = new Map<string, readonly Division[]>(
    [...named].flatMap(([name, sharing]) =>
      ORDINARY_NAME.has(name) ? withCity(name, sharing) : [[fold(name), sharing] as const],
    ),
  );
  const cities = new Set(places.wellKnownCities.split(' '));
  for (const division of all) {
    const isKnown = division.level === 'province' || (division.level === 'city' && cities.has(division.shortName));
    if (isKnown && !byName.has(division.shortName)) byName.set(division.shortName, [division]);
  }
  return { index: buildNameIndex(byName.keys()), byName };
}

const headsOf = (city: Division | undefined): readonly string[] =>
  city ? [city.fullName, city.name, city.shortName] : [];

/** Names of all divisions with their suffix, and short names of provinces and well-known cities. Loaded at the first call. */
export const worldPlaces: () => WorldPlaces = once(loadWorld);
