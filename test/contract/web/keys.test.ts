// Keys to the product at the page: sessions, tokens and invitations are seen and ended; tokens reach as far as they say, and no further.
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type InvitationJson,
  type InvitationsJson,
  invitations,
  type KeysJson,
  keys,
  type NewTokenJson,
  type SessionsJson,
  sessions,
  type TokensJson,
  tokens,
} from '../../../src/channels/web/server/schemas-admin.ts';
import { createWebBench, member, owner, type Person, send, type WebBench } from '../../channels/web/fixtures.ts';

const DAY_MS = 86_400_000;
const QUESTION = '柳溪区2031年新建了多少处公园？';
const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 <b>not kept</b>';
let bench: WebBench;
beforeEach(() => {
  bench = createWebBench();
});
afterEach(() => bench.remove());

const post = (body: unknown, headers = {}) => ({ method: 'POST', body, headers });
const remove = { method: 'DELETE' };
const bearer = ({ token }: NewTokenJson) => ({ authorization: `Bearer ${token}` });
const tokenOf = (person: Person, body: object): Promise<NewTokenJson> =>
  person.json<NewTokenJson>('/api/tokens', post({ name: 'script', ...body }));
const audited = (): { act: string; verdict: string; role: string; object?: string }[] =>
  bench.state.audit.entries().map(({ entry }) => JSON.parse(entry));

/** Signs a person in on another device. */
async function onPhone(person: Person): Promise<string> {
  const { url } = await person.json<{ url: string }>('/api/devices', post({}));
  const code = new URL(url).pathname.split('/').at(-1);
  const joined = await send(bench, '/api/join', post({ code, name: '' }, { 'user-agent': PHONE }));
  return joined.headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('a person sees where they are signed in, by device and which is this one, and ends another at once', async () => {
  const person = await member(bench);
  const cookie = await onPhone(person);
  const listed = await person.json<SessionsJson>('/api/sessions');
  expect(sessions.safeParse(listed).error).toBeUndefined();
  expect(listed.sessions.map(({ device, isThis }) => `${device} ${isThis}`).sort()).toEqual([
    'Chrome · Android false',
    'null true',
  ]);
  const phone = listed.sessions.find(({ isThis }) => !isThis)?.id ?? '';
  expect((await send(bench, '/api/history', { headers: { cookie } })).status).toBe(200);
  expect((await person.send(`/api/sessions/${phone}`, remove)).status).toBe(200);
  expect((await send(bench, '/api/history', { headers: { cookie } })).status).toBe(401);
  expect((await person.send(`/api/sessions/${phone}`, remove)).status).toBe(404);
  expect(audited()).toContainEqual(
    expect.objectContaining({ act: 'tokens', verdict: 'ended', object: `key ${phone} ${person.id}` }),
  );
});

test('an owner sees and ends everybody’s sessions and tokens; nobody else does', async () => {
  const [chief, person, maintainer] = [await owner(bench), await member(bench), await member(bench, 'maintainer')];
  const made = await tokenOf(person, {});
  const listed = await chief.json<KeysJson>('/api/keys');
  expect(keys.safeParse(listed).error).toBeUndefined();
  expect(listed.keys.filter(({ user }) => user === person.id).map(({ kind, holder }) => [kind, holder])).toEqual([
    ['session', '林溪'],
    ['token', '林溪'],
  ]);
  expect((await maintainer.send('/api/keys')).status).toBe(403);
  expect((await maintainer.send(`/api/keys/${made.id}?user=${person.id}`, remove)).status).toBe(403);
  expect((await maintainer.send(`/api/sessions/${made.id}`, remove)).status).toBe(404);
  expect((await chief.send(`/api/keys/${made.id}?user=${person.id}`, remove)).status).toBe(200);
  expect((await send(bench, '/api/me', { headers: bearer(made) })).status).toBe(401);
});

test('open invitations are listed without their code and made void; a link that is void lets nobody in', async () => {
  const [chief, person] = [await owner(bench), await member(bench)];
  const { url } = await chief.json<InvitationJson>('/api/invitations', post({ role: 'trainee', uses: 3 }));
  const listed = await chief.json<InvitationsJson>('/api/invitations');
  expect(invitations.safeParse(listed).error).toBeUndefined();
  expect(listed.invitations).toMatchObject([{ role: 'trainee', by: 'owner', uses: 3 }]);
  const code = url.split('/').at(-1) ?? 'nothing';
  expect(JSON.stringify(listed)).not.toContain(code);
  const [{ id } = { id: '' }] = listed.invitations;
  expect((await person.send('/api/invitations')).status).toBe(403);
  expect((await person.send(`/api/invitations/${id}`, remove)).status).toBe(403);
  expect((await chief.send(`/api/invitations/${id}`, remove)).status).toBe(200);
  expect((await chief.json<InvitationsJson>('/api/invitations')).invitations).toEqual([]);
  expect((await send(bench, '/api/join', post({ code, name: '' }))).status).toBe(403);
});

test('a token ends by itself on its day', async () => {
  const person = await member(bench);
  const made = await tokenOf(person, { days: 2 });
  const listed = await person.json<TokensJson>('/api/tokens');
  expect(tokens.safeParse(listed).error).toBeUndefined();
  bench.pass(DAY_MS);
  expect((await send(bench, '/api/districts', { headers: bearer(made) })).status).toBe(200);
  bench.pass(DAY_MS);
  expect((await send(bench, '/api/districts', { headers: bearer(made) })).status).toBe(401);
  expect((await person.send('/api/tokens', post({ name: 'for ever', days: 400 }))).status).toBe(400);
});

test('a token for asking asks and reads, and does nothing else in its person’s name', async () => {
  const person = await member(bench, 'maintainer');
  const headers = bearer(await tokenOf(person, {}));
  const said = await send(bench, '/api/say', post({ text: QUESTION }, headers));
  expect([said.status, (await send(bench, '/api/reports', { headers })).status]).toEqual([200, 200]);
  for (const path of ['/api/history', '/api/members', '/api/gaps', '/api/keys', '/api/tokens', '/api/sessions'])
    expect([path, (await send(bench, path, { headers })).status]).toEqual([path, 403]);
  for (const text of ['/export_me', '/forget_me', '/revoke id1', '/invite official', '/reindex', '/quiz'])
    expect([text, (await send(bench, '/api/say', post({ text }, headers))).status]).toEqual([text, 403]);
});

test('a token for everything makes no key, neither by a route nor by a command', async () => {
  const chief = await owner(bench);
  const made = await tokenOf(chief, { scope: 'all' });
  const headers = bearer(made);
  expect((await send(bench, '/api/members', { headers })).status).toBe(200);
  const tries = [
    await send(bench, '/api/tokens', post({ name: 'second' }, headers)),
    await send(bench, '/api/invitations', post({ role: 'official' }, headers)),
    await send(bench, '/api/devices', post({}, headers)),
    await send(bench, `/api/sessions/${made.id}`, { ...remove, headers }),
    await send(bench, '/api/say', post({ text: '/invite maintainer' }, headers)),
  ];
  expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  expect(bench.state.members.openInvites('web', bench.parts.now())).toEqual([]);
});

test('failed sign-ins stand in the audit log, each secret once an hour, and fill it no further than a hundred', async () => {
  const join = (code: string): Promise<Response> => send(bench, '/api/join', post({ code, name: '' }));
  const failed = () => audited().filter(({ role }) => role === 'stranger');
  await join('no-such-invitation');
  await join('no-such-invitation');
  await send(bench, '/api/me', { headers: { authorization: `Bearer ${'x'.repeat(30)}` } });
  expect(failed()).toMatchObject([
    { act: 'join', verdict: 'unknown' },
    { act: 'token', verdict: 'unknown' },
  ]);
  expect(JSON.stringify(failed())).not.toContain('no-such-invitation');
  for (let n = 0; n < 150; n += 1) await join(`guess-number-${n}`);
  expect(failed()).toHaveLength(100);
  bench.pass(3_600_001);
  await join('no-such-invitation');
  expect(failed()).toHaveLength(101);
});
