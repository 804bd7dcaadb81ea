// Members, invitations, groups and unreachable chats: who is in, how they came in, and when no longer.
import { describe, expect, test } from 'vitest';
import type { Invite } from '../../../src/store/state/members.ts';
import { later, NOW, useState } from '../support/state.ts';

const kept = useState();
const invite = (fields: Partial<Invite> = {}): void =>
  kept.state.members.invite({
    ...{ code: 'code', role: 'official', by: 'owner', at: NOW, expiresAt: later(1000), uses: 1 },
    ...fields,
  });
const redeem = (user: string, { code = 'code', at = later(1), name = `名${user}` as string | null } = {}) =>
  kept.state.members.redeem(code, { channel: 'web', user, name, at });

describe('an invitation', () => {
  test('makes a member with its role, across a restart', () => {
    invite();
    expect(redeem('u1')).toEqual({ outcome: 'joined', role: 'official' });
    kept.restart();
    expect(kept.state.members.roleOf('web', 'u1')).toBe('official');
    expect(kept.state.members.list('web')).toEqual([
      { user: 'u1', name: '名u1', role: 'official', invitedBy: 'owner', since: later(1) },
    ]);
  });

  test('lets in as many as it says, each once', () => {
    invite({ uses: 2 });
    expect(redeem('u1').outcome).toBe('joined');
    expect(redeem('u1').outcome).toBe('member-already');
    expect(redeem('u2').outcome).toBe('joined');
    expect(redeem('u3')).toEqual({ outcome: 'used-up' });
    expect(kept.state.members.roleOf('web', 'u3')).toBeNull();
  });

  test('holds until the moment it expires', () => {
    invite({ uses: 9 });
    expect(redeem('u1', { at: later(999) }).outcome).toBe('joined');
    expect(redeem('u2', { at: later(1000) })).toEqual({ outcome: 'expired' });
  });

  test('that nobody made lets nobody in', () =>
    expect(redeem('u1', { code: 'other' })).toEqual({ outcome: 'unknown' }));

  test('is void once all are cancelled; used-up ones do not count', () => {
    invite();
    invite({ code: 'open', uses: 3 });
    redeem('u1');
    expect(kept.state.members.cancelInvites()).toBe(1);
    expect(redeem('u2', { code: 'open' })).toEqual({ outcome: 'used-up' });
    expect(kept.state.members.cancelInvites()).toBe(0);
  });
});

describe('an inviter', () => {
  test('who is sent away takes the open links along', () => {
    invite({ role: 'maintainer' });
    redeem('m1');
    invite({ code: 'theirs', by: 'm1', channel: 'web', uses: 9 });
    invite({ code: 'elsewhere', by: 'm1', channel: 'telegram', uses: 9 });
    expect(redeem('u1', { code: 'theirs' }).outcome).toBe('joined');
    expect(kept.state.members.openInvites('web', NOW)).toMatchObject([{ by: 'm1', uses: 8 }]);
    kept.state.members.revoke('web', 'm1', later(5));
    expect(kept.state.members.openInvites('web', NOW)).toEqual([]);
    expect(redeem('m1', { code: 'theirs', at: later(9) }).outcome).not.toBe('joined');
    expect(redeem('u2', { code: 'theirs', at: later(9) }).outcome).not.toBe('joined');
    expect(redeem('u2', { code: 'elsewhere', at: later(9) }).outcome).toBe('joined');
  });

  test('who is no owner any more lets nobody in', () => {
    invite({ by: 'o1', channel: 'web', uses: 9 });
    const person = { channel: 'web', user: 'u1', name: null, at: later(1) };
    expect(kept.state.members.redeem('code', { ...person, owners: ['o2'] })).toEqual({ outcome: 'unknown' });
    expect(kept.state.members.redeem('code', { ...person, owners: ['o1'] }).outcome).toBe('joined');
  });

  test('ends one link by its id, which lets nobody in', () => {
    invite({ channel: 'web', uses: 3 });
    const [open] = kept.state.members.openInvites('web', NOW);
    expect(redeem('u1', { code: open?.id ?? '' }).outcome).toBe('unknown');
    expect(kept.state.members.cancelInvite('telegram', open?.id ?? '')).toBe(false);
    expect(kept.state.members.cancelInvite('web', open?.id ?? '')).toBe(true);
    expect(redeem('u1').outcome).toBe('used-up');
  });
});

describe('a membership', () => {
  test('ends at once, and once', () => {
    invite({ uses: 5 });
    redeem('u1');
    redeem('u2', { at: later(2) });
    expect(kept.state.members.revoke('telegram', 'u1', later(3))).toBe(false);
    expect(kept.state.members.revoke('web', 'nobody', later(3))).toBe(false);
    expect(kept.state.members.revoke('web', 'u1', later(3))).toBe(true);
    expect(kept.state.members.revoke('web', 'u1', later(4))).toBe(false);
    expect(kept.state.members.roleOf('web', 'u1')).toBeNull();
    expect(kept.state.members.roleOf('web', 'u2')).toBe('official');
    expect(kept.state.members.list('web').map(({ user }) => user)).toEqual(['u2']);
  });

  test('is not won back by an older invitation, but by a newer one', () => {
    invite({ uses: 5 });
    invite({ code: 'same', at: later(3), uses: 5 });
    invite({ code: 'newer', at: later(4), uses: 5 });
    redeem('u1');
    kept.state.members.revoke('web', 'u1', later(3));
    expect(redeem('u1', { at: later(5) })).toEqual({ outcome: 'unknown' });
    expect(redeem('u1', { code: 'same', at: later(5) })).toEqual({ outcome: 'unknown' });
    expect(redeem('u1', { code: 'newer', at: later(5), name: null }).outcome).toBe('joined');
    expect(kept.state.members.list('web')).toMatchObject([{ user: 'u1', name: null, since: later(5) }]);
  });

  test('is of one channel, listed by age', () => {
    invite({ uses: 5 });
    redeem('late', { at: later(9) });
    redeem('early', { at: later(2) });
    expect(kept.state.members.list('web').map(({ user }) => user)).toEqual(['early', 'late']);
    expect(kept.state.members.list('telegram')).toEqual([]);
    expect(kept.state.members.roleOf('telegram', 'early')).toBeNull();
  });
});

describe('a group', () => {
  test('is approved until that is withdrawn, each once', () => {
    const { members } = kept.state;
    expect(members.isApproved('telegram', '-1')).toBe(false);
    members.approve('telegram', '-1', { by: 'owner', at: NOW });
    members.approve('telegram', '-1', { by: 'owner', at: later(1) });
    expect(members.isApproved('telegram', '-1')).toBe(true);
    expect(members.isApproved('telegram', '-2')).toBe(false);
    expect(members.isApproved('web', '-1')).toBe(false);
    expect(members.withdraw('telegram', '-2')).toBe(false);
    expect(members.withdraw('telegram', '-1')).toBe(true);
    expect(members.withdraw('telegram', '-1')).toBe(false);
    expect(members.isApproved('telegram', '-1')).toBe(false);
  });

  test('takes its approval along when it moves', () => {
    kept.state.members.approve('telegram', '-1', { by: 'owner', at: NOW });
    kept.state.members.moveChat('telegram', '-1', '-100');
    expect(kept.state.members.isApproved('telegram', '-1')).toBe(false);
    expect(kept.state.members.isApproved('telegram', '-100')).toBe(true);
  });
});

test('a chat is unreachable from when that is noted until it answers again', () => {
  const { members } = kept.state;
  members.noteUnreachable('telegram', '7', NOW);
  members.noteUnreachable('telegram', '7', later(1));
  expect(members.isUnreachable('telegram', '7')).toBe(true);
  expect(members.isUnreachable('telegram', '8')).toBe(false);
  expect(members.isUnreachable('web', '7')).toBe(false);
  members.noteUnreachable('telegram', '8', null);
  expect(members.isUnreachable('telegram', '7')).toBe(true);
  members.noteUnreachable('telegram', '7', null);
  expect(members.isUnreachable('telegram', '7')).toBe(false);
});
