// A person's settings, export, deletion on request and deletion by age.
import { describe, expect, test } from 'vitest';
import { answered } from '../../chat/made-up.ts';
import { later, NOW, useState } from '../support/state.ts';

const kept = useState();
const A = { channel: 'web', user: 'a' };
const B = { channel: 'web', user: 'b' };

function live(person: typeof A, at = NOW): void {
  const { state } = kept;
  const { channel, user } = person;
  const code = `c${user}`;
  state.members.invite({ code, role: 'trainee', by: 'o', at: NOW, expiresAt: later(9), uses: 1 });
  state.members.redeem(code, { channel, user, name: `名${user}`, at: NOW });
  const exchange = { question: `问${user}`, answer: answered(), followable: true, at };
  state.exchanges.keep({ channel, chat: user, user, language: 'zh' }, exchange);
  state.feedback.judge(person, { exchange: user, verdict: 'good', question: `问${user}`, at });
  state.personalData.setLanguage(person, 'en');
  state.audit.append(person, { action: 'join', role: 'trainee', verdict: 'done' }, at);
  const credential = {
    id: `k${user}`,
    kind: 'token',
    channel,
    user,
    name: '脚本',
    scope: 'all',
    madeAt: at,
    expiresAt: null,
  } as const;
  state.sessions.add(credential, `secret-hash-${user}`);
}

test('a language is a person’s own, until they choose none', () => {
  const { personalData } = kept.state;
  expect(personalData.language(A)).toBeNull();
  personalData.setLanguage(A, 'zh');
  personalData.setLanguage(A, 'en');
  expect([personalData.language(A), personalData.language(B)]).toEqual(['en', null]);
  expect(personalData.language({ ...A, channel: 'telegram' })).toBeNull();
  personalData.setLanguage(A, null);
  expect(personalData.language(A)).toBeNull();
});

describe('a person’s data', () => {
  test('is exported by kind, without the hashes of secrets, and nobody else’s', () => {
    live(A);
    live(B);
    const held = kept.state.personalData.exportOf(A);
    const filled = Object.entries(held).filter(([, rows]) => rows.length > 0);
    expect(filled.map(([kind, rows]) => [kind, rows.length]).sort()).toEqual(
      ['access_key', 'exchange', 'feedback', 'member', 'pseudonym', 'setting'].map((kind) => [kind, 1]),
    );
    expect(held.access_key).toEqual([
      { id: 'ka', kind: 'token', name: '脚本', made_at: NOW.getTime(), expires_at: null, used_at: null },
    ]);
    expect(JSON.stringify(held)).not.toMatch(/secret-hash|问b/u);
  });

  test('is forgotten whole but for a nameless membership; the audit log still verifies', () => {
    live(A);
    live(B);
    expect(kept.state.personalData.forget(A)).toBe(4);
    const held = kept.state.personalData.exportOf(A);
    expect(held.member).toMatchObject([{ user: 'a', name: null, role: 'trainee' }]);
    for (const kind of ['exchange', 'feedback', 'setting', 'pseudonym', 'round_player'])
      expect(held[kind], kind).toEqual([]);
    expect(kept.state.personalData.exportOf(B).exchange).toHaveLength(1);
    expect(kept.state.members.list('web').map(({ name }) => name)).toEqual([null, '名b']);
    expect(kept.state.audit.verify()).toEqual({ count: 2, brokenAt: null });
    expect(kept.state.personalData.forget(A)).toBe(0);
  });

  test('goes by age: what is older, and nothing that is as old or newer', () => {
    live(A);
    live(B, later(10));
    kept.state.feedback.noteGap({ reason: 'no-evidence', subject: '', question: '问' }, later(5));
    expect(kept.state.personalData.prune(NOW)).toBe(0);
    expect(kept.state.personalData.prune(later(10))).toBe(3);
    expect(['exchange', 'feedback', 'gap'].map(kept.rows)).toEqual([1, 1, 0]);
    expect(kept.state.feedback.feedback(9).latest.map(({ question }) => question)).toEqual(['问b']);
    expect(kept.state.members.list('web')).toHaveLength(2);
  });
});
