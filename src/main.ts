// npm start: argv → config → index up to date → product → channel. It answers nothing itself.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fstatSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openQuzhi } from './app/app.ts';
import { runCommand, tell, tellProgress, textOption } from './app/cli/command.ts';
import { drawProgress } from './app/cli/progress.ts';
import { createCorpusAdmin } from './app/corpus-admin.ts';
import { createMaintenance } from './app/maintenance.ts';
import type { Log } from './channels/log.ts';
import type { Web } from './channels/web/index.ts';
import { createLimiter, type Limiter } from './chat/access/limits.ts';
import { type Alerts, createAlerts } from './chat/alerts.ts';
import { createConversation } from './chat/conversation.ts';
import type { AccessConfig, ConversationParts } from './chat/turn.ts';
import { type Config, readConfig } from './config.ts';
import { DAY_MS } from './durations.ts';
import { AppError } from './errors.ts';
import { refreshIndex } from './ingest/refresh.ts';
import { pickEmbedder } from './retrieve/embed/pick.ts';
import { currentGeneration } from './store/index/pointer.ts';
import { openState, type State } from './store/state/state.ts';
import type { Embedder } from './types.ts';

/** 128 random bits: nobody guesses an invitation. */
const CODE_BYTES = 16;

type TelegramConfig = NonNullable<Config['telegram']>;

const now = (): Date => new Date();
/** How long a pipe may keep quiet before it counts as one that nobody speaks into. */
const QUIET_PIPE_MS = 1_500;
const newId = (): string => randomBytes(8).toString('hex');

/** Builds the index where it is missing or stale. Where that fails, an older index serves on, and a line says so. */
async function bringUpToDate(config: Config, embedder: Embedder): Promise<void> {
  try {
    const health = await refreshIndex({
      corpus: [config.corpusDir],
      indexDir: config.indexDir,
      embedder,
      onStale: (reason) => tell(`Building the index: ${reason}.`),
      onOtherCorpus: (places) =>
        tell(
          `The index keeps to ${places.join(', ')}, named to npm run ingest, not to ${config.corpusDir}; npm run ingest changes back.`,
        ),
      onProgress: (progress) => tellProgress(drawProgress(progress)),
      onWait: () => tell('Another ingest is at work; waiting for it …'),
      now,
      sleep,
    });
    tellProgress('');
    if (health === null) return;
    const { reports, passages, skipped } = health.totals;
    const left = skipped > 0 ? `; ${skipped} left out (npm run ingest says why)` : '';
    tell(`${reports} reports, ${passages} passages in ${(health.elapsedMs / 1000).toFixed(1)} s${left}.`);
  } catch (error) {
    tellProgress('');
    if (!(error instanceof AppError) || currentGeneration(config.indexDir) === null) throw error;
    tell(`The index could not be brought up to date, the one of before serves: ${error.message}`);
  }
}

type ServedParts = ConversationParts & { readonly state: State; readonly alerts: Alerts };

/** What every channel is served from. */
interface Serving {
  readonly config: Config;
  readonly parts: ServedParts;
  readonly limiter: Limiter;
  readonly log: Log;
}

/** Who may ask over Telegram, and how much. */
function accessOf({ access, ownerIds }: TelegramConfig, limiter: Limiter): AccessConfig {
  return {
    policy: { access, ownerIds: ownerIds.map(String) },
    limiter,
    newCode: () => randomBytes(CODE_BYTES).toString('base64url'),
  };
}

async function serveTelegram(
  telegram: TelegramConfig,
  { parts, limiter, log }: Serving,
  signal: AbortSignal,
): Promise<void> {
  const { startTelegram } = await import('./channels/telegram/index.ts');
  const conversation = createConversation({ ...parts, access: accessOf(telegram, limiter) });
  const { token, apiRoot, webhook } = telegram;
  const { inbox } = parts.state;
  const { alerts } = parts;
  await startTelegram({ token, apiRoot, webhook, conversation, inbox, alerts, log, signal }).done;
}

/** In the terminal whoever speaks is the owner. */
async function serveTerminal(parts: ConversationParts): Promise<void> {
  const { startTerminal } = await import('./channels/terminal/index.ts');
  const { stdin, stdout } = process;
  const conversation = createConversation(parts);
  await startTerminal({ conversation, input: stdin, output: stdout, interactive: stdin.isTTY === true });
}

/** Opens the log, and lets go what has aged, now and once a day. */
async function openServing(config: Config, parts: ServedParts): Promise<Serving> {
  const { openLog } = await import('./log.ts');
  const { telegram, model, embedderApiKey } = config;
  const secrets = [telegram?.token, telegram?.webhook?.secret, embedderApiKey, model?.apiKey].map((key) => key ?? '');
  const log = openLog({ level: config.logLevel, secrets, now });
  const forget = (): number =>
    parts.state.personalData.prune(new Date(now().getTime() - config.retentionDays * DAY_MS));
  forget();
  setInterval(forget, DAY_MS).unref();
  const onAnswered = (question: string, verdict: string): void => log('info', 'question', { question, verdict });
  const heard = config.logQuestions ? { ...parts, onAnswered } : parts;
  return { config, parts: heard, limiter: createLimiter(config.limits), log };
}

/** The page, if one is configured; where it cannot be served and something else can, a line says why. */
async function openPage({ config, parts, limiter, log }: Serving, isAlone: boolean): Promise<Web | null> {
  if (config.web === null) return null;
  try {
    const { servePage } = await import('./app/web-server.ts');
    return await servePage({ web: config.web, parts, limiter, streams: config.model !== null, log, newId, tell });
  } catch (error) {
    if (isAlone || !(error instanceof AppError)) throw error;
    tell(error.message);
    return null;
  }
}

/** Aborts at the first SIGINT or SIGTERM; a second one ends the process at once, as it would without us. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}

/** Who is at standard input: a person, a pipe or file to be answered line by line, or nobody (a service, /dev/null). */
function talkerAtInput(): 'person' | 'pipe' | 'nobody' {
  if (process.stdin.isTTY) return 'person';
  const input = fstatSync(0);
  return input.isFIFO() || input.isFile() || input.isSocket() ? 'pipe' : 'nobody';
}

/** Answers a pipe and ends with it. One that keeps quiet is a service manager's, and the page is served beside it. */
async function servePipe(config: Config, parts: ServedParts): Promise<void> {
  let page: Promise<Web | null> = Promise.resolve(null);
  const begin = async (): Promise<Web | null> => openPage(await openServing(config, parts), false);
  const timer = setTimeout(() => {
    if (process.stdin.bytesRead === 0) page = begin();
  }, QUIET_PIPE_MS);
  try {
    await serveTerminal(parts);
  } finally {
    clearTimeout(timer);
    await (await page)?.stop();
  }
}

/** Serves Telegram, or the chat in the terminal, and the page beside it; the page alone where nobody is at standard input. */
async function serve(config: Config, parts: ServedParts): Promise<void> {
  const { telegram, web } = config;
  const talker = talkerAtInput();
  if (telegram === null && talker === 'pipe') return servePipe(config, parts);
  const isPageAlone = telegram === null && web !== null && talker === 'nobody';
  // Where the chat in the terminal goes on, Ctrl-C ends it by itself.
  const signal = telegram !== null || isPageAlone ? stopSignal() : null;
  const serving = await openServing(config, parts);
  const page = await openPage(serving, isPageAlone);
  try {
    if (signal === null) await serveTerminal(serving.parts);
    else if (telegram !== null) await serveTelegram(telegram, serving, signal);
    else if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await page?.stop();
  }
}

await runCommand({
  usage: 'Usage: npm start -- [--index DIR] [--state DIR]',
  options: {},
  async run(values, positionals) {
    if (positionals.length > 0)
      throw new AppError(
        'usage/invalid',
        `npm start takes no "${positionals[0]}". One answer: npm run ask -- "${positionals[0]}"`,
      );
    const settings = readConfig();
    const config = {
      ...settings,
      indexDir: textOption(values, 'index') ?? settings.indexDir,
      stateDir: textOption(values, 'state') ?? settings.stateDir,
    };
    // Opened once for all that embed: a neural model takes its time and its memory.
    const embedder = await pickEmbedder(config);
    await bringUpToDate(config, embedder);
    const state = openState(config.stateDir);
    try {
      const alerts = createAlerts(now);
      // Telegram tells maintainers; without it, whoever started the program is told.
      if (config.telegram === null) alerts.hear(tell);
      const service = await openQuzhi(config, { embedder, onModelFault: ({ message }) => alerts.raise(message) });
      const corpusAdmin = createCorpusAdmin({ ...config, embedder, library: service.library, newId, now });
      const maintenance = createMaintenance({ ...config, now });
      const parts = { service, state, corpusAdmin, maintenance, alerts, now };
      await serve(config, parts);
    } finally {
      state.close();
    }
    return 0;
  },
});
