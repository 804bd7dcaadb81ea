import { describe, expect, test } from 'vitest';
import { violationsOf } from '../../../src/quiz/generate/checks.ts';
import type { ItemDraft } from '../../../src/quiz/generate/draft.ts';
import { itemOf, TRUE_FALSE_OPTIONS } from '../../../src/quiz/generate/item-of.ts';
import { evidenceOf } from '../../../src/quiz/generate/statements/evidence.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { occursWhole } from '../../../src/text/occurrence.ts';
import { ITEMS, LIBRARY } from '../made-up-cases.ts';

const [source] = sourcesOf(LIBRARY, null);
const line = source?.lines.find(({ plain }) => plain.includes('项目34个'));
if (!source || !line) throw new Error('no such line');

/** A sound draft of a single choice on a figure. */
const SOUND = {
  kind: 'single',
  subject: 'figure',
  question: '2029年，柳岸区新引进亿元以上项目（　）。',
  source,
  evidence: evidenceOf(line, source),
  key: '34个',
  distractors: ['29个', '41个'],
} satisfies ItemDraft;

describe('a draft becomes an item', () => {
  test('where it breaks no law', () => {
    const item = itemOf(SOUND, LIBRARY);
    expect(item).toMatchObject({ kind: 'single', question: SOUND.question, district: '云岭省清河市柳岸区' });
    expect(item?.kind === 'single' && item.options[item.correct]).toBe('34个');
  });

  test.each<[string, Partial<ItemDraft>]>([
    ['its key stands nowhere in the evidence', { key: '35个' }],
    ['its key is only part of a figure of the evidence', { key: '4个' }],
    ['a wrong answer stands in the evidence', { distractors: ['126家', '29个'] }],
    ['a wrong answer is the right one', { distractors: ['34个', '29个'] }],
    ['two wrong answers are alike', { distractors: ['29个', '29个'] }],
    ['there is one wrong answer alone', { distractors: ['29个'] }],
    ['the question gives the key', { question: '柳岸区34个项目是（　）。' }],
    ['the question is too long', { question: `${'很'.repeat(300)}（　）` }],
    ['the question is empty', { question: '' }],
    ['an option is too long', { distractors: ['29个', '很'.repeat(101)] }],
  ])('but not where %s', (_, change) => {
    expect(itemOf({ ...SOUND, ...change } as ItemDraft, LIBRARY)).toBeNull();
  });

  test('of the right kind: no choice of several is right in all, no telling has one point', () => {
    const { evidence, question } = SOUND;
    const several: ItemDraft = {
      kind: 'several',
      subject: 'parts',
      question,
      source,
      evidence,
      keys: ['34个'],
      distractors: ['29个', '41个'],
    };
    expect(itemOf(several, LIBRARY)).toMatchObject({ kind: 'several' });
    expect(itemOf({ ...several, keys: ['34个', '126家', '亿元'], distractors: [] }, LIBRARY)).toBeNull();
    const told: ItemDraft = {
      kind: 'short-answer',
      subject: 'practice',
      question,
      source,
      evidence,
      points: [{ text: '34个', evidence }],
    };
    expect(itemOf(told, LIBRARY)).toBeNull();
    expect(itemOf({ ...told, points: [...told.points, { text: '126家', evidence }] }, LIBRARY)).not.toBeNull();
    expect(itemOf({ ...told, points: [...told.points, { text: '127家', evidence }] }, LIBRARY)).toBeNull();
  });

  test('that says what is right of an altered statement, and altered what the evidence lacks', () => {
    const { evidence } = SOUND;
    const judged: ItemDraft = {
      kind: 'true-false',
      subject: 'statement',
      question: '判断正误。',
      source,
      evidence,
      key: '34个',
      altered: '29个',
      isTrue: false,
    };
    expect(itemOf(judged, LIBRARY)).toMatchObject({ options: TRUE_FALSE_OPTIONS, correct: 1 });
    expect(itemOf({ ...judged, altered: '126家' }, LIBRARY)).toBeNull();
  });
});

describe('the laws', () => {
  test('name what is broken', () => {
    const [item] = ITEMS;
    if (item?.kind !== 'single') throw new Error('the first item is no single choice');
    const options = [...item.options.slice(0, -1), item.options[0] ?? ''];
    const draft = { ...SOUND, key: item.options[item.correct] ?? '', distractors: [] };
    expect(violationsOf({ ...item, options }, draft, LIBRARY)).toContain('options-equal');
    expect(violationsOf({ ...item, explanation: '' }, draft, LIBRARY)).toContain('explanation-length');
  });

  test('take figures as wholes', () => {
    expect(occursWhole('7个', '共47个')).toBe(false);
    expect(occursWhole('7个', '共47个，7个')).toBe(true);
    expect(occursWhole('2亿元', '1.2亿元')).toBe(false);
    expect(occursWhole('项目', '新项目')).toBe(true);
  });
});
