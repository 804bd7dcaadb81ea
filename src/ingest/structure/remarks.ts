// Remarks for a maintainer on a report's text: residue of a web page, repeated lines, a title of another year. Nothing is changed.
import type { Report } from '../../types.ts';
import type { PageResidue } from './page-residue.ts';
import type { TextBlock } from './text-block.ts';

const YEAR = /(?<!\d)((?:19|20)\d{2})年/g;
/** Another year stands in the text at least so often. */
const MIN_MENTIONS = 3;
const GLOSSARY = /^(?:附(?:件|录)?\d?[:：]?)?(?:名词|名词术语|术语|词语|有关名词|相关名词)(?:解释|注释|说明|释义)$/u;

/** Findings from cutting the blocks of a report. */
interface StructureFindings {
  readonly residue: PageResidue;
  readonly blocks: readonly TextBlock[];
  /** True if a paragraph repeats the body. */
  readonly hasAbstract: boolean;
  readonly captionCount: number;
}

function yearsOf(text: string): string[] {
  return [...text.matchAll(YEAR)].map((match) => match[1] ?? '');
}

/** Returns the year that a text speaks of most often where its title's own year is not in it at all; null where all is well. */
function otherYear(title: string, text: string): { named: string; spoken: string } | null {
  const [named] = yearsOf(title);
  if (!named) return null;
  const counts = new Map<string, number>();
  for (const year of yearsOf(text.replaceAll(title, ''))) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [spoken, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  // Plans speak of years to come: 2035 says nothing about when a text was written.
  const isPlan = Number(spoken) > Number(named) + 1;
  return isPlan || counts.has(named) || count < MIN_MENTIONS ? null : { named, spoken };
}

/** Returns the remarks on a report, one line each. */
export function remarksOf(
  { title, text }: Report,
  { residue, blocks, hasAbstract, captionCount }: StructureFindings,
): string[] {
  const year = otherYear(title, text);
  const hasGlossary = blocks.some((block) => block.heading && GLOSSARY.test(block.heading.label));
  const rows = blocks.filter((block) => block.read !== undefined).length;
  return [
    ...(residue.count > 0 ? [`${residue.count} tags and entities of a web page and note marks are passed over`] : []),
    ...(hasAbstract ? ['its abstract repeats the body and is page furniture'] : []),
    ...(captionCount > 0 ? [`${captionCount} repeated lines (captions) are page furniture`] : []),
    ...(rows > 0 ? [`${rows} rows of tables are read with their headers`] : []),
    ...(hasGlossary ? ['it ends with a glossary'] : []),
    ...(year ? [`its title names ${year.named}, its text speaks of ${year.spoken}: check which is right`] : []),
  ];
}
