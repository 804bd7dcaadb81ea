// Several conversations of one person: apart, named, found, deleted; and what others reach of them.
import { describe, expect, test } from 'vitest';
import type { SourceSet } from '../../../src/store/state/conversations.ts';
import type { Speaker } from '../../../src/store/state/exchanges.ts';
import { answered, SPEAKER } from '../../chat/made-up.ts';
import { later, NOW, useState } from '../support/state.ts';

const opened = useState();
const A = { ...SPEAKER, conversation: 'a' };
const B = { ...SPEAKER, conversation: 'b' };
const ALL = { query: '', before: null, limit: 10 };
const SOURCES: SourceSet = { districts: ['云岭省塔山县'], years: ['2030'], publishers: [], reports: ['liuxi'] };

const keep = (speaker: Speaker, question: string, ms = 0): string =>
  opened.state.exchanges.keep(speaker, { question, answer: answered(), followable: true, at: later(ms) });

describe('a conversation', () => {
  test('follows up on its own questions alone, and starts afresh alone', () => {
    keep(A, '甲一');
    keep(B, '乙一');
    keep(SPEAKER, '无名');
    const { exchanges } = opened.state;
    const recent = (speaker: Speaker): string[] => exchanges.recentQuestions(speaker, { limit: 5, since: later(-1) });
    expect([recent(A), recent(B), recent(SPEAKER)]).toEqual([['甲一'], ['乙一'], ['无名']]);
    exchanges.startAfresh(A);
    expect([recent(A), recent(B)]).toEqual([[], ['乙一']]);
  });

  test('is listed latest first under its name or its first question, and found by what it holds', () => {
    keep(A, '柳溪区有几处公园？');
    keep(B, '塔山县有几座茶园？', 1);
    keep(A, '那面积呢？', 2);
    const { conversations } = opened.state;
    expect(conversations.list(A, ALL).map(({ id, question, questions }) => [id, question, questions])).toEqual([
      ['a', '柳溪区有几处公园？', 2],
      ['b', '塔山县有几座茶园？', 1],
    ]);
    conversations.set(B, { name: '茶叶100%' }, NOW);
    const found = (query: string): string[] => conversations.list(A, { ...ALL, query }).map(({ id }) => id);
    expect([found('面积'), found('茶园'), found('100%'), found('12处'), found('_')]).toEqual([
      ['a'],
      ['b'],
      ['b'],
      ['a', 'b'],
      [],
    ]);
    expect(conversations.list(A, { ...ALL, limit: 1 }).map(({ latest }) => latest)).toHaveLength(1);
    const [first] = conversations.list(A, { ...ALL, limit: 1 });
    expect(conversations.list(A, { ...ALL, before: first?.latest ?? '' }).map(({ id }) => id)).toEqual(['b']);
  });

  test('keeps its name and its sources apart from each other, over a restart', () => {
    opened.state.conversations.set(A, { sources: SOURCES }, NOW);
    opened.state.conversations.set(A, { name: '公园' }, NOW);
    opened.restart();
    expect(opened.state.conversations.settings(A)).toEqual({ name: '公园', sources: SOURCES });
    expect(opened.state.conversations.settings(B)).toEqual({ name: null, sources: null });
    opened.state.conversations.set(A, { sources: null }, NOW);
    expect(opened.state.conversations.settings(A)).toEqual({ name: '公园', sources: null });
  });

  test('opens with its latest exchanges, oldest first, and is deleted with all of them', () => {
    for (const question of ['一', '二', '三']) keep(A, question);
    keep(B, '别的');
    const { conversations } = opened.state;
    expect(conversations.exchanges(A, 2).map(({ question }) => question)).toEqual(['二', '三']);
    expect([conversations.remove(A), conversations.find(A), conversations.find(B)?.questions]).toEqual([3, null, 1]);
  });

  test('is nobody else’s, in name, list or deletion', () => {
    keep(A, '我的');
    const other = { ...A, chat: 'c2', user: 'u2' };
    const { conversations } = opened.state;
    expect([conversations.list(other, ALL), conversations.find(other), conversations.remove(other)]).toEqual([
      [],
      null,
      0,
    ]);
    expect(conversations.find(A)?.question).toBe('我的');
  });
});

test('what is set of conversations, and links to them, go when a person asks to be forgotten', () => {
  keep(A, '我的');
  opened.state.conversations.set(A, { name: '公园' }, NOW);
  const held = opened.state.personalData.exportOf(A);
  expect([held['conversation'], held['share']].map((rows) => rows?.length)).toEqual([1, 0]);
  opened.state.personalData.forget(A);
  expect(opened.rows('conversation')).toBe(0);
  keep(A, '再问');
  opened.state.conversations.set(A, { name: '公园' }, NOW);
  expect([opened.state.history.removeAll(A), opened.rows('conversation')]).toEqual([1, 0]);
});
