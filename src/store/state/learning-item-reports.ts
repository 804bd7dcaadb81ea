// Faults of items on disk: who reported what, and what maintainers decided.
import type Database from 'better-sqlite3';
import type { Dispute, DisputeVerdict, Learner, Notice } from '../../quiz/learning/records.ts';
import type { Item, ItemId } from '../../quiz/types.ts';
import { dueAtOnceWriter, noticeWriter } from './learning-cards.ts';
import type { KeptItems } from './learning-items.ts';
import { found } from './rows.ts';

type DisputeRow = Omit<Dispute, 'item' | 'reasons'> & {
  readonly itemKey: string;
  readonly itemId: ItemId;
  /** JSON array. */
  readonly reasons: string;
};

/** Disputes about items, open until a maintainer decides. */
export interface Disputes {
  /** Reports an item; by null: statistics do, unless it was decided about before. False where it was reported already. */
  report(item: Item, by: Learner | null, at: Date): boolean;
  /** Adds to the learner's open report what is wrong; nothing where they reported none. @param reason ≤ 200 characters */
  explain(item: ItemId, by: Learner, reason: string): void;
  find(id: number): Dispute | null;
  /** Open disputes, most reported first. */
  open(): readonly Dispute[];
  /** Decides; reporters are told once. Cards of a retired item go, those of a mended one are due at once. False where nothing of this id is open. */
  decide(id: number, verdict: DisputeVerdict, at: Date): boolean;
}

/** The faults in an open state file. */
export function openDisputes(database: Database.Database, items: KeptItems): Disputes {
  const select = `SELECT id, item_key AS itemKey, item_id AS itemId,
       (SELECT count(*) FROM fault_report WHERE fault_id = fault.id) AS reports,
       (SELECT json_group_array(DISTINCT reason) FROM fault_report
        WHERE fault_id = fault.id AND reason IS NOT NULL) AS reasons
     FROM fault WHERE verdict IS NULL`;
  const open = database.prepare<[], DisputeRow>(`${select} ORDER BY reports DESC, id`);
  const one = database.prepare<[number], DisputeRow>(`${select} AND id = ?`);
  const explain = database.prepare<[string, string, string, string]>(
    `UPDATE fault_report SET reason = ? WHERE channel = ? AND user = ?
     AND fault_id = (SELECT id FROM fault WHERE item_id = ? AND verdict IS NULL)`,
  );
  const toDispute = ({ id, itemKey, reports, reasons }: DisputeRow): Dispute => {
    return { id, item: items.get(itemKey), reports, reasons: JSON.parse(reasons) as string[] };
  };
  return {
    report: openReporting(database, items),
    explain: (item, { channel, user }, reason) => void explain.run(reason, channel, user, item),
    find: (id) => found(one.get(id), toDispute),
    open: () => open.all().map(toDispute),
    decide: openDeciding(database, items),
  };
}

function openReporting(database: Database.Database, items: KeptItems): Disputes['report'] {
  const known = database.prepare<[string]>('SELECT 1 FROM fault WHERE item_id = ?');
  const openId = database
    .prepare<[string], number>('SELECT id FROM fault WHERE item_id = ? AND verdict IS NULL')
    .pluck();
  const insert = database.prepare<[string, string, number]>(
    'INSERT INTO fault (item_id, item_key, at) VALUES (?, ?, ?)',
  );
  const sign = database.prepare<[number, string, string, number]>(
    'INSERT OR IGNORE INTO fault_report (fault_id, channel, user, at) VALUES (?, ?, ?, ?)',
  );
  const report = database.transaction((item: Item, by: Learner | null, at: Date): boolean => {
    if (by === null && known.get(item.id) !== undefined) return false;
    const add = (): number => Number(insert.run(item.id, items.keep(item, at), at.getTime()).lastInsertRowid);
    const id = openId.get(item.id) ?? add();
    return by === null || sign.run(id, by.channel, by.user, at.getTime()).changes === 1;
  });
  return (item, by, at) => report.immediate(item, by, at);
}

function openDeciding(database: Database.Database, items: KeptItems): Disputes['decide'] {
  const find = database.prepare<[number], Omit<DisputeRow, 'reports' | 'reasons'>>(
    'SELECT id, item_key AS itemKey, item_id AS itemId FROM fault WHERE id = ? AND verdict IS NULL',
  );
  const close = database.prepare<[string, number, number]>('UPDATE fault SET verdict = ?, decided_at = ? WHERE id = ?');
  const tellReporters = database.prepare<[string, number, number]>(
    'INSERT INTO notice (channel, user, notice, at) SELECT channel, user, ?, ? FROM fault_report WHERE fault_id = ?',
  );
  const tellLearners = noticeWriter(database);
  const retireItem = database.prepare<[string, number]>('INSERT OR IGNORE INTO retired_item VALUES (?, ?)');
  const retireCards = database.prepare<[string]>('UPDATE card SET is_retired = 1 WHERE item_id = ?');
  const dueAtOnce = dueAtOnceWriter(database);
  const decide = database.transaction((id: number, verdict: DisputeVerdict, at: Date): boolean => {
    const row = find.get(id);
    if (row === undefined) return false;
    close.run(verdict, at.getTime(), id);
    const { question } = items.get(row.itemKey);
    const decided: Notice = { kind: 'decided', question, verdict };
    tellReporters.run(JSON.stringify(decided), at.getTime(), id);
    if (verdict === 'fixed') dueAtOnce(row.itemId, at);
    if (verdict !== 'retired') return true;
    retireItem.run(row.itemId, at.getTime());
    tellLearners(row.itemId, { kind: 'retired', question }, { at, fault: id });
    retireCards.run(row.itemId);
    return true;
  });
  return (id, verdict, at) => decide.immediate(id, verdict, at);
}
