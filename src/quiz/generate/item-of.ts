// Turns a draft into an item: options shuffled, explanation, topic and citation added, every law checked. A draft that fails is dropped.

import { topicsIn } from '../../lexicon/words/topics.ts';
import { HEADING_NUMBER } from '../../text/list-marks.ts';
import type { Citation, Library } from '../../types.ts';
import { digest, pick, shuffled } from '../random-choice.ts';
import type { Item, ItemBase, ItemId, KeyPoint } from '../types.ts';
import { violationsOf } from './checks.ts';
import { citedAs, isTitle } from './cited-as.ts';
import type { ItemDraft } from './draft.ts';
import { citationOf, type ItemEvidence, spanHashOf } from './statements/evidence.ts';
import { plainOf } from './statements/sources.ts';

/** The options of a right-or-wrong item. */
export const TRUE_FALSE_OPTIONS = ['正确', '错误'] as const;
const ID_CHARACTERS = 16;

/** Returns what is right, in the report's own words and in none of another's. */
function keysOf(draft: ItemDraft): readonly string[] {
  switch (draft.kind) {
    case 'single':
      return draft.subject === 'not-one-of' ? draft.distractors : [draft.key];
    case 'true-false':
      // What was altered may change with other reports; the statement it was altered in is the identity.
      return [];
    case 'several':
      return draft.keys;
    case 'order':
      return draft.steps;
    case 'fill-in':
      return [draft.accepted[0]];
    case 'short-answer':
      return draft.points.map(({ text }) => text);
  }
}

/** Returns the id of an item: it depends on its own report alone, never on what others offer for wrong answers. */
function idOf(draft: ItemDraft, spanHash: string): ItemId {
  const { kind, subject, question, identity = JSON.stringify([kind, question]) } = draft;
  return digest(subject, identity, JSON.stringify(keysOf(draft)), spanHash).slice(0, ID_CHARACTERS) as ItemId;
}

function baseOf(draft: ItemDraft, library: Library): ItemBase {
  const { subject, question, source, evidence } = draft;
  const citation = citationOf(evidence, library);
  const spanHash = spanHashOf(citation);
  return {
    id: idOf(draft, spanHash),
    subject,
    question,
    explanation: explanationOf(
      citation,
      draft.shown ?? (draft.kind === 'true-false' ? draft.key : (keysOf(draft)[0] ?? '')),
      { note: noteOf(draft), district: source.display },
    ),
    citation,
    spanHash,
    district: source.district,
    topic: topicOf(evidence),
  };
}

function withKind(draft: ItemDraft, base: ItemBase, library: Library): Item | null {
  switch (draft.kind) {
    case 'single': {
      // The place of the key is drawn by itself, so that it is as likely everywhere whatever the options are.
      const others = shuffled(draft.distractors, base.id);
      const correct = pick(`${base.id} place`, others.length + 1);
      const options = [...others.slice(0, correct), draft.key, ...others.slice(correct)];
      return { ...base, kind: 'single', options, correct };
    }
    case 'true-false':
      return { ...base, kind: 'true-false', options: TRUE_FALSE_OPTIONS, correct: draft.isTrue ? 0 : 1 };
    case 'several': {
      const options = shuffled([...draft.keys, ...draft.distractors], base.id);
      const correct = options.flatMap((option, index) => (draft.keys.includes(option) ? [index] : []));
      return { ...base, kind: 'several', options, correct };
    }
    case 'order': {
      const options = shuffled(draft.steps, base.id);
      return { ...base, kind: 'order', options, correct: draft.steps.map((step) => options.indexOf(step)) };
    }
    case 'fill-in':
      return { ...base, kind: 'fill-in', accepted: draft.accepted };
    case 'short-answer': {
      const points = draft.points.map(
        ({ text, evidence }): KeyPoint => ({ text, citation: citationOf(evidence, library) }),
      );
      const [first, ...rest] = points;
      return first ? { ...base, kind: 'short-answer', keyPoints: [first, ...rest] } : null;
    }
  }
}

/** Returns the item that a draft makes; null where it breaks a law. */
export function itemOf(draft: ItemDraft, library: Library): Item | null {
  const item = withKind(draft, baseOf(draft, library), library);
  return item && violationsOf(item, draft, library).length === 0 ? item : null;
}

const MAX_TOPIC_CHARACTERS = 30;

/** Returns the topic of a piece of evidence: of the lexicon, else its innermost heading, else the report's title where it is one; never empty. */
export function topicOf({ heading, read, report }: ItemEvidence): string {
  const found = topicsIn([...heading, read].join('\n'))[0];
  if (found !== undefined) return found;
  const name = (heading.at(-1) ?? (isTitle(report.title) ? report.title : '')).replace(HEADING_NUMBER, '');
  return name.slice(0, MAX_TOPIC_CHARACTERS) || '综合';
}

const MAX_EXPLANATION_CHARACTERS = 200;

function around(read: string, key: string, room: number): string {
  if (read.length <= room) return read;
  const at = Math.max(0, read.indexOf(key));
  const from = Math.max(0, Math.min(at - Math.floor((room - key.length) / 2), read.length - room + 2));
  const piece = read.slice(from, from + room - 2);
  return `${from > 0 ? '…' : ''}${piece}${from + piece.length < read.length ? '…' : ''}`;
}

/** Returns what is wrong about a wrong statement, and right instead; empty for other drafts. */
function noteOf(draft: ItemDraft): string {
  return draft.kind === 'true-false' && draft.altered !== null ? `“${draft.altered}”应为“${draft.key}”。` : '';
}

/**
 * Returns the explanation of an item: 1–200 characters, one line.
 * @param key words that it must show where they stand in the reading
 * @param options `note` stands in front; `district` is named where the title does not
 */
export function explanationOf(
  { quote, reading, report }: Citation,
  key: string,
  { note = '', district = '' }: { note?: string; district?: string } = {},
): string {
  const read = (reading ?? quote).replace(/\s+/gu, '');
  const shown = read.includes(key) ? read : plainOf(read);
  const tail = `——${citedAs(report, district)}`;
  return `${note}原文：${around(shown, key, MAX_EXPLANATION_CHARACTERS - note.length - tail.length - 3)}${tail}`;
}
