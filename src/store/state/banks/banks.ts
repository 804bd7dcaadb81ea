// Banks of reviewed items on disk, with what was approved in each published version.
import type Database from 'better-sqlite3';
import type { Bank, BankItem, BankOrigin, BankStatus } from '../../../quiz/learning/bank.ts';
import type { Item } from '../../../quiz/types.ts';
import { ankiCollection } from '../../anki-collection.ts';
import { found } from '../rows.ts';

type ItemRow = Omit<BankItem, 'item'> & { readonly item: string };

/** How an item of a bank changes. */
export interface BankChange {
  readonly status: BankStatus;
  readonly reason?: string | null;
  /** The item in its place; absent: the same. */
  readonly item?: Item;
  readonly origin?: BankOrigin;
}

/** Banks of reviewed items. */
export interface Banks {
  /** The bank of a name, made where there is none. */
  open(channel: string, name: string, at: Date): Bank;
  find(channel: string, name: string): Bank | null;
  byId(id: number): Bank | null;
  list(channel: string): readonly Bank[];
  /** Items in the order in which they came. */
  items(bank: number): readonly BankItem[];
  /** Adds items that are not in it yet; returns how many. */
  add(bank: number, items: readonly Item[], by: { readonly origin: BankOrigin; readonly at: Date }): number;
  /** Changes an item; false where there is none of this number. */
  change(bank: number, n: number, change: BankChange): boolean;
  /** Publishes what is approved; returns the number of the version. */
  publish(bank: number, at: Date): number;
  /** The items of the latest version; without one, what is approved. */
  published(bank: number): readonly Item[];
  /** Makes an Anki collection, which is SQLite, out of notes. */
  readonly collection: typeof ankiCollection;
}

/** The banks in an open state file. */
export function openBanks(database: Database.Database): Banks {
  const select = `SELECT id, channel, name, (SELECT coalesce(max(version), 0) FROM bank_version WHERE bank_id = id) AS version FROM bank`;
  const named = database.prepare<[string, string], Bank>(`${select} WHERE channel = ? AND name = ?`);
  const byId = database.prepare<[number], Bank>(`${select} WHERE id = ?`);
  const list = database.prepare<[string], Bank>(`${select} WHERE channel = ? ORDER BY name`);
  const make = database.prepare<[string, string, number]>(
    'INSERT OR IGNORE INTO bank (channel, name, made_at) VALUES (?, ?, ?)',
  );
  const find = (channel: string, name: string): Bank | null => found(named.get(channel, name), (bank) => bank);
  return {
    find,
    open: (channel, name, at) => {
      make.run(channel, name, at.getTime());
      const bank = find(channel, name);
      if (bank === null) throw new RangeError(`there is no bank ${name}`);
      return bank;
    },
    byId: (id) => found(byId.get(id), (bank) => bank),
    list: (channel) => list.all(channel),
    collection: ankiCollection,
    ...openBankItems(database),
    ...openVersions(database),
  };
}

function openBankItems(database: Database.Database): Pick<Banks, 'items' | 'add' | 'change'> {
  const all = database.prepare<[number], ItemRow>(
    'SELECT n, item, origin, status, reason FROM bank_item WHERE bank_id = ? ORDER BY n',
  );
  const next = database
    .prepare<[number], number>('SELECT coalesce(max(n), 0) + 1 FROM bank_item WHERE bank_id = ?')
    .pluck();
  const known = database.prepare<[number, string]>('SELECT 1 FROM bank_item WHERE bank_id = ? AND item_id = ?');
  const insert = database.prepare(
    "INSERT INTO bank_item (bank_id, n, item_id, item, origin, status, at) VALUES (?, ?, ?, ?, ?, 'proposed', ?)",
  );
  const update = database.prepare('UPDATE bank_item SET status = ?, reason = ? WHERE bank_id = ? AND n = ?');
  const replace = database.prepare(
    'UPDATE bank_item SET item = ?, item_id = ?, origin = ? WHERE bank_id = ? AND n = ?',
  );
  const add = database.transaction<Banks['add']>((bank, items, { origin, at }) => {
    const fresh = items.filter(({ id }) => known.get(bank, id) === undefined);
    for (const item of fresh) insert.run(bank, next.get(bank), item.id, JSON.stringify(item), origin, at.getTime());
    return fresh.length;
  });
  const change = database.transaction<Banks['change']>(
    (bank, n, { status, reason = null, item, origin = 'edited' }) => {
      if (update.run(status, reason, bank, n).changes === 0) return false;
      if (item !== undefined) replace.run(JSON.stringify(item), item.id, origin, bank, n);
      return true;
    },
  );
  return {
    items: (bank) => all.all(bank).map(({ item, ...row }) => ({ ...row, item: JSON.parse(item) as Item })),
    add: (bank, items, by) => add.immediate(bank, items, by),
    change: (bank, n, how) => change.immediate(bank, n, how),
  };
}

function openVersions(database: Database.Database): Pick<Banks, 'publish' | 'published'> {
  const approved = database
    .prepare<[number], string>("SELECT item FROM bank_item WHERE bank_id = ? AND status = 'approved' ORDER BY n")
    .pluck();
  const latest = database
    .prepare<[number], string>('SELECT items FROM bank_version WHERE bank_id = ? ORDER BY version DESC LIMIT 1')
    .pluck();
  const next = database
    .prepare<[number], number>('SELECT coalesce(max(version), 0) + 1 FROM bank_version WHERE bank_id = ?')
    .pluck();
  const insert = database.prepare('INSERT INTO bank_version (bank_id, version, items, at) VALUES (?, ?, ?, ?)');
  const itemsOf = (bank: number): Item[] => approved.all(bank).map((item) => JSON.parse(item) as Item);
  const publish = database.transaction<Banks['publish']>((bank, at) => {
    const version = next.get(bank) ?? 1;
    insert.run(bank, version, JSON.stringify(itemsOf(bank)), at.getTime());
    return version;
  });
  return {
    publish: (bank, at) => publish.immediate(bank, at),
    published: (bank) => {
      const items = latest.get(bank);
      return items === undefined ? itemsOf(bank) : (JSON.parse(items) as Item[]);
    },
  };
}
