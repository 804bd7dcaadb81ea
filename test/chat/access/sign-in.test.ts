// Signing in: owner's code, invitations, device codes; sessions that end with membership and with time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLimiter } from '../../../src/chat/access/limits.ts';
import { createDeviceCodes, createSignIn, hashOf, type SignIn } from '../../../src/chat/access/sign-in.ts';
import { createAlerts } from '../../../src/chat/alerts.ts';
import { openState, type State } from '../../../src/store/state/state.ts';

const DAY_MS = 86_400_000;
const START = new Date('2031-05-01T08:00:00Z');
let folder = '';
let state: State;
let now = START;
let raised: string[] = [];
let signIn: SignIn;

/** The sign-in of a channel whose owner is `boss`. */
function open(channel = 'web'): SignIn {
  const alerts = createAlerts(() => now);
  alerts.hear((text) => void raised.push(text));
  let made = 0;
  const next = (name: string): string => {
    made += 1;
    return `${name}${channel}${made}`;
  };
  const access = {
    policy: { access: 'invite' as const, ownerIds: ['boss'] },
    limiter: createLimiter({ perPerson: 9, inAll: 9 }),
    newCode: () => next('code'),
  };
  return createSignIn({
    ...{ channel, state, access, alerts, now: () => now },
    ...{ newSecret: () => next('secret'), newId: () => next('id') },
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-sign-in-'));
  state = openState(folder);
  [now, raised] = [START, []];
  signIn = open();
});
afterEach(() => {
  state.close();
  rmSync(folder, { recursive: true, force: true });
});

const invite = (code = 'invite-1', uses = 1): void =>
  state.members.invite({
    ...{ code, role: 'trainee', by: 'boss', uses },
    ...{ at: START, expiresAt: new Date(START.getTime() + DAY_MS) },
  });
const joined = (code: string, name = '') => {
  const outcome = signIn.join(code, name);
  if (outcome.outcome !== 'joined') throw new Error(`not joined: ${outcome.outcome}`);
  return outcome;
};

describe('the owner', () => {
  test('who lost the session comes in by a code out of the state, once and in time', () => {
    joined(signIn.newOwnerCode());
    const expiresAt = new Date(START.getTime() + 60_000);
    state.sessions.keepOwnerCode('web', { hash: hashOf('lost-and-found'), expiresAt });
    expect(open('other').join('lost-and-found', '')).toEqual({ outcome: 'unknown' });
    expect(joined('lost-and-found').role).toBe('owner');
    expect(signIn.join('lost-and-found', '')).toEqual({ outcome: 'unknown' });
    state.sessions.keepOwnerCode('web', { hash: hashOf('too-late'), expiresAt });
    now = expiresAt;
    expect(signIn.join('too-late', '')).toEqual({ outcome: 'unknown' });
  });

  test('joins by a code that works once; a newer code voids it', () => {
    const [old, code] = [signIn.newOwnerCode(), signIn.newOwnerCode()];
    expect(signIn.isOwnerIn()).toBe(false);
    expect(signIn.join(old, '')).toEqual({ outcome: 'unknown' });
    const { user, role, secret } = joined(code);
    expect([user, role, signIn.isOwnerIn()]).toEqual(['boss', 'owner', true]);
    expect(signIn.visitorBy('session', secret)).toMatchObject({ user: 'boss', role: 'owner' });
    expect(signIn.join(code, '')).toEqual({ outcome: 'unknown' });
    expect(state.members.list('web')).toEqual([]);
  });
});

describe('an invitation', () => {
  test('makes a member with a session, told to maintainers and to the audit log', () => {
    invite();
    const { user, role, secret, expiresAt } = joined('invite-1', '  林\u202e溪\n ');
    expect([role, expiresAt]).toEqual(['trainee', new Date(START.getTime() + 30 * DAY_MS)]);
    expect(state.members.list('web')).toMatchObject([{ user, name: '林溪', invitedBy: 'boss' }]);
    expect(signIn.visitorBy('session', secret)).toMatchObject({ user, role: 'trainee', name: '林溪', scope: 'all' });
    expect(raised).toEqual([expect.stringContaining('林溪')]);
    expect(state.audit.entries().map(({ entry }) => entry)).toEqual([expect.stringContaining('"verdict":"joined"')]);
  });

  test('without a name is told by the id', () => {
    invite();
    const { user } = joined('invite-1', ' \u0000 ');
    expect(state.members.list('web')).toMatchObject([{ user, name: null }]);
    expect(raised).toEqual([expect.stringContaining(user)]);
  });

  test('keeps a long name within sixty characters', () => {
    invite();
    joined('invite-1', '长'.repeat(200));
    expect(state.members.list('web')[0]?.name?.length).toBeLessThanOrEqual(61);
    expect(state.members.list('web')[0]?.name?.startsWith('长'.repeat(59))).toBe(true);
  });

  test('that is unknown or used up lets nobody in and raises nothing', () => {
    invite();
    joined('invite-1', '甲');
    expect(signIn.join('invite-1', '乙')).toEqual({ outcome: 'used-up' });
    expect(signIn.join('nonsense', '乙')).toEqual({ outcome: 'unknown' });
    expect([raised.length, state.members.list('web').length]).toEqual([1, 1]);
  });
});

describe('a session', () => {
  test('is of its kind and its channel', () => {
    invite();
    const { secret } = joined('invite-1');
    expect(signIn.visitorBy('token', secret)).toBeNull();
    expect(signIn.visitorBy('session', hashOf(secret))).toBeNull();
    expect(open('telegram').visitorBy('session', secret)).toBeNull();
    expect(signIn.visitorBy('session', secret)).not.toBeNull();
  });

  test('ends when it is left, and only that one', () => {
    invite('invite-1', 2);
    const [one, two] = [joined('invite-1'), joined('invite-1')];
    expect([signIn.leave(one.secret), signIn.leave(one.secret), signIn.leave('nonsense')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(signIn.visitorBy('session', one.secret)).toBeNull();
    expect(signIn.visitorBy('session', two.secret)).not.toBeNull();
  });

  test('ends after thirty days', () => {
    invite();
    const { secret } = joined('invite-1');
    now = new Date(START.getTime() + 30 * DAY_MS - 1);
    expect(signIn.visitorBy('session', secret)).not.toBeNull();
    now = new Date(START.getTime() + 30 * DAY_MS);
    expect(signIn.visitorBy('session', secret)).toBeNull();
  });

  test('ends with membership: all keys go at the next visit', () => {
    invite();
    const { user, secret } = joined('invite-1');
    state.members.revoke('web', user, START);
    expect(signIn.visitorBy('session', secret)).toBeNull();
    expect(state.sessions.list({ channel: 'web', user }, 'session', START)).toEqual([]);
  });
});

describe('a device code', () => {
  test('begins a second session of the same person', () => {
    invite();
    const { user, secret } = joined('invite-1', '甲');
    const again = joined(signIn.newDeviceCode(user).code, '乙');
    expect([again.user, again.role]).toEqual([user, 'trainee']);
    expect(again.secret).not.toBe(secret);
    expect(state.members.list('web')).toMatchObject([{ user, name: '甲' }]);
    expect(raised).toHaveLength(1);
  });

  test('of someone whose membership ended does not let them in', () => {
    invite();
    const { user } = joined('invite-1');
    const { code } = signIn.newDeviceCode(user);
    state.members.revoke('web', user, START);
    expect(signIn.join(code, '')).toEqual({ outcome: 'expired' });
  });
});

test('of a secret its SHA-256 is kept, in hexadecimal', () =>
  expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'));

const START_MS = Date.UTC(2031, 0, 1);
const VALID_MS = 600_000;

function openCodes() {
  const clock = { ms: START_MS };
  let made = 0;
  const newSecret = (): string => {
    made += 1;
    return `secret-${made}`;
  };
  return { clock, codes: createDeviceCodes({ newSecret, now: () => new Date(clock.ms) }) };
}

test('a code lets its person in, once', () => {
  const { codes } = openCodes();
  const { code, expiresAt } = codes.issue('u1');
  expect(expiresAt).toEqual(new Date(START_MS + VALID_MS));
  expect([codes.redeem('other'), codes.redeem(''), codes.redeem(code), codes.redeem(code)]).toEqual([
    ...[null, null],
    'u1',
    null,
  ]);
});

test('a code is good until the moment it expires, and is used up by a late try', () => {
  const { clock, codes } = openCodes();
  const [first, second] = [codes.issue('u1'), codes.issue('u2')];
  clock.ms += VALID_MS - 1;
  expect(codes.redeem(first.code)).toBe('u1');
  clock.ms += 1;
  expect(codes.redeem(second.code)).toBeNull();
  clock.ms -= VALID_MS;
  expect(codes.redeem(second.code)).toBeNull();
});

test('a new code voids the person’s one before, and nobody else’s', () => {
  const { codes } = openCodes();
  const [old, others] = [codes.issue('u1'), codes.issue('u2')];
  const latest = codes.issue('u1');
  expect([codes.redeem(old.code), codes.redeem(latest.code), codes.redeem(others.code)]).toEqual([null, 'u1', 'u2']);
});
