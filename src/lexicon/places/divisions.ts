// All administrative divisions of China down to the counties, by name, from two small libraries: the present ones
// (element-china-area-data, 2023) and those that have been renamed or merged since (china-area-data, 2019), because reports
// keep the names of their year. Loaded at first use. It finds nothing in texts (districts.ts does).
import { createRequire } from 'node:module';
import { once } from '../words/once.ts';

/** How high a division stands; zones are development zones that the statistics office lists beside the counties. */
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
  /** Whether it has been renamed or merged by 2023. */
  readonly former: boolean;
}

/** All divisions with look-ups by name. */
export interface Divisions {
  readonly all: readonly Division[];
  /** By official name (泉山区): several where the name is used in several cities. */
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  /** By short name (泉山). */
  readonly byShortName: ReadonlyMap<string, readonly Division[]>;
  readonly byFullName: ReadonlyMap<string, Division>;
}

interface Node {
  readonly value: string;
  readonly label: string;
  readonly children?: readonly Node[];
}

type FormerTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

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
const ZONE =
  /(?:开发区|高新区|(?:工业|产业|创意|化工|合作)园区|产业园|示范区|管理区|实验区|试验区|保税区|管委会|集聚区|白沟新城)$/;
const NO_DIVISION = /^市辖区$|直辖县|^县$|(?:镇|乡|街道|学院|松山湖|东莞港|生态园)$/;
/** Of Taiwan, Hong Kong and Macao only the whole is listed: their districts (中区, 东区, 南区) name too much else. */
const WHOLE_ONLY = /^(?:71|81|82)/;

/** The name without what it is: 徐州市 → 徐州, 延边朝鲜族自治州 → 延边; one-character remainders (丰县) keep the whole. */
export function shortNameOf(name: string): string {
  if (!COMPOUND_SUFFIX.test(name)) return name.length > 2 && SIMPLE_SUFFIX.test(name) ? name.slice(0, -1) : name;
  for (const suffix of [SUFFIX, PLAIN_SUFFIX]) {
    const short = name.replace(suffix, '');
    if (short.length >= 2) return short;
  }
  return name;
}

function levelOf(name: string, depth: number): DivisionLevel {
  if (depth === 0) return 'province';
  if (depth === 1) return 'city';
  return ZONE.test(name) ? 'zone' : 'county';
}

/** 河南三门峡经济开发区 stands in 河南省三门峡市: the province at its head says nothing new. */
function withoutProvince(name: string, province: string): string {
  const short = shortNameOf(province);
  return ZONE.test(name) && name.startsWith(short) && name.length - short.length > 4 ? name.slice(short.length) : name;
}

/** Where the walk through a table stands: what lies above, and the list it fills. */
interface Walk {
  readonly province: string;
  readonly parent: string;
  readonly depth: number;
  readonly former: boolean;
  readonly into: Map<string, Division>;
}

/** Adds one division unless a present one has its full name, and says where what lies below it stands. */
function add(label: string, code: string, walk: Walk): Walk {
  if (NO_DIVISION.test(label)) return { ...walk, depth: walk.depth + 1 };
  const { parent, former, into } = walk;
  const name = withoutProvince(label, walk.province);
  // Counties directly under a province stand one level higher in the data than they are.
  const depth = walk.depth === 1 && code.length === 6 && !code.endsWith('00') ? 2 : walk.depth;
  const fullName = parent + name;
  const own = { name, fullName, shortName: shortNameOf(name), level: levelOf(name, depth), parent, former };
  if (!into.has(fullName)) into.set(fullName, own);
  return { ...walk, province: walk.province || name, parent: fullName, depth: walk.depth + 1 };
}

function collectPresent(nodes: readonly Node[], walk: Walk): void {
  for (const node of nodes) {
    const below = add(node.label, node.value, walk);
    if (node.children) collectPresent(node.children, below);
  }
}

function collectFormer(table: FormerTable, code: string, walk: Walk): void {
  const members = table[code] ?? {};
  for (const value of Object.keys(members)) {
    const below = add(members[value] ?? '', value, walk);
    if (table[value] && !WHOLE_ONLY.test(value)) collectFormer(table, value, below);
  }
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

function load(): Divisions {
  const require = createRequire(import.meta.url);
  const present: { regionData: readonly Node[] } = require('element-china-area-data');
  const former: FormerTable = require('china-area-data/data.json');
  const byFullName = new Map<string, Division>();
  const walk = { province: '', parent: '', depth: 0, into: byFullName };
  collectPresent(present.regionData, { ...walk, former: false });
  collectFormer(former, '86', { ...walk, former: true });
  const all = [...byFullName.values()];
  return {
    all,
    byFullName,
    byName: group(all, ({ name }) => name),
    byShortName: group(all, ({ shortName }) => shortName),
  };
}

/** All divisions, read at the first call (about 30 ms) and kept. */
export const divisions: () => Divisions = once(load);
