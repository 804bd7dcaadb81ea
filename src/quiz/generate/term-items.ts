// Items on the terms that a report explains at its foot or in a list of terms: what each means, told in points.
import { GLOSSARY } from '../../lexicon/words/item-cues.ts';
import { clausesOf, trimMarks } from '../../text/clauses.ts';
import type { ItemDraft } from './draft.ts';
import { evidenceOf } from './statements/evidence.ts';
import { standsAlone } from './statements/measures.ts';
import type { ItemSource, ReportLine } from './statements/sources.ts';
import { isOfGlossary } from './statements/voices.ts';

const MIN_POINTS = 2;
const MAX_POINTS = 5;
const MIN_CHARACTERS = 5;
const MAX_CHARACTERS = 50;

function termDraft(line: ReportLine, source: ItemSource): ItemDraft[] {
  const { term, meaning } = GLOSSARY.exec(line.plain)?.groups ?? {};
  if (term === undefined || meaning === undefined) return [];
  const said = meaning.replace(/^[：:，]?(?:是指|指的是|指|即|是)/u, '');
  const clauses = clausesOf(said).map(({ start, end }) => trimMarks(said.slice(start, end)));
  const points = [...new Set(clauses)].filter(
    (point) => point.length >= MIN_CHARACTERS && point.length <= MAX_CHARACTERS && standsAlone(point),
  );
  if (points.length < MIN_POINTS || points.length < clauses.length / 2) return [];
  const evidence = evidenceOf(line, source);
  const when = source.year === null ? '' : `${source.year}年`;
  return [
    {
      kind: 'short-answer',
      subject: 'term',
      question: `名词解释：${source.display}${when}的报告中，“${term}”是指什么？`,
      source,
      evidence,
      points: points.slice(0, MAX_POINTS).map((text) => ({ text, evidence })),
    },
  ];
}

/** Returns items on the terms that a report explains. */
export function termItems(source: ItemSource): ItemDraft[] {
  return source.lines.filter(isOfGlossary).flatMap((line) => termDraft(line, source));
}
