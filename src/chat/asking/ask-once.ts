// Answers a question of a program, which brings the earlier questions along: nothing of it is kept as a conversation.
import type { Answer } from '../../types.ts';
import type { Turn } from '../turn.ts';
import { auditOf, verdictOf } from './audit-fields.ts';

/** A question as a program asks it. */
export interface ProgramQuestion {
  readonly text: string;
  /** Earlier questions, oldest first. */
  readonly history: readonly string[];
}

/** Answers or refuses; the audit log notes it as it notes any question. */
export async function askOnce({ text, history }: ProgramQuestion, turn: Turn): Promise<Answer> {
  const { speaker, role, action, parts } = turn;
  const { personalData, audit } = parts.state;
  const language = personalData.language(speaker) ?? undefined;
  const answer = await parts.service.answer({ text, history, language });
  audit.append(speaker, { action, role, ...auditOf(answer) }, parts.now());
  parts.onAnswered?.(text, verdictOf(answer));
  return answer;
}
