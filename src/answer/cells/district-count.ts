// How many districts the rows of a table, or the reports, are on: counted, each with a sentence of its own as the evidence.
import { anyPattern, readPatterns } from '../../lexicon/words/data-files.ts';
import type { Understanding } from '../../understand/types.ts';
import { clip, type Draft, MAX_SHORT } from '../compose/draft.ts';
import type { AnswerResources } from '../context.ts';
import { allDistricts, districtsOf } from './district-rows.ts';
import { nameOf } from './row.ts';
import { sentenceOf } from './shown-cell.ts';

const COUNTS_ROWS = anyPattern(readPatterns('statistic-cues.tsv'), 'rows');

/** Returns the draft of a question for the number of districts in a table; null where it asks for none. */
export function draftDistrictCount(understanding: Understanding, resources: AnswerResources): Draft | null {
  if (!COUNTS_ROWS.test(understanding.matching) || districtsOf(understanding).length > 0) return null;
  const { library } = resources;
  const found = allDistricts(library).flatMap((district) => {
    const [fact] = library.facts(district);
    const sentence = fact && sentenceOf(fact, resources);
    return sentence ? [{ name: nameOf(district), sentence }] : [];
  });
  const [first, ...rest] = found.map(({ sentence }) => sentence);
  if (!first) return null;
  const said = `${found.length}个区县：${found.map(({ name }) => name).join('、')}`;
  return { short: clip(said, MAX_SHORT.passage), supports: [first, ...rest], computed: [`${found.length}个`] };
}
