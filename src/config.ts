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
  } | null;
  /** `builtin`, `local:FOLDER-or-ID` or `openai`; the three below are for `openai`. */
  readonly embedder: string;
  readonly embedderBaseUrl: string | undefined;
  readonly embedderModel: string | undefined;
  readonly embedderApiKey: string | undefined;
  readonly model: { readonly baseUrl: string; readonly name: string; readonly apiKey: string | null } | null;
  readonly logLevel: string;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const TOKEN_FORM = /^\d{3,}:[A-Za-z0-9_-]{20,}$/;

type Environment = Readonly<Record<string, string | undefined>>;

const valueOf = (environment: Environment, name: string): string | null => {
  const value = environment[name]?.trim();
  return value === undefined || value === '' ? null : value;
};

function readTelegram(environment: Environment): Config['telegram'] {
  const token = valueOf(environment, 'TELEGRAM_BOT_TOKEN');
  if (token === null) return null;
  if (!TOKEN_FORM.test(token)) {
    throw new AppError('telegram/token', 'TELEGRAM_BOT_TOKEN is not a bot token (digits, a colon, 35 characters). Copy it from @BotFather into .env, or remove the line to chat in the terminal.');
  }
  const access = valueOf(environment, 'TELEGRAM_ACCESS') ?? 'invite';
  if (access !== 'invite' && access !== 'open') throw new AppError('config/invalid', `TELEGRAM_ACCESS is "${access}". Use invite or open.`);
  const ids = (valueOf(environment, 'TELEGRAM_OWNER_IDS') ?? '').split(',').map((id) => id.trim()).filter((id) => id !== '');
  const ownerIds = ids.map(Number);
  if (ownerIds.some((id) => !Number.isSafeInteger(id) || id <= 0)) {
    throw new AppError('config/invalid', 'TELEGRAM_OWNER_IDS must be numbers, separated by commas. Write /start to @userinfobot to learn yours.');
  }
  const apiRoot = valueOf(environment, 'TELEGRAM_API_ROOT') ?? 'https://api.telegram.org';
  if (!URL.canParse(apiRoot) || !/^https?:/.test(apiRoot)) throw new AppError('config/invalid', 'TELEGRAM_API_ROOT must be a URL such as https://api.telegram.org');
  return { token, apiRoot: apiRoot.replace(/\/+$/, ''), ownerIds, access };
}

function readModel(environment: Environment): Config['model'] {
  const baseUrl = valueOf(environment, 'LLM_BASE_URL');
  const name = valueOf(environment, 'LLM_MODEL');
  if (baseUrl === null && name === null) return null;
  if (baseUrl === null || name === null || !URL.canParse(baseUrl)) {
    throw new AppError('config/invalid', 'LLM_BASE_URL (a URL) and LLM_MODEL belong together. Set both, or neither for extractive answers.');
  }
  return { baseUrl, name, apiKey: valueOf(environment, 'LLM_API_KEY') };
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
  const logLevel = valueOf(environment, 'LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) throw new AppError('config/invalid', `LOG_LEVEL is "${logLevel}". Use one of ${LOG_LEVELS.join(', ')}.`);
  return Object.freeze({
    corpusDir: valueOf(environment, 'QUZHI_CORPUS') ?? 'corpus',
    indexDir: valueOf(environment, 'QUZHI_INDEX') ?? 'index',
    stateDir: valueOf(environment, 'QUZHI_STATE') ?? 'state',
    telegram: readTelegram(environment),
    embedder: valueOf(environment, 'EMBEDDER') ?? 'builtin',
    embedderBaseUrl: valueOf(environment, 'EMBEDDER_BASE_URL') ?? undefined,
    embedderModel: valueOf(environment, 'EMBEDDER_MODEL') ?? undefined,
    embedderApiKey: valueOf(environment, 'EMBEDDER_API_KEY') ?? undefined,
    model: readModel(environment),
    logLevel,
  });
}
