// Rounds in groups, on disk: the same questions to everyone, one after the other. The questions and answers themselves are kept like all
// others (`learning-questions.ts`); what happens in a round is the conversation's business.
import type Database from 'better-sqlite3';
import type { Item } from '../../quiz/types.ts';
import type { Language } from '../../types.ts';
import { found, idOf, type RowOf, rowNumber, timeOf } from './rows.ts';

/** A question of a round that was put. */
export interface AskedQuestion {
  /** Of the posed question. */
  readonly token: string;
  readonly at: Date;
}

/** A round. */
export interface Round {
  /** `[0-9a-z]{1,10}`. */
  readonly id: string;
  readonly channel: string;
  readonly chat: string;
  /** The id of the person who began it. */
  readonly starter: string;
  readonly language: Language;
  /** Time limit of each question; null: none. */
  readonly seconds: number | null;
  readonly items: readonly Item[];
  /** The questions put so far, in order: as many as `items`, or fewer. */
  readonly asked: readonly AskedQuestion[];
  readonly beganAt: Date;
  readonly endedAt: Date | null;
}

/** The rounds. */
export interface Rounds {
  begin(round: Pick<Round, 'channel' | 'chat' | 'starter' | 'language' | 'seconds' | 'items'>, at: Date): Round;
  find(id: string): Round | null;
  /** The chat's latest round that has not ended; null: none. */
  underWay(channel: string, chat: string): Round | null;
  /** Notes that question `n` (from 0) was put; false, and nothing changes, where it is not the next one or the round has ended. */
  ask(id: string, n: number, question: AskedQuestion): boolean;
  /** Ends it; false where it has ended already. */
  end(id: string, at: Date): boolean;
  /** Timed rounds that have not ended. */
  timed(channel: string): readonly Round[];
  /** The round that a question belongs to; null: none. */
  ofQuestion(token: string): Round | null;
  /** Keeps how a player calls themselves. */
  notePlayer(id: string, player: { readonly user: string; readonly name: string | null }): void;
  /** Names of those who answered, by id; who gave none is not there. */
  names(id: string): ReadonlyMap<string, string>;
}

type RoundRow = RowOf<Omit<Round, 'id' | 'items' | 'asked'>> & { readonly id: number; readonly items: string };

const ROUND = 'id, channel, chat, starter, language, seconds, items, began_at AS beganAt, ended_at AS endedAt';

/** The rounds in an open state file. */
export function openRounds(database: Database.Database): Rounds {
  return { ...openQueries(database), ...openPlaying(database), ...openPlayers(database) };
}

type RoundQueries = Pick<Rounds, 'find' | 'underWay' | 'timed' | 'ofQuestion'>;

function openQueries(database: Database.Database): RoundQueries {
  const where = (condition: string): string => `SELECT ${ROUND} FROM round WHERE ${condition}`;
  const byId = database.prepare<[number], RoundRow>(where('id = ?'));
  const inChat = database.prepare<[string, string], RoundRow>(
    where('channel = ? AND chat = ? AND ended_at IS NULL ORDER BY id DESC LIMIT 1'),
  );
  const timed = database.prepare<[string], RoundRow>(
    where('channel = ? AND ended_at IS NULL AND seconds IS NOT NULL ORDER BY id'),
  );
  const byToken = database.prepare<[string], RoundRow>(
    where('id = (SELECT round_id FROM round_question WHERE token = ?)'),
  );
  const asked = database.prepare<[number], { token: string; at: number }>(
    'SELECT token, at FROM round_question WHERE round_id = ? ORDER BY n',
  );
  const toRound = ({ id, items, beganAt, endedAt, ...row }: RoundRow): Round => ({
    ...row,
    id: idOf(id),
    items: JSON.parse(items) as Item[],
    asked: asked.all(id).map(({ token, at }) => ({ token, at: new Date(at) })),
    beganAt: new Date(beganAt),
    endedAt: timeOf(endedAt),
  });
  return {
    find: (id) => found(byId.get(rowNumber(id)), toRound),
    underWay: (channel, chat) => found(inChat.get(channel, chat), toRound),
    timed: (channel) => timed.all(channel).map(toRound),
    ofQuestion: (token) => found(byToken.get(token), toRound),
  };
}

function openPlaying(database: Database.Database): Pick<Rounds, 'begin' | 'ask' | 'end'> {
  const insert = database.prepare<[string, string, string, string, number | null, string, number]>(
    'INSERT INTO round (channel, chat, starter, language, seconds, items, began_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const next = database
    .prepare<[number], number>(
      'SELECT (SELECT count(*) FROM round_question WHERE round_id = id) FROM round WHERE id = ? AND ended_at IS NULL',
    )
    .pluck();
  const put = database.prepare<[number, number, string, number]>('INSERT INTO round_question VALUES (?, ?, ?, ?)');
  const end = database.prepare<[number, number]>('UPDATE round SET ended_at = ? WHERE id = ? AND ended_at IS NULL');
  const ask = database.transaction((id: number, n: number, { token, at }: AskedQuestion) => {
    if (next.get(id) !== n) return false;
    return put.run(id, n, token, at.getTime()).changes === 1;
  });
  return {
    begin: ({ channel, chat, starter, language, seconds, items }, at) => {
      const row = [channel, chat, starter, language, seconds, JSON.stringify(items), at.getTime()] as const;
      const id = idOf(Number(insert.run(...row).lastInsertRowid));
      return { id, channel, chat, starter, language, seconds, items, asked: [], beganAt: at, endedAt: null };
    },
    ask: (id, n, question) => ask.immediate(rowNumber(id), n, question),
    end: (id, at) => end.run(at.getTime(), rowNumber(id)).changes === 1,
  };
}

function openPlayers(database: Database.Database): Pick<Rounds, 'notePlayer' | 'names'> {
  const note = database.prepare<[string, string, number]>(
    'INSERT OR REPLACE INTO round_player SELECT id, channel, ?, ? FROM round WHERE id = ?',
  );
  const names = database.prepare<[number], { user: string; name: string }>(
    'SELECT user, name FROM round_player WHERE round_id = ?',
  );
  return {
    notePlayer: (id, { user, name }) => {
      if (name !== null) note.run(user, name, rowNumber(id));
    },
    names: (id) => new Map(names.all(rowNumber(id)).map(({ user, name }) => [user, name])),
  };
}
