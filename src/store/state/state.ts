// People's data in one SQLite file; a rebuild of the index never touches it. The rooms of it stand in files of their own:
// they store and find what `chat` asks for through its interfaces, and decide nothing.
import type { AuditLog } from '../../chat/ports/audit-log.ts';
import type { Inbox } from '../../chat/ports/inbox.ts';
import type { Keys } from '../../chat/access/sessions.ts';
import type { ChatMemory } from '../../chat/ports/exchanges.ts';
import type { Members } from '../../chat/access/members.ts';
import type { Rounds } from '../../chat/practice/rounds.ts';
import type { History } from '../../chat/browse/history.ts';
import type { Records } from '../../chat/ports/feedback-and-settings.ts';
import type { Learning } from '../../quiz/learning/learning-records.ts';
import { openAudit } from './audit-log.ts';
import { openExchanges } from './exchanges.ts';
import { openHistory } from './history.ts';
import { openInbox } from './inbox.ts';
import { openKeys } from './sessions.ts';
import { openLearning } from './learning.ts';
import { openMembers } from './members.ts';
import { openRecords } from './feedback-and-settings.ts';
import { openRounds } from './rounds.ts';
import { openStateFile } from './state-file.ts';

/** An open state folder. */
export interface State {
  /** Past questions and answers; the conversation's memory. */
  readonly exchanges: ChatMemory;
  readonly history: History;
  readonly keys: Keys;
  readonly inbox: Inbox;
  readonly members: Members;
  readonly records: Records;
  readonly audit: AuditLog;
  readonly learning: Learning;
  readonly rounds: Rounds;
  /** Closes the file; the state cannot be used afterwards. */
  close(): void;
}

/**
 * Opens the state in a folder, made where missing.
 * @throws AppError `state/unusable` where the folder cannot be written, or the file is damaged, foreign or of a newer version
 */
export function openState(folder: string): State {
  const database = openStateFile(folder);
  return {
    exchanges: openExchanges(database),
    history: openHistory(database),
    keys: openKeys(database),
    inbox: openInbox(database),
    members: openMembers(database),
    records: openRecords(database),
    audit: openAudit(database),
    learning: openLearning(database),
    rounds: openRounds(database),
    close: () => database.close(),
  };
}
