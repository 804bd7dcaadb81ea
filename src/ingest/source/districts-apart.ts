// The text of a table with rows of several districts → a text for each: an answer about one must not be taken from the row of
// another. Captions, units and headers go with the rows below them. It reads no format and infers no other field.

import { foreignDistrictIn } from '../../lexicon/places/districts.ts';
import { divisions } from '../../lexicon/places/divisions.ts';
import { isTableHeader } from '../formats/table.ts';

/** The lines of a table that are of one district. */
interface DistrictPart {
  /** Full name, or the name as the table writes it where several districts bear it; null: lines of none. */
  readonly district: string | null;
  readonly text: string;
}

/** A row's head that may name a district, and a line that names nothing else and stands above rows: 云溪区2020年：… */
const HEAD = /^([\p{Script=Han}]{2,20}[区县市旗])(?:(?:19|20)\d{2}年)?(?:：|$)/u;
const ROW = /^[^|#]+[：。]/u;

/** Owner of a line: a district, nobody, or the rows below it. */
type Owner = { readonly kind: 'row'; readonly district: string | null } | { readonly kind: 'shared' };

/** Returns the full name of a district that a name means; the name itself where several bear it, null if none does. */
function districtCalled(name: string): string | null {
  const { byName, byFullName } = divisions();
  if (byFullName.has(name)) return name;
  const sharing = (byName.get(name) ?? []).filter(({ former }) => !former);
  const [only] = sharing;
  if (only && sharing.length === 1) return only.fullName;
  return sharing.length > 1 ? name : foreignDistrictIn(name, null);
}

function ownersOf(lines: readonly string[]): Owner[] {
  let group: string | null = null;
  return lines.map((line) => {
    const name = HEAD.exec(line)?.[1];
    const district = name === undefined ? null : districtCalled(name);
    if (district !== null && line === name) group = district;
    if (line === '') group = null;
    const isRow = district !== null || (ROW.test(line) && !isTableHeader(line));
    return isRow ? { kind: 'row', district: district ?? group } : { kind: 'shared' };
  });
}

/** Returns the lines of one district, with those that stand above them in their table. @returns places of the lines, ascending */
function linesOf(owners: readonly Owner[], lines: readonly string[], district: string | null): number[] {
  const kept: number[] = [];
  let above: number[] = [];
  for (const [index, owner] of owners.entries()) {
    if (lines[index] === '') above = above.filter((place) => lines[place]?.startsWith('# '));
    if (owner.kind === 'shared') above.push(index);
    else if (owner.district === district) {
      kept.push(...above, index);
      above = [];
    }
  }
  return kept;
}

/**
 * Returns the parts of a table whose rows name several districts, in their order, last what is of none; empty if they name one or none.
 * Every line that says something stands in some part.
 * @param text as `sheetText` writes it
 */
export function districtsApart(text: string): DistrictPart[] {
  const lines = text.split('\n');
  const owners = ownersOf(lines);
  const districts = new Set(
    owners.flatMap((owner) => (owner.kind === 'row' && owner.district ? [owner.district] : [])),
  );
  if (districts.size < 2) return [];
  const textAt = (places: readonly number[]): string =>
    places
      .map((place) => lines[place])
      .join('\n')
      .trim();
  const parts = [...districts].map((district) => ({ district, places: linesOf(owners, lines, district) }));
  const told = new Set(parts.flatMap(({ places }) => places));
  const own = new Set(linesOf(owners, lines, null));
  const rest = textAt([...lines.keys()].filter((place) => own.has(place) || !told.has(place)));
  return [
    ...parts.map(({ district, places }) => ({ district, text: textAt(places) })),
    ...(rest === '' ? [] : [{ district: null, text: rest }]),
  ];
}
