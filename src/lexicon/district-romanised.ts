// Finds names of districts in Latin letters: Shanyang District, Sanmenxia Economic Development Zone, chaoyang county.
// Only pinyin is known, no English exonyms.
import type { Span } from '../types.ts';
import { partsOf } from './district-names.ts';
import { type Division, divisions, shortNameOf } from './divisions.ts';
import { once } from './once.ts';
import { syllablesOf } from './pinyin.ts';

/** A romanised name and the district that it means. */
export interface Romanised extends Span {
  readonly fullName: string;
  readonly indexed: boolean;
  readonly how: 'romanised' | 'containing';
}

const LATIN = /[a-z]{4}/i;
const ZONE_END = /(?:经济技术|经济|高新技术产业|高新技术)?(?:开发|高新)区$/;
const KIND = String.raw`(?:\s+(?:new\s+)?(?:district|county|city|province|(?:high-tech|economic|development|industrial|and|technological|technology|\s)+(?:zone|area|district)))?`;
const FOREIGN = /\b([a-z]{2,}(?:['\s-][a-z]{2,}){0,2})\s+(district|county)\b/gi;

function pattern(name: string): RegExp {
  return new RegExp(String.raw`\b${syllablesOf(name).join(String.raw`[\s'-]?`)}\b${KIND}`, 'gi');
}

function find(text: string, name: string, meaning: Omit<Romanised, keyof Span>): Romanised[] {
  return [...text.matchAll(pattern(name))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    ...meaning,
  }));
}

function namesOf(fullName: string): readonly (readonly [string, Romanised['how']])[] {
  const { province, city, name } = partsOf(fullName);
  const own = ZONE_END.test(name) ? name.replace(ZONE_END, '') : shortNameOf(name);
  const above = [city, province].filter((each) => each !== '').map((each) => [shortNameOf(each), 'containing'] as const);
  return [[own, 'romanised'] as const, ...above].filter(([each]) => each.length >= 2);
}

const countiesBySound = once((): ReadonlyMap<string, readonly Division[]> => {
  const bySound = new Map<string, Division[]>();
  for (const division of divisions().all) {
    if (division.level !== 'county' || division.former) continue;
    const sound = syllablesOf(division.shortName).join('');
    bySound.set(sound, [...(bySound.get(sound) ?? []), division]);
  }
  return bySound;
});

/** The county or district of this sound: by its full name, by its name alone where there are several. */
function foreignName(sound: string, kind: string): string | null {
  const suffix = kind.toLowerCase() === 'district' ? '区' : '县';
  const [first, ...others] = (countiesBySound().get(sound) ?? []).filter(({ name }) => name.endsWith(suffix));
  return (others.length === 0 ? first?.fullName : first?.name) ?? null;
}

function findForeign(text: string): Romanised[] {
  return [...text.matchAll(FOREIGN)].flatMap((match) => {
    const [whole, words = '', kind = ''] = match;
    const syllables = words.toLowerCase().split(/['\s-]/);
    const names = syllables.map((_, first) => foreignName(syllables.slice(first).join(''), kind));
    const fullName = names.find((name) => name !== null);
    if (!fullName) return [];
    return [{ start: match.index, end: match.index + whole.length, fullName, indexed: false, how: 'romanised' as const }];
  });
}

/**
 * The romanised names of a text: of the indexed districts, of what contains them, and of other counties and districts.
 * @param known full names of the indexed districts
 */
export function findRomanised(text: string, known: readonly string[]): Romanised[] {
  if (!LATIN.test(text)) return [];
  const ours = known.flatMap((fullName) =>
    namesOf(fullName).flatMap(([name, how]) => find(text, name, { fullName, indexed: true, how })),
  );
  const foreign = findForeign(text).filter((each) => !ours.some((own) => own.start < each.end && each.start < own.end));
  return [...ours, ...foreign];
}
