// A second device of one's own: a link that works once and soon, for a browser that is signed in.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MeJson } from '../../../src/channels/web/server/schemas.ts';
import type { DeviceLinkJson, NewTokenJson } from '../../../src/channels/web/server/schemas-admin.ts';
import { deviceLink } from '../../../src/channels/web/server/schemas-admin.ts';
import {
  createWebBench,
  localOwner,
  member,
  ORIGIN,
  owner,
  type Person,
  send,
  type WebBench,
} from '../../channels/web/fixtures.ts';

const MINUTE_MS = 60_000;
let bench: WebBench;
beforeEach(() => {
  bench = createWebBench();
});
afterEach(() => bench.remove());

const linkOf = (person: Person): Promise<DeviceLinkJson> =>
  person.json<DeviceLinkJson>('/api/devices', { method: 'POST' });
const codeIn = ({ url }: DeviceLinkJson): string => new URL(url).pathname.split('/').at(-1) ?? '';
const join = (code: string): Promise<Response> =>
  send(bench, '/api/join', { method: 'POST', body: { code, name: 'somebody else' } });
const whoIs = async (response: Response): Promise<MeJson> => {
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return (await (await send(bench, '/api/me', { headers: { cookie } })).json()) as MeJson;
};

describe('a link for another device', () => {
  test.each(['official', 'owner'] as const)(
    'signs the same person in there, once, whatever the role: %s',
    async (role) => {
      const person = role === 'owner' ? await owner(bench) : await member(bench, role);
      const link = await linkOf(person);
      expect(deviceLink.safeParse(link).error).toBeUndefined();
      expect(link.url).toMatch(new RegExp(`^${ORIGIN}/join/[\\w-]+\\?own=yes$`, 'u'));
      const before = await person.json<MeJson>('/api/me');
      const there = await whoIs(await join(codeIn(link)));
      expect(there).toMatchObject({ id: before.id, role, name: before.name, isSignedIn: true });
      expect(there.csrf).not.toBe(before.csrf);
      expect((await join(codeIn(link))).status).toBe(403);
    },
  );

  test('works for ten minutes, and until a newer one is made', async () => {
    const person = await member(bench);
    const [first, second] = [await linkOf(person), await linkOf(person)];
    expect((await join(codeIn(first))).status).toBe(403);
    bench.pass(10 * MINUTE_MS);
    expect(new Date(second.expiresAt)).toEqual(bench.parts.now());
    expect((await join(codeIn(second))).status).toBe(403);
  });

  test('lets nobody in whose membership ended meanwhile', async () => {
    const person = await member(bench);
    const link = await linkOf(person);
    bench.state.members.revoke('web', person.id, bench.parts.now());
    const response = await join(codeIn(link));
    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null]);
  });

  test('is made by a signed-in browser alone: no script, no stranger, no forged request, nobody where none signs in', async () => {
    const person = await member(bench);
    const { token } = await person.json<NewTokenJson>('/api/tokens', { method: 'POST', body: { name: 'script' } });
    const asked = async (headers: Record<string, string>): Promise<number> =>
      (await send(bench, '/api/devices', { method: 'POST', headers })).status;
    expect(await asked({ authorization: `Bearer ${token}` })).toBe(403);
    expect(await asked({})).toBe(401);
    expect(await asked({ cookie: person.cookie })).toBe(403);
    const local = createWebBench({ local: true });
    expect((await localOwner(local).send('/api/devices', { method: 'POST' })).status).toBe(404);
    local.remove();
  });
});
