// Report → passages: the only entrance to structure, for the corpus and for documents handed in with a question.
import type { Report } from '../../types.ts';
import { assemblePassages, type UnnumberedPassage } from './assemble.ts';
import { cutBlocks } from './blocks.ts';
import { normalizerOf } from './normalized-text.ts';
import { findPageResidue, maskPageResidue } from './page-residue.ts';
import { remarksOf } from './remarks.ts';
import { unwrap } from './wrapped.ts';

/** Identity of these rules: a change of it means that passages must be cut anew. */
export const CHUNKER_ID = 'structure-2';

/** Observations made while a report was structured. */
export interface StructureNotes {
  /** A program swapped words in the text; sentences are read repaired. */
  readonly isSpun: boolean;
  readonly headingCount: number;
  /** Share of the text's characters that is page furniture, 0 … 1. */
  readonly boilerplateShare: number;
  /** The longest piece of page furniture, its beginning; empty: there is none. */
  readonly dropped: string;
  /** Remarks for a maintainer, one line each. */
  readonly remarks: readonly string[];
}

/** The passages of a report, in order, and what was noticed. */
interface StructuredText {
  readonly passages: readonly UnnumberedPassage[];
  readonly notes: StructureNotes;
}

const MAX_SAMPLE_CHARACTERS = 40;

/** Returns the beginning of the longest line. */
function sampleOf(lines: readonly string[]): string {
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), '');
  return longest.replace(/\s+/gu, ' ').slice(0, MAX_SAMPLE_CHARACTERS);
}

/**
 * Cuts a report into passages. Pure: the same report gives the same passages.
 * Passages do not overlap, and every character that is neither white space, residue nor front matter lies in a
 * sentence of one of them.
 */
export function structureReport(report: Report): StructuredText {
  const residue = findPageResidue(report.text);
  const { read, isSpun } = normalizerOf(report, residue);
  const masked = unwrap(maskPageResidue(report.text, residue));
  const cut = cutBlocks(masked, report.title);
  const passages = assemblePassages(report, { masked, blocks: cut.blocks, read });
  const sentences = passages.flatMap((passage) => passage.sentences);
  const furniture = sentences.filter((sentence) => sentence.role === 'boilerplate');
  const characters = furniture.reduce((sum, sentence) => sum + sentence.end - sentence.start, 0);
  return {
    passages,
    notes: {
      isSpun,
      headingCount: sentences.filter((sentence) => sentence.role === 'heading').length,
      boilerplateShare: report.text.length === 0 ? 0 : characters / report.text.length,
      dropped: sampleOf(furniture.map(({ read: said }) => said)),
      remarks: remarksOf(report, { residue, ...cut }),
    },
  };
}
