// Finds names of districts in Latin letters: Shanyang District, Sanmenxia Economic Development Zone, chaoyang county.
// Only pinyin is known, no English exonyms.
import type { Span } from '../../types.ts';
import { once } from '../words/once.ts';
import { syllablesOf } from '../words/pinyin.ts';
import { partsOf } from './district-names.ts';
import { type Division, divisions, shortNameOf } from './divisions.ts';

/** A romanised name and the district that it means. */
interface Romanised extends Span {
  readonly fullName: string;
  readonly indexed: boolean;
  readonly how: 'romanised' | 'containing';
}

const LATIN = /[a-z]{4}/i;
const WORD = /[a-zü]+/gi;
const BETWEEN_SYLLABLES = /^[\s'-]$/;
const MAX_WORDS = 5;
const ZONE_END = /(?:经济技术|经济|高新技术产业|高新技术)?(?:开发|高新)区$/;
const KIND =
  /\s+(?:new\s+)?(?:district|county|city|province|(?:(?:high-tech|economic|development|industrial|and|technological|technology)\s+)+(?:zone|area|district))\b/iy;
const SUFFIX_OF_KIND: readonly (readonly [RegExp, RegExp])[] = [
  [/zone|area/i, /(?:开发|高新|园)区$/],
  [/district/i, /区$/],
  [/county/i, /县$/],
];

type RomanisedMeaning = Omit<Romanised, keyof Span>;

/** A run of Latin words that may be one name: up to five, with a space, an apostrophe or a hyphen between them. */
interface LatinRun extends Span {
  /** Without what stands between the words, in small letters. */
  readonly sound: string;
}

function runsOf(text: string): LatinRun[] {
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  return words.flatMap((first, position) => {
    const runs: LatinRun[] = [];
    for (const [index, word] of words.slice(position, position + MAX_WORDS).entries()) {
      const previous = words[position + index - 1];
      if (index > 0 && previous && !BETWEEN_SYLLABLES.test(text.slice(previous.end, word.start))) break;
      const letters = text
        .slice(first.start, word.end)
        .toLowerCase()
        .replaceAll(/[\s'-]/g, '');
      runs.unshift({ start: first.start, end: word.end, sound: letters });
    }
    return runs;
  });
}

/**
 * Returns the kind of division that the word behind a name states: District, County, Economic Development Zone; empty if it says nothing.
 */
function kindBehind(text: string, end: number): string {
  KIND.lastIndex = end;
  return KIND.exec(text)?.[0] ?? '';
}

/** Of several of one sound those whose suffix the kind names: Shanyang District is 山阳区, not 山阳县. */
function ofKind(meanings: readonly RomanisedMeaning[], kind: string): readonly RomanisedMeaning[] {
  const suffix = SUFFIX_OF_KIND.find(([words]) => words.test(kind))?.[1];
  const fitting = meanings.filter(({ fullName, how }) => how === 'romanised' && suffix?.test(fullName));
  return fitting.length > 0 ? fitting : meanings;
}

function soundsOf(known: readonly string[]): ReadonlyMap<string, readonly RomanisedMeaning[]> {
  const sounds = new Map<string, string>();
  const bySound = new Map<string, RomanisedMeaning[]>();
  for (const fullName of known) {
    for (const [name, how] of namesOf(fullName)) {
      const sound = sounds.get(name) ?? syllablesOf(name).join('');
      sounds.set(name, sound);
      bySound.set(sound, [...(bySound.get(sound) ?? []), { fullName, indexed: true, how }]);
    }
  }
  return bySound;
}

function namesOf(fullName: string): readonly (readonly [string, Romanised['how']])[] {
  const { province, city, name } = partsOf(fullName);
  const own = ZONE_END.test(name) ? name.replace(ZONE_END, '') : shortNameOf(name);
  const above = [city, province]
    .filter((each) => each !== '')
    .map((each) => [shortNameOf(each), 'containing'] as const);
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

/** Returns the county or district of this sound: by its full name, by its name alone where there are several. */
function foreignName(sound: string, kind: string): string | null {
  const suffix = kind.toLowerCase() === 'district' ? '区' : '县';
  const [first, ...others] = (countiesBySound().get(sound) ?? []).filter(({ name }) => name.endsWith(suffix));
  return (others.length === 0 ? first?.fullName : first?.name) ?? null;
}

/** Returns a county or district that is not indexed: only with District or County behind it, since many words sound like one. */
function foreignAt(run: LatinRun, kind: string): RomanisedMeaning[] {
  const [word = ''] = /district|county/i.exec(kind) ?? [];
  const fullName = word === '' ? null : foreignName(run.sound, word);
  return fullName === null ? [] : [{ fullName, indexed: false, how: 'romanised' }];
}

/**
 * Prepares the search for romanised names: of the indexed districts, of what contains them, and of other counties and
 * districts. The sounds are looked up when the first text with Latin words comes.
 * @param known full names of the indexed districts
 */
export function romanisedFinder(known: readonly string[]): (text: string) => Romanised[] {
  const bySound = once(() => soundsOf(known));
  const meaningsOf = (run: LatinRun, kind: string): readonly RomanisedMeaning[] => {
    const ours = bySound().get(run.sound);
    return ours ? ofKind(ours, kind) : foreignAt(run, kind);
  };
  return (text) => {
    const found: Romanised[] = [];
    for (const run of LATIN.test(text) ? runsOf(text) : []) {
      if (run.start < (found.at(-1)?.end ?? 0)) continue;
      const kind = kindBehind(text, run.end);
      const end = run.end + kind.length;
      found.push(...meaningsOf(run, kind).map((meaning) => ({ start: run.start, end, ...meaning })));
    }
    return found;
  };
}
