// Items for the practices that no other item speaks of, so that every named practice of a report is asked about.
import { fold } from '../../text/normalise.ts';
import type { Item } from '../types.ts';
import { deedDrafts } from './action-items.ts';
import type { Draft } from './draft.ts';
import { districtDraft, judgedDeed } from './place-items.ts';
import type { Pools, PracticeAt } from './pools.ts';
import { evidenceOf } from './statements/evidence.ts';
import { stateAround } from './statements/statement.ts';

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
  const identity = `judged ${statement.text}`;
  return [
    {
      kind: 'true-false',
      subject: 'statement',
      identity,
      question,
      source,
      evidence,
      key: name,
      altered: null,
      isTrue: true,
    },
  ];
}

/** Drafts for the practices that the items do not show, best first; several for a practice, of which one is to be taken. */
export function coveringDrafts(items: readonly Item[], practices: readonly PracticeAt[], pools: Pools): Draft[][] {
  // Items that need deeds of others on the topic come and go with other reports: what covers a practice must not.
  const lasting = items.filter(({ subject }) => subject !== 'practice-of-district');
  const shown = lasting.map(shownIn).join('\n');
  return practices
    .filter(({ name }) => !shown.includes(fold(name)))
    .map((practice) => [
      ...districtDraft(practice, pools, { most: MOST_CHARACTERS }),
      ...judgedDeed(practice, pools),
      ...stated(practice),
      ...deedDrafts(practice, pools),
    ]);
}
