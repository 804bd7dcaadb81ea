// The environment, read once, validated, frozen and passed down. The only place that reads it.
import { config as loadEnvironmentFile } from 'dotenv';
import { z } from 'zod';
import {
  areWhole,
  CHANNEL_VARIABLES,
  type MessengerConfig,
  messengersOf,
  type TelegramConfig,
  telegramOf,
  WHOLE_HINT,
} from './config-channels.ts';
import { count, isOrigin, isWebPort, isWithoutCredentials, origins, text, url, use } from './config-forms.ts';
import { AppError } from './errors.ts';

/** Everything that can be configured. Secrets live here and in no log. */
export interface Config {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly stateDir: string;
  /** A watched folder, and a file with an address a line: what they hold waits for a maintainer's yes; null: none. */
  readonly inboxDir: string | null;
  readonly addressesFile: string | null;
  readonly telegram: TelegramConfig | null;
  /** The other messengers that are set up. */
  readonly messengers: readonly MessengerConfig[];
  /** The web page; null: off. */
  readonly web: {
    readonly host: string;
    /** 0: the system chooses. */
    readonly port: number;
    /** The address that people open, without a slash at its end; null: where it listens. */
    readonly publicUrl: string | null;
    /** True if people sign in: everywhere but where only this machine can reach it. */
    readonly signIn: boolean;
    /** Origins of other sites that may show the widget, to whoever opens them; none: there is no widget. */
    readonly widgetOrigins: readonly string[];
  } | null;
  /** Number of days that people's questions and answers are kept. */
  readonly retentionDays: number;
  /** Questions in any 60 seconds. */
  readonly limits: { readonly perPerson: number; readonly inAll: number };
  /**
   * Reads the best sentences once more: `neural`, `linear` (not at all), `auto`: neural where its runtime is installed; or a model
   * in a folder.
   */
  readonly reader: 'auto' | 'linear' | 'neural' | `neural:${string}` | `reranker:${string}`;
  /** Where `npm run add` fetches models, without a slash at its end. */
  readonly hubUrl: string;
  /** `builtin`, `local:FOLDER-or-ID` or `openai`; the three below are for `openai`, and `retrieve/embed/pick.ts` checks all four. */
  readonly embedder: string;
  readonly embedderBaseUrl: string | undefined;
  readonly embedderModel: string | undefined;
  readonly embedderApiKey: string | undefined;
  /** Path of a module with LangChain classes that take the place of ours; null: none. */
  readonly langchainModule: string | null;
  readonly model: { readonly baseUrl: string; readonly name: string; readonly apiKey: string | null } | null;
  /** Language of commands and health reports: of the locale, unless QUZHI_LANGUAGE says otherwise. */
  readonly language: 'zh' | 'en';
  /** A level of pino, or `silent`. */
  readonly logLevel: string;
  /** True if the log shows what people ask. */
  readonly logQuestions: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const READERS = ['auto', 'linear', 'neural'] as const;
const READER_HINT = 'Use neural, linear, auto, neural:FOLDER or reranker:FOLDER.';
/** A reader that is a model in a folder. */
type FolderReader = `neural:${string}` | `reranker:${string}`;
const isFolderReader = (value: unknown): boolean => /^(?:neural|reranker):./.test(String(value));

/** Every variable that is read, with its form, its default and what to write instead of a wrong value. */
const VARIABLES = z
  .object({
    QUZHI_CORPUS: z.string().default('corpus'),
    QUZHI_INDEX: z.string().default('index'),
    QUZHI_STATE: z.string().default('state'),
    QUZHI_INBOX: text,
    QUZHI_ADDRESSES: text,
    QUZHI_RETENTION_DAYS: count(365),
    QUZHI_LIMIT_PER_PERSON: count(30),
    QUZHI_LIMIT_IN_ALL: count(3_000),
    ...CHANNEL_VARIABLES,
    WEB_PORT: z.string().refine(isWebPort, use('Use a port, 0 for any that is free, or off.')).default('8080'),
    WEB_HOST: z.string().default('127.0.0.1'),
    WEB_PUBLIC_URL: z
      .string()
      .refine(isOrigin, use('Use the address that people open, without a path: https://quzhi.example'))
      .transform((url) => new URL(url).origin)
      .optional(),
    WEB_WIDGET_ORIGINS: origins(
      'WEB_WIDGET_ORIGINS takes origins of sites, separated by commas and without a path: https://www.example.org',
    ),
    READER: z.union([z.enum(READERS), z.custom<FolderReader>(isFolderReader)], use(READER_HINT)).default('auto'),
    HF_ENDPOINT: url(/^https?$/, 'Use the address of a model hub, such as https://huggingface.co')
      .default('https://huggingface.co')
      .transform((url) => url.replace(/\/+$/, '')),
    EMBEDDER: z.string().default('builtin'),
    EMBEDDER_BASE_URL: text.refine(
      isWithoutCredentials,
      'EMBEDDER_BASE_URL holds a user or a password. Leave them out, and set EMBEDDER_API_KEY.',
    ),
    EMBEDDER_MODEL: text,
    EMBEDDER_API_KEY: text,
    QUZHI_LANGCHAIN: text,
    LLM_BASE_URL: url(/^https?$/, 'Use the address of the server, such as http://localhost:11434/v1')
      .refine(isWithoutCredentials, 'LLM_BASE_URL holds a user or a password. Leave them out, and set LLM_API_KEY.')
      .optional(),
    LLM_MODEL: text,
    LLM_API_KEY: text,
    QUZHI_LANGUAGE: z.enum(['zh', 'en'], use('Use zh or en.')).optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, use(`Use one of ${LOG_LEVELS.join(', ')}.`)).default('info'),
    LOG_QUESTIONS: z.enum(['yes', 'no'], use('Use yes or no.')).default('no'),
  })
  .refine(
    (set) => set.TELEGRAM_WEBHOOK_URL === undefined || set.TELEGRAM_WEBHOOK_SECRET !== undefined,
    'TELEGRAM_WEBHOOK_URL needs TELEGRAM_WEBHOOK_SECRET. Set both, or neither to fetch updates.',
  )
  .refine(areWhole, WHOLE_HINT)
  .refine(
    (set) => set.WEB_PUBLIC_URL !== undefined || set.WEB_PORT === 'off' || !/^(?:0\.0\.0\.0|::|\*)$/.test(set.WEB_HOST),
    'WEB_HOST means every address of this machine. Set WEB_PUBLIC_URL to the one that people open, such as https://quzhi.example',
  )
  .refine(
    (set) => (set.LLM_BASE_URL === undefined) === (set.LLM_MODEL === undefined),
    'LLM_BASE_URL (a URL) and LLM_MODEL belong together. Set both, or neither for extractive answers.',
  );

type Variables = z.infer<typeof VARIABLES>;

function webOf({
  WEB_PORT,
  WEB_HOST: host,
  WEB_PUBLIC_URL,
  WEB_WIDGET_ORIGINS: widgetOrigins,
}: Variables): Config['web'] {
  if (WEB_PORT === 'off') return null;
  const publicUrl = WEB_PUBLIC_URL ?? null;
  const isLoopback = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|::1)$/.test(host);
  return { host, port: Number(WEB_PORT), publicUrl, signIn: !isLoopback || publicUrl !== null, widgetOrigins };
}

function modelOf({ LLM_BASE_URL: baseUrl, LLM_MODEL: name, LLM_API_KEY: apiKey }: Variables): Config['model'] {
  return baseUrl === undefined || name === undefined ? null : { baseUrl, name, apiKey: apiKey ?? null };
}

/** Returns the language in which commands speak: QUZHI_LANGUAGE, else Chinese where the locale is. It needs no valid configuration. */
export function readLanguage(environment: Environment = processEnvironment()): 'zh' | 'en' {
  const { QUZHI_LANGUAGE: chosen, LC_ALL, LC_MESSAGES, LANG } = environment;
  return /^zh/i.test(chosen || LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en';
}

/** Returns the variables that are set: a blank one counts as absent. */
function withoutBlanks(environment: Environment): Environment {
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== undefined && value !== ''));
}

/** Reads the configuration of the process as it would be with other values of some variables. @throws as `readConfig` */
export function readConfigWith(changes: Environment): Config {
  return readConfig({ ...processEnvironment(), ...changes });
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
  const { data: set, error } = VARIABLES.safeParse(withoutBlanks(environment));
  if (set === undefined) {
    const [first] = error.issues;
    const isToken = first?.path[0] === 'TELEGRAM_BOT_TOKEN';
    throw new AppError(
      isToken ? 'telegram/token' : 'config/invalid',
      first?.message ?? 'The configuration is invalid.',
    );
  }
  return Object.freeze({
    corpusDir: set.QUZHI_CORPUS,
    indexDir: set.QUZHI_INDEX,
    stateDir: set.QUZHI_STATE,
    inboxDir: set.QUZHI_INBOX ?? null,
    addressesFile: set.QUZHI_ADDRESSES ?? null,
    telegram: telegramOf(set),
    messengers: messengersOf(set),
    web: webOf(set),
    retentionDays: set.QUZHI_RETENTION_DAYS,
    limits: { perPerson: set.QUZHI_LIMIT_PER_PERSON, inAll: set.QUZHI_LIMIT_IN_ALL },
    reader: set.READER,
    hubUrl: set.HF_ENDPOINT,
    embedder: set.EMBEDDER,
    embedderBaseUrl: set.EMBEDDER_BASE_URL,
    embedderModel: set.EMBEDDER_MODEL,
    embedderApiKey: set.EMBEDDER_API_KEY,
    langchainModule: set.QUZHI_LANGCHAIN ?? null,
    model: modelOf(set),
    language: readLanguage(environment),
    logLevel: set.LOG_LEVEL,
    logQuestions: set.LOG_QUESTIONS === 'yes',
  });
}
