// npm run audit: the log of who did what. `verify` checks that no entry was altered, `list` prints the entries.
import { print, runCommand, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import type { AuditAnchor, AuditLog } from '../src/store/state/audit-log.ts';
import { openState } from '../src/store/state/state.ts';

const USAGE = 'Usage: npm run audit -- [verify | list] [--anchor NUMBER:HASH] [--state DIR] [--json]';

/** Reads an anchor as the log writes it at each start. @throws AppError usage/invalid */
function readAnchor(text: string): AuditAnchor {
  const [, n = '', hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/u.exec(text) ?? [];
  if (hash === '')
    throw new AppError('usage/invalid', '--anchor takes NUMBER:HASH, as the log writes it at each start.');
  return { n: Number(n), hash };
}

/** Returns what is wrong where the entry of an anchor is not there any more; null: it is, or none was given. */
function cutOffSince(text: string | undefined, audit: AuditLog): string | null {
  if (text === undefined) return null;
  const anchor = readAnchor(text);
  return audit.holds(anchor)
    ? null
    : `Entry ${anchor.n} is not there, or is another one: the log was cut off or written anew. Compare with a backup.`;
}

await runCommand({
  usage: USAGE,
  options: { anchor: { type: 'string' } },
  run(values, [what = 'verify', ...rest]) {
    if (rest.length > 0 || !['verify', 'list'].includes(what)) throw new AppError('usage/invalid', USAGE);
    const state = openState(textOption(values, 'state') ?? readConfig().stateDir);
    try {
      if (what === 'list') {
        for (const { n, entry } of state.audit.entries()) print(values['json'] === true ? entry : `${n} ${entry}`);
        return 0;
      }
      const cutOff = cutOffSince(textOption(values, 'anchor'), state.audit);
      if (cutOff !== null) {
        print(cutOff);
        return 1;
      }
      const { count, brokenAt } = state.audit.verify();
      if (values['json'] === true) print(JSON.stringify({ entries: count, brokenAt }));
      else if (brokenAt === null) print(`${count} entries, all as they were written.`);
      else
        print(
          `Entry ${brokenAt} was altered, or one before it was taken out. Compare with a backup of the state folder.`,
        );
      return brokenAt === null ? 0 : 1;
    } finally {
      state.close();
    }
  },
});
