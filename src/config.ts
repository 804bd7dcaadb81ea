// The environment, read once, validated, frozen and passed down. The only place that reads it.
import { config as loadEnvironmentFile } from 'dotenv';
import { AppError } from './errors.ts';

/** Everything that can be configured. Secrets live here and in no log. */
export interface Config {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly stateDir: string;
  readonly telegram: {
    readonly token: string;
    readonly apiRoot: string;
    readonly ownerIds: readonly number[];
    readonly access: 'invite' | 'open';
    /** Present: updates come by webhook. */
    readonly webhook?: { readonly url: string; readonly secret: string; readonly port: number };
  } | null;
  /** The web page; null: off. */
  readonly web: {
    readonly host: string;
    /** 0: the system chooses. */
    readonly port: number;
    /** Where people reach it, no slash at its end; null: where it listens. */
    readonly publicUrl: string | null;
    /** Whether people sign in; not where the machine itself alone can reach it. */
    readonly signIn: boolean;
  } | null;
  /** How long people's questions and answers are kept. */
  readonly retentionDays: number;
  /** Questions in any 60 seconds. */
  readonly limits: { readonly perPerson: number; readonly inAll: number };
  /** `builtin`, `local:FOLDER-or-ID` or `openai`; the three below are for `openai`. */
  readonly embedder: string;
  readonly embedderBaseUrl: string | undefined;
  readonly embedderModel: string | undefined;
  readonly embedderApiKey: string | undefined;
  readonly model: { readonly baseUrl: string; readonly name: string; readonly apiKey: string | null } | null;
  readonly logLevel: string;
  /** Whether the log tells what people ask. */
  readonly logQuestions: boolean;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const TOKEN_FORM = /^\d{3,}:[A-Za-z0-9_-]{20,}$/;

type Environment = Readonly<Record<string, string | undefined>>;

const variable = (environment: Environment, name: string): string | null => {
  const value = environment[name]?.trim();
  return value === undefined || value === '' ? null : value;
};

function readTelegram(environment: Environment): Config['telegram'] {
  const token = variable(environment, 'TELEGRAM_BOT_TOKEN');
  if (token === null) return null;
  if (!TOKEN_FORM.test(token)) {
    throw new AppError(
      'telegram/token',
      'TELEGRAM_BOT_TOKEN is not a bot token (digits, a colon, 35 characters). Copy it from @BotFather into .env, or remove the line to chat in the terminal.',
    );
  }
  const access = variable(environment, 'TELEGRAM_ACCESS') ?? 'invite';
  if (access !== 'invite' && access !== 'open')
    throw new AppError('config/invalid', `TELEGRAM_ACCESS is "${access}". Use invite or open.`);
  const ids = (variable(environment, 'TELEGRAM_OWNER_IDS') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const ownerIds = ids.map(Number);
  if (ownerIds.some((id) => !Number.isSafeInteger(id) || id <= 0)) {
    throw new AppError(
      'config/invalid',
      'TELEGRAM_OWNER_IDS must be numbers, separated by commas. Write /start to @userinfobot to learn yours.',
    );
  }
  const apiRoot = variable(environment, 'TELEGRAM_API_ROOT') ?? 'https://api.telegram.org';
  if (!URL.canParse(apiRoot) || !/^https?:/.test(apiRoot))
    throw new AppError('config/invalid', 'TELEGRAM_API_ROOT must be a URL such as https://api.telegram.org');
  const webhook = readWebhook(environment);
  return { token, apiRoot: apiRoot.replace(/\/+$/, ''), ownerIds, access, ...(webhook && { webhook }) };
}

function readWebhook(environment: Environment): { url: string; secret: string; port: number } | null {
  const url = variable(environment, 'TELEGRAM_WEBHOOK_URL');
  if (url === null) return null;
  const secret = variable(environment, 'TELEGRAM_WEBHOOK_SECRET') ?? '';
  if (!URL.canParse(url) || !url.startsWith('https://') || !/^[\w-]{16,256}$/.test(secret)) {
    throw new AppError(
      'config/invalid',
      'TELEGRAM_WEBHOOK_URL takes an https address, and TELEGRAM_WEBHOOK_SECRET 16 to 256 letters, digits, _ or -. Set both, or neither to fetch updates.',
    );
  }
  return { url, secret, port: readCount(environment, 'TELEGRAM_WEBHOOK_PORT', 8_443) };
}

const DEFAULT_WEB_PORT = 8_080;
const MOST_PORT = 65_535;

function readWeb(environment: Environment): Config['web'] {
  const named = variable(environment, 'WEB_PORT') ?? String(DEFAULT_WEB_PORT);
  if (named === 'off') return null;
  const port = Number(named);
  if (!/^\d{1,5}$/.test(named) || port > MOST_PORT)
    throw new AppError('config/invalid', `WEB_PORT is "${named}". Use a port, 0 for any that is free, or off.`);
  const host = variable(environment, 'WEB_HOST') ?? '127.0.0.1';
  const publicUrl = readPublicUrl(environment);
  if (publicUrl === null && /^(?:0\.0\.0\.0|::|\*)$/.test(host)) {
    throw new AppError(
      'config/invalid',
      `WEB_HOST=${host} means every address of this machine. Set WEB_PUBLIC_URL to the one that people open, such as https://quzhi.example`,
    );
  }
  const isLoopback = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|::1)$/.test(host);
  return { host, port, publicUrl, signIn: !isLoopback || publicUrl !== null };
}

function readPublicUrl(environment: Environment): string | null {
  const url = variable(environment, 'WEB_PUBLIC_URL');
  if (url === null) return null;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed !== null && /^https?:$/.test(parsed.protocol) && `${parsed.origin}/` === parsed.href) return parsed.origin;
  throw new AppError(
    'config/invalid',
    `WEB_PUBLIC_URL is "${url}". Use the address that people open, without a path: https://quzhi.example`,
  );
}

function readCount(environment: Environment, name: string, whenAbsent: number): number {
  const value = variable(environment, name) ?? String(whenAbsent);
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new AppError('config/invalid', `${name} is "${value}". Use a whole number from 1 to 999999.`);
}

function readModel(environment: Environment): Config['model'] {
  const baseUrl = variable(environment, 'LLM_BASE_URL');
  const name = variable(environment, 'LLM_MODEL');
  if (baseUrl === null && name === null) return null;
  if (baseUrl === null || name === null || !URL.canParse(baseUrl)) {
    throw new AppError(
      'config/invalid',
      'LLM_BASE_URL (a URL) and LLM_MODEL belong together. Set both, or neither for extractive answers.',
    );
  }
  return { baseUrl, name, apiKey: variable(environment, 'LLM_API_KEY') };
}

function readYes(environment: Environment, name: string): boolean {
  const value = variable(environment, name) ?? 'no';
  if (value === 'yes' || value === 'no') return value === 'yes';
  throw new AppError('config/invalid', `${name} is "${value}". Use yes or no.`);
}

function processEnvironment(): Environment {
  loadEnvironmentFile({ quiet: true });
  return process.env;
}

/**
 * Reads a configuration.
 * @param environment variables by name; default: those of the process, and `.env` for what they leave out
 * @throws AppError config/invalid, telegram/token; the message says what to write instead
 */
export function readConfig(environment: Environment = processEnvironment()): Config {
  const logLevel = variable(environment, 'LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.includes(logLevel))
    throw new AppError('config/invalid', `LOG_LEVEL is "${logLevel}". Use one of ${LOG_LEVELS.join(', ')}.`);
  return Object.freeze({
    corpusDir: variable(environment, 'QUZHI_CORPUS') ?? 'corpus',
    indexDir: variable(environment, 'QUZHI_INDEX') ?? 'index',
    stateDir: variable(environment, 'QUZHI_STATE') ?? 'state',
    telegram: readTelegram(environment),
    web: readWeb(environment),
    retentionDays: readCount(environment, 'QUZHI_RETENTION_DAYS', 365),
    limits: {
      perPerson: readCount(environment, 'QUZHI_LIMIT_PER_PERSON', 30),
      inAll: readCount(environment, 'QUZHI_LIMIT_IN_ALL', 3_000),
    },
    embedder: variable(environment, 'EMBEDDER') ?? 'builtin',
    embedderBaseUrl: variable(environment, 'EMBEDDER_BASE_URL') ?? undefined,
    embedderModel: variable(environment, 'EMBEDDER_MODEL') ?? undefined,
    embedderApiKey: variable(environment, 'EMBEDDER_API_KEY') ?? undefined,
    model: readModel(environment),
    logLevel,
    logQuestions: readYes(environment, 'LOG_QUESTIONS'),
  });
}
