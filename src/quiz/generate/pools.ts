// What other reports truly say: figures by the form of their unit, names, persons, districts. Wrong answers are drawn from here.
import { findQuantities } from '../../text/numbers.ts';
import { findPeriods } from '../../text/periods.ts';
import { placeTeller } from './giveaways.ts';
import { deedIn, deedTopics } from './statements/actions.ts';
import { enumerationsIn } from './statements/enumerations.ts';
import { type Practice, practicesIn } from './statements/initiatives.ts';
import { type LeadList, leadListsIn } from './statements/list-leads.ts';
import { findOfficials, type Official } from './statements/officials.ts';
import type { Line, Source } from './statements/sources.ts';

/** A figure as written. */
export interface Figure {
  readonly surface: string;
  readonly value: number;
  readonly district: string;
}

/** A practice with the line that names it. */
export interface PracticeAt extends Practice {
  readonly source: Source;
  readonly line: Line;
}

/** A clause that tells what a district does. */
export interface Deed {
  readonly clause: string;
  /** The practice that it names. */
  readonly name: string;
  readonly district: string;
  /** What it is about, best first; its own topic is the first. Empty: unknown. */
  readonly topics: readonly string[];
}

/** A part of a practice or an item of a list. */
export interface Part {
  readonly part: string;
  /** What it is a part of, as far as the report names it. */
  readonly whole: string;
  readonly district: string;
}

/** Everything that wrong answers may be drawn from. */
export interface Pools {
  /** By what stands behind the number: 亿元, 家, 余户. */
  readonly figures: ReadonlyMap<string, readonly Figure[]>;
  readonly practices: readonly PracticeAt[];
  /** Short clauses that name a practice and open with its verb: what a district does. */
  readonly deeds: readonly Deed[];
  readonly officials: readonly (Official & { readonly source: Source })[];
  /** Parts of practices and items of lists. */
  readonly parts: readonly Part[];
  /** Dates as written, absolute: 2016年, 2016年9月, 2016年9月1日. */
  readonly dates: readonly string[];
  readonly sources: readonly Source[];
  /** The reports on a district. */
  on(district: string): readonly Source[];
  /** All that is said of a district, folded. */
  said(district: string): string;
  /** Whether words tell a place (giveaways.ts). */
  tellsPlace(words: string): boolean;
}

const NUMBER = /^\d[\d,]*(?:\.\d+)?/u;

/** What stands behind the number of a figure: 383.1亿元 → 亿元; null where it is not written in Latin digits. */
export function formOf(surface: string): string | null {
  const number = NUMBER.exec(surface)?.[0];
  return number === undefined || number === surface ? null : surface.slice(number.length);
}

function figuresOf(sources: readonly Source[]): Map<string, Figure[]> {
  const figures = new Map<string, Figure[]>();
  const seen = new Set<string>();
  for (const { lines, district } of sources) {
    for (const { surface, value } of lines.flatMap(({ plain }) => findQuantities(plain))) {
      const form = formOf(surface);
      if (form === null || seen.has(surface)) continue;
      seen.add(surface);
      const own = figures.get(form);
      if (own) own.push({ surface, value, district });
      else figures.set(form, [{ surface, value, district }]);
    }
  }
  return figures;
}

function partsOf({ lines, district }: Source, led: readonly LeadList[]): Part[] {
  const enumerated = lines.flatMap(({ plain }) =>
    enumerationsIn(plain).flatMap(({ parts, name }) => parts.map((part) => ({ part, whole: name, district }))),
  );
  const labels = led.flatMap(({ name, items }) => items.map(({ label }) => ({ part: label, whole: name, district })));
  return [...enumerated, ...labels];
}

function datesOf(sources: readonly Source[]): string[] {
  const dates = sources.flatMap(({ lines, report }) =>
    lines.flatMap(({ plain }) =>
      findPeriods(plain, report.publishedOn).map(({ resolution, surface }) => resolution ?? surface),
    ),
  );
  return [...new Set(dates)].sort();
}

function deedsOf(practices: readonly PracticeAt[], tellsPlace: (words: string) => boolean): Deed[] {
  const deeds = practices.flatMap(({ name, source, line, start, end }) => {
    const clause = deedIn(line.plain, { start, end });
    if (clause === null || tellsPlace(clause)) return [];
    return [{ clause, name, district: source.district, topics: deedTopics(clause, line) }];
  });
  return [...new Map(deeds.map((deed) => [deed.clause, deed])).values()];
}

/** The pools of the reports. */
export function poolsOf(sources: readonly Source[]): Pools {
  const said = new Map<string, string>();
  for (const { district, folded } of sources) said.set(district, `${said.get(district) ?? ''}\n${folded}`);
  const tellsPlace = placeTeller(sources);
  const practices = sources.flatMap((source) =>
    source.lines.flatMap((line) => practicesIn(line.plain).map((practice) => ({ ...practice, source, line }))),
  );
  return {
    figures: figuresOf(sources),
    practices,
    deeds: deedsOf(practices, tellsPlace),
    officials: sources.flatMap((source) => findOfficials(source).map((official) => ({ ...official, source }))),
    dates: datesOf(sources),
    parts: sources.flatMap((source) => partsOf(source, leadListsIn(source))),
    sources,
    on: (district) => sources.filter((source) => source.district === district),
    said: (district) => said.get(district) ?? '',
    tellsPlace,
  };
}
