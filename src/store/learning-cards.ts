// Cards on disk: a learner's schedule of each item. What is due and what is drawn is decided elsewhere.
import type Database from 'better-sqlite3';
import type { Card, CardChange, Cards, Learner, Notice } from '../quiz/keeping.ts';
import type { Schedule } from '../quiz/schedule.ts';
import type { Item, ItemId } from '../quiz/types.ts';
import type { KeptItems } from './learning-items.ts';

/** What an answer makes of a card. */
export interface Review {
  readonly schedule: Schedule;
  readonly isRight: boolean;
  readonly at: Date;
}

/** Reads and writes single cards within a transaction of the caller's. */
export interface CardWriter {
  schedule(learner: Learner, item: ItemId): Schedule | null;
  write(learner: Learner, item: Item, review: Review): void;
}

interface CardRow {
  readonly itemKey: string;
  readonly schedule: string;
  readonly isRight: number;
}

/** Single cards in an open state file. */
export function openCardWriter(database: Database.Database, items: KeptItems): CardWriter {
  const select = database
    .prepare<[string, string, string], string>(
      'SELECT schedule FROM card WHERE channel = ? AND user = ? AND item_id = ?',
    )
    .pluck();
  const upsert = database.prepare(
    `INSERT INTO card (channel, user, item_id, item_key, schedule, is_right, answered_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET item_key = excluded.item_key, schedule = excluded.schedule,
       is_right = excluded.is_right, answered_at = excluded.answered_at`,
  );
  return {
    schedule: ({ channel, user }, item) => {
      const text = select.get(channel, user, item);
      return text === undefined ? null : (JSON.parse(text) as Schedule);
    },
    write: ({ channel, user }, item, { schedule, isRight, at }) => {
      const key = items.keep(item, at);
      upsert.run(channel, user, item.id, key, JSON.stringify(schedule), isRight ? 1 : 0, at.getTime());
    },
  };
}

/** Leaves a notice with everyone who has a card of an item. */
export function noticeWriter(database: Database.Database): (item: ItemId, notice: Notice, at: Date) => void {
  const insert = database.prepare<[string, number, string]>(
    `INSERT INTO notice (channel, user, notice, at)
     SELECT channel, user, ?, ? FROM card WHERE item_id = ? AND is_retired = 0`,
  );
  return (item, notice, at) => {
    insert.run(JSON.stringify(notice), at.getTime(), item);
  };
}

/** The cards in an open state file. */
export function openCards(database: Database.Database, items: KeptItems): Cards {
  const mine = database.prepare<[string, string], CardRow>(
    `SELECT item_key AS itemKey, schedule, is_right AS isRight FROM card
     WHERE channel = ? AND user = ? AND is_retired = 0 ORDER BY item_id`,
  );
  const keys = database.prepare<[], string>('SELECT max(item_key) FROM card GROUP BY item_id ORDER BY item_id').pluck();
  const fingerprint = database.prepare<[], string>('SELECT fingerprint FROM cards_state').pluck();
  const retired = database.prepare<[], ItemId>('SELECT item_id FROM retired_item').pluck();
  const toCard = ({ itemKey, schedule, isRight }: CardRow): Card => ({
    item: items.get(itemKey),
    schedule: JSON.parse(schedule) as Schedule,
    isRight: isRight === 1,
  });
  return {
    of: ({ channel, user }) => mine.all(channel, user).map(toCard),
    items: () => keys.all().map(items.get),
    fingerprint: () => fingerprint.get() ?? null,
    retired: () => new Set(retired.all()),
    change: openChanges(database, items),
  };
}

function openChanges(database: Database.Database, items: KeptItems): Cards['change'] {
  const tell = noticeWriter(database);
  const retire = database.prepare<[number, string]>('UPDATE card SET is_retired = ? WHERE item_id = ?');
  // A learner who has a card of the new item already keeps that one; the old one goes.
  const move = database.prepare<[string, string, string]>(
    'UPDATE OR IGNORE card SET item_id = ?, item_key = ?, is_retired = 0 WHERE item_id = ?',
  );
  const drop = database.prepare<[string]>('DELETE FROM card WHERE item_id = ?');
  const dueAtOnce = database.prepare<[number, string]>(
    `UPDATE card SET schedule = json_set(schedule, '$.dueAt', ?) WHERE item_id = ?`,
  );
  const note = database.prepare<[string]>('INSERT OR REPLACE INTO cards_state VALUES (1, ?)');
  const apply = ({ from, to, how }: CardChange, at: Date): void => {
    const { question } = from;
    if (how === 'back') retire.run(0, from.id);
    if (how === 'gone') tell(from.id, { kind: 'retired', question }, at);
    if (how === 'gone') retire.run(1, from.id);
    if (how === 'changed') tell(from.id, { kind: 'changed', question }, at);
    if (how === 'changed') dueAtOnce.run(at.getTime(), from.id);
    if (how !== 'changed' && how !== 'moved') return;
    move.run(to.id, items.keep(to, at), from.id);
    drop.run(from.id);
  };
  const change = database.transaction<Cards['change']>((changes, { fingerprint, at }) => {
    for (const one of changes) apply(one, at);
    note.run(fingerprint);
  });
  return (changes, state) => change.immediate(changes, state);
}
