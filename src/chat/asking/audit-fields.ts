// What an answer adds to the audit log: its verdict, what it is about, the passages it cites. No words of the question.
import type { AuditEvent } from '../../store/state/audit-log.ts';
import type { Answer } from '../../types.ts';

/** Returns what became of a question in a word: `answered`, or the reason of its refusal. */
export function verdictOf(answer: Answer): string {
  return answer.status === 'answered' ? 'answered' : answer.reason;
}

/** Returns the fields that an answer adds to its audit entry. */
export function auditOf(answer: Answer): Pick<AuditEvent, 'verdict' | 'districts' | 'period' | 'passages'> {
  const { districts, period } = answer.interpretation;
  const cited = answer.status === 'answered' ? answer.citations : [];
  return {
    verdict: verdictOf(answer),
    districts,
    period,
    passages: cited.map(({ report, start, end }) => [report.id, start, end] as const),
  };
}
