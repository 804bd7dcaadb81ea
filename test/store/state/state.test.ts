import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openState, type State } from '../../../src/store/state/state.ts';
import { answered, NOW, SPEAKER } from '../../chat/fixtures.ts';

let folder: string;
let state: State;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'quzhi-state-')), 'made', 'on demand');
  state = openState(folder);
});
afterEach(() => {
  state.close();
  rmSync(join(folder, '..', '..'), { recursive: true, force: true });
});

const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);
const exchange = (question: string, at = NOW, followable = true) => ({ question, answer: answered(), followable, at });

describe('the files of state', () => {
  test('are their owner’s alone to read, also where an earlier version left them open', () => {
    const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
    const modes = (): string[] => readdirSync(folder).map((name) => modeOf(join(folder, name)));
    state.exchanges.keep(SPEAKER, exchange('问'));
    expect([modeOf(folder), ...modes()]).toEqual(['700', '600', '600', '600']);
    state.close();
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'quzhi.sqlite'), 0o644);
    state = openState(folder);
    expect([modeOf(folder), ...modes()]).toEqual(['700', '600', '600', '600']);
  });

  test('hold no byte of what was forgotten, and no refused question of it', () => {
    const secret = '一个没有人知道的秘密问题';
    const interpretation = { question: secret, districts: [], period: null, language: 'zh' as const };
    const answer = {
      status: 'refused' as const,
      reason: 'no-evidence' as const,
      message: '',
      nearest: [],
      interpretation,
    };
    state.exchanges.keep(SPEAKER, { ...exchange(secret), answer });
    state.feedback.noteGap({ reason: 'no-evidence', subject: '', question: secret }, NOW);
    state.feedback.noteGap({ reason: 'no-evidence', subject: '', question: '别人也问的' }, NOW);
    state.personalData.forget(SPEAKER);
    expect(state.feedback.gaps().map(({ question }) => question)).toEqual(['别人也问的']);
    const left = readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(secret));
    expect(left).toEqual([]);
  });

  test('hold no code of an invitation', () => {
    const code = 'a-code-that-opens-the-door';
    state.members.invite({ code, role: 'official', by: 'o', at: NOW, expiresAt: hours(1), uses: 1 });
    const holding = readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(code));
    expect(holding).toEqual([]);
  });
});

describe('past answers', () => {
  test('what was kept is found again, the same, after a restart', () => {
    const id = state.exchanges.keep(SPEAKER, exchange('问'));
    state.close();
    state = openState(folder);
    expect(state.exchanges.find(SPEAKER, id)).toEqual(answered());
  });

  test('ids are short, safe in a button, and never given twice', () => {
    const ids = Array.from({ length: 100 }, (_, n) => state.exchanges.keep(SPEAKER, exchange(`问${n}`)));
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[0-9a-z]{1,32}$/u);
  });

  test('an answer is found in its own chat only, by anyone in it', () => {
    const id = state.exchanges.keep(SPEAKER, exchange('问'));
    expect(state.exchanges.find({ ...SPEAKER, user: 'u2' }, id)).not.toBeNull();
    expect(state.exchanges.find({ ...SPEAKER, chat: 'c2' }, id)).toBeNull();
    expect(state.exchanges.find({ ...SPEAKER, channel: 'other' }, id)).toBeNull();
  });

  test.each(['', '-1', '1.5', 'zzzzzzzzzzzzzzzz', "1'", '1e3'])('the id %j finds nothing', (id) => {
    state.exchanges.keep(SPEAKER, exchange('问'));
    expect(state.exchanges.find(SPEAKER, id)).toBeNull();
  });

  test('the latest answer is the speaker’s own', () => {
    state.exchanges.keep(SPEAKER, exchange('问'));
    state.exchanges.keep({ ...SPEAKER, user: 'u2' }, { ...exchange('问'), answer: answered({ short: '9处' }) });
    expect(state.exchanges.find(SPEAKER, null)).toEqual(answered());
    expect(state.exchanges.find({ ...SPEAKER, user: 'u3' }, null)).toBeNull();
  });

  test('recent questions are the latest, oldest first, followable, and not too old', () => {
    state.exchanges.keep(SPEAKER, exchange('很久以前', hours(-30)));
    state.exchanges.keep(SPEAKER, exchange('一', hours(-3)));
    state.exchanges.keep(SPEAKER, exchange('你好', hours(-2), false));
    state.exchanges.keep(SPEAKER, exchange('二', hours(-2)));
    state.exchanges.keep(SPEAKER, exchange('三', hours(-1)));
    expect(state.exchanges.recentQuestions(SPEAKER, { limit: 5, since: hours(-12) })).toEqual(['一', '二', '三']);
    expect(state.exchanges.recentQuestions(SPEAKER, { limit: 2, since: hours(-12) })).toEqual(['二', '三']);
  });

  test('a fresh start forgets the speaker’s questions, not the answers, and nobody else’s', () => {
    const other = { ...SPEAKER, user: 'u2' };
    const id = state.exchanges.keep(SPEAKER, exchange('一'));
    state.exchanges.keep(other, exchange('二'));
    state.exchanges.startAfresh(SPEAKER);
    expect(state.exchanges.recentQuestions(SPEAKER, { limit: 5, since: hours(-12) })).toEqual([]);
    expect(state.exchanges.recentQuestions(other, { limit: 5, since: hours(-12) })).toEqual(['二']);
    expect(state.exchanges.find(SPEAKER, id)).not.toBeNull();
  });
});

describe('a state that cannot be used is refused with what to do', () => {
  const reopen = (): unknown => {
    try {
      openState(join(folder, 'sub')).close();
      return null;
    } catch (error) {
      return error;
    }
  };

  test('a file that is no database', () => {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub', 'quzhi.sqlite'), 'not a database '.repeat(100));
    expect(reopen()).toMatchObject({ code: 'state/unusable', message: expect.stringContaining('backup') });
  });

  test('an empty file, which is no new state', () => {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub', 'quzhi.sqlite'), '');
    expect(reopen()).toMatchObject({ code: 'state/unusable', message: expect.stringMatching(/is empty.*backup/u) });
  });

  test('a file that another program holds is not called damaged', () => {
    openState(join(folder, 'sub')).close();
    const holder = new Database(join(folder, 'sub', 'quzhi.sqlite'));
    holder.pragma('journal_mode = DELETE');
    holder.exec('BEGIN EXCLUSIVE');
    expect(reopen()).toMatchObject({ code: 'state/unusable', message: expect.stringMatching(/holds it/u) });
    holder.close();
  }, 20_000);

  test('a database of another program', () => {
    mkdirSync(join(folder, 'sub'));
    const foreign = new Database(join(folder, 'sub', 'quzhi.sqlite'));
    foreign.exec('CREATE TABLE theirs (x)');
    foreign.close();
    expect(reopen()).toMatchObject({
      code: 'state/unusable',
      message: expect.stringMatching(/^(?!.*backup).*QUZHI_STATE/u),
    });
  });

  test('a state of a later version', () => {
    openState(join(folder, 'sub')).close();
    const later = new Database(join(folder, 'sub', 'quzhi.sqlite'));
    later.pragma('user_version = 99');
    later.close();
    expect(reopen()).toMatchObject({ code: 'state/unusable', message: expect.not.stringContaining('backup') });
  });

  test('a file where the folder should be', () => {
    writeFileSync(join(folder, 'sub'), '');
    expect(reopen()).toMatchObject({ code: 'state/unusable' });
  });
});

test('a state of an earlier version is brought up to date, and keeps what it holds', () => {
  const id = state.exchanges.keep(SPEAKER, exchange('问'));
  state.close();
  const file = new Database(join(folder, 'quzhi.sqlite'));
  const first = ['exchange', 'sqlite_sequence'];
  const tables = file.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  for (const table of tables.filter((name) => !first.includes(name))) file.exec(`DROP TABLE ${table}`);
  file.exec('DROP TRIGGER gap_follows');
  file.exec('DROP INDEX exchange_by_conversation; ALTER TABLE exchange DROP COLUMN conversation');
  file.exec("UPDATE exchange SET answer = json_remove(answer, '$.interpretation.language')");
  const firstStep = readFileSync(
    new URL('../../../src/store/state/migrations/01-conversations.sql', import.meta.url),
    'utf8',
  );
  file.exec(/CREATE TABLE inbox .*?STRICT;/su.exec(firstStep)?.[0] ?? '');
  file.exec('CREATE INDEX inbox_by_finish ON inbox (finished_at)');
  const insert = file.prepare("INSERT INTO inbox VALUES (?, '{}', 5, ?)");
  for (const row of [
    [8, null],
    [-3, null],
    [7, 6],
  ])
    insert.run(...row);
  file.pragma('user_version = 1');
  file.close();
  state = openState(folder);
  expect(state.exchanges.find(SPEAKER, id)).toEqual(answered());
  expect(
    state
      .inboxOf('telegram')
      .pending()
      .map((update) => update.id),
  ).toEqual(['-3', '8']);
  expect(state.inboxOf('telegram').store([{ id: '7', payload: '{}' }], new Date(10))).toEqual([]);
  expect(state.members.list('test')).toEqual([]);
  expect(state.audit.verify()).toEqual({ count: 0, brokenAt: null });
});
