// Of whom a clause speaks that names no subject. Where it may be another than the district, it says so rather than guess.
import { clausesOf } from '../../../text/clauses.ts';
import { opensWithoutSubject } from './clause-words.ts';
import type { ItemSource } from './sources.ts';

const WHOLE_DISTRICT = /全区|全县|该区|该县|我区|我县|全市|我市|该市|区委|县委|市委|管委会|党工委/u;

const ANY_ZONE = /^(?:经济技术开发区|经济开发区|经开区|开发区|高新.{0,6}区)$/u;

/** True if a name is what many zones are called. */
export function isAnyZone(name: string): boolean {
  return ANY_ZONE.test(name);
}

/**
 * True if a text names the district, by a name that is no other's: neither the shortest, which is part of many others
 * (泉山 of 泉山美少年), nor what any zone is called.
 */
export function namesDistrict(text: string, { names, short }: ItemSource): boolean {
  return names.some((name) => name !== short && !isAnyZone(name) && text.includes(name));
}

/** True if words speak of the district, by name or as the whole of it. */
export function speaksOfDistrict(clause: string, source: ItemSource): boolean {
  return namesDistrict(clause, source) || WHOLE_DISTRICT.test(clause);
}

/** True if a clause opens with the district as its subject: 全区…, 泉山区…. */
export function opensWithDistrict(clause: string, { names }: ItemSource): boolean {
  return /^(?:[全该我]区|[全该我]县)/u.test(clause) || names.some((name) => clause.startsWith(name));
}

/** True if the clause at `first` has the district for its left-out subject: it and all between it and the subject open with verbs. */
export function isDistrictTheSubject(plain: string, first: number, source: ItemSource): boolean {
  const clauses = clausesOf(plain).map(({ start, end }) => plain.slice(start, end));
  for (let index = first; index >= 0; index--) {
    const clause = clauses[index] ?? '';
    if (opensWithoutSubject(clause)) continue;
    return index < first && speaksOfDistrict(clause, source);
  }
  return true;
}
