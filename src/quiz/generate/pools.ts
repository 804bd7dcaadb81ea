// Pools of what other reports truly say: figures by the form of their unit, names, districts. Wrong answers are drawn from here.

import { type Initiative, initiativesIn } from '../../lexicon/names/initiatives.ts';
import { findQuantities } from '../../text/numbers.ts';
import { findPeriods } from '../../text/periods.ts';
import { referenceDate } from '../../text/report-dates.ts';
import { placeTeller } from './giveaways.ts';
import { actionClauseIn, actionTopics } from './statements/actions.ts';
import { enumerationsIn } from './statements/enumerations.ts';
import { type LeadList, leadListsIn } from './statements/list-leads.ts';
import type { ItemSource, ReportLine } from './statements/sources.ts';

/** A figure as written. */
export interface PooledFigure {
  readonly surface: string;
  readonly value: number;
  readonly district: string;
}

/** An initiative with the line that names it. */
export interface InitiativeMention extends Initiative {
  readonly source: ItemSource;
  readonly line: ReportLine;
}

/** A clause that tells what a district does. */
interface DistrictAction {
  readonly clause: string;
  /** The initiative that it names. */
  readonly name: string;
  readonly district: string;
  /** What it is about, best first; its own topic is the first. Empty: unknown. */
  readonly topics: readonly string[];
}

/** A part of an initiative or an item of a list. */
export interface ListPart {
  readonly part: string;
  /** What it is a part of, as far as the report names it. */
  readonly whole: string;
  readonly district: string;
}

/** Everything that wrong answers may be drawn from. */
export interface Pools {
  /** By what stands behind the number: 亿元, 家, 余户. */
  readonly figures: ReadonlyMap<string, readonly PooledFigure[]>;
  readonly initiatives: readonly InitiativeMention[];
  /** Short clauses that name an initiative and open with its verb: what a district does. */
  readonly actions: readonly DistrictAction[];
  /** Parts of initiatives and items of lists. */
  readonly parts: readonly ListPart[];
  /** Dates as written, absolute: 2016年, 2016年9月, 2016年9月1日. */
  readonly dates: readonly string[];
  readonly sources: readonly ItemSource[];
  /** The reports on a district. */
  on(district: string): readonly ItemSource[];
  /** All that is said of a district, folded. */
  said(district: string): string;
  /** True if words tell a place (giveaways.ts). */
  tellsPlace(words: string): boolean;
}

const NUMBER = /^\d[\d,]*(?:\.\d+)?/u;

/** Returns what stands behind the number of a figure: 383.1亿元 → 亿元; null where it is not written in Latin digits. */
export function formOf(surface: string): string | null {
  const number = NUMBER.exec(surface)?.[0];
  return number === undefined || number === surface ? null : surface.slice(number.length);
}

function figuresOf(sources: readonly ItemSource[]): Map<string, PooledFigure[]> {
  const figures = new Map<string, PooledFigure[]>();
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

function partsOf({ lines, district }: ItemSource, led: readonly LeadList[]): ListPart[] {
  const enumerated = lines.flatMap(({ plain }) =>
    enumerationsIn(plain).flatMap(({ parts, name }) => parts.map((part) => ({ part, whole: name, district }))),
  );
  const labels = led.flatMap(({ name, items }) => items.map(({ label }) => ({ part: label, whole: name, district })));
  return [...enumerated, ...labels];
}

function datesOf(sources: readonly ItemSource[]): string[] {
  const dates = sources.flatMap(({ lines, report }) =>
    lines.flatMap(({ plain }) =>
      findPeriods(plain, referenceDate(report)).map(({ resolution, surface }) => resolution ?? surface),
    ),
  );
  return [...new Set(dates)].sort();
}

function actionsOf(
  initiatives: readonly InitiativeMention[],
  tellsPlace: (words: string) => boolean,
): DistrictAction[] {
  const actions = initiatives.flatMap(({ name, source, line, start, end }) => {
    const clause = actionClauseIn(line.plain, { start, end });
    if (clause === null || tellsPlace(clause)) return [];
    return [{ clause, name, district: source.district, topics: actionTopics(clause, line) }];
  });
  return [...new Map(actions.map((action) => [action.clause, action])).values()];
}

/** Returns the pools of the reports. */
export function poolsOf(sources: readonly ItemSource[]): Pools {
  const said = new Map<string, string>();
  for (const { district, folded } of sources) said.set(district, `${said.get(district) ?? ''}\n${folded}`);
  const tellsPlace = placeTeller(sources);
  const initiatives = sources.flatMap((source) =>
    source.lines.flatMap((line) => initiativesIn(line.plain).map((initiative) => ({ ...initiative, source, line }))),
  );
  return {
    figures: figuresOf(sources),
    initiatives: initiatives,
    actions: actionsOf(initiatives, tellsPlace),
    dates: datesOf(sources),
    parts: sources.flatMap((source) => partsOf(source, leadListsIn(source))),
    sources,
    on: (district) => sources.filter((source) => source.district === district),
    said: (district) => said.get(district) ?? '',
    tellsPlace,
  };
}

/** Returns the years of the reports on some districts, as a question names them without telling whose is of which: 2017—2022年; empty: none is known. */
export function yearsOn(displays: readonly string[], { sources }: Pools): string {
  const years = sources.flatMap(({ display, year }) => (displays.includes(display) && year !== null ? [year] : []));
  if (years.length === 0) return '';
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `${first}年` : `${first}—${last}年`;
}
