import { describe, expect, test } from 'vitest';
import pageEnglish from '../../../src/channels/web/client/wording/en.json' with { type: 'json' };
import pageChinese from '../../../src/channels/web/client/wording/zh.json' with { type: 'json' };
import english from '../../../src/chat/i18n/en.json' with { type: 'json' };
import { wordingFor } from '../../../src/chat/i18n/wording.ts';
import chinese from '../../../src/chat/i18n/zh.json' with { type: 'json' };

/** The paths of all texts of a language file. */
const pathsOf = (texts: unknown): string[] =>
  typeof texts === 'object' && texts !== null && !Array.isArray(texts)
    ? Object.entries(texts).flatMap(([name, inner]) => pathsOf(inner).map((path) => `${name}.${path}`))
    : [''];

describe('the language files', () => {
  test('hold the same texts in both languages, in the same order', () => {
    expect(pathsOf(english)).toEqual(pathsOf(chinese));
    expect(pathsOf(pageEnglish)).toEqual(pathsOf(pageChinese));
  });

  test('leave no place unfilled in what is said as it stands', () => {
    const plain = Object.values({ ...wordingFor('zh'), ...wordingFor('en') }).filter(
      (text) => typeof text === 'string',
    );
    expect(plain.length).toBeGreaterThan(50);
    expect(plain.filter((text) => /\{\w+[|:?}]/.test(text))).toEqual([]);
  });
});

describe('our own words', () => {
  test('name the limits that the program keeps', () => {
    expect(wordingFor('zh').bad['too-long']).toContain('1000');
    expect(wordingFor('en').bad['too-long']).toContain('1000');
  });

  test('number the missing answers of a set only where there are some', () => {
    const { summary } = wordingFor('en');
    expect(summary({ right: 1, answered: 2, all: 3, points: 1, withdrawn: 0, doubtful: 0 })).toBe(
      'Set finished: 1 of 3 right (33%), 1 unanswered',
    );
    expect(summary({ right: 0, answered: 0, all: 0, points: 0, withdrawn: 0, doubtful: 0 })).toBe(
      'Set finished: 0 of 0 right (–)',
    );
  });

  test('say of an audit log whether it is intact, and of a paper when its results come', () => {
    const { peopleStatus, paperDone, resultsUsage, remindUsage } = wordingFor('en');
    expect(peopleStatus(1, 5, null)).toBe('1 member · audit log 5 entries, intact');
    expect(peopleStatus(2, 5, 3)).toBe('2 members · audit log 5 entries, altered from entry 3');
    expect(paperDone(1, 2, null)).toContain('The exam has ended');
    expect(paperDone(1, 2, 'noon')).toContain('Results come after the exam ends (noon)');
    expect(resultsUsage(['A', 'B'])).toBe('Usage: /results CODE. Latest exams: A, B');
    expect(remindUsage(null).split('\n')[0]).toBe('No reminder is set.');
    expect(remindUsage('08:30').split('\n')[0]).toBe('Your reminder: 08:30');
  });

  test('show a disputed item with its options, its reasons and what was counted', () => {
    const line = { n: 2, question: 'Q', options: ['A a'], answer: 'a', source: 's', statistics: null };
    const { disputeLine } = wordingFor('en');
    expect(disputeLine({ ...line, reports: 0, reasons: [] })).toBe(
      '2. Q\n  A a\n  Answer: a\n  Source: s\n  odd statistics',
    );
    expect(disputeLine({ ...line, reports: 3, reasons: ['x', 'y'], statistics: '3 learners' })).toContain(
      '\n  reported by 3 · 3 learners\n  Reasons: x; y',
    );
  });
});
