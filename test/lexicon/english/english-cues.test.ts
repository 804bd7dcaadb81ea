import { describe, expect, test } from 'vitest';
import { shapeCueOf } from '../../../src/lexicon/english/english-cues.ts';
import { englishWords } from '../../../src/lexicon/english/english-words.ts';

const cueOf = (question: string) => shapeCueOf(englishWords(question).map(({ form }) => form));

describe('shapeCueOf', () => {
  test.each([
    ['How many parks are there?', '多少'],
    ['How often do they meet?', '多久一次'],
    ['How long did it take?', '多久'],
    ['How large is the park?', '多大'],
    ['How did they do it?', '怎么'],
    ['How does A differ from B?', '有什么区别'],
    ['Who leads it?', '谁'],
    ['When was it opened?', '什么时候'],
    ['Where is it?', '哪里'],
    ['Why was it closed?', '为什么'],
    ['In what year was it founded?', '哪年'],
    ['Which district won?', '哪个区'],
    ['Which counties won?', '哪个县'],
    ['Which company won?', '哪家企业'],
    ['What are the three goals?', '哪三'],
    ['Which four industries lead?', '哪四'],
    ['What does "five ones" stand for?', '是什么'],
    ['What is the name of the platform?', '叫什么'],
    ['What was the total area?', '多少'],
    ['What was the growth rate of the county?', '多少'],
    ['What percentage can be done online?', '多少'],
    ['What is the difference between them?', '有什么区别'],
    ['List the measures', '有哪些'],
    ['Did income rise?', '是否'],
  ])('%s → %s', (question, cue) => {
    expect(cueOf(question)?.cue).toBe(cue);
  });

  test('says which words only ask: those before a gap in the pattern, not those after it', () => {
    expect(cueOf('In Yunxi, how many parks opened?')).toEqual({ cue: '多少', first: 2, length: 2 });
    expect(cueOf('What was the growth rate?')).toMatchObject({ first: 0, length: 2 });
  });

  test('takes the earliest question word of a question with two', () => {
    expect(cueOf('How many parks opened, and who built them?')?.cue).toBe('多少');
  });

  test('does not take a "when" that only joins for a question', () => {
    expect(cueOf('When the park opened, how many came?')?.cue).toBe('多少');
  });

  test('is null where nothing is asked', () => {
    expect(cueOf('pillar industries of the county')).toBeNull();
    expect(cueOf('')).toBeNull();
  });
});
