// Items on lists that run over several sentences: which measures belong to a field, in which order steps come, and all of them.
import type { ItemDraft } from './draft.ts';
import { foreignParts } from './part-items.ts';
import type { Pools } from './pools.ts';
import { evidenceFrom, evidenceOf } from './statements/evidence.ts';
import { type LeadList, leadListsIn } from './statements/list-leads.ts';
import type { ItemSource } from './statements/sources.ts';

const MAX_FOREIGN = 2;
const MAX_POINTS = 5;
/** A longer list is cited by its first sentence; each of its points by its own. */
const MAX_CITED = 200;

const quotedInside = (name: string): string => name.replaceAll('“', '‘').replaceAll('”', '’');

function draftsOf({ name, items, isSequence }: LeadList, source: ItemSource, pools: Pools): ItemDraft[] {
  const lines = items.map(({ line }) => line);
  const [first, last] = [lines[0], lines.at(-1)];
  const evidence = first && last ? evidenceFrom(source.lines.slice(first.at, last.at + 1), source) : null;
  if (!evidence || source.year === null) return [];
  const labels = items.map(({ label }) => label);
  const about = `据${source.year}年的报告，${source.display}${/^[两三四五六七八九十\d]/u.test(name) ? '的' : '在'}“${quotedInside(name)}”`;
  const field = /^[两三四五六七八九十\d]/u.test(name) ? about : `${about}方面的举措`;
  const common = { source, evidence } as const;
  const told: ItemDraft = {
    ...common,
    evidence: evidence.end - evidence.start > MAX_CITED && first ? evidenceOf(first, source) : evidence,
    kind: 'short-answer',
    subject: 'practice',
    question: `${field}包括哪几项？请逐项写出。`,
    points: items.slice(0, MAX_POINTS).map(({ label, line }) => ({ text: label, evidence: evidenceOf(line, source) })),
  };
  const several: ItemDraft = {
    ...common,
    kind: 'several',
    subject: 'parts',
    question: `${field}包括下列哪几项？（多选）`,
    keys: labels,
    distractors: foreignParts({ parts: labels, name, source }, pools).slice(0, MAX_FOREIGN),
  };
  const order: ItemDraft = {
    ...common,
    kind: 'order',
    subject: 'steps',
    question: `请按先后顺序排列${field}的各个步骤。`,
    steps: labels,
  };
  return [told, ...(several.distractors.length > 0 ? [several] : []), ...(isSequence ? [order] : [])];
}

/** Returns items on the lists of a report whose items are sentences of their own. */
export function leadItems(source: ItemSource, pools: Pools): ItemDraft[] {
  return leadListsIn(source).flatMap((list) => draftsOf(list, source, pools));
}
