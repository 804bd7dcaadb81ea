import { expect, test } from 'vitest';
import { createAccessToken } from '../../../src/channels/messenger/http-call.ts';

test('a token is fetched once at a time, kept, and renewed five minutes before it ends', async () => {
  let [at, fetched] = [0, 0];
  const token = createAccessToken(
    async () => {
      fetched += 1;
      return { token: `t${fetched}`, seconds: 7_200 };
    },
    () => at,
  );
  expect(await Promise.all([token.current(), token.current()])).toEqual(['t1', 't1']);
  at = 6_899_000;
  expect(await token.current()).toBe('t1');
  at = 6_901_000;
  expect(await token.current()).toBe('t2');
  token.forget();
  expect(await token.current()).toBe('t3');
});

test('where none can be had, it is tried again at the next call', async () => {
  const answers = [null, { token: 't', seconds: 7_200 }];
  const token = createAccessToken(async () => answers.shift() ?? null);
  expect([await token.current(), await token.current()]).toEqual([null, 't']);
});
