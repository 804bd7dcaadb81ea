// What is done to others stands in the audit log with its object and its outcome.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { handleOf } from '../../src/chat/asking/places.ts';
import type { CorpusAdmin } from '../../src/chat/corpus/corpus-admin.ts';
import { renderReply } from '../../src/chat/render.ts';
import { AppError } from '../../src/errors.ts';
import { type Bench, type BenchOptions, createBench, replyTo, SPEAKER } from '../chat/fixtures.ts';
import { IDLE_CORPUS } from '../chat/idle-corpus.ts';

const OWNER = { speaker: { ...SPEAKER, chat: 'o', user: 'o' } };
const person = (user: string) => ({ speaker: { ...SPEAKER, chat: user, user }, name: `名${user}` });
const linkTo = (payload: string): string => `link:${payload}`;

let bench: Bench;
const open = (options: BenchOptions = {}): Bench => createBench({ ownerIds: ['o'], ...options });
beforeEach(() => {
  bench = open();
});
afterEach(() => bench.remove());

const say = async (text: string, setting: object): Promise<string> => renderReply(await replyTo(bench, text, setting));
const invite = async (words = '', by: object = OWNER): Promise<string> => {
  const reply = await say(`/invite ${words}`, { ...by, linkTo });
  return /link:([\w-]+)/u.exec(reply)?.[1] ?? reply;
};
test('what was done to whom, and what came of it, stands in the audit log; a maintainer’s trace outlives their wish to be forgotten', async () => {
  await say(`/start ${await invite('maintainer')}`, person('m'));
  await say(`/start ${await invite('trainee', person('m'))}`, person('t'));
  expect(await say('/members', person('m'))).not.toContain('未用完');
  await invite('official 7 3', person('m'));
  expect(await say('/members', person('m'))).toContain('还有 1 个未用完的邀请');
  await say('/revoke t', person('m'));
  await say('/revoke t', person('m'));
  const whoOf = (): { act: string; object?: string; verdict: string; who: string }[] =>
    bench.state.audit.entries().map(({ entry }) => JSON.parse(entry));
  const revoked = whoOf().filter(({ act }) => act === 'revoke');
  expect(revoked).toMatchObject([
    { object: 't', verdict: 'ended' },
    { object: 't', verdict: 'unknown' },
  ]);
  await bench.conversation.press(person('m'), 'forget:yes');
  await say('/revoke nobody', person('m'));
  expect(whoOf().at(-1)).toMatchObject({ object: 'nobody', who: revoked[0]?.who });
});

test('deeds on reports name the report and what came of them; a failed one is told from one that was done', async () => {
  bench.remove();
  const failing = async (): Promise<never> => {
    throw new AppError('corpus/unreadable', 'no room');
  };
  const corpusAdmin = { ...IDLE_CORPUS, formats: [], remove: failing, accept: async () => ({ files: 1, health: [] }) };
  bench = open({ corpusAdmin: corpusAdmin as unknown as CorpusAdmin });
  const { id } = bench.service.indexed[0] ?? { id: '' };
  await say(`/remove ${id}`, OWNER);
  await bench.conversation.press(OWNER, `remove:${handleOf(id)}`);
  await bench.conversation.press(OWNER, 'stage:s1:yes');
  await bench.conversation.press(OWNER, 'stage:s2:no');
  await say(`/correct ${id} 区县=柳溪区`, OWNER);
  await say(`/correct ${id} 撤销`, OWNER);
  const entries = bench.state.audit.entries().map(({ entry }) => JSON.parse(entry) as Record<string, string>);
  expect(entries.filter(({ object }) => object !== undefined)).toMatchObject([
    { act: 'remove', object: id, verdict: 'failed' },
    { act: 'add', object: 'accept s1', verdict: 'done' },
    { act: 'add', object: 'discard s2', verdict: 'done' },
    { act: 'correct', object: id, verdict: 'done' },
    { act: 'correct', object: id, verdict: 'unknown' },
  ]);
});

test('an invitation that lets nobody in is noted, without its code', async () => {
  await say('/start no-such-invitation', person('x'));
  const entries = bench.state.audit.entries().map(({ entry }) => entry);
  expect(entries.some((entry) => /"act":"join".*"verdict":"unknown"/u.test(entry))).toBe(true);
  expect(entries.join()).not.toContain('no-such-invitation');
});
