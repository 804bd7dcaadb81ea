// Lists that run over several sentences: 一是…。二是…。, 1.…, ——…, 路径之一：…. Finds the items that follow an introduction.

import type { Candidate } from '../../read/candidates.ts';
import { clausesOf, trimMarks } from '../../text/clauses.ts';
import { type ListMark, listMarkOf } from '../../text/list-marks.ts';
import type { Library, Passage, Sentence } from '../../types.ts';

/** An item of a list: the sentence that opens it and the words that name it. */
export interface ListItem {
  readonly sentence: Sentence;
  readonly passage: Passage;
  readonly label: string;
}

/** So many sentences behind the introduction are looked at. */
const MAX_SENTENCES = 60;
const MAX_LABEL_CHARACTERS = 60;

interface Placed {
  readonly sentence: Sentence;
  readonly passage: Passage;
}

function* following(library: Library, { passage, position }: Candidate): Generator<Placed> {
  let current: Passage | null = passage;
  let first = position + 1;
  while (current) {
    for (const sentence of current.sentences.slice(first)) yield { sentence, passage: current };
    const next: number = current.number + 1;
    first = 0;
    current =
      next < library.passageCount && library.passage(next).reportId === passage.reportId ? library.passage(next) : null;
  }
}

/** An item whose whole sentence is no longer than this is said whole: 突出解放思想，转理念、提能力. */
const WHOLE_CHARACTERS = 40;

/** What an item is called: its sentence behind the mark where it is short, else its first clause. */
function labelOf(read: string, { end }: ListMark): string {
  const body = trimMarks(read.slice(end));
  if (body.length <= WHOLE_CHARACTERS) return body;
  const first = clausesOf(body)[0];
  return body.slice(first?.start ?? 0, first?.end ?? body.length).slice(0, MAX_LABEL_CHARACTERS);
}

/**
 * The items that an introducing sentence is followed by; fewer than two: none. An introduction may itself carry the first
 * item behind a colon. Stops at the next sentence of another list, or after sixty sentences.
 */
export function listItemsAfter(candidate: Candidate, library: Library): ListItem[] {
  const items: ListItem[] = [];
  let last: ListMark | undefined;
  let looked = 0;
  for (const { sentence, passage } of following(library, candidate)) {
    if (++looked > MAX_SENTENCES) break;
    const read = sentence.read.replace(/^[“"]/u, '');
    const mark = listMarkOf(read, last && [last.form]);
    if (!mark) {
      if (items.length === 0 && looked > 2) break;
      continue;
    }
    if (mark.number !== null && mark.number !== (last?.number ?? 0) + 1) break;
    last = mark;
    items.push({ sentence, passage, label: labelOf(read, mark) });
  }
  return items.length >= 2 ? items : [];
}
