// People's data in one SQLite file; a rebuild of the index never touches it. Each module stores and finds one kind of thing, beside its
// types; none decides anything.
import { type Accounts, openAccounts } from './accounts.ts';
import { type AuditLog, openAuditLog } from './audit-log.ts';
import { type Conversations, openConversations } from './conversations.ts';
import { type ExchangeHistory, type Exchanges, openExchangeHistory, openExchanges } from './exchanges.ts';
import { type FeedbackLog, openFeedback } from './feedback.ts';
import { type Inbox, type Letters, openInbox, openLetters } from './inbox.ts';
import { type Learning, openLearning } from './learning.ts';
import { type Members, openMembers } from './members.ts';
import { openPersonalData, type PersonalData } from './personal-data.ts';
import { openRounds, type Rounds } from './rounds.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { openShares, type Shares } from './shares.ts';
import { openStateFile } from './state-file.ts';

/** An open state folder. */
export interface State {
  readonly exchanges: Exchanges;
  readonly history: ExchangeHistory;
  readonly conversations: Conversations;
  readonly shares: Shares;
  readonly sessions: Sessions;
  /** Returns the inbox of a channel. */
  inboxOf(channel: string): Inbox;
  readonly letters: Letters;
  readonly members: Members;
  readonly accounts: Accounts;
  readonly feedback: FeedbackLog;
  readonly personalData: PersonalData;
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
  const inboxes = new Map<string, Inbox>();
  const open = (channel: string): Inbox => {
    const inbox = openInbox(database, channel);
    inboxes.set(channel, inbox);
    return inbox;
  };
  return {
    exchanges: openExchanges(database),
    history: openExchangeHistory(database),
    conversations: openConversations(database),
    shares: openShares(database),
    sessions: openSessions(database),
    inboxOf: (channel) => inboxes.get(channel) ?? open(channel),
    letters: openLetters(database),
    members: openMembers(database),
    accounts: openAccounts(database),
    feedback: openFeedback(database),
    personalData: openPersonalData(database),
    audit: openAuditLog(database),
    learning: openLearning(database),
    rounds: openRounds(database),
    close: () => database.close(),
  };
}
