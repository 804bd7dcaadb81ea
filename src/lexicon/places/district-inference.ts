// Infers which district a report is about from its title and text alone. It says null rather than guess: a news feature about
// a firm, a topic of the whole country, two districts side by side.
import { fold } from '../../text/normalise.ts';
import { buildNameIndex, findNames } from '../words/name-index.ts';
import { once } from '../words/once.ts';
import { placeOfPath } from './district-of-path.ts';
import { type Division, divisions, shortNameOf } from './divisions.ts';
import { isOrdinaryWord, worldPlaces } from './known-places.ts';

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
const MIN_SCORE = 4;
const MIN_LEAD_OVER_NEXT = 2;

const ZONE = /(经济技术开发区|经济开发区|经开区|高新技术产业开发区|高新技术开发区|高新区)/g;
const ECONOMIC = /^经/;

/** Names to count: those of all divisions, and the short ones that are no words. */
const nameIndex = once(() => {
  const shorts = divisions().all.map(({ shortName }) => shortName);
  return buildNameIndex([...worldPlaces().byName.keys(), ...shorts.filter((name) => !isOrdinaryWord(name))]);
});

/** Characters that may stand before a name of two characters (易县) without making it part of another word (科教兴县). */
const BEFORE_NAME = /[^\u4e00-\u9fff]|[在是和与对从到于为由向自据及跟表我该省市州盟]/u;

/** How often each name stands in a text, none counted inside another. */
function tallyOf(text: string): ReadonlyMap<string, number> {
  const tally = new Map<string, number>();
  for (const { name, start } of findNames(text, nameIndex())) {
    const stands = name.length > 2 || !/[区县市旗]$/u.test(name) || BEFORE_NAME.test(text[start - 1] ?? ' ');
    if (stands) tally.set(name, (tally.get(name) ?? 0) + 1);
  }
  return tally;
}

function count(text: string, name: string): number {
  return text.split(name).length - 1;
}

/** Returns the division of this name whose city and province the text names most; null where several are equally likely. */
function locate(name: string, text: string): Division | null {
  const sharing = worldPlaces().byName.get(name) ?? [];
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

/** How often the names of places stand in the parts of a report. */
interface Tallies {
  /** The first and the last words of the text. */
  readonly ends: string;
  readonly title: ReadonlyMap<string, number>;
  readonly lead: ReadonlyMap<string, number>;
  readonly whole: ReadonlyMap<string, number>;
}

/** A division as a report speaks of it. @param names the names in full, those of other years included */
function candidate({ fullName, shortName }: Division, names: readonly string[], tallies: Tallies): DistrictCandidate {
  const sum = (tally: ReadonlyMap<string, number>): number =>
    names.reduce((total, name) => total + (tally.get(name) ?? 0), 0);
  const shortOnly = names.includes(shortName) ? 0 : (tallies.whole.get(shortName) ?? 0);
  const full = sum(tallies.whole);
  const inTitle = sum(tallies.title) > 0 || (shortOnly > 0 && tallies.title.has(shortName));
  const inLead = sum(tallies.lead) > 0;
  const signs = full > 0 && new RegExp(`(?:${names.join('|')})${OFFICE}`, 'u').test(tallies.ends);
  const lead = (inLead ? LEAD_WEIGHT : 0) + (signs ? OFFICE_WEIGHT : 0);
  const score = full + SHORT_WEIGHT * shortOnly + (inTitle ? TITLE_WEIGHT : 0) + lead;
  return { name: names[0] ?? '', fullName, mentions: full + shortOnly, inTitle, score };
}

/** The divisions below the cities that a report names in full, with the names it uses. */
function counties(whole: string, tallies: Tallies): DistrictCandidate[] {
  const found = new Map<Division, string[]>();
  for (const name of tallies.whole.keys()) {
    const division = locate(name, whole);
    if (!division || division.level === 'city' || division.level === 'province') continue;
    found.set(division, [...(found.get(division) ?? []), name]);
  }
  const candidates = [...found].map(([division, names]) => ({
    division,
    names,
    ...candidate(division, names, tallies),
  }));
  // 山阳区 and 山阳县 are both short 山阳: it stands for the one that the report names more.
  return candidates.map(({ division, names, ...one }) => {
    const rivals = candidates.filter((other) => other.division.shortName === division.shortName);
    const ownsShort = rivals.every(({ mentions }) => mentions <= one.mentions);
    return ownsShort ? one : candidate({ ...division, shortName: division.name }, names, tallies);
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

/** Every city of China, the municipalities included: few beside all divisions, and looked through for each report. */
const allCities = once(() =>
  divisions().all.filter(({ level, name }) => level === 'city' || (level === 'province' && name.endsWith('市'))),
);

/** Returns the cities that the title of a report names and its text repeats. */
function cities({ title, whole, ends }: Tallies): DistrictCandidate[] {
  return allCities().flatMap((city) => {
    const isInTitle = title.has(city.name) || title.has(city.shortName);
    const mentions = (whole.get(city.name) ?? 0) + (whole.get(city.shortName) ?? 0);
    return isInTitle && mentions >= 2 ? [candidate(city, [city.name], { title, lead: title, whole, ends })] : [];
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

/**
 * Returns the district that a report is about, null if it is not clear.
 * @example inferDistrict({ title: '泉山区政府工作报告', text: '……' })?.district // => '江苏省徐州市泉山区'
 */
export function inferDistrict(report: DistrictClues): InferredDistrict | null {
  const clues = { title: fold(report.title), text: fold(report.text) };
  const whole = `${clues.title}\n${clues.text}`;
  const { text } = clues;
  const isLong = text.length > 2 * OFFICE_CHARACTERS;
  const tallies = {
    ends: isLong ? `${text.slice(0, OFFICE_CHARACTERS)}\n${text.slice(-OFFICE_CHARACTERS)}` : text,
    title: tallyOf(clues.title),
    lead: tallyOf(text.slice(0, LEAD_CHARACTERS)),
    whole: tallyOf(whole),
  };
  const local = clearest([...counties(whole, tallies), ...zones(clues, whole)]);
  const city = clearest(cities(tallies));
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
