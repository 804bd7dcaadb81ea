// Finds mistyped names of indexed districts by their sound: 渭宾区 for 渭滨区, 海林区 for 海陵区, 魏滨 for 渭滨.
// A name that really exists is never taken for a typo; one that shares no character with the right one is not found.
import type { Span } from '../../types.ts';
import { compareSound } from '../words/pinyin.ts';
import { partsOf } from './district-names.ts';
import { divisions, shortNameOf } from './divisions.ts';
import { isOrdinaryWord } from './known-places.ts';

/** A mistyped name and the district that it means. */
interface Typo extends Span {
  readonly fullName: string;
  readonly indexed: true;
  readonly how: 'homophone' | 'typo';
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
const ZONE_END = /(?:经济技术|经济|高新技术产业|高新技术)?(?:开发|高新)区$/;

function sharesCharacter(left: string, right: string): boolean {
  for (let index = 0; index < left.length; index++) if (left[index] === right[index]) return true;
  return false;
}

function isWord(text: string): boolean {
  return [...SEGMENTER.segment(text)].length === 1;
}

/** Places in a text where a word begins or ends. */
function wordEnds(text: string): Set<number> {
  return new Set([...SEGMENTER.segment(text)].flatMap(({ index, segment }) => [index, index + segment.length]));
}

/** Returns how a stretch of text could be a mistyped name: with the suffix behind it a near sound will do, without it must be the same. */
function judge(stretch: string, name: string, hasSuffix: boolean): Typo['how'] | null {
  if (stretch === name || !/^[\u4e00-\u9fff]+$/.test(stretch)) return null;
  if (!hasSuffix && (isWord(stretch) || isOrdinaryWord(name))) return null;
  const sound = compareSound(stretch, name);
  if (sound === 'same') return 'homophone';
  return sound === 'near' && (hasSuffix || name.length > 2) ? 'typo' : null;
}

/**
 * Returns the mistyped names of a folded text. Names without suffix are looked for only where the text names no indexed district.
 * @param known full names of the indexed districts
 * @param found what has been found already: typos never overlap it
 */
export function findTypos(
  text: string,
  known: readonly string[],
  found: readonly (Span & { indexed: boolean })[],
): Typo[] {
  const needsSuffix = found.some(({ indexed }) => indexed);
  const isFree = (span: Span): boolean => !found.some((other) => other.start < span.end && span.start < other.end);
  const ends = wordEnds(text);
  // A stretch that cuts a word in two (新被 in 重新被) is no name, unless its suffix says that it is.
  const isWhole = ({ start, end, hasSuffix }: SuffixedTypo): boolean => hasSuffix || (ends.has(start) && ends.has(end));
  const typos = known
    .flatMap((fullName) => typosOf(text, fullName, needsSuffix))
    .filter((typo) => isFree(typo) && isWhole(typo))
    .map(({ hasSuffix: _, ...typo }): Typo => typo);
  return typos.filter((typo) => typos.every((other) => other.start !== typo.start || rank(other) <= rank(typo)));
}

/** A typo, and whether the name's suffix stands behind it. */
type SuffixedTypo = Typo & { readonly hasSuffix: boolean };

function typosOf(text: string, fullName: string, needsSuffix: boolean): SuffixedTypo[] {
  const { name } = partsOf(fullName);
  const short = ZONE_END.test(name) ? name.replace(ZONE_END, '') : shortNameOf(name);
  if (short.length < 2) return [];
  const typos: SuffixedTypo[] = [];
  for (let start = 0; start + short.length <= text.length; start++) {
    if (!sharesCharacter(text.slice(start, start + short.length), short)) continue;
    const typo = typoAt(text, start, { short, suffix: name.slice(short.length) });
    if (typo && (typo.hasSuffix || !needsSuffix))
      typos.push({ start, end: typo.end, fullName, indexed: true, how: typo.how, hasSuffix: typo.hasSuffix });
  }
  return typos;
}

function typoAt(text: string, start: number, { short, suffix }: { short: string; suffix: string }) {
  const end = start + short.length;
  const stretch = text.slice(start, end);
  const hasSuffix = suffix !== '' && text.startsWith(suffix, end);
  if (isReal(stretch, hasSuffix ? suffix : '')) return null;
  const how = judge(stretch, short, hasSuffix);
  return how && { how, hasSuffix, end: hasSuffix ? end + suffix.length : end };
}

/** True if a division has this very name. */
function isReal(stretch: string, suffix: string): boolean {
  const { byName, byShortName } = divisions();
  return byName.has(stretch + suffix) || (suffix === '' && byShortName.has(stretch));
}

function rank({ how }: Typo): number {
  return how === 'homophone' ? 2 : 1;
}
