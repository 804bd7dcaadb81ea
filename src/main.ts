// npm start: arguments → configuration → index up to date → product → channels. It answers nothing itself.
import { randomBytes } from 'node:crypto';
import { fstatSync } from 'node:fs';
import { createDocumentContexts } from './app/answer-context.ts';
import { openQuzhi } from './app/app.ts';
import { planChannels, type StandardInput } from './app/channel-plan.ts';
import { runCommand, tell, textOption } from './app/cli/command.ts';
import { createCorpusAdmin } from './app/corpus-admin.ts';
import { bringUpToDate } from './app/index-refresh.ts';
import { startIntake } from './app/intake.ts';
import { createMaintenance } from './app/maintenance.ts';
import { serveChannels } from './app/serve.ts';
import { createAlerts } from './chat/alerts.ts';
import { readConfig } from './config.ts';
import { AppError } from './errors.ts';
import { openLog } from './log.ts';
import { pickEmbedder } from './retrieve/embed/pick.ts';
import { claimState } from './store/state/running.ts';
import { openState } from './store/state/state.ts';

const now = (): Date => new Date();
const newId = (): string => randomBytes(8).toString('hex');

function standardInput(): StandardInput {
  if (process.stdin.isTTY) return 'person';
  const input = fstatSync(0);
  return input.isFIFO() || input.isFile() || input.isSocket() ? 'pipe' : 'nobody';
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
    await bringUpToDate(config, embedder, now);
    const release = claimState(config.stateDir);
    const state = openState(config.stateDir);
    try {
      const documentContexts = createDocumentContexts();
      const alerts = createAlerts(now);
      // A messenger tells maintainers; without one, whoever started the program is told.
      if (config.telegram === null && config.messengers.length === 0) alerts.hear(tell);
      const service = await openQuzhi(config, {
        embedder,
        documentContexts,
        onModelFault: ({ message }) => alerts.raise(message),
      });
      const corpusAdmin = createCorpusAdmin({
        ...config,
        embedder,
        documentContexts,
        library: service.library,
        newId,
        now,
      });
      startIntake(config, { add: corpusAdmin.add, onTrouble: (message) => alerts.raise(message) });
      const maintenance = createMaintenance({ ...config, now });
      const parts = { service, state, corpusAdmin, maintenance, alerts, now };
      await serveChannels(planChannels(config, standardInput()), { config, parts, openLog, newId });
    } finally {
      state.close();
      release();
    }
    return 0;
  },
});
