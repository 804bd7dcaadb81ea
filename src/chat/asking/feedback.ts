// What readers think of answers, and how it reaches maintainers.
import type { Verdict } from '../../store/state/feedback.ts';
import type { Reply } from '../reply.ts';
import { note, say, type Turn } from '../turn.ts';

const REASONS: readonly Exclude<Verdict, 'good'>[] = ['figure', 'source', 'missed'];
const MAX_SHOWN = 15;
const MAX_SHOWN_PER_GROUP = 5;

function keep(id: string, verdict: Verdict, turn: Turn): boolean {
  const { speaker, parts } = turn;
  const answer = id === '' ? null : parts.state.exchanges.find(speaker, id);
  if (answer === null) return false;
  const { question } = answer.interpretation;
  parts.state.feedback.judge(speaker, { exchange: id, verdict, question, at: parts.now() });
  if (verdict !== 'good') parts.alerts?.raise(turn.wording.judgedBadly(turn.wording.verdicts[verdict], question));
  return true;
}

/** A pressed 👍. */
export function pressGood([id = '']: readonly string[], turn: Turn): Reply {
  return note(turn, keep(id, 'good', turn) ? turn.wording.thanks : turn.wording.gone);
}

/** A pressed 👎 asks what is wrong; `bad:ID:REASON` keeps it. */
export function pressBad([id = '', reason]: readonly string[], turn: Turn): Reply {
  const { wording } = turn;
  const verdict = REASONS.find((known) => known === reason);
  if (verdict !== undefined) {
    return { ...say(turn, keep(id, verdict, turn) ? wording.thanks : wording.gone), shownAs: 'edit' };
  }
  if (turn.parts.state.exchanges.find(turn.speaker, id || '-') === null) return note(turn, wording.gone);
  const buttons = REASONS.map((known) => ({ label: wording.verdicts[known], token: `bad:${id}:${known}` }));
  return { ...say(turn, wording.whatIsWrong), buttons };
}

/** `/feedback`: how answers were judged, the latest complaints one by one. */
export function feedbackCommand(_argument: string, turn: Turn): Reply {
  const { wording } = turn;
  const { latest, counts } = turn.parts.state.feedback.feedback(MAX_SHOWN);
  if (counts.length === 0) return say(turn, wording.noFeedback);
  const total = counts.map(({ verdict, times }) => `${wording.verdicts[verdict as Verdict] ?? verdict} ${times}`);
  const lines = latest
    .filter(({ verdict }) => verdict !== 'good')
    .map(({ verdict, question, at }) => `· ${at.toISOString().slice(0, 10)} ${wording.verdicts[verdict]}：${question}`);
  return say(turn, total.join(' · '), ...(lines.length > 0 ? [lines.join('\n')] : []));
}

/** `/gaps`: questions that were refused, grouped by reason and district, most frequent first. */
export function gapsCommand(_argument: string, turn: Turn): Reply {
  const { wording } = turn;
  const groups = new Map<string, { times: number; lines: string[] }>();
  for (const { reason, subject, question, times } of turn.parts.state.feedback.gaps()) {
    const key = [wording.gapReasons[reason], subject].filter((part) => part !== '').join(' · ');
    const group = groups.get(key) ?? { times: 0, lines: [] };
    group.times += times;
    group.lines.push(`· ${question}${times > 1 ? ` ×${times}` : ''}`);
    groups.set(key, group);
  }
  const [first, ...rest] = [...groups]
    .sort(([, a], [, b]) => b.times - a.times)
    .slice(0, MAX_SHOWN)
    .map(([key, { times, lines }]) => [`${key} (${times})`, ...lines.slice(0, MAX_SHOWN_PER_GROUP)].join('\n'));
  return first === undefined ? say(turn, wording.noGaps) : say(turn, first, ...rest);
}
