// The reports that a conversation is limited to: chosen from what is indexed now, and all that the product answers from there.
import type { SourceSet } from '../../store/state/conversations.ts';
import type { ReportId, ReportMeta } from '../../types.ts';
import type { Wording } from '../i18n/wording.ts';
import type { Block, Reply } from '../reply.ts';
import type { Service } from '../service.ts';
import type { Turn } from '../turn.ts';

/** Returns the year of a report's date; empty where it has none. */
export function yearOf({ publishedOn }: Pick<ReportMeta, 'publishedOn'>): string {
  return publishedOn?.slice(0, 4) ?? '';
}

/** Returns the reports of a set: those that pass every filter, and those that were ticked. A set without any choice holds all. */
export function reportsIn(set: SourceSet, reports: readonly ReportMeta[]): ReportMeta[] {
  const { districts, years, publishers } = set;
  const ticked = new Set(set.reports);
  const isFiltered = districts.length + years.length + publishers.length > 0;
  const passes = (values: readonly string[], value: string | null): boolean =>
    values.length === 0 || (value !== null && values.includes(value));
  const isIn = (report: ReportMeta): boolean =>
    passes(districts, report.district) && passes(years, yearOf(report)) && passes(publishers, report.publisher);
  if (!isFiltered && ticked.size === 0) return [...reports];
  return reports.filter((report) => ticked.has(report.id) || (isFiltered && isIn(report)));
}

/** Returns a product that answers from some reports alone; what it does not answer with, such as quiz items, stays as it is. */
function serviceWithin(service: Service, within: ReadonlySet<ReportId>): Service {
  const limited: Partial<Service> = {
    answer: (question, following) => service.answer({ ...question, within }, following),
    search: async (text, count) => {
      const { hits } = await service.search(text, count);
      return { hits: hits.filter(({ passage }) => within.has(passage.reportId)) };
    },
    draft: (query) => service.draft({ ...query, within }),
    brief: (query) => service.brief({ ...query, within }),
    comparison: (query) => service.comparison({ ...query, within }),
    facts: (district) => service.facts(district).filter(({ reportId }) => within.has(reportId)),
    reports: () => service.reports().filter(({ id }) => within.has(id)),
  };
  return Object.assign(Object.create(service) as Service, limited);
}

/** A turn whose answers come from the sources of its conversation alone, and how many these are; null: from all reports. */
export interface LimitedTurn {
  readonly turn: Turn;
  readonly sources: number | null;
}

/** Limits a turn to the sources of its conversation. */
export function withinSources(turn: Turn): LimitedTurn {
  const { sources } = turn.parts.state.conversations.settings(turn.speaker);
  if (sources === null) return { turn, sources: null };
  const { service } = turn.parts;
  const within = new Set(reportsIn(sources, service.reports()).map(({ id }) => id));
  const parts = { ...turn.parts, service: serviceWithin(service, within) };
  return { turn: { ...turn, parts }, sources: within.size };
}

/** Returns an answer with a word on how many reports it was looked for in. */
export function tellingSources(reply: Reply, sources: number | null, { limitedTo }: Wording): Reply {
  if (sources === null || reply.shown === undefined) return reply;
  const told: Block = { kind: 'notice', text: limitedTo(sources) };
  return { ...reply, blocks: [told, ...reply.blocks] };
}
