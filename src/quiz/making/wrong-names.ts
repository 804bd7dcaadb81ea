// Wrong answers to a name: practices of other districts that look like the right one and are nowhere said of this district.
import { fold } from '../../text/normalise.ts';
import { shuffled } from '../chance.ts';
import type { Pools } from './pools.ts';
import type { Practice } from './practices.ts';
import type { Source } from './sources.ts';

const NUMERAL = /^(?:[一二两三四五六七八九十百千\d])/u;
const SHARE = 0.5;
const LEAST_APART = 2;

/** What a name looks like: a list, a sum, a numbered slogan, or words. */
function shapeOf(name: string): string {
  if (/[、，,]/u.test(name)) return 'list';
  if (name.includes('+')) return 'sum';
  return NUMERAL.test(name) ? 'numbered' : 'words';
}

function isAsLong(left: string, right: string): boolean {
  return Math.abs(left.length - right.length) <= Math.max(LEAST_APART, SHARE * Math.min(left.length, right.length));
}

/** Whether two practices may be taken for each other: called alike, of one look, about as long; mere words must be called something. */
function isAlike(other: Practice, own: Practice): boolean {
  const shape = shapeOf(own.name);
  if (other.kind !== own.kind || shapeOf(other.name) !== shape || !isAsLong(other.name, own.name)) return false;
  return shape !== 'words' || own.kind >= 0;
}

/** Names of other districts' practices that may be taken for one of this district's, in an order that the name determines. */
export function namesLike(own: Practice, source: Source, pools: Pools): string[] {
  const said = pools.said(source.district);
  const places = pools.sources.map(({ short }) => short);
  const fit = pools.practices.filter(
    (other) =>
      other.source.district !== source.district &&
      isAlike(other, own) &&
      !said.includes(fold(other.name)) &&
      !fold(own.name).includes(fold(other.name)) &&
      !places.some((place) => other.name.includes(place)),
  );
  const names = shuffled([...new Set(fit.map(({ name }) => name))].sort(), own.name);
  const sameHead = new Set(fit.filter(({ head }) => head === own.head).map(({ name }) => name));
  return [...names.filter((name) => sameHead.has(name)), ...names.filter((name) => !sameHead.has(name))];
}
