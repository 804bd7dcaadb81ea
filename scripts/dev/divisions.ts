// Prints src/lexicon/data/divisions.tsv from two packages: the present divisions (element-china-area-data, 2023), then those
// that have been renamed or merged since (china-area-data, 2019). Run by hand when a newer edition of the first appears:
//   node --import tsx scripts/dev/divisions.ts > src/lexicon/data/divisions.tsv
import { createRequire } from 'node:module';
import { type Division, type DivisionLevel, shortNameOf } from '../../src/lexicon/places/divisions.ts';

const HEADER = `# Administrative divisions of China down to the counties. Made by scripts/dev/divisions.ts; do not edit by hand.
# Sources: element-china-area-data 6.1.0 (divisions of 2023) and china-area-data 5.0.1 (2019, for "former"), both MIT, both from
# the lists of the National Bureau of Statistics and the Ministry of Civil Affairs.
# Level TAB present or former (renamed or merged by 2023) TAB full name of what lies above TAB names, separated by spaces.`;

/** A division of the present list. */
interface PresentNode {
  readonly value: string;
  readonly label: string;
  readonly children?: readonly PresentNode[];
}

/** The former list: codes and names by the code of what lies above; 86 is the whole country. */
type FormerTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

type DivisionRow = Omit<Division, 'shortName'>;

const ZONE =
  /(?:开发区|高新区|(?:工业|产业|创意|化工|合作)园区|产业园|示范区|管理区|实验区|试验区|保税区|管委会|集聚区|白沟新城)$/;
const NO_DIVISION = /^市辖区$|直辖县|^县$|(?:镇|乡|街道|学院|松山湖|东莞港|生态园)$/;
/** Of Taiwan, Hong Kong and Macao only the whole is listed: their districts (中区, 东区, 南区) name too much else. */
const WHOLE_ONLY = /^(?:71|81|82)/;

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
  readonly into: Map<string, DivisionRow>;
}

/** Adds one division unless a present one has its full name. @returns the walk for what lies below it */
function add(label: string, code: string, walk: Walk): Walk {
  if (NO_DIVISION.test(label)) return { ...walk, depth: walk.depth + 1 };
  const { parent, former, into } = walk;
  const name = withoutProvince(label, walk.province);
  // Counties directly under a province stand one level higher in the data than they are.
  const depth = walk.depth === 1 && code.length === 6 && !code.endsWith('00') ? 2 : walk.depth;
  const fullName = parent + name;
  if (!into.has(fullName)) into.set(fullName, { name, fullName, level: levelOf(name, depth), parent, former });
  return { ...walk, province: walk.province || name, parent: fullName, depth: walk.depth + 1 };
}

function collectPresent(nodes: readonly PresentNode[], walk: Walk): void {
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

/** Lines of the file: neighbours of one level, status and parent share a line. */
function linesOf(rows: Iterable<DivisionRow>): string[] {
  const lines: string[] = [];
  let last = '';
  for (const { level, former, parent, name } of rows) {
    const head = `${level}\t${former ? 'former' : 'present'}\t${parent}\t`;
    if (head === last) lines.push(`${lines.pop()} ${name}`);
    else lines.push(head + name);
    last = head;
  }
  return lines;
}

const require = createRequire(import.meta.url);
const present: { regionData: readonly PresentNode[] } = require('element-china-area-data');
const former: FormerTable = require('china-area-data/data.json');
const rows = new Map<string, DivisionRow>();
const walk = { province: '', parent: '', depth: 0, into: rows };
collectPresent(present.regionData, { ...walk, former: false });
collectFormer(former, '86', { ...walk, former: true });
process.stdout.write(`${[HEADER, ...linesOf(rows.values())].join('\n')}\n`);
