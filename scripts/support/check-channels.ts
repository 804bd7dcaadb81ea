// What `npm run doctor` says of channels, from their settings alone: it asks no network.
import type { Config } from '../../src/config.ts';

/** Checks the settings of Telegram. */
export async function checkTelegram({ telegram, messengers }: Config): Promise<string | { readonly warning: string }> {
  if (!telegram)
    return messengers.length > 0
      ? 'not set up'
      : { warning: 'no TELEGRAM_BOT_TOKEN: npm start opens a chat in the terminal' };
  if (telegram.access === 'invite' && telegram.ownerIds.length === 0)
    return { warning: 'no TELEGRAM_OWNER_IDS: nobody can invite anybody, so nobody can ask' };
  return `the token has the form of one; access: ${telegram.access}; owners: ${telegram.ownerIds.length}`;
}

/** Checks the settings of the other messengers. */
export async function checkMessengers({ messengers }: Config): Promise<string | { readonly warning: string }> {
  if (messengers.length === 0) return 'none set up';
  const ownerless = messengers.filter(({ access, ownerIds }) => access === 'invite' && ownerIds.length === 0);
  if (ownerless.length > 0) {
    const names = ownerless.map(({ channel }) => `${channel.toUpperCase()}_OWNER_IDS`).join(', ');
    return { warning: `nobody can invite people: set ${names} (the bot tells whoever writes to it their id)` };
  }
  return messengers
    .map(({ channel, access, ownerIds }) => `${channel}: access: ${access}; owners: ${ownerIds.length}`)
    .join(', ');
}
