// Cards on disk: a learner's schedule of each item. What is due and what is drawn is decided elsewhere.
import type Database from 'better-sqlite3';
import type { Card, CardChange, Learner, Notice } from '../../quiz/learning/records.ts';
import type { Schedule } from '../../quiz/learning/schedule.ts';
import type { Item, ItemId } from '../../quiz/types.ts';
import type { KeptItems } from './learning-items.ts';
import { type Columns, found } from './rows.ts';

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
  /** Puts a card back to an earlier schedule; null: there was no card. */
  restore(learner: Learner, item: Item, schedule: Schedule | null): void;
}

type CardRow = Columns<Card, 'isRight'> & { readonly itemKey: string; readonly schedule: string };

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
  const remove = database.prepare<[string, string, string]>(
    'DELETE FROM card WHERE channel = ? AND user = ? AND item_id = ?',
  );
  const back = database.prepare<[string, number, number, string, string, string]>(
    'UPDATE card SET schedule = ?, is_right = ?, answered_at = ? WHERE channel = ? AND user = ? AND item_id = ?',
  );
  const previous = database.prepare<[string, string, string], { isRight: number; at: number }>(
    `SELECT is_right AS isRight, at FROM attempt WHERE channel = ? AND user = ? AND item_id = ? ORDER BY at DESC LIMIT 1`,
  );
  return {
    schedule: ({ channel, user }, item) =>
      found(select.get(channel, user, item), (text) => JSON.parse(text) as Schedule),
    write: ({ channel, user }, item, { schedule, isRight, at }) => {
      const key = items.keep(item, at);
      upsert.run(channel, user, item.id, key, JSON.stringify(schedule), isRight ? 1 : 0, at.getTime());
    },
    restore: ({ channel, user }, { id }, schedule) => {
      const earlier = previous.get(channel, user, id);
      if (schedule === null || earlier === undefined) remove.run(channel, user, id);
      else back.run(JSON.stringify(schedule), earlier.isRight, earlier.at, channel, user, id);
    },
  };
}

/** Who is spared a notice: for whom one of these facts waits to be told, and who reported the fault that it comes of. */
export interface NoticeOptions {
  readonly at: Date;
  readonly facts?: readonly [string, string] | readonly [null, null];
  readonly fault?: number | null;
}

/** Leaves a notice with everyone who has a card of an item, once for each fact. */
export function noticeWriter(
  database: Database.Database,
): (item: ItemId, notice: Notice, options: NoticeOptions) => void {
  const insert = database.prepare(
    `INSERT INTO notice (channel, user, notice, at)
     SELECT channel, user, @notice, @at FROM card WHERE item_id = @item AND is_retired = 0
     AND NOT EXISTS (SELECT 1 FROM notice AS told
       WHERE told.channel = card.channel AND told.user = card.user AND json_extract(told.notice, '$.fact') IN (@fact, @other))
     AND NOT EXISTS (SELECT 1 FROM fault_report AS reported
       WHERE reported.fault_id = @fault AND reported.channel = card.channel AND reported.user = card.user)`,
  );
  return (item, notice, { at, facts: [fact, other] = [null, null], fault = null }) => {
    insert.run({ item, notice: JSON.stringify(notice), at: at.getTime(), fact, other, fault });
  };
}

/** The cards of all learners. Retired ones are never put; only they are left out below. */
export interface Cards {
  of(learner: Learner): readonly Card[];
  /** Every item that some learner has a card of, retired or not, once. */
  items(): readonly Item[];
  /** Changes cards after re-indexing, leaves notices, and notes the fingerprint of the items, all in one transaction. */
  change(
    changes: readonly CardChange[],
    { fingerprint, at }: { readonly fingerprint: string; readonly at: Date },
  ): void;
  /** The fingerprint of the items that cards were last brought up to date with. */
  fingerprint(): string | null;
  /** Items that maintainers took out. */
  retired(): ReadonlySet<ItemId>;
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
  const retire = database.prepare<[number, string]>('UPDATE card SET is_retired = ? WHERE item_id = ?');
  const moves = movingStatements(database);
  const dueAtOnce = dueAtOnceWriter(database);
  const note = database.prepare<[string]>('INSERT OR REPLACE INTO cards_state VALUES (1, ?)');
  const news = openNews(database);
  const apply = ({ from, to, how }: CardChange, at: Date): void => {
    if (how === 'back') retire.run(0, from.id);
    if (how === 'gone') news.tell(from, null, at);
    if (how === 'gone') retire.run(1, from.id);
    if (how === 'changed') news.tell(from, to, at);
    if (how === 'changed') dueAtOnce(from.id, at);
    if (how === 'changed' || how === 'moved') moves(from.id, { id: to.id, key: items.keep(to, at) });
  };
  const change = database.transaction<Cards['change']>((changes, { fingerprint, at }) => {
    for (const one of changes) apply(one, at);
    const left = new Set(
      changes.filter(({ how }) => how === 'gone' || how === 'changed').map(({ from }) => from.spanHash),
    );
    news.takeBack(new Set(changes.map(({ to }) => to.spanHash).filter((fact) => !left.has(fact))));
    note.run(fingerprint);
  });
  return (changes, state) => change.immediate(changes, state);
}

/** Makes everybody's card of an item due. */
export function dueAtOnceWriter(database: Database.Database): (item: ItemId, at: Date) => void {
  const write = database.prepare<[number, string]>(
    `UPDATE card SET schedule = json_set(schedule, '$.dueAt', ?) WHERE item_id = ?`,
  );
  return (item, at) => void write.run(at.getTime(), item);
}

function movingStatements(
  database: Database.Database,
): (from: ItemId, to: { readonly id: ItemId; readonly key: string }) => void {
  // A learner who has a card of the new item already keeps that one; the old one goes. So with reports of a fault.
  const move = database.prepare<[string, string, string]>(
    'UPDATE OR IGNORE card SET item_id = ?, item_key = ?, is_retired = 0 WHERE item_id = ?',
  );
  const drop = database.prepare<[string]>('DELETE FROM card WHERE item_id = ?');
  const follow = database.prepare<[string, string, string]>(
    'UPDATE OR IGNORE fault SET item_id = ?, item_key = ? WHERE item_id = ? AND verdict IS NULL',
  );
  return (from, { id, key }) => {
    move.run(id, key, from);
    drop.run(from);
    follow.run(id, key, from);
  };
}

interface News {
  /** Tells that an item is gone (`to` null) or has another answer. */
  tell(from: Item, to: Item | null, at: Date): void;
  /** These spans stand again: who has not been told yet that they went need not be. */
  takeBack(facts: ReadonlySet<string>): void;
}

function openNews(database: Database.Database): News {
  const write = noticeWriter(database);
  const waiting = database
    .prepare<[], string>(`SELECT DISTINCT json_extract(notice, '$.fact') AS fact FROM notice WHERE fact IS NOT NULL`)
    .pluck();
  const remove = database.prepare<[string]>(`DELETE FROM notice WHERE json_extract(notice, '$.fact') = ?`);
  return {
    tell: ({ id, question, spanHash: fact }, to, at) => {
      const notice = { kind: to === null ? 'retired' : 'changed', question, fact } as const;
      write(id, notice, { at, facts: [fact, to?.spanHash ?? fact] });
    },
    takeBack: (facts) => {
      for (const fact of waiting.all()) if (facts.has(fact)) remove.run(fact);
    },
  };
}
