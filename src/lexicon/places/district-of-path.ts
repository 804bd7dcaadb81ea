// The place that a file or a folder is named after. It reads no text of a report.
import { fold } from '../../text/normalise.ts';
import { findNames } from '../words/name-index.ts';
import { type Division, divisions } from './divisions.ts';
import { isOrdinaryWord, worldPlaces } from './known-places.ts';

/** Returns the place that a path names in full, innermost part first, else by a short name at the head of a part: 大庆_农业. */
export function placeOfPath(path: string): Division | null {
  for (const part of path.split('/').reverse()) {
    const stem = fold(part).replace(/\.[^.]+$/, '');
    const named = [...new Set(findNames(stem, worldPlaces().index).map(({ name }) => name))].flatMap((name) =>
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
