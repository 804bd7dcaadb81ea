// Choosing the reports that a conversation is limited to. Pure.
import type { SourceSetJson } from '../../server/schemas-conversations.ts';

/** The kinds of choices in a set of reports. */
export type SourceKind = keyof SourceSetJson;

/** A set in which nothing is chosen: all reports. */
export const NO_SOURCES: SourceSetJson = { districts: [], years: [], publishers: [], reports: [] };

/** Returns a set with a choice turned on or off. */
export function toggled(set: SourceSetJson, kind: SourceKind, value: string): SourceSetJson {
  const has = set[kind].includes(value);
  return { ...set, [kind]: has ? set[kind].filter((other) => other !== value) : [...set[kind], value] };
}

/** Returns how many choices a set has. */
export function choiceCount({ districts, years, publishers, reports }: SourceSetJson): number {
  return districts.length + years.length + publishers.length + reports.length;
}

/** Returns the set to keep: null where nothing is chosen, so that all reports answer. */
export function keptSet(set: SourceSetJson): SourceSetJson | null {
  return choiceCount(set) === 0 ? null : set;
}
