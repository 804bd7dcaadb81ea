// What an item is about: the heading it stands under, shortened, or a topic of the lexicon.
import { topicsIn } from '../../lexicon/words/topics.ts';
import type { Evidence } from './statements/evidence.ts';

const MAX_CHARACTERS = 30;
const NUMBERING =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[一二三四五六七八九十]是|\d{1,2}[.．、])\s*/u;

/** The topic of a piece of evidence: of the lexicon, else its innermost heading, else the report's title; never empty. */
export function topicOf({ heading, read, report }: Evidence): string {
  const found = topicsIn([...heading, read].join('\n'))[0];
  if (found !== undefined) return found;
  const name = (heading.at(-1) ?? report.title).replace(NUMBERING, '');
  return name.slice(0, MAX_CHARACTERS) || '综合';
}
