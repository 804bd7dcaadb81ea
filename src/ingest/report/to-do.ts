// What a maintainer may put right of a report: fields that it lacks, and guesses that rest on little.

import { partsOf } from '../../lexicon/places/districts.ts';
import { shortNameOf } from '../../lexicon/places/divisions.ts';

/** What is to be done: a field is missing, or was guessed with little confidence. */
export type ToDo = 'no-district' | 'no-date' | 'guessed-title' | 'guessed-district' | 'guessed-date';

/** The kinds of things to do, the most harmful first. */
export const TO_DO: readonly ToDo[] = ['no-district', 'no-date', 'guessed-district', 'guessed-date', 'guessed-title'];

/** What is looked at of a report. */
interface DescribedReport {
  readonly path: string;
  readonly title: string;
  readonly district: string | null;
  readonly publishedOn: string | null;
  readonly inferred: readonly string[];
  readonly corrected: readonly string[];
}

const SHORTEST_SURE_TITLE = 6;

/** True if neither the title nor the path names the district: then only mentions in the text speak for it. */
function isWeakDistrict({ title, path, district }: DescribedReport): boolean {
  const { name, city } = partsOf(district ?? '');
  return ![name, shortNameOf(name), city].some((each) => each.length >= 2 && `${title} ${path}`.includes(each));
}

/** Returns what may be put right of a report. What a maintainer has put right is not asked for again. */
export function toDoOf(report: DescribedReport): ToDo[] {
  const { title, district, publishedOn, inferred, corrected } = report;
  const isGuessed = (field: string): boolean => inferred.includes(field);
  const found: Readonly<Record<ToDo, boolean>> = {
    'no-district': district === null && !corrected.includes('district'),
    'no-date': publishedOn === null && !corrected.includes('publishedOn'),
    'guessed-district': isGuessed('district') && isWeakDistrict(report),
    'guessed-date': isGuessed('publishedOn') && publishedOn?.length === '2017'.length,
    'guessed-title': isGuessed('title') && title.length < SHORTEST_SURE_TITLE,
  };
  return TO_DO.filter((each) => found[each]);
}
