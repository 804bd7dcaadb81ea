// Words that tell whose report a text is from, without being asked: names of places and parts of them, regions, years.
import { partsOf } from '../../lexicon/places/district-names.ts';
import { shortNameOf } from '../../lexicon/places/divisions.ts';
import { readWords } from '../../lexicon/words/data-files.ts';
import type { ItemSource } from './statements/sources.ts';

const REGIONS = readWords('region-words.txt');
/** A street, a town, a river by its name: 王陵街道, 清姜河; not 各街道, 河长. */
const SMALL_PLACE =
  /[\u4e00-\u9fff](?![各个条全乡城村小老片])[\u4e00-\u9fff](?:街道|镇(?![街村])|河(?![长道流])|湖|片区|大桥)/u;
const SINGLE_QUOTED = /[‘“「](?<character>[\u4e00-\u9fff])[’”」]/gu;
const YEAR = /\d{4}\s*(?:年|[-—－])/u;

function placeWords(sources: readonly ItemSource[]): Set<string> {
  const names = sources.flatMap(({ district, names: own }) => {
    const { province, city } = partsOf(district);
    return [
      ...own,
      ...[province, city].filter((above) => above !== '').flatMap((above) => [above, shortNameOf(above)]),
    ];
  });
  return new Set(names.flatMap((name) => [name, name.replace(/[区县市]$/u, '')]).filter(({ length }) => length > 1));
}

/**
 * True if words tell a place: a name of a district, its city or its province, or the better part of one; a region; a street or
 * river; a single character in quotation marks out of a district's name («“柳”您满意»).
 */
export function placeTeller(sources: readonly ItemSource[]): (words: string) => boolean {
  const places = [...placeWords(sources)];
  const characters = new Set(sources.flatMap(({ short }) => [...short]));
  return (words) =>
    places.some((place) => words.includes(place)) ||
    REGIONS.some((region) => words.includes(region)) ||
    SMALL_PLACE.test(words) ||
    [...words.matchAll(SINGLE_QUOTED)].some(({ groups }) => characters.has(groups?.['character'] ?? ''));
}

/** Opens a statement with its period: 据2029年的报告，… 2029年9月，…. */
const HEAD_PERIOD =
  /^(?:据\d{4}年的报告，(?!\d{4}年(?!以来)))?(?:截[至止])?(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?底?(?:以来)?(?:（截至[^）]*）)?，)?/u;

/** Returns a statement without the period that heads it; null where it tells a year all the same, and by it the report. */
export function withoutPeriod(text: string): string | null {
  const rest = text.replace(HEAD_PERIOD, '');
  return YEAR.test(rest) ? null : rest;
}
