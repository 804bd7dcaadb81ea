// npm start: argv → config → index up to date → product → channel. It answers nothing itself.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openQuzhi } from './app.ts';
import { createAlerts } from './chat/alerts.ts';
import { createConversation } from './chat/conversation.ts';
import { createLimiter } from './chat/limits.ts';
import type { ConversationParts, House } from './chat/turn.ts';
import { runCommand, tell, tellProgress, textOption } from './command.ts';
import { type Config, readConfig } from './config.ts';
import { pickEmbedder } from './embed/pick.ts';
import { AppError } from './errors.ts';
import { refreshIndex } from './ingest/refresh.ts';
import { createOffice } from './office.ts';
import { drawProgress } from './progress.ts';
import { currentGeneration } from './store/pointer.ts';
import { openState, type State } from './store/state.ts';

/** 128 random bits: nobody guesses an invitation. */
const CODE_BYTES = 16;

type TelegramConfig = NonNullable<Config['telegram']>;

const now = (): Date => new Date();
const DAY_MS = 86_400_000;

/** Builds the index where it is missing or stale. Where that fails, an older index serves on, and a line says so. */
async function bringUpToDate(config: Config): Promise<void> {
  try {
    const health = await refreshIndex({
      corpus: [config.corpusDir],
      indexDir: config.indexDir,
      embedder: await pickEmbedder(config),
      onStale: (reason) => tell(`Building the index: ${reason}.`),
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

/** Who may ask over Telegram, and how much. In the terminal whoever speaks is the owner. */
function houseOf({ access, ownerIds }: TelegramConfig, limits: Config['limits']): House {
  return {
    policy: { access, ownerIds: ownerIds.map(String) },
    limiter: createLimiter(limits),
    newCode: () => randomBytes(CODE_BYTES).toString('base64url'),
  };
}

async function serveTelegram(
  telegram: TelegramConfig,
  { parts, config }: { parts: ConversationParts & { state: State }; config: Config },
): Promise<void> {
  const { startTelegram } = await import('./channels/telegram/index.ts');
  const { openLog } = await import('./log.ts');
  const stopping = new AbortController();
  // Once: a second signal ends the process at once, as it would without us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const forget = (): number => parts.state.records.prune(new Date(now().getTime() - config.retentionDays * DAY_MS));
  forget();
  const daily = setInterval(forget, DAY_MS).unref();
  const secrets = [
    telegram.token,
    telegram.webhook?.secret ?? '',
    config.embedderApiKey ?? '',
    config.model?.apiKey ?? '',
  ];
  const log = openLog({ level: config.logLevel, secrets, now });
  const alerts = createAlerts(now);
  const onAnswered = (question: string, verdict: string): void => log('info', 'question', { question, verdict });
  const conversation = createConversation({
    ...parts,
    alerts,
    house: houseOf(telegram, config.limits),
    ...(config.logQuestions && { onAnswered }),
  });
  const { token, apiRoot, webhook } = telegram;
  const { inbox } = parts.state;
  const bot = startTelegram({ token, apiRoot, webhook, conversation, inbox, alerts, log, signal: stopping.signal });
  await bot.done.finally(() => clearInterval(daily));
}

async function serveTerminal(parts: ConversationParts): Promise<void> {
  const { startTerminal } = await import('./channels/terminal/index.ts');
  const { stdin, stdout } = process;
  const conversation = createConversation(parts);
  await startTerminal({ conversation, input: stdin, output: stdout, interactive: stdin.isTTY === true });
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
    await bringUpToDate(config);
    const state = openState(config.stateDir);
    try {
      const service = await openQuzhi(config);
      const newId = (): string => randomBytes(8).toString('hex');
      const embedder = await pickEmbedder(config);
      const office = createOffice({ ...config, embedder, library: service.library, newId, now, sleep });
      const parts = { service, state, office, now };
      if (config.telegram) await serveTelegram(config.telegram, { parts, config });
      else await serveTerminal(parts);
    } finally {
      state.close();
    }
    return 0;
  },
});
