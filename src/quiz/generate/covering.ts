// Items for the initiatives that no other item speaks of, so that every named initiative of a report is asked about.
import { fold } from '../../text/normalise.ts';
import type { Item } from '../types.ts';
import { actionDrafts } from './action-items.ts';
import type { ItemDraft } from './draft.ts';
import { districtDraft, judgedAction } from './place-items.ts';
import type { InitiativeMention, Pools } from './pools.ts';
import { evidenceOf } from './statements/evidence.ts';
import { stateAround } from './statements/statement.ts';

/** Statements may be longer here: better a long question than none. */
const MAX_CHARACTERS = 150;

function shownIn(item: Item): string {
  const options = 'options' in item ? item.options : [];
  const typed = item.kind === 'fill-in' ? item.accepted : [];
  const points = item.kind === 'short-answer' ? item.keyPoints.map(({ text }) => text) : [];
  return fold([item.question, ...options, ...typed, ...points].join('\n'));
}

function stated(initiative: InitiativeMention): ItemDraft[] {
  const { line, source, name } = initiative;
  const statement = stateAround(initiative, { line, source }, { maxCharacters: MAX_CHARACTERS });
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

/** Returns drafts for the initiatives that the items do not show, best first; several for an initiative, of which one is to be taken. */
export function coveringDrafts(
  items: readonly Item[],
  initiatives: readonly InitiativeMention[],
  pools: Pools,
): ItemDraft[][] {
  // Items that need actions of others on the topic come and go with other reports: what covers an initiative must not.
  const lasting = items.filter(({ subject }) => subject !== 'practice-of-district');
  const shown = lasting.map(shownIn).join('\n');
  return initiatives
    .filter(({ name }) => !shown.includes(fold(name)))
    .map((initiative) => [
      ...districtDraft(initiative, pools, { maxCharacters: MAX_CHARACTERS }),
      ...judgedAction(initiative, pools),
      ...stated(initiative),
      ...actionDrafts(initiative, pools),
    ]);
}
