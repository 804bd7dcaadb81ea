import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderReply } from '../../../src/chat/render.ts';
import { type Bench, type BenchOptions, createBench, NOW, replyTo, SPEAKER } from '../fixtures.ts';

const QUESTION = '柳溪区有几处公园？';
const OWNER = { speaker: { ...SPEAKER, chat: 'o', user: 'o' } };
const person = (user: string) => ({ speaker: { ...SPEAKER, chat: user, user }, name: `名${user}` });
const linkTo = (payload: string): string => `link:${payload}`;

let now = NOW;
let bench: Bench;
const open = (options: BenchOptions = {}): Bench => createBench({ ownerIds: ['o'], now: () => now, ...options });
beforeEach(() => {
  now = NOW;
  bench = open();
});
afterEach(() => bench.remove());

const wait = (days: number): void => {
  now = new Date(now.getTime() + days * 86_400_000);
};
const say = async (text: string, setting: object): Promise<string> => renderReply(await replyTo(bench, text, setting));
const invite = async (words = '', by: object = OWNER): Promise<string> => {
  const reply = await say(`/invite ${words}`, { ...by, linkTo });
  return /link:([\w-]+)/u.exec(reply)?.[1] ?? reply;
};
const isAnswered = async (user: string): Promise<boolean> => (await say(QUESTION, person(user))).includes('12处');

describe('an invitation', () => {
  test('lets one person in, at once, under the role it names', async () => {
    expect(await isAnswered('u')).toBe(false);
    expect(await say(`/start ${await invite('学员')}`, person('u'))).toContain('角色是学员');
    expect(await isAnswered('u')).toBe(true);
    expect(bench.state.members.list('test')).toMatchObject([
      { user: 'u', role: 'trainee', name: '名u', invitedBy: 'o' },
    ]);
    expect(bench.alerts).toEqual([expect.stringContaining('名u')]);
  });

  test('serves as many people as it says, and says so to the next', async () => {
    const code = await invite('official 7 2');
    for (const user of ['a', 'b']) await say(`/start ${code}`, person(user));
    expect(await say(`/start ${code}`, person('c'))).toContain('人数已满');
    expect(await Promise.all(['a', 'b', 'c'].map(isAnswered))).toEqual([true, true, false]);
  });

  test('is not used up by those who are in already', async () => {
    const code = await invite('official 7 1');
    await say(`/start ${code}`, OWNER);
    await say(`/start ${code}`, person('a'));
    await say(`/start ${code}`, person('a'));
    expect(await isAnswered('a')).toBe(true);
  });

  test('expires', async () => {
    const code = await invite('official 2');
    wait(2);
    expect(await say(`/start ${code}`, person('u'))).toContain('已过期');
    expect(await isAnswered('u')).toBe(false);
  });

  test.each(['nonsense-code', "x' OR 1=1 --", 'code-0000'])(
    'that was never given (%s) lets nobody in',
    async (code) => {
      await invite();
      await say(`/start ${code}`, person('u'));
      expect(await isAnswered('u')).toBe(false);
    },
  );

  test('outlives a restart', async () => {
    const code = await invite();
    bench = bench.restart();
    await say(`/start ${code}`, person('u'));
    expect(await isAnswered('u')).toBe(true);
  });

  test.each([
    ['official 90', 90, 1],
    ['official 1 100', 1, 100],
    ['', 7, 1],
    ['3', 3, 1],
  ])('of %j is good for so many days and people', async (words, days, uses) => {
    const code = await invite(words);
    wait(days - 0.001);
    for (let n = 0; n < uses; n += 1) await say(`/start ${code}`, person(`u${n}`));
    expect(bench.state.members.list('test')).toHaveLength(uses);
    expect(bench.state.members.roleOf('test', 'u0')).toBe('official');
    expect(await say(`/start ${code}`, person('late'))).toContain('人数已满');
    wait(0.001);
    expect(await say(`/start ${await invite('trainee 1')}`, person('late'))).toContain('学员');
  });

  test.each([
    ['干部', 'official'],
    ['学员', 'trainee'],
    ['TRAINEE', 'trainee'],
    ['maintainer', 'maintainer'],
    ['维护人员', 'maintainer'],
  ])('for %s makes a member of that role', async (word, role) => {
    await say(`/start ${await invite(word)}`, person('u'));
    expect(bench.state.members.roleOf('test', 'u')).toBe(role);
  });

  test('without a name is told by the id; a link that failed raises nothing', async () => {
    await say(`/start ${await invite()}`, { speaker: { ...SPEAKER, chat: 'u', user: 'u77' }, name: null });
    expect(bench.alerts).toEqual([expect.stringContaining('u77')]);
    await say('/start code-9999', person('z'));
    expect(bench.alerts).toHaveLength(1);
  });

  test.each(['boss', 'official 0', 'official 7 0', 'official 91', 'official 7 101', 'official trainee', '1 2 3'])(
    'of %j is refused with how to write it',
    async (words) => {
      expect(await say(`/invite ${words}`, OWNER)).toContain('/invite 角色');
    },
  );

  test('to maintain is an owner’s to give', async () => {
    await say(`/start ${await invite('维护')}`, person('m'));
    expect(await invite('维护', person('m'))).toContain('只有所有者');
    expect(await invite('学员', person('m'))).toMatch(/^code-/u);
  });
});

describe('revoking', () => {
  test('ends a membership at once; an old link does not bring it back, a new one does', async () => {
    const code = await invite('official 7 9');
    await say(`/start ${code}`, person('u'));
    wait(1);
    expect(await say('/revoke u', OWNER)).toContain('已移除');
    expect(await isAnswered('u')).toBe(false);
    await say(`/start ${code}`, person('u'));
    expect(await isAnswered('u')).toBe(false);
    wait(0.1);
    await say(`/start ${await invite()}`, person('u'));
    expect(await isAnswered('u')).toBe(true);
  });

  test('of links makes all that are open void', async () => {
    const code = await invite('official 7 9');
    expect(await say('/revoke 链接', OWNER)).toContain('1 个邀请');
    await say(`/start ${code}`, person('u'));
    expect(await isAnswered('u')).toBe(false);
  });

  test('a maintainer sends members away, not maintainers; nobody sends away who is not there', async () => {
    for (const user of ['m', 'n']) await say(`/start ${await invite('maintainer')}`, person(user));
    expect(await say('/revoke n', person('m'))).toContain('只有所有者');
    expect(await say('/revoke z', person('m'))).toContain('没有编号');
    expect(await say('/revoke', person('m'))).toContain('/revoke 编号');
    expect(await say('/members', person('m'))).toContain('共 2 名');
  });
});

test('members are listed with name, id, role and day, and a mark where they cannot be reached', async () => {
  expect(await say('/members', OWNER)).toContain('还没有成员');
  await say(`/start ${await invite('学员')}`, person('u'));
  expect(await say('/members', OWNER)).toContain(`· 名u · u · 学员 · ${NOW.toISOString().slice(0, 10)}`);
  const before = await say('/members', OWNER);
  bench.state.members.noteUnreachable('test', 'u', NOW);
  expect((await say('/members', OWNER)).length).toBeGreaterThan(before.length);
});

test('whoever is sent away loses every session and token', async () => {
  await say(`/start ${await invite()}`, person('u'));
  const kept = { kind: 'token', name: null, scope: 'all', madeAt: NOW, expiresAt: null } as const;
  const key = { id: 'k', channel: 'test', user: 'u', ...kept };
  bench.state.sessions.add(key, 'hash');
  await say('/revoke u', OWNER);
  expect(bench.state.sessions.list({ channel: 'test', user: 'u' }, 'token', NOW)).toEqual([]);
});

test('/start forgets earlier questions of whoever is in', async () => {
  const recent = (): string[] => bench.state.exchanges.recentQuestions(OWNER.speaker, { limit: 9, since: new Date(0) });
  await say(QUESTION, OWNER);
  expect(recent()).toEqual([QUESTION]);
  await say('/start', OWNER);
  expect(recent()).toEqual([]);
});

describe('strangers', () => {
  test.each([QUESTION, '/help', '/ask 公园', '/districts', '/members', '/invite', '/nonsense', '原文 1', '', '🙂'])(
    'learn their id and nothing else from %j',
    async (text) => {
      const reply = await replyTo(bench, text, person('8'));
      expect(renderReply(reply)).toContain('编号是 8');
      expect(reply.buttons).toEqual([]);
      expect(bench.service.questions).toEqual([]);
    },
  );

  test('may see and delete what is held of them', async () => {
    expect(await say('/privacy', person('8'))).toContain('/forget_me');
    expect((await replyTo(bench, '/export_me', person('8'))).file?.text).toContain('"exchange": []');
  });

  test('get silence in groups, and once they write too much', async () => {
    expect(await bench.conversation.handle({ ...person('8'), place: 'group', text: QUESTION })).toBeNull();
    bench.remove();
    bench = open({ limits: { perPerson: 2, inAll: 100 } });
    for (const text of ['一', '二']) await replyTo(bench, text, person('8'));
    expect(await bench.conversation.handle({ ...person('8'), text: '三' })).toBeNull();
  });
});

describe('a group', () => {
  const inGroup = (user: string) => ({ speaker: { ...SPEAKER, chat: 'g', user }, place: 'group' as const });

  test('is open to members once a maintainer approved it, and closed when the approval is taken back', async () => {
    await say(`/start ${await invite()}`, person('u'));
    expect(await say(QUESTION, inGroup('u'))).toContain('/approve');
    expect(await say('/approve', inGroup('u'))).toContain('权限');
    await say('/approve', inGroup('o'));
    expect(await say(QUESTION, inGroup('u'))).toContain('12处');
    await say('/withdraw', inGroup('o'));
    expect(await say(QUESTION, inGroup('u'))).toContain('/approve');
  });

  test('hears an owner without approval', async () => {
    expect(await say(QUESTION, inGroup('o'))).toContain('12处');
  });

  test('gets no answer on what is private', async () => {
    expect(await say('/members', inGroup('o'))).toContain('私聊');
    expect(await say('/approve', OWNER)).toContain('群里');
  });
});

describe('limits', () => {
  test('say when one may ask again; looking things up stays free; owners have none', async () => {
    bench.remove();
    bench = open({ access: 'open', limits: { perPerson: 1, inAll: 100 } });
    await say(QUESTION, person('u'));
    expect(await say(QUESTION, person('u'))).toContain('60 秒后');
    expect(await say('原文 1', person('u'))).toContain('【');
    for (let n = 0; n < 3; n += 1) expect(await say(QUESTION, OWNER)).toContain('12处');
  });
});

test('with open access guests may ask in private, and maintenance is still not theirs', async () => {
  bench.remove();
  bench = open({ access: 'open' });
  expect(await isAnswered('u')).toBe(true);
  expect(await say('/members', person('u'))).toContain('权限');
  expect(await say('/invite', person('u'))).toContain('权限');
});
