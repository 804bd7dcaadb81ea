// One source → everything a generation keeps of it: report, numbered passages, facts, and how it came in.
import { sha256 } from '../store/files.ts';
import type { ReportEntry } from '../store/writer.ts';
import type { Fact, Passage, Report } from '../types.ts';
import { type DistrictFinder, describeReport } from './describe.ts';
import type { ReportHealth } from './health.ts';
import type { Source } from './read.ts';
import { CHUNKER_ID, type StructureNotes, structureReport } from './structure.ts';

/** What knows about districts and figures; handed in so that tests can know less. */
export interface Knowledge {
  readonly findDistrict: DistrictFinder;
  readonly extractFacts: (report: Report, passages: readonly Passage[]) => readonly Fact[];
}

/** A source made ready, with its line of the health report. */
export interface Prepared {
  readonly entry: ReportEntry;
  readonly health: ReportHealth;
}

function healthOf(
  source: Source,
  entry: { report: Report; passages: readonly Passage[]; facts: readonly Fact[] },
  notes: StructureNotes,
): ReportHealth {
  const { report, passages, facts } = entry;
  const { id, path, title, district, publishedOn, inferred } = report;
  return {
    id,
    path,
    title,
    encoding: source.encoding,
    characters: report.text.length,
    passages: passages.length,
    headings: notes.headingCount,
    facts: facts.length,
    district,
    publishedOn,
    inferred,
    spun: notes.isSpun,
    boilerplateShare: Math.round(notes.boilerplateShare * 1000) / 1000,
    notes: source.problems,
  };
}

/**
 * Makes a source ready to be written.
 * @param firstNumber number of its first passage in the generation
 */
export function prepareSource(source: Source, firstNumber: number, knowledge: Knowledge): Prepared {
  const report = describeReport(source, knowledge.findDistrict);
  const structured = structureReport(report);
  const passages = structured.passages.map((passage, index) => ({ ...passage, number: firstNumber + index }));
  const facts = knowledge.extractFacts(report, passages);
  const health = healthOf(source, { report, passages, facts }, structured.notes);
  const { text, ...meta } = report;
  const fingerprint = sha256(JSON.stringify([CHUNKER_ID, meta, text]));
  return {
    entry: { report, passages, facts, encoding: source.encoding, fingerprint, health: JSON.stringify(health) },
    health,
  };
}
