import { describe, expect, test } from 'vitest';
import { actionDrafts } from '../../../src/quiz/generate/action-items.ts';
import { placeTeller } from '../../../src/quiz/generate/giveaways.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { ITEMS, LIBRARY } from '../made-up-cases.ts';
import { poolsWith } from '../made-up-neighbours.ts';

const tellsPlace = placeTeller(sourcesOf(LIBRARY, null));

describe('a wrong action', () => {
  test('is that of another district, about as long, and names no place', () => {
    const { pools, initiative } = poolsWith('');
    const [draft] = actionDrafts({ ...initiative, line: initiative.line }, pools);
    // The made-up action opens with its district, so that it cannot be an option.
    expect(draft).toBeUndefined();
    for (const { clause } of pools.actions) expect(clause).not.toMatch(/柳岸|砚山|荷园|双塔/u);
  });
});

describe('a question for the initiative', () => {
  test('for the initiative has no option that tells a place', () => {
    const chosen = ITEMS.flatMap((item) =>
      item.subject === 'practice-of-district' && 'options' in item ? [item] : [],
    );
    expect(chosen.length).toBeGreaterThan(0);
    for (const option of chosen.flatMap(({ options }) => options)) expect(tellsPlace(option), option).toBe(false);
  });

  test('for the initiative names its topic, each question once', () => {
    const questions = ITEMS.filter(({ subject }) => subject === 'practice-of-district').map(
      ({ kind, question }) => `${kind} ${question}`,
    );
    expect(new Set(questions).size).toBe(questions.length);
    for (const question of questions) expect(question).toMatch(/在.+方面，下列/u);
  });
});
