// Makes a report of a source: given fields first, the rest inferred from the text and named as inferred.
import { kindOfTitle } from '../../lexicon/words/report-kinds.ts';
import type { Report, ReportId } from '../../types.ts';
import { findPageResidue, maskPageResidue } from '../structure/page-residue.ts';
import type { GivenFields } from './fields.ts';
import { inferDate, inferOccasion, inferPublisher, inferTitle } from './infer.ts';
import { informationBlock, signatory } from './information-block.ts';

/** A text with what was given of it. */
export interface Described {
  readonly id: ReportId;
  readonly path: string;
  readonly text: string;
  readonly given: GivenFields;
  /** Where its text comes from; default: from characters. */
  readonly encoding?: string;
}

/** Finds the district that a report is about, by its title, its text and the name of its file; null if that is not clear. */
export type ReportDistrictFinder = (report: { title: string; text: string; path: string }) => {
  district: string;
} | null;

/** Returns the day of a report: the one that it states of itself, the one that was given, or the one that its text tells. */
function dateOf({ publishedOn }: GivenFields, stated: string | null | undefined, text: string): string | null {
  return stated ?? (publishedOn === undefined ? inferDate(text) : publishedOn);
}

/**
 * Returns a report with its title, district, publisher, date and kind; `inferred` names the fields that nobody gave.
 * @param findDistrict asked only where no district is given
 */
export function describeReport(
  { id, path, text, given, encoding = '' }: Described,
  findDistrict: ReportDistrictFinder,
): Report {
  const plain = maskPageResidue(text, findPageResidue(text));
  const stated = informationBlock(plain);
  const isGiven = (field: keyof GivenFields): boolean =>
    given[field] !== undefined && given.inferred?.includes(field) !== true;
  const title = (isGiven('title') ? given.title : (stated.title ?? given.title)) ?? inferTitle(plain, path);
  // The day on which a page was put on the web is not that of the report, where the report tells its own.
  const occasion = given.inferred?.includes('publishedOn') ? inferOccasion(plain) : null;
  const found = {
    title,
    district: given.district === undefined ? (findDistrict({ title, text, path })?.district ?? null) : given.district,
    publisher:
      given.publisher === undefined ? (stated.publisher ?? inferPublisher(plain) ?? signatory(plain)) : given.publisher,
    publishedOn: occasion ?? dateOf(given, isGiven('publishedOn') ? null : stated.publishedOn, plain),
    kind: given.kind === undefined ? kindOfTitle(title) : given.kind,
  };
  // The kind follows from the title.
  const fields = ['title', 'district', 'publisher', 'publishedOn'] as const;
  const inferred = fields.filter(
    (field) => found[field] !== null && (given[field] === undefined || given.inferred?.includes(field)),
  );
  const isScanned = encoding === 'scan' || encoding === 'picture';
  return { id, path, ...found, url: given.url ?? null, ...(isScanned && { isScanned }), inferred, text };
}
