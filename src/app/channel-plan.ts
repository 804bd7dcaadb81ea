// Decides which channels `npm start` serves, from the configuration and from who is at standard input. It opens nothing.
import type { Config } from '../config.ts';

/** The kind of standard input: a person, a pipe or file to be answered line by line, or nobody (a service, /dev/null). */
export type StandardInput = 'person' | 'pipe' | 'nobody';

/** The channels to serve; the program ends with its main channel. */
export interface ChannelPlan {
  /** `terminal` ends with its input; `messengers` (Telegram, WeCom, DingTalk …, all that are set up) and `page` end at the first SIGINT or SIGTERM. */
  readonly main: 'messengers' | 'terminal' | 'page';
  /**
   * The page: `alone` as the main channel, so that it must be served; `beside` the main channel, which goes on without it where it
   * cannot be served; `when-quiet`: beside it once the pipe has kept quiet for a while, as a service manager's does.
   */
  readonly page: 'alone' | 'beside' | 'when-quiet' | 'off';
}

/** Returns the owners of every channel, as `channel/id`. */
export function ownersOf({ telegram, messengers }: Pick<Config, 'telegram' | 'messengers'>): ReadonlySet<string> {
  const ofTelegram = (telegram?.ownerIds ?? []).map((id) => `telegram/${id}`);
  return new Set([
    'web/owner',
    ...ofTelegram,
    ...messengers.flatMap(({ channel, ownerIds }) => ownerIds.map((id) => `${channel}/${id}`)),
  ]);
}

/** Plans the channels. */
export function planChannels(
  { telegram, messengers, web }: Pick<Config, 'telegram' | 'messengers' | 'web'>,
  input: StandardInput,
): ChannelPlan {
  const page = web === null ? 'off' : 'beside';
  if (telegram !== null || messengers.length > 0) return { main: 'messengers', page };
  if (web === null || input === 'person') return { main: 'terminal', page };
  return input === 'pipe' ? { main: 'terminal', page: 'when-quiet' } : { main: 'page', page: 'alone' };
}
