// Finds the districts that a question names, typos and romanised names included, among the indexed ones and among all
// divisions of China (those come back as not indexed). It does not decide what the question is about.
import { fold } from '../../text/normalise.ts';
import type { Span } from '../../types.ts';
import { oncePer } from '../words/once.ts';
import { expansionsIn } from '../words/synonyms.ts';
import { romanisedFinder } from './district-romanised.ts';
import { findTypos } from './district-typos.ts';
import { type Division, shortNameOf } from './divisions.ts';
import { type KnownPlace, type KnownPlaces, knownPlaces, worldPlaces } from './known-places.ts';

/** A district that a text names. `surface` is the slice [start, end). */
export interface DistrictMention extends Span {
  readonly surface: string;
  /** Full name; for a name used in several cities without a hint which is meant, the name alone. */
  readonly fullName: string;
  /** True if reports on it are indexed. */
  readonly indexed: boolean;
  /**
   * `exact` with its suffix (泉山区), `short` without (泉山, 深圳), `containing` the city or province of indexed districts,
   * `homophone` and `typo` mistyped (渭宾区), `romanised` in Latin letters.
   */
  readonly how: 'exact' | 'short' | 'containing' | 'homophone' | 'typo' | 'romanised';
}

/** A place name in a text, before it is decided what it stands for. */
interface PlaceName extends Span {
  readonly name: string;
  readonly known: KnownPlace | null;
  readonly divisions: readonly Division[];
}

/** A city before a firm or a street says where that is from, not what the question is about. */
const BEFORE_FIRM = /^[^，。？?！!,;；]{0,8}?(?:公司|集团|药业|大学|学院|银行|企业|研究院|医院|商会|路|街道|大道)/;
const NO_DISTRICT_BEHIND = /^[域别间划分块号场]/;

/** What stands before and behind an ordinary word that is meant as a district: 朝阳2023年…, 和平有多少…, 朝阳与海淀. */
const BEFORE_PLACE = /(?:^|[\s,，。?？!！;；、:："'和与跟同比在对把问是那]|请问|以及|相比|对比)$/u;
const BEHIND_PLACE =
  /^(?:$|[\s,，。?？!！;；、'"a-z0-9]|的|地区|有|和|与|跟|同|比|是|呢|在|共|新增|全年|全区|全县|全市|[今去前本]年|上半年|[一二三四]季度|十[一二三四]五|怎|如何|哪|什么|谁|多少|几|为什么|为何|[\u4e00-\u9fff]{2}了)/u;

/** True if an ordinary word stands here for a district: between such neighbours, or before a term of the field. */
function isPlaceHere(text: string, { start, end }: Span): boolean {
  if (!BEFORE_PLACE.test(text.slice(0, start))) return false;
  const behind = text.slice(end);
  if (BEHIND_PLACE.test(behind)) return true;
  const [term] = expansionsIn(behind.slice(0, MAX_TERM_CHARACTERS));
  return term?.start === 0 && term.end >= MIN_TERM_CHARACTERS;
}

/** Lengths of a term of the field that ordinary words are not made with (朝阳产业, 和平发展, but 朝阳高新技术企业). */
const MIN_TERM_CHARACTERS = 3;
const MAX_TERM_CHARACTERS = 8;

interface NameOccurrence {
  readonly text: string;
  readonly start: number;
  readonly name: string;
  readonly divisions: readonly Division[];
  readonly previous: PlaceName | undefined;
}

/** True if a division's name may stand here: a name of two characters (丰县, 和县) is mostly the end of other words. */
function standsAlone({ text, start, name, divisions, previous }: NameOccurrence): boolean {
  if (NO_DISTRICT_BEHIND.test(text.slice(start + name.length, start + name.length + 1))) return false;
  if (name.length > 2 || !/[区县市旗]$/.test(name) || !/[\u4e00-\u9fff]/.test(text[start - 1] ?? '')) return true;
  return previous?.end === start && divisions.some(({ fullName }) => fullName.includes(shortNameOf(previous.name)));
}

function findPlaceNames(text: string, known: KnownPlaces): PlaceName[] {
  const world = worldPlaces();
  const found: PlaceName[] = [];
  for (let start = 0; start < text.length; start++) {
    const longest = known.index.longestAt(text, start) ?? '';
    const isWord = known.byName.get(longest)?.isOrdinary && !isPlaceHere(text, { start, end: start + longest.length });
    const ours = isWord ? '' : longest;
    const theirs = world.index.longestAt(text, start) ?? '';
    const foreign =
      theirs.length > ours.length &&
      standsAlone({ text, start, name: theirs, divisions: world.byName.get(theirs) ?? [], previous: found.at(-1) });
    const name = foreign ? theirs : ours;
    if (name === '') continue;
    const divisions = world.byName.get(name) ?? [];
    found.push({ name, start, end: start + name.length, known: known.byName.get(name) ?? null, divisions });
    start += name.length - 1;
  }
  return found;
}

/** Returns the names directly before one (江苏省徐州市 before 泉山区): it has to lie in them. */
function namesAbove(found: readonly PlaceName[], position: number): string[] {
  const above: string[] = [];
  for (let index = position; index > 0; index--) {
    const previous = found[index - 1];
    if (!previous || previous.end !== found[index]?.start) break;
    above.push(shortNameOf(previous.name));
  }
  return above;
}

type MentionMeaning = Pick<DistrictMention, 'fullName' | 'indexed' | 'how'>;

function meaningsOf(place: PlaceName, above: readonly string[], behind: string): MentionMeaning[] {
  const fits = (fullName: string): boolean => above.every((name) => fullName.includes(name));
  const named = [...(place.known?.named ?? [])].filter(fits);
  const how = place.known?.exact ? 'exact' : 'short';
  if (named.length > 0) return named.map((fullName) => ({ fullName, indexed: true, how }));
  const inside = [...(place.known?.inside ?? [])].filter(fits);
  if (inside.length > 0) return inside.map((fullName) => ({ fullName, indexed: true, how: 'containing' }));
  const fitting = place.divisions.filter(({ fullName }) => fits(fullName));
  const present = fitting.filter(({ former }) => !former);
  const [division, ...others] = present.length > 0 ? present : fitting;
  if (!division) return [];
  const isShort = place.name === division.shortName && place.name !== division.name;
  if (isShort && BEFORE_FIRM.test(behind)) return [];
  const fullName = others.length === 0 ? division.fullName : place.name;
  return [{ fullName, indexed: false, how: isShort ? 'short' : 'exact' }];
}

/** Leaves out the city of a district that is named as well: 徐州的泉山区 is about 泉山区 alone. */
function withoutContaining(mentions: readonly DistrictMention[]): DistrictMention[] {
  const specific = new Set(
    mentions.filter(({ how, indexed }) => indexed && how !== 'containing').map(({ fullName }) => fullName),
  );
  const spans = new Set(
    mentions.filter(({ how, fullName }) => how === 'containing' && specific.has(fullName)).map(({ start }) => start),
  );
  return mentions.filter(({ how, start }) => how !== 'containing' || !spans.has(start));
}

/** Finds districts in any number of questions; prepared once for the indexed ones. */
export type DistrictFinder = (text: string) => DistrictMention[];

/**
 * Prepares the search for the districts of a collection.
 * @param known full names of the indexed districts
 */
export function districtFinder(known: readonly string[]): DistrictFinder {
  const places = knownPlaces(known);
  const findRomanised = romanisedFinder(known);
  return (text) => {
    const folded = fold(text);
    const names = findPlaceNames(folded, places);
    const mentions = names.flatMap((place, position) => {
      const meanings = meaningsOf(place, namesAbove(names, position), folded.slice(place.end, place.end + 12));
      const leadsOn = names[position + 1]?.start === place.end;
      const isHead = leadsOn && meanings.every(({ how, indexed }) => how === 'containing' || !indexed);
      return isHead ? [] : meanings.map((meaning) => ({ ...spanOf(place, text), ...meaning }));
    });
    const more = [...findTypos(folded, known, mentions), ...findRomanised(folded)];
    const all = [...mentions, ...more.map((mention) => ({ ...spanOf(mention, text), ...mention }))];
    return withoutContaining(all).sort((left, right) => left.start - right.start);
  };
}

function spanOf({ start, end }: Span, text: string): Span & { surface: string } {
  return { start, end, surface: text.slice(start, end) };
}

const finderOf = oncePer(districtFinder);

/**
 * Returns the districts that a text names, in order; several with one span where a name stands for several.
 * @param known full names of the indexed districts; what is prepared for an array is kept with it
 * @example findDistrictMentions('泉山有多少家企业？', ['江苏省徐州市泉山区'])[0] // => { surface: '泉山', how: 'short', indexed: true, … }
 */
export function findDistrictMentions(text: string, known: readonly string[]): DistrictMention[] {
  return finderOf(known)(text);
}

/**
 * Returns the one other district or county that a clause of a report names in full (渭滨区, not 渭滨); null if it names none, several,
 * or the report's own.
 * @param own full name of the report's district, null where unknown
 */
export function foreignDistrictIn(clause: string, own: string | null): string | null {
  if (!/[区县市旗]/.test(clause)) return null;
  const found = findPlaceNames(fold(clause), NOWHERE).filter(
    ({ name }) => /[区县旗市]$/.test(name) && !own?.includes(name),
  );
  const counties = found.filter(({ divisions }) => divisions.some(({ level }) => level === 'county'));
  const [only] = counties;
  return only && counties.length === 1 && only.divisions.length === 1 ? (only.divisions[0]?.fullName ?? null) : null;
}

const NOWHERE: KnownPlaces = knownPlaces([]);
