// All administrative divisions of China down to the counties, by name, from data/divisions.tsv (made by
// scripts/dev/divisions.ts): the present ones and those that have been renamed or merged since, because reports keep the
// names of their year. Loaded at first use. It finds nothing in texts (districts.ts does).

import { readLexicon } from '../words/data-files.ts';
import { once } from '../words/once.ts';
import { formerNames } from './former-names.ts';

/** Level of a division; zones are development zones that the statistics office lists beside the counties. */
export type DivisionLevel = 'province' | 'city' | 'county' | 'zone';

/** An administrative division. */
export interface Division {
  /** Official name without what lies above it: 泉山区. */
  readonly name: string;
  /** Name with all that lies above it: 江苏省徐州市泉山区. */
  readonly fullName: string;
  /** Name as people shorten it (泉山); equal to the name where shortening would leave one character. */
  readonly shortName: string;
  readonly level: DivisionLevel;
  /** Full name of the city or province above it, empty for provinces. */
  readonly parent: string;
  /** True if it has been renamed or merged by 2023. */
  readonly former: boolean;
}

/** All divisions with look-ups by name. */
interface Divisions {
  readonly all: readonly Division[];
  /** By official name (泉山区): several where the name is used in several cities; also by names that it bore before. */
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  /** By short name (泉山). */
  readonly byShortName: ReadonlyMap<string, readonly Division[]>;
  readonly byFullName: ReadonlyMap<string, Division>;
}

const PEOPLES =
  '各族|壮族|回族|苗族|彝族|侗族|瑶族|藏族|蒙古族|蒙古|满族|土家族|布依族|朝鲜族|维吾尔|哈萨克族|哈萨克|柯尔克孜|傣族|景颇族|傈僳族|白族|哈尼族|羌族|' +
  '黎族|畲族|拉祜族|佤族|纳西族|仡佬族|水族|东乡族|土族|撒拉族|仫佬族|毛南族|达斡尔族|鄂温克族|鄂伦春族|锡伯族|塔吉克族|塔吉克|独龙族|怒族|普米族|布朗族|保安族|裕固族';
const SUFFIX = new RegExp(
  `(?:(?:${PEOPLES})*自治[区州县旗]|特别行政区|地区|(?<=.{2})林区|(?<=.{2})(?:${PEOPLES})区|(?<=.{2})新区|[省市区县盟旗])$`,
);
// Most names end simply: trying the long pattern on those alone that need it halves the time to load.
const COMPOUND_SUFFIX = /(?:自治|族|地|林|新|行政)[区州县旗]$/;
const SIMPLE_SUFFIX = /[省市区县盟旗]$/;
/** For names whose people is all there is of them: 内蒙古自治区, 东乡族自治县. */
const PLAIN_SUFFIX = /族?自治[区州县旗]$/;

/** Returns the name without what it is: 徐州市 → 徐州, 延边朝鲜族自治州 → 延边; one-character remainders (丰县) keep the whole. */
export function shortNameOf(name: string): string {
  if (!COMPOUND_SUFFIX.test(name)) return name.length > 2 && SIMPLE_SUFFIX.test(name) ? name.slice(0, -1) : name;
  for (const suffix of [SUFFIX, PLAIN_SUFFIX]) {
    const short = name.replace(suffix, '');
    if (short.length >= 2) return short;
  }
  return name;
}

function group(divisions: readonly Division[], key: (division: Division) => string): Map<string, Division[]> {
  const groups = new Map<string, Division[]>();
  for (const division of divisions) {
    const members = groups.get(key(division));
    if (members) members.push(division);
    else groups.set(key(division), [division]);
  }
  return groups;
}

/** Returns the divisions of one line of the data file: level, parent, whether present or former, names. */
function divisionsOfRow(row: string): Division[] {
  const [level = '', status, parent = '', names = ''] = row.split('\t');
  return names.split(' ').map((name) => ({
    name,
    fullName: parent + name,
    shortName: shortNameOf(name),
    level: level as DivisionLevel,
    parent,
    former: status === 'former',
  }));
}

/**
 * Former names that no present division bears, for what bears another now. A name that only a former division bore stands for its
 * successor.
 */
function addFormerNames(byName: Map<string, Division[]>, byFullName: ReadonlyMap<string, Division>): void {
  const added = new Map<string, Division[]>();
  for (const [fullName, names] of formerNames()) {
    const division = byFullName.get(fullName);
    if (division) for (const { name } of names) added.set(name, [...(added.get(name) ?? []), division]);
  }
  for (const [name, successors] of added)
    if ((byName.get(name) ?? []).every(({ former }) => former)) byName.set(name, successors);
}

function load(): Divisions {
  const all = readLexicon('divisions.tsv').flatMap(divisionsOfRow);
  const byName = group(all, ({ name }) => name);
  const byShortName = group(all, ({ shortName }) => shortName);
  const byFullName = new Map(all.map((division) => [division.fullName, division]));
  addFormerNames(byName, byFullName);
  return { all, byFullName, byName, byShortName };
}

/** All divisions, read at the first call (about 40 ms) and kept. */
export const divisions: () => Divisions = once(load);

/** Returns the names that a present division bore before and that no other bears now. @example formerNamesOf('河北省保定市清苑区') // => ['清苑县'] */
export function formerNamesOf(fullName: string): readonly string[] {
  const { byName } = divisions();
  const isFree = (name: string): boolean => (byName.get(name) ?? []).some((division) => division.fullName === fullName);
  return (formerNames().get(fullName) ?? []).map(({ name }) => name).filter(isFree);
}
