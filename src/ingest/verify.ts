// Checks a new generation from end to end before it goes live. It repairs nothing: a generation that fails is thrown away.
import type { Generation } from '../store/index/generation.ts';
import type { Passage } from '../types.ts';

function checkPassage(passage: Passage, previousEnd: number, text: string): string | null {
  if (passage.start < previousEnd) return 'overlaps the one before';
  let at = passage.start;
  for (const { start, end, read } of passage.sentences) {
    if (start < at || end <= start || end > passage.end || end > text.length)
      return 'has a sentence outside its bounds';
    if (read.trim() === '' || text.slice(start, end).trim() === '') return 'has an empty sentence';
    at = end;
  }
  return passage.sentences.length === 0 ? 'has no sentence' : null;
}

/**
 * Everything that must hold of a generation: counts, order, every span within its text, index and passages one to one.
 * @param numbers passages to look at one by one, ascending; default: all. The others were checked when they were made
 * @returns the first thing that does not hold, or null
 */
export function findFlaw(generation: Generation, numbers?: readonly number[]): string | null {
  const { counts } = generation.manifest;
  if (generation.postings().passageCount !== counts.passages)
    return `the lexical index has ${generation.postings().passageCount} of ${counts.passages} passages`;
  const ends = new Map<string, number>();
  for (const number of numbers ?? Array.from({ length: counts.passages }, (_, index) => index)) {
    const passage = generation.passage(number);
    const text = generation.textOf(passage.reportId);
    const flaw = checkPassage(passage, ends.get(passage.reportId) ?? 0, text);
    if (flaw) return `passage ${number} of ${passage.reportId} ${flaw}`;
    ends.set(passage.reportId, passage.end);
  }
  const factFlaw = numbers === undefined ? findFactFlaw(generation) : null;
  if (factFlaw) return factFlaw;
  return generation.countRowFlaws() > 0 ? 'its rows are out of step with each other' : null;
}

function findFactFlaw(generation: Generation): string | null {
  const facts = generation.facts();
  if (facts.length !== generation.manifest.counts.facts)
    return `there are ${facts.length} of ${generation.manifest.counts.facts} facts`;
  for (const fact of facts) {
    const passage = generation.passage(fact.passageNumber);
    const inside =
      fact.start >= passage.start &&
      fact.end <= passage.end &&
      fact.start < fact.end &&
      passage.reportId === fact.reportId;
    if (!inside) return `the fact "${fact.indicator} ${fact.surface}" of ${fact.reportId} lies outside its passage`;
    if (!Number.isFinite(fact.value)) return `the fact "${fact.indicator}" of ${fact.reportId} has no value`;
  }
  return null;
}
