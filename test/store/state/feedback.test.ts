// What readers thought of answers, and what was refused: counted, latest or most frequent first, without names.
import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/store/state/feedback.ts';
import { later, NOW, useState } from '../support/state.ts';

const kept = useState();
const judge = (user: string, exchange: string, verdict: Verdict, ms = 0): void =>
  kept.state.feedback.judge({ channel: 'web', user }, { exchange, verdict, question: `问${exchange}`, at: later(ms) });

test('the latest judgements come first, at most as many as asked, and all are counted', () => {
  judge('u1', 'e1', 'good');
  judge('u2', 'e1', 'figure', 1);
  judge('u1', 'e2', 'good', 2);
  expect(kept.state.feedback.feedback(2)).toEqual({
    latest: [
      { verdict: 'good', question: '问e2', at: later(2) },
      { verdict: 'figure', question: '问e1', at: later(1) },
    ],
    counts: [
      { verdict: 'figure', times: 1 },
      { verdict: 'good', times: 2 },
    ],
  });
});

test('a later judgement of the same answer by the same person replaces the one before, across a restart', () => {
  judge('u1', 'e1', 'good');
  judge('u1', 'e1', 'missed', 5);
  kept.restart();
  expect(kept.state.feedback.feedback(9)).toEqual({
    latest: [{ verdict: 'missed', question: '问e1', at: later(5) }],
    counts: [{ verdict: 'missed', times: 1 }],
  });
});

test('refused questions are counted by reason, subject and words, most frequent first, then latest', () => {
  const gap = { reason: 'no-evidence', subject: '柳溪区', question: '有多少？' } as const;
  const other = { ...gap, subject: '' };
  const third = { ...gap, reason: 'off-topic' } as const;
  kept.state.feedback.noteGap(other, NOW);
  kept.state.feedback.noteGap(third, later(5));
  kept.state.feedback.noteGap(gap, later(1));
  kept.state.feedback.noteGap(gap, later(2));
  expect(kept.state.feedback.gaps()).toEqual([
    { ...gap, times: 2 },
    { ...third, times: 1 },
    { ...other, times: 1 },
  ]);
  kept.state.feedback.noteGap(other, later(9));
  expect(kept.state.feedback.gaps().map(({ subject, times }) => [subject, times])).toEqual([
    ['', 2],
    ['柳溪区', 2],
    ['柳溪区', 1],
  ]);
});
