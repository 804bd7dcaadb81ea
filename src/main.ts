// npm start: argv → config → index up to date → product → channel. It answers nothing itself.
import { setTimeout as sleep } from 'node:timers/promises';
import { openQuzhi } from './app.ts';
import { type Conversation, createConversation } from './chat/conversation.ts';
import { runCommand, tell, tellProgress, textOption } from './command.ts';
import { type Config, readConfig } from './config.ts';
import { pickEmbedder } from './embed/pick.ts';
import { AppError } from './errors.ts';
import { refreshIndex } from './ingest/refresh.ts';
import { openLog } from './log.ts';
import { drawProgress } from './progress.ts';
import { currentGeneration } from './store/pointer.ts';
import { openState, type State } from './store/state.ts';

const now = (): Date => new Date();

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

async function serveTelegram(telegram: NonNullable<Config['telegram']>, parts: { conversation: Conversation; state: State; config: Config }): Promise<void> {
  const { conversation, state, config } = parts;
  const { startTelegram } = await import('./channels/telegram/index.ts');
  const stopping = new AbortController();
  // Once: a second signal ends the process at once, as it would without us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const log = openLog({ level: config.logLevel, secrets: [telegram.token], write: tell, now });
  await startTelegram({ ...telegram, conversation, inbox: state.inbox, log, signal: stopping.signal }).done;
}

async function serveTerminal(conversation: Conversation): Promise<void> {
  const { startTerminal } = await import('./channels/terminal/index.ts');
  const { stdin, stdout } = process;
  await startTerminal({ conversation, input: stdin, output: stdout, interactive: stdin.isTTY === true });
}

await runCommand({
  usage: 'Usage: npm start -- [--index DIR] [--state DIR]',
  options: {},
  async run(values, positionals) {
    if (positionals.length > 0) throw new AppError('usage/invalid', `npm start takes no "${positionals[0]}". One answer: npm run ask -- "${positionals[0]}"`);
    const settings = readConfig();
    const config = {
      ...settings,
      indexDir: textOption(values, 'index') ?? settings.indexDir,
      stateDir: textOption(values, 'state') ?? settings.stateDir,
    };
    await bringUpToDate(config);
    const state = openState(config.stateDir);
    try {
      const conversation = createConversation({ service: await openQuzhi(config), memory: state.exchanges, now });
      if (config.telegram) await serveTelegram(config.telegram, { conversation, state, config });
      else await serveTerminal(conversation);
    } finally {
      state.close();
    }
    return 0;
  },
});
