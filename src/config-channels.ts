// What the configuration says of channels: Telegram and the messengers of offices. Reads no environment: `config.ts` does.
import { z } from 'zod';
import { count, text, url, use } from './config-forms.ts';

/** Telegram's bot. */
export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string;
  readonly ownerIds: readonly number[];
  readonly access: 'invite' | 'open';
  /** Present: updates come by webhook. */
  readonly webhook?: { readonly url: string; readonly secret: string; readonly port: number; readonly host: string };
}

/** A messenger beside Telegram. */
export interface MessengerConfig {
  readonly channel: 'wecom' | 'dingtalk';
  /** Under which the robot signs in, and its secret. */
  readonly id: string;
  readonly secret: string;
  /** Where the messenger is reached; null: its public service. */
  readonly url: string | null;
  /** Ids of the owners, as the messenger writes them. */
  readonly ownerIds: readonly string[];
  readonly access: 'invite' | 'open';
}

const access = z.enum(['invite', 'open'], use('Use invite or open.')).default('invite');
/** Ids of people as WeCom, DingTalk and Feishu write them. */
const people = z
  .string()
  .regex(
    /^(?:\s*[^\s,]{1,64}\s*(?:,|$))*$/,
    use('Use ids, separated by commas. The bot tells whoever writes to it their id.'),
  )
  .default('');
const socket = url(
  /^wss?$/,
  'Use the address of a long connection, such as wss://openws.work.weixin.qq.com',
).optional();

/** The variables of channels, with their form, their default and what to write instead of a wrong value. */
export const CHANNEL_VARIABLES = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(
      /^\d{3,}:[A-Za-z0-9_-]{20,}$/,
      'TELEGRAM_BOT_TOKEN is not a bot token (digits, a colon, 35 characters). Copy it whole from @BotFather into .env, or remove the line to chat in the terminal.',
    )
    .optional(),
  TELEGRAM_API_ROOT: url(/^https?$/, 'Use the address of a Bot API server, such as https://api.telegram.org')
    .default('https://api.telegram.org')
    .transform((url) => url.replace(/\/+$/, '')),
  TELEGRAM_OWNER_IDS: z
    .string()
    .regex(
      /^(?:\s*[1-9]\d{0,14}\s*(?:,|$))*$/,
      use('Use numeric ids, separated by commas. The bot tells whoever writes to it their id.'),
    )
    .default(''),
  TELEGRAM_ACCESS: access,
  TELEGRAM_WEBHOOK_URL: url(/^https$/, 'Use an https address, such as https://bot.example/hook').optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'TELEGRAM_WEBHOOK_SECRET takes 16 to 256 letters, digits, _ or -.')
    .optional(),
  TELEGRAM_WEBHOOK_PORT: count(8_443),
  TELEGRAM_WEBHOOK_HOST: z.string().default('127.0.0.1'),
  WECOM_BOT_ID: text,
  WECOM_BOT_SECRET: text,
  WECOM_URL: socket,
  WECOM_OWNER_IDS: people,
  WECOM_ACCESS: access,
  DINGTALK_CLIENT_ID: text,
  DINGTALK_CLIENT_SECRET: text,
  DINGTALK_URL: url(/^https?$/, 'Use the address of the interface, such as https://api.dingtalk.com').optional(),
  DINGTALK_OWNER_IDS: people,
  DINGTALK_ACCESS: access,
};

type Variables = z.infer<z.ZodObject<typeof CHANNEL_VARIABLES>>;

/** Returns the configuration of Telegram; null: there is no token. */
export function telegramOf(set: Variables): TelegramConfig | null {
  if (set.TELEGRAM_BOT_TOKEN === undefined) return null;
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = set;
  const place = { port: set.TELEGRAM_WEBHOOK_PORT, host: set.TELEGRAM_WEBHOOK_HOST };
  return {
    token: set.TELEGRAM_BOT_TOKEN,
    apiRoot: set.TELEGRAM_API_ROOT,
    ownerIds: (set.TELEGRAM_OWNER_IDS.match(/\d+/g) ?? []).map(Number),
    access: set.TELEGRAM_ACCESS,
    ...(url !== undefined && secret !== undefined && { webhook: { url, secret, ...place } }),
  };
}

/** Each messenger by its variables. */
const MESSENGERS = [
  { channel: 'wecom', id: 'WECOM_BOT_ID', secret: 'WECOM_BOT_SECRET', name: 'WECOM' },
  { channel: 'dingtalk', id: 'DINGTALK_CLIENT_ID', secret: 'DINGTALK_CLIENT_SECRET', name: 'DINGTALK' },
] as const;

/** What is wrong where `areWhole` is false. */
export const WHOLE_HINT = `${MESSENGERS.map(({ id, secret }) => `${id} and ${secret}`).join(', ')} belong together. Set both of a pair, or neither.`;

/** True if each messenger has its id and its secret, or neither. */
export function areWhole(set: Variables): boolean {
  return MESSENGERS.every(({ id, secret }) => (set[id] === undefined) === (set[secret] === undefined));
}

/** Returns the messengers that are set up. */
export function messengersOf(set: Variables): readonly MessengerConfig[] {
  return MESSENGERS.flatMap(({ channel, name, ...keys }) => {
    const [id, secret] = [set[keys.id], set[keys.secret]];
    if (id === undefined || secret === undefined) return [];
    const ownerIds = set[`${name}_OWNER_IDS`]
      .split(',')
      .map((owner) => owner.trim())
      .filter((owner) => owner !== '');
    return [{ channel, id, secret, url: set[`${name}_URL`] ?? null, ownerIds, access: set[`${name}_ACCESS`] }];
  });
}
