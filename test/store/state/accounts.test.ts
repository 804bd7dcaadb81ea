import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openState } from '../../../src/store/state/state.ts';

const NOW = new Date('2026-01-01T00:00:00Z');
const LATER = new Date(NOW.getTime() + 1_000);

test('a code is void once its account is linked, and no code leads to a linked account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-accounts-'));
  const state = openState(folder);
  const { accounts } = state;
  const [home, account] = [
    { channel: 'telegram', user: '21' },
    { channel: 'wecom', user: 'zhang' },
  ] as const;
  accounts.issue(account, 'before', LATER);
  accounts.link(account, home, NOW);
  expect(accounts.redeem('before', NOW)).toBeNull();
  accounts.issue(account, 'after', LATER);
  expect(accounts.redeem('after', NOW)).toEqual(home);
  state.close();
  rmSync(folder, { recursive: true, force: true });
});
