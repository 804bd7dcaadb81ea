// Records an answer: in the history, among the refused questions, in the audit log. Where the disk is full it is given all the same.
import { isDiskFull } from '../../errors.ts';
import type { Answer } from '../../types.ts';
import { wordingFor } from '../i18n/wording.ts';
import type { OwnFile, Turn } from '../turn.ts';
import { auditOf, verdictOf } from './audit-fields.ts';
import { keepExchange, startAfresh } from './exchanges.ts';
import { shortDistrict } from './place.ts';

/** A question that was answered or refused. */
interface Asked {
  readonly text: string;
  /** Nobody follows up on it. */
  readonly isDeadEnd: boolean;
  /** Nothing before it is followed up any more. */
  readonly opensTopic: boolean;
  readonly at: Date;
}

/** Records an answer; returns the id under which it is found again, null where the disk is full: maintainers are told then. */
export function recordAnswer(
  answer: Answer,
  turn: Turn & { readonly file: OwnFile | null },
  asked: Asked,
): string | null {
  try {
    return record(answer, turn, asked);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    turn.parts.alerts?.raise(wordingFor('zh').notKept);
    return null;
  }
}

function record(
  answer: Answer,
  turn: Turn & { readonly file: OwnFile | null },
  { text, isDeadEnd, opensTopic, at }: Asked,
): string {
  const { parts, speaker, action, role, file } = turn;
  const { feedback, audit } = parts.state;
  const { interpretation } = answer;
  if (answer.status === 'answered' && opensTopic) startAfresh(turn);
  const id = keepExchange(turn, { question: text, answer, followable: !isDeadEnd, at });
  if (answer.status === 'refused' && !isDeadEnd && file === null) {
    const subject = interpretation.districts.map(shortDistrict).join('、');
    feedback.noteGap({ reason: answer.reason, subject, question: interpretation.question }, at);
  }
  const generation = parts.corpusAdmin === undefined ? {} : { generation: parts.corpusAdmin.generation() };
  const about = file ? { verdict: verdictOf(answer) } : auditOf(answer);
  audit.append(speaker, { action, role, ...about, ...generation }, at);
  return id;
}
