// The types of a block: a paragraph, heading, table row or piece of page furniture. Data only.
import type { SentenceRole, Span } from '../../types.ts';
import type { HeadingForm } from './headings.ts';

/** A stretch of a report with one role. `heading` is null unless the role is `heading`; the title's has no label. */
export interface TextBlock extends Span {
  readonly role: SentenceRole;
  readonly heading: HeadingForm | null;
  /** Normalized text of a table's row, before repairs; absent for everything else. */
  readonly read?: string;
}

/** The blocks of a text, and what was noticed. */
export interface CutText {
  readonly blocks: readonly TextBlock[];
  readonly hasAbstract: boolean;
  readonly captionCount: number;
}
