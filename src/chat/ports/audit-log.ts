// The audit log: who did what, what was understood, what it was answered from. Interface only: `store/audit.ts` keeps it.
import type { Answer } from '../../types.ts';
import type { Person } from './feedback-and-settings.ts';

/** What is logged of one deed. No question text. */
export interface AuditEvent {
  /** Name of the command, or `question`, `press`, `file`, `inline`. */
  readonly act: string;
  readonly role: string;
  /** `answered`, the reason of a refusal, `done`, or why it was not allowed. */
  readonly verdict: string;
  readonly districts?: readonly string[];
  readonly period?: string | null;
  /** What an answer cites: report, start, end. */
  readonly passages?: readonly (readonly [string, number, number])[];
  /** The generation of the index that answered. */
  readonly generation?: string;
}

/** An append-only log in which every entry is chained to the one before. */
export interface AuditLog {
  append(who: Person, event: AuditEvent, at: Date): void;
  /** Checks the chain; `brokenAt` is the first entry that was altered, or null. */
  verify(): { readonly count: number; readonly brokenAt: number | null };
  /** All entries, oldest first, as JSON. */
  entries(): readonly { readonly n: number; readonly entry: string }[];
}

/** What an answer adds to its entry. */
export function auditOf(answer: Answer): Pick<AuditEvent, 'verdict' | 'districts' | 'period' | 'passages'> {
  const { districts, period } = answer.interpretation;
  const cited = answer.status === 'answered' ? answer.citations : [];
  return {
    verdict: answer.status === 'answered' ? 'answered' : answer.reason,
    districts,
    period,
    passages: cited.map(({ report, start, end }) => [report.id, start, end] as const),
  };
}
