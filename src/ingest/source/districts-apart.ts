// The text of a table with rows of several districts → a text for each: an answer about one must not be taken from the row of
// another. Rows of other districts in the tables of a report are taken apart alike. Captions, units and headers go with the rows below them. It reads no format and infers no other field.

import { foreignDistrictIn } from '../../lexicon/places/districts.ts';
import { divisions } from '../../lexicon/places/divisions.ts';
import { isTableHeader } from '../formats/table.ts';

/** The lines of a table that are of one district. */
export interface DistrictPart {
  /** Full name, or the name as the table writes it where several districts bear it; null: lines of none. */
  readonly district: string | null;
  readonly text: string;
}

/** A row's head that may name a district, and a line that names nothing else and stands above rows: 云溪区2020年：… */
const HEAD = /^([\p{Script=Han}]{1,20}[区县市旗])(?:(?:19|20)\d{2}年)?(?:：|$)/u;
const ROW = /^[^|#]+[：。]/u;

/** A note above a table belongs to it if it is no longer than this. */
const LONGEST_CAPTION = 60;
const MAX_CAPTIONS = 2;

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

/** Returns the value that most have; null for none. */
function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}

/** Returns the districts that the heads of lines name, null for the others; where several bear a name, it is the neighbour of the rest. */
function districtsOf(lines: readonly string[]): (string | null)[] {
  const { byName, byFullName } = divisions();
  const called = lines.map((line) => districtCalled(HEAD.exec(line)?.[1] ?? ''));
  const parent = mostCommon(called.flatMap((name) => byFullName.get(name ?? '')?.parent ?? []));
  return called.map((name) => {
    if (name === null || byFullName.has(name)) return name;
    return byName.get(name)?.find((division) => division.parent === parent)?.fullName ?? name;
  });
}

function ownersOf(lines: readonly string[]): Owner[] {
  let group: string | null = null;
  const districts = districtsOf(lines);
  return lines.map((line, index) => {
    const district = districts[index] ?? null;
    if (district !== null && line === HEAD.exec(line)?.[1]) group = district;
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

/** A text without the rows of other districts in its tables, and those rows. */
interface OwnAndOthers {
  readonly text: string;
  readonly others: readonly DistrictPart[];
}

/** Returns how many of the lines before a table are its caption and notes. */
function captionsAbove(lines: readonly string[], from: number): number {
  let count = 0;
  while (count < MAX_CAPTIONS) {
    const line = lines[from - count - 1] ?? '';
    if (line === '' || line.length > LONGEST_CAPTION || /[。；]$/.test(line)) break;
    count++;
  }
  return count;
}

/** Yields the tables of a text: [from, to) of their lines, and where their rows begin. */
function* tablesOf(lines: readonly string[]): Generator<{ from: number; rows: number; to: number }> {
  for (let from = 0; from < lines.length; from++) {
    let rows = from;
    while (isTableHeader(lines[rows] ?? '')) rows++;
    let to = rows;
    while (
      to < lines.length &&
      ROW.test(lines[to] ?? '') &&
      !isTableHeader(lines[to] ?? '') &&
      (lines[to] ?? '').includes('：')
    )
      to++;
    if (rows > from && to > rows) yield { from, rows, to };
    from = Math.max(from, to - 1);
  }
}

/**
 * Takes the rows of other districts out of the tables of a report: a city's bulletin with a table of its counties states something of each.
 * @param own names of the report (title, file): rows of districts that they name stay
 */
export function othersApart(text: string, own: string): OwnAndOthers {
  const lines = text.split('\n');
  const moved = new Set<number>();
  const others = new Map<string, string[]>();
  for (const { from, rows, to } of tablesOf(lines)) {
    const districts = districtsOf(lines.slice(rows, to));
    const isOwn = (index: number): boolean => own.includes(HEAD.exec(lines[rows + index] ?? '')?.[1] ?? '');
    const foreign = districts.flatMap((district, index) => (district !== null && !isOwn(index) ? [index] : []));
    if (new Set(districts.filter((district) => district !== null)).size < 2) continue;
    const above = lines.slice(from - captionsAbove(lines, from), rows);
    for (const index of foreign) {
      const district = districts[index] ?? '';
      const part = others.get(district) ?? [];
      others.set(district, [
        ...part,
        ...(part.slice(-1)[0] === lines[rows + index - 1] ? [] : above),
        lines[rows + index] ?? '',
      ]);
      moved.add(rows + index);
    }
  }
  return {
    text: lines.filter((_, index) => !moved.has(index)).join('\n'),
    others: [...others].map(([district, part]) => ({ district, text: part.join('\n') })),
  };
}
