// Signing in and out: invitations, cookies, tokens, roles; what a revoked member can still do (nothing).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FaultJson, HistoryJson, MeJson, ReplyJson } from '../../../src/channels/web/server/schemas.ts';
import { me } from '../../../src/channels/web/server/schemas.ts';
import type {
  InvitationJson,
  MembersJson,
  NewTokenJson,
  TokensJson,
} from '../../../src/channels/web/server/schemas-admin.ts';
import { invitation } from '../../../src/channels/web/server/schemas-admin.ts';
import { hashOf } from '../../../src/chat/access/sign-in.ts';
import { createWebBench, localOwner, member, ORIGIN, owner, send, type WebBench } from '../../channels/web/fixtures.ts';

const DAY_MS = 86_400_000;
const QUESTION = '柳溪区2031年新建了多少处公园？';
let bench: WebBench;
beforeEach(() => {
  bench = createWebBench();
});
afterEach(() => bench.remove());

const join = (code: string, name = '林溪'): Promise<Response> =>
  send(bench, '/api/join', { method: 'POST', body: { code, name } });
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as FaultJson).error.code;

describe('without a session', () => {
  test.each(['/api/reports', '/api/history', '/api/health', '/api/backup', '/api/members'])(
    '%s asks to sign in',
    async (path) => {
      const response = await send(bench, path);
      expect([response.status, await codeOf(response)]).toEqual([401, 'sign-in']);
    },
  );

  test('a browser is told that it is a stranger; a script that its token is void', async () => {
    const response = await send(bench, '/api/me');
    const stranger = (await response.json()) as MeJson;
    expect([response.status, me.safeParse(stranger).error]).toEqual([200, undefined]);
    expect(stranger).toMatchObject({ id: '', role: 'stranger', name: null, csrf: '', isSignedIn: false });
    expect((await send(bench, '/api/me', { headers: { authorization: 'Bearer void' } })).status).toBe(401);
  });

  test('the page, its files and the document of the interface are open: they hold nobody’s data', async () => {
    for (const path of ['/', '/join/whatever', '/api/openapi.json']) expect((await send(bench, path)).status).toBe(200);
  });
});

describe('joining', () => {
  test('the owner joins by a code that works once', async () => {
    const code = bench.signIn.newOwnerCode();
    const response = await join(code);
    expect(await response.json()).toEqual({ role: 'owner' });
    expect((await join(code)).status).toBe(403);
    expect(bench.signIn.isOwnerIn()).toBe(true);
  });

  test('the cookie is out of reach of scripts, other sites and plain connections, and holds 256 bits that are kept as a hash', async () => {
    const cookie = (await join(bench.signIn.newOwnerCode())).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-quzhi=[\w-]{20,64}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/u);
    const secret = /=([\w-]+);/u.exec(cookie)?.[1] ?? 'nothing';
    expect(
      JSON.stringify(bench.state.sessions.list({ channel: 'web', user: 'owner' }, 'session', bench.parts.now())),
    ).not.toContain(secret);
  });

  test('an invitation from the page lets people in, as many as it says, by the role it names', async () => {
    const chief = await owner(bench);
    const body = { role: 'trainee', days: 2, uses: 1 };
    const invited = await chief.json<InvitationJson>('/api/invitations', { method: 'POST', body });
    expect(invitation.safeParse(invited).error).toBeUndefined();
    const { url, uses } = invited;
    expect([url.startsWith(`${ORIGIN}/join/`), uses]).toEqual([true, 1]);
    const code = url.split('/').at(-1) ?? '';
    expect(await (await join(code, ' 周\u202E山 ')).json()).toEqual({ role: 'trainee' });
    expect((await join(code)).status).toBe(403);
    const { members } = await chief.json<MembersJson>('/api/members');
    expect(members.map(({ name, role }) => [name, role])).toEqual([['周山', 'trainee']]);
  });

  test('an invitation that has expired, or that nobody made, lets nobody in', async () => {
    const chief = await owner(bench);
    const { url } = await chief.json<InvitationJson>('/api/invitations', {
      method: 'POST',
      body: { role: 'official', days: 1 },
    });
    bench.pass(2 * DAY_MS);
    for (const code of [url.split('/').at(-1) ?? '', 'no-such-invitation']) {
      const response = await join(code);
      expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null]);
    }
  });

  test('maintainers invite, but only an owner makes maintainers or sends them away', async () => {
    const chief = await owner(bench);
    const maintainer = await member(bench, 'maintainer');
    const invite = (role: string) => ({ method: 'POST', body: { role } });
    expect((await maintainer.send('/api/invitations', invite('official'))).status).toBe(200);
    expect((await maintainer.send('/api/invitations', invite('maintainer'))).status).toBe(403);
    expect((await maintainer.send(`/api/members/${maintainer.id}`, { method: 'DELETE' })).status).toBe(403);
    expect((await chief.send('/api/invitations', invite('maintainer'))).status).toBe(200);
    expect((await chief.send(`/api/members/${maintainer.id}`, { method: 'DELETE' })).status).toBe(200);
    expect(await maintainer.json('/api/me')).toMatchObject({ role: 'stranger' });
  });
});

describe('a session', () => {
  test('knows who one is and what one may', async () => {
    const person = await member(bench, 'official');
    const own = await person.json<MeJson>('/api/me');
    expect(own).toMatchObject({ role: 'official', name: '林溪', isSignedIn: true, version: '1.2.3' });
    expect(['question', 'reindex', 'backup'].map((act) => (own.acts as string[]).includes(act))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('ends when one leaves, and after thirty days', async () => {
    const [one, two] = [await member(bench), await member(bench)];
    const left = await one.send('/api/leave', { method: 'POST' });
    expect([await left.json(), left.headers.get('set-cookie')]).toEqual([
      { done: true },
      expect.stringContaining('1970'),
    ]);
    expect((await one.send('/api/history')).status).toBe(401);
    bench.pass(29 * DAY_MS);
    expect((await two.send('/api/history')).status).toBe(200);
    bench.pass(2 * DAY_MS);
    expect((await two.send('/api/history')).status).toBe(401);
  });

  test('of a revoked member opens nothing from the next request on, whatever the way', async () => {
    const chief = await owner(bench);
    const person = await member(bench);
    const { token } = await person.json<NewTokenJson>('/api/tokens', { method: 'POST', body: { name: 'script' } });
    const bearer = { headers: { authorization: `Bearer ${token}` } };
    expect((await send(bench, '/api/me', bearer)).status).toBe(200);
    await chief.json(`/api/members/${person.id}`, { method: 'DELETE' });
    for (const path of ['/api/districts', '/api/reports', '/api/history']) {
      expect([(await person.send(path)).status, (await send(bench, path, bearer)).status]).toEqual([401, 401]);
    }
    expect((await person.send('/api/say', { method: 'POST', body: { text: QUESTION } })).status).toBe(401);
    expect(bench.service.questions).toEqual([]);
  });

  test('is ended with the membership even where another channel revokes it', async () => {
    const person = await member(bench);
    bench.state.members.revoke('web', person.id, bench.parts.now());
    expect((await person.send('/api/history')).status).toBe(401);
    expect(bench.state.sessions.list({ channel: 'web', user: person.id }, 'session', bench.parts.now())).toEqual([]);
  });
});

describe('tokens for scripts', () => {
  test('are shown once, listed without their secret, and void once deleted', async () => {
    const person = await member(bench);
    const { id, token } = await person.json<NewTokenJson>('/api/tokens', { method: 'POST', body: { name: 'report' } });
    const bearer = { authorization: `Bearer ${token}` };
    const said = await send(bench, '/api/say', { method: 'POST', body: { text: QUESTION }, headers: bearer });
    expect(said.status).toBe(200);
    const listed = await person.json<TokensJson>('/api/tokens');
    expect(listed.tokens).toMatchObject([{ id, name: 'report' }]);
    expect(JSON.stringify(listed)).not.toContain(token);
    expect((await person.json<HistoryJson>('/api/history')).exchanges).toHaveLength(1);
    await person.json(`/api/tokens/${id}`, { method: 'DELETE' });
    expect((await send(bench, '/api/me', { headers: bearer })).status).toBe(401);
  });

  test('stand in what a person is given of their data, without what opens', async () => {
    const person = await member(bench);
    const { token } = await person.json<NewTokenJson>('/api/tokens', { method: 'POST', body: { name: 'report' } });
    const { file } = await person.json<ReplyJson>('/api/say', { method: 'POST', body: { text: '/export_me' } });
    const { access_key: keys } = JSON.parse(file?.text ?? '{}') as { access_key: Record<string, unknown>[] };
    expect(keys.map(({ kind, name }) => [kind, name])).toEqual(
      expect.arrayContaining([
        ['token', 'report'],
        ['session', null],
      ]),
    );
    expect(file?.text).not.toContain(token);
    expect(file?.text).not.toContain(hashOf(token));
  });

  test('of somebody else cannot be deleted', async () => {
    const [one, two] = [await member(bench), await member(bench)];
    const { id } = await one.json<NewTokenJson>('/api/tokens', { method: 'POST', body: { name: 'mine' } });
    expect((await two.send(`/api/tokens/${id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await one.json<TokensJson>('/api/tokens')).tokens).toHaveLength(1);
  });

  test('are twenty at most', async () => {
    const person = await member(bench);
    for (let n = 0; n < 20; n += 1) await person.json('/api/tokens', { method: 'POST', body: { name: `n${n}` } });
    expect((await person.send('/api/tokens', { method: 'POST', body: { name: 'one more' } })).status).toBe(400);
  });
});

describe('at the machine itself', () => {
  test('whoever comes is the owner, and there is nothing to join', async () => {
    const local = createWebBench({ local: true });
    try {
      expect(await localOwner(local).json('/api/me')).toMatchObject({ role: 'owner', isSignedIn: false });
      const join = { method: 'POST', body: { code: 'whatever-code', name: '' } };
      const invite = { method: 'POST', body: { role: 'official' } };
      expect((await send(local, '/api/join', join)).status).toBe(404);
      expect((await send(local, '/api/invitations', invite)).status).toBe(404);
    } finally {
      local.remove();
    }
  });
});

describe('the audit', () => {
  test('holds who joined, what was refused, and once an hour that somebody read; all under pseudonyms', async () => {
    const person = await member(bench);
    await person.json('/api/reports');
    await person.json('/api/districts');
    await person.send('/api/health');
    bench.pass(3_600_000);
    await person.json('/api/districts');
    const entries = bench.state.audit.entries().map(({ entry }) => JSON.parse(entry) as Record<string, string>);
    expect(entries.map(({ act, verdict }) => [act, verdict])).toEqual([
      ['join', 'joined'],
      ['browse', 'done'],
      ['status', 'role'],
      ['browse', 'done'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(person.id);
  });
});
