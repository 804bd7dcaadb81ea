// npm run owner-link: a link by which an owner signs in who lost their session, once and within the hour. Whoever can run it can read the
// state folder anyway. The page may be running: it takes the code from the state.
import { randomBytes } from 'node:crypto';
import { print, runCommand, textOption } from '../src/app/cli/command.ts';
import { CHANNEL } from '../src/channels/web/index.ts';
import { hashOf } from '../src/chat/access/sign-in.ts';
import { readConfig } from '../src/config.ts';
import { HOUR_MS } from '../src/durations.ts';
import { AppError } from '../src/errors.ts';
import { openState } from '../src/store/state/state.ts';

const SECRET_BYTES = 32;

await runCommand({
  usage: 'Usage: npm run owner-link -- [--state DIR] [--json]',
  options: {},
  run(values) {
    const { web, stateDir } = readConfig();
    if (web === null || !web.signIn)
      throw new AppError('usage/invalid', 'Nobody signs in at the page as it is configured: open it on this machine.');
    const state = openState(textOption(values, 'state') ?? stateDir);
    try {
      const code = randomBytes(SECRET_BYTES).toString('base64url');
      const expiresAt = new Date(Date.now() + HOUR_MS);
      state.sessions.keepOwnerCode(CHANNEL, { hash: hashOf(code), expiresAt });
      const url = `${web.publicUrl ?? `http://${web.host}:${web.port}`}/join/${code}?own=yes`;
      print(
        values['json'] === true
          ? JSON.stringify({ url, expiresAt })
          : `${url}\nIt works once, until ${expiresAt.toISOString()}.`,
      );
      return 0;
    } finally {
      state.close();
    }
  },
});
