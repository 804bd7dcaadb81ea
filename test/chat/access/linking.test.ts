// One person on two channels: over the conversation of each, on one state.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLimiter } from '../../../src/chat/access/limits.ts';
import { type Conversation, createConversation } from '../../../src/chat/conversation.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { reviewed } from '../../../src/quiz/learning/schedule.ts';
import { single } from '../../channels/telegram/made-items.ts';
import { type Bench, createBench, NOW, spoken } from '../fixtures.ts';

const QUESTION = '柳溪区有几处公园？';
let bench: Bench;
let clock = NOW;
beforeEach(() => {
  bench = createBench();
  clock = NOW;
});
afterEach(() => bench.remove());

let codes = 0;
const alerts: string[] = [];
const conversationOf = (ownerIds: readonly string[]): Conversation =>
  createConversation({
    service: bench.service,
    state: bench.state,
    now: () => clock,
    alerts: { raise: (text) => void alerts.push(text), hear: () => () => undefined },
    access: {
      policy: { access: 'invite', ownerIds, owners: new Set(['telegram/7']) },
      limiter: createLimiter({ perPerson: 1e6, inAll: 1e6 }),
      newCode: () => {
        codes += 1;
        return `code-${codes}-of-128-bits`;
      },
    },
  });
const speakerOf = (channel: string, user: string, chat = user) => ({ channel, chat, user, language: 'zh' }) as const;
const TELEGRAM = speakerOf('telegram', '21');
const WECOM = speakerOf('wecom', 'zhang');
const say = async (speaker: ReturnType<typeof speakerOf>, text: string): Promise<Reply> =>
  spoken(await conversationOf(speaker.channel === 'telegram' ? ['7'] : ['boss']).handle({ speaker, text }));
const textOf = ({ blocks }: Reply): string => blocks.map(({ text }) => text).join('\n');
const codeOf = (reply: Reply): string => /\/link (\S+)/u.exec(textOf(reply))?.[1] ?? '';

function joinAs(role: 'trainee' | 'maintainer', { channel, user }: { channel: string; user: string }): void {
  const terms = {
    role,
    by: channel === 'telegram' ? '7' : 'boss',
    at: NOW,
    expiresAt: new Date(NOW.getTime() + 1e6),
    uses: 1,
  };
  bench.state.members.invite({ code: `in-${user}`, channel, ...terms });
  bench.state.members.redeem(`in-${user}`, { channel, user, name: null, at: NOW });
}

function learn(learner: { channel: string; user: string }, n: number, at: Date): void {
  const { questions } = bench.state.learning;
  const put = {
    ...learner,
    chat: learner.user,
    purpose: 'quiz',
    item: single(n),
    closesAt: new Date(at.getTime() + 1e6),
  } as const;
  questions.settle(questions.put(put, at).token, { learner, at }, (_question, schedule) => ({
    response: { options: [0] },
    isRight: false,
    share: 0,
    schedule: reviewed(schedule, false, at),
  }));
}

test('a code links a stranger elsewhere: role and history are one from then on', async () => {
  joinAs('trainee', TELEGRAM);
  await say(TELEGRAM, QUESTION);
  expect((await say(WECOM, QUESTION)).denied?.why).toBe('stranger');
  const code = codeOf(await say(TELEGRAM, '/link'));
  expect(textOf(await say(WECOM, `/link ${code}`))).toContain('已连接');
  expect((await say(WECOM, QUESTION)).denied).toBeUndefined();
  expect(bench.service.questions.at(-1)?.history).toContain(QUESTION);
  expect((await say(WECOM, '/reindex')).denied?.why).toBe('role');
  const ended = bench.state.members.revoke('telegram', '21', NOW);
  expect([ended, (await say(WECOM, QUESTION)).denied?.why]).toEqual([true, 'stranger']);
});

test('what both accounts learned is one schedule; of two cards of an item the one answered last stays', async () => {
  joinAs('trainee', TELEGRAM);
  joinAs('trainee', WECOM);
  const later = new Date(NOW.getTime() + 60_000);
  learn(TELEGRAM, 1, NOW);
  learn(WECOM, 1, later);
  learn(WECOM, 2, NOW);
  await say(WECOM, QUESTION);
  await say(WECOM, `/link ${codeOf(await say(TELEGRAM, '/link'))}`);
  const cards = bench.state.learning.cards.of({ channel: 'telegram', user: '21' });
  expect(cards).toHaveLength(2);
  expect(bench.state.learning.cards.of({ channel: 'wecom', user: 'zhang' })).toEqual([]);
  const { exchange, attempt, linked_account } = bench.state.personalData.exportOf(TELEGRAM);
  expect([exchange?.length, attempt?.length, linked_account?.length]).toEqual([1, 3, 1]);
});

test('an owner elsewhere is an owner by a linked account, and stays nobody’s namesake', async () => {
  const owner = speakerOf('telegram', '7');
  await say(WECOM, `/link ${codeOf(await say(owner, '/link'))}`);
  expect((await say(WECOM, '/members')).denied).toBeUndefined();
  expect((await say(speakerOf('wecom', '7'), '/members')).denied?.why).toBe('stranger');
});

test('a code is good once, for ten minutes, and not for the account that made it', async () => {
  joinAs('trainee', TELEGRAM);
  const first = codeOf(await say(TELEGRAM, '/link'));
  expect(textOf(await say(TELEGRAM, `/link ${first}`))).toContain('同一个账号');
  expect(textOf(await say(WECOM, `/link ${first}`))).toContain('不存在');
  const second = codeOf(await say(TELEGRAM, '/link'));
  clock = new Date(NOW.getTime() + 10 * 60_000);
  expect(textOf(await say(WECOM, `/link ${second}`))).toContain('不存在');
  expect((await say(WECOM, QUESTION)).denied?.why).toBe('stranger');
});

test('strangers get no code; in a group a linked account has its role and keeps its own name', async () => {
  expect(codeOf(await say(WECOM, '/link'))).toBe('');
  joinAs('maintainer', TELEGRAM);
  await say(WECOM, `/link ${codeOf(await say(TELEGRAM, '/link'))}`);
  const speaker = speakerOf('wecom', 'zhang', 'g1');
  const reply = await conversationOf(['boss']).handle({ speaker, place: 'group', text: '/approve' });
  expect(spoken(reply).denied).toBeUndefined();
  expect(bench.state.members.isApproved('wecom', 'g1')).toBe(true);
});

const WEB = speakerOf('web', 'boss');

test('whoever is linked administers the channel that they speak on: members, keys, invitations', async () => {
  joinAs('maintainer', TELEGRAM);
  joinAs('trainee', { channel: 'web', user: 'li' });
  await say(WEB, `/link ${codeOf(await say(TELEGRAM, '/link'))}`);
  const { admin } = conversationOf(['boss']);
  const setting = { speaker: WEB };
  expect(await admin.members(setting)).toMatchObject({ value: [{ user: 'li' }] });
  const token = { id: 't1', name: 'script', secret: 'secret', scope: 'all', days: 9 } as const;
  expect(await admin.addToken(setting, token)).toMatchObject({ value: true });
  const { state } = bench;
  expect(state.sessions.list({ channel: 'web', user: 'boss' }, 'token', NOW)).toHaveLength(1);
  expect(await admin.ownKeys(setting, 'token')).toMatchObject({ value: [{ id: 't1' }] });
  expect(await admin.endOwnKey(setting, 't1')).toMatchObject({ value: true });
  await admin.invite(setting, { role: 'official', days: 1, uses: 1 });
  expect([state.members.openInvites('web', NOW), state.members.openInvites('telegram', NOW)]).toMatchObject([
    [{ by: 'boss' }],
    [],
  ]);
  expect(await admin.revoke(setting, 'li')).toMatchObject({ value: true });
  expect(state.members.list('web')).toEqual([]);
});

test('an invitation that a linked person follows makes them a member where they follow it', async () => {
  joinAs('trainee', TELEGRAM);
  await say(WECOM, `/link ${codeOf(await say(TELEGRAM, '/link'))}`);
  bench.state.members.revoke('telegram', '21', NOW);
  const terms = { role: 'official', at: NOW, expiresAt: new Date(NOW.getTime() + 1e6), uses: 1 } as const;
  bench.state.members.invite({ code: 'in-to-wecom', channel: 'wecom', by: 'boss', ...terms });
  await say(WECOM, '/start in-to-wecom');
  const { members } = bench.state;
  expect([members.roleOf('wecom', 'zhang'), members.roleOf('telegram', '21')]).toEqual(['official', null]);
});

test('whom an owner elsewhere invites by a linked account can come in', async () => {
  await say(WECOM, `/link ${codeOf(await say(speakerOf('telegram', '7'), '/link'))}`);
  const code = /\/start (\S+)/u.exec(textOf(await say(WECOM, '/invite')))?.[1] ?? '';
  await say(speakerOf('wecom', 'wang'), `/start ${code}`);
  expect(bench.state.members.roleOf('wecom', 'wang')).toBe('official');
});

test('a link takes no right away: of two roles the higher counts, and one’s own outlives that of the home', async () => {
  joinAs('trainee', TELEGRAM);
  joinAs('maintainer', WECOM);
  await say(WECOM, `/link ${codeOf(await say(TELEGRAM, '/link'))}`);
  expect((await say(WECOM, '/members')).denied).toBeUndefined();
  expect((await say(TELEGRAM, '/members')).denied?.why).toBe('role');
  bench.state.members.revoke('telegram', '21', NOW);
  expect((await say(WECOM, '/members')).denied).toBeUndefined();
});

test('guests get no code', async () => {
  const open = createBench({ access: 'open', ownerIds: [] });
  const reply = await open.conversation.handle({ speaker: TELEGRAM, text: '/link' });
  open.remove();
  expect(codeOf(spoken(reply))).toBe('');
});

const link = async (account = WECOM, home = TELEGRAM): Promise<Reply> =>
  say(account, `/link ${codeOf(await say(home, '/link'))}`);

test('what a linked account said in groups is exported and forgotten with the rest', async () => {
  joinAs('trainee', TELEGRAM);
  joinAs('trainee', WECOM);
  bench.state.members.approve('wecom', 'g1', { by: 'boss', at: NOW });
  await link();
  const speaker = speakerOf('wecom', 'zhang', 'g1');
  await conversationOf(['boss']).handle({ speaker, place: 'group', text: QUESTION });
  const exported = async () => JSON.parse((await say(TELEGRAM, '/export_me')).file?.text ?? '{}');
  expect((await exported()).exchange).toMatchObject([{ channel: 'wecom', chat: 'g1', user: 'zhang' }]);
  await say(TELEGRAM, '/link');
  await conversationOf(['7']).press({ speaker: TELEGRAM }, 'forget:yes');
  const { exchange, linked_account } = await exported();
  expect([exchange, linked_account.length]).toEqual([[], 1]);
  expect(bench.state.personalData.exportOf(WECOM).pseudonym).toEqual([]);
});

test('who is in office stays known in the audit log on every account', async () => {
  joinAs('trainee', TELEGRAM);
  joinAs('maintainer', WECOM);
  await link();
  await conversationOf(['7']).press({ speaker: TELEGRAM }, 'forget:yes');
  expect(bench.state.personalData.exportOf(WECOM).pseudonym).toHaveLength(1);
});

test('a link is told to maintainers, noted without anybody’s id, and listed', async () => {
  joinAs('trainee', TELEGRAM);
  alerts.length = 0;
  await link();
  expect(alerts).toEqual([expect.stringContaining('wecom/zhang 已连接到 telegram/21')]);
  const pseudonym = bench.state.audit.pseudonymOf(TELEGRAM);
  const entries = bench.state.audit.entries().map(({ entry }) => JSON.parse(entry));
  expect(entries.filter(({ act }) => act === 'link')).toMatchObject([
    { channel: 'telegram', verdict: 'made' },
    { channel: 'wecom', verdict: 'linked', object: `telegram/${pseudonym}` },
  ]);
  expect(textOf(await say(speakerOf('wecom', 'boss'), '/members'))).toContain('wecom/zhang → telegram/21');
});

test('a person and whoever revokes can end a link', async () => {
  joinAs('trainee', TELEGRAM);
  await link();
  expect(textOf(await say(WECOM, '/link off'))).toContain('已解除 1 个');
  expect((await say(WECOM, QUESTION)).denied?.why).toBe('stranger');
  expect(textOf(await say(TELEGRAM, '/link 断开'))).toContain('没有');
  await link();
  expect(textOf(await say(speakerOf('wecom', 'boss'), '/revoke zhang'))).toContain('已移除');
  expect(bench.state.accounts.homeOf(WECOM)).toBeNull();
  await link();
  await say(speakerOf('telegram', '7'), '/revoke 21');
  expect(bench.state.accounts.homeOf(WECOM)).toBeNull();
});

test('a maintainer ends no link of an owner', async () => {
  joinAs('maintainer', speakerOf('wecom', 'wang'));
  await link(WECOM, speakerOf('telegram', '7'));
  expect(textOf(await say(speakerOf('wecom', 'wang'), '/revoke zhang'))).toContain('只有所有者');
  expect(bench.state.accounts.homeOf(WECOM)).toMatchObject({ user: '7' });
});
