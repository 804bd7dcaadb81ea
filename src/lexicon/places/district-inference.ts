// Infers which district a report is about from its title and text alone. It says null rather than guess: a news feature about
// a firm, a topic of the whole country, two districts side by side.
import { fold } from '../../text/normalise.ts';
import { buildNameIndex, findNames } from '../words/name-index.ts';
import { once } from '../words/once.ts';
import { type Division, divisions, shortNameOf } from './divisions.ts';
import { isOrdinaryWord } from './known-places.ts';

/** The parts of a report by which its district is inferred. */
export interface DistrictClues {
  readonly title: string;
  readonly text: string;
  /** Path of its file: people name files and folders after districts. */
  readonly path?: string;
}

/** A district inferred from a report, with the reason in words. */
export interface InferredDistrict {
  /** Full name: 江苏省徐州市泉山区. */
  readonly district: string;
  readonly evidence: string;
}

type NamedDivision = Pick<Division, 'name' | 'fullName'>;

interface DistrictCandidate {
  /** Name as the report writes it: 泉山区, 三门峡经济开发区. */
  readonly name: string;
  readonly fullName: string;
  readonly mentions: number;
  readonly inTitle: boolean;
  readonly score: number;
}

const TITLE_WEIGHT = 5;
const LEAD_WEIGHT = 2;
/** An authority of the district opens or signs the report: 我代表云溪区人民政府, 在云溪区第十届人民代表大会. */
const OFFICE_WEIGHT = 4;
const OFFICE_CHARACTERS = 600;
const OFFICE = '(?:人民政府|政府办|第[一二三四五六七八九十]{1,3}届|人民代表大会|统计局|委员会|区委|县委|市委)';
const SHORT_WEIGHT = 0.5;
const LEAD_CHARACTERS = 200;
/** Below this a district is only where something happens, not what the report is about. */
const MIN_SCORE = 5;
const MIN_LEAD_OVER_NEXT = 2;

const ZONE = /(经济技术开发区|经济开发区|经开区|高新技术产业开发区|高新技术开发区|高新区)/g;
const ECONOMIC = /^经/;

/** Names that districts and county-level cities had as counties, as reports of those years have them: 徐水县 is 徐水区 today. */
const countyNames = once(() => {
  const { all, byName, byShortName } = divisions();
  const renamed = all.filter(({ level, name, shortName, former }) => {
    const isUnique = byShortName.get(shortName)?.length === 1 && !byName.has(`${shortName}县`);
    return level === 'county' && !former && /[区市]$/.test(name) && shortName !== name && isUnique;
  });
  return new Map(renamed.map((division) => [`${division.shortName}县`, division]));
});

const countyIndex = once(() => {
  const names = divisions().all.filter(({ level, name }) => level !== 'province' && !isOrdinaryWord(name));
  return buildNameIndex([...names.map(({ name }) => name), ...countyNames().keys()]);
});

/** Behind other words than these, a name of two characters is their end: 科教*兴县*. */
const BEFORE_SHORT_NAME = '省市州盟区在对与和及从到为由至向于是的我本';

/** Counts how often a text names a place. */
function count(text: string, name: string): number {
  if (name.length > 2 || !/[区县市旗]$/.test(name)) return text.split(name).length - 1;
  return text.match(new RegExp(`(?<![\\p{Script=Han}--[${BEFORE_SHORT_NAME}]])${name}`, 'gv'))?.length ?? 0;
}

/** Returns the division of this name whose city and province the text names most; null where several are equally likely. */
function locate(name: string, text: string): Division | null {
  const sharing = divisions().byName.get(name) ?? [countyNames().get(name) ?? []].flat();
  const present = sharing.filter(({ former }) => !former);
  const possible = present.length > 0 ? present : sharing;
  if (possible.length === 1) return possible[0] ?? null;
  const support = possible.map((division) => ({ division, weight: supportFor(division, text) }));
  support.sort((left, right) => right.weight - left.weight);
  const [best, next] = support;
  return best && next && best.weight > next.weight ? best.division : null;
}

function supportFor({ parent, name }: Division, text: string): number {
  const city = divisions().byFullName.get(parent);
  if (!city) return 0;
  const near = count(text, city.name + name) + count(text, city.shortName + name);
  const province = city.parent === '' ? 0 : count(text, shortNameOf(city.parent));
  return 10 * near + count(text, city.shortName) + 0.3 * province;
}

/** @param ownsShort whether the short name, too, stands for this division and not for another of that short name */
function candidate(
  { name, fullName }: NamedDivision,
  { title, text }: DistrictClues,
  { ownsShort = true } = {},
): DistrictCandidate {
  const short = shortNameOf(name);
  const counts = ownsShort && short !== name && !isOrdinaryWord(short);
  const full = count(text, name);
  const shortOnly = counts ? count(text, short) - full : 0;
  const inTitle = title.includes(name) || (counts && title.includes(short));
  const inLead = text.slice(0, LEAD_CHARACTERS).includes(name);
  const ends =
    text.length > 2 * OFFICE_CHARACTERS
      ? `${text.slice(0, OFFICE_CHARACTERS)}\n${text.slice(-OFFICE_CHARACTERS)}`
      : text;
  const isOffice = full > 0 && new RegExp(`${name}${OFFICE}`, 'u').test(ends);
  const clues = (inTitle ? TITLE_WEIGHT : 0) + (inLead ? LEAD_WEIGHT : 0) + (isOffice ? OFFICE_WEIGHT : 0);
  return { name, fullName, mentions: full + shortOnly, inTitle, score: full + SHORT_WEIGHT * shortOnly + clues };
}

function counties(clues: DistrictClues, whole: string): DistrictCandidate[] {
  const names = new Set(findNames(whole, countyIndex()).map(({ name }) => name));
  // 山阳区 and 山阳县 are both short 山阳: it stands for the one that the report names more.
  const frequent = [...names].sort((left, right) => count(whole, right) - count(whole, left));
  const owners = new Map([...frequent].reverse().map((name) => [shortNameOf(name), name]));
  return frequent.flatMap((name) => {
    const division = locate(name, whole);
    if (!division || division.level === 'city') return [];
    return [
      candidate({ name, fullName: division.fullName }, clues, { ownsShort: owners.get(shortNameOf(name)) === name }),
    ];
  });
}

/** Returns the division whose short name ends directly before a zone's kind: 三门峡 before 经济开发区. */
function placeBefore(text: string, end: number): Division | null {
  for (const length of [5, 4, 3, 2]) {
    const stretch = text.slice(Math.max(0, end - length), end);
    const sharing = divisions().byName.get(stretch) ?? divisions().byShortName.get(stretch.replace(/市$/, '')) ?? [];
    const [only] = sharing.filter(({ level, former }) => !former && (level === 'city' || level === 'county'));
    if (only && !isOrdinaryWord(stretch)) return only;
  }
  return null;
}

/** Returns the name of a zone in full: the library's where it lists one of this kind, else the longest that the report writes. */
function zoneName(place: Division, kinds: readonly string[]): string {
  const economic = ECONOMIC.test(kinds[0] ?? '');
  const listed = divisions().all.find(
    ({ level, parent, name }) =>
      level === 'zone' &&
      parent === place.fullName &&
      name.startsWith(place.shortName) &&
      /经济|高新/.exec(name)?.[0] === (economic ? '经济' : '高新'),
  );
  const longest = [...kinds].sort((left, right) => right.length - left.length)[0] ?? '';
  return listed?.name ?? place.shortName + longest;
}

function zones({ title, text }: DistrictClues, whole: string): DistrictCandidate[] {
  const found = new Map<string, { place: Division; kinds: string[]; titles: number; leads: number }>();
  for (const match of whole.matchAll(ZONE)) {
    const place = placeBefore(whole, match.index);
    if (!place) continue;
    const key = `${place.fullName} ${ECONOMIC.test(match[0])}`;
    const zone = found.get(key) ?? { place, kinds: [], titles: 0, leads: 0 };
    zone.kinds.push(match[0]);
    if (match.index < title.length) zone.titles++;
    else if (match.index < title.length + LEAD_CHARACTERS) zone.leads++;
    found.set(key, zone);
  }
  return [...found.values()].map(({ place, kinds, titles, leads }) => {
    const name = zoneName(place, kinds);
    const bare = count(text, '开发区') > kinds.length ? SHORT_WEIGHT * kinds.length : 0;
    const score = kinds.length + bare + (titles > 0 ? TITLE_WEIGHT : 0) + (leads > 0 ? LEAD_WEIGHT : 0);
    return { name, fullName: place.fullName + name, mentions: kinds.length, inTitle: titles > 0, score };
  });
}

/** Every city of China, municipalities among them: few beside all divisions, and looked through for each report. */
const allCities = once(() =>
  divisions().all.filter(({ level, name }) => level === 'city' || (level === 'province' && name.endsWith('市'))),
);

/** Returns a city as the district of a report only if its title says so and no district of it comes near. */
function cities(clues: DistrictClues, whole: string): DistrictCandidate[] {
  return allCities().flatMap(({ name, shortName, fullName }) => {
    if (!(clues.title.includes(name) || (clues.title.includes(shortName) && !isOrdinaryWord(shortName)))) return [];
    return count(whole, name) >= 2 ? [candidate({ name, fullName }, clues)] : [];
  });
}

/** Returns the best candidate, null if it is weak or another comes near. A zone inside a district is no rival to it. */
function clearest(candidates: readonly DistrictCandidate[]): DistrictCandidate | null {
  const [best, ...others] = [...candidates].sort((left, right) => right.score - left.score);
  if (!best || best.score < MIN_SCORE) return null;
  const rival = others.find(
    ({ fullName }) => !fullName.startsWith(best.fullName) && !best.fullName.startsWith(fullName),
  );
  return rival && best.score < MIN_LEAD_OVER_NEXT * rival.score ? null : best;
}

/** Returns the place that a file or folder is named after: the one that its name writes in full, else a short one at its head: 大庆_农业. */
function placeOfPath(path: string): { fullName: string; name: string } | null {
  for (const part of path.split('/').reverse()) {
    const stem = fold(part).replace(/\.[^.]+$/, '');
    const named = [...new Set(findNames(stem, countyIndex()).map(({ name }) => name))].flatMap((name) =>
      (divisions().byName.get(name) ?? []).filter(({ level, former }) => level !== 'zone' && !former),
    );
    const inner = named.filter(({ fullName }) => !named.some((other) => other.parent.startsWith(fullName)));
    const [only] = inner;
    if (only && inner.length === 1) return only;
    if (inner.length > 1) return null;
    const short = /^\p{Script=Han}{2,4}(?!\p{Script=Han})/u.exec(stem)?.[0] ?? '';
    const sharing = (divisions().byShortName.get(short) ?? []).filter(({ former }) => !former);
    // 徐州 is the city, whatever district bears the name, too.
    const place = sharing.find(({ level }) => level === 'city') ?? (sharing.length === 1 ? sharing[0] : undefined);
    if (place && (place.level === 'city' || !isOrdinaryWord(short))) return place;
  }
  return null;
}

/**
 * Returns the district that a report is about, null if it is not clear.
 * @example inferDistrict({ title: '泉山区政府工作报告', text: '……' })?.district // => '江苏省徐州市泉山区'
 */
export function inferDistrict(report: DistrictClues): InferredDistrict | null {
  const clues = { title: fold(report.title), text: fold(report.text) };
  const whole = `${clues.title}\n${clues.text}`;
  const local = clearest([...counties(clues, whole), ...zones(clues, whole)]);
  const city = clearest(cities(clues, whole));
  // A city's own report names its districts more often than the city.
  const isOfCity = city !== null && local !== null && !local.inTitle && local.fullName.startsWith(city.fullName);
  const best = isOfCity ? city : (local ?? city);
  if (best) {
    const title = best.inTitle ? '标题提到，' : '';
    return { district: best.fullName, evidence: `${title}正文 ${best.mentions} 处提到“${best.name}”` };
  }
  const place = placeOfPath(report.path ?? '');
  return place && { district: place.fullName, evidence: `文件名提到“${place.name}”` };
}
