// Items for the practices that no other item speaks of, so that every named practice of a report is asked about.
import { fold } from '../../text/normalise.ts';
import type { Item } from '../types.ts';
import { deedDrafts } from './deed-items.ts';
import type { Draft } from './draft.ts';
import { evidenceOf } from './evidence.ts';
import { districtDraft, judgedDeed } from './place-items.ts';
import type { Pools, PracticeAt } from './pools.ts';
import { stateAround } from './statement.ts';

/** Statements may be longer here: better a long question than none. */
const MOST_CHARACTERS = 150;

function shownIn(item: Item): string {
  const options = 'options' in item ? item.options : [];
  const typed = item.kind === 'fill-in' ? item.accepted : [];
  const points = item.kind === 'short-answer' ? item.keyPoints.map(({ text }) => text) : [];
  return fold([item.question, ...options, ...typed, ...points].join('\n'));
}

function stated(practice: PracticeAt): Draft[] {
  const { line, source, name } = practice;
  const statement = stateAround(practice, { line, source }, { most: MOST_CHARACTERS });
  if (!statement) return [];
  const question = `判断正误：${statement.text}。`;
  const evidence = evidenceOf(line, source);
  return [
    { kind: 'true-false', subject: 'statement', question, source, evidence, key: name, altered: null, isTrue: true },
  ];
}

/** Drafts for the practices that the items do not show, best first; several for a practice, of which one is to be taken. */
export function coveringDrafts(items: readonly Item[], practices: readonly PracticeAt[], pools: Pools): Draft[][] {
  const shown = items.map(shownIn).join('\n');
  return practices
    .filter(({ name }) => !shown.includes(fold(name)))
    .map((practice) => [
      ...districtDraft(practice, pools, { most: MOST_CHARACTERS }),
      ...deedDrafts(practice, pools),
      ...judgedDeed(practice, pools),
      ...stated(practice),
    ]);
}
