// Serves the planned channels until the main one ends. Which channels those are stands in `channel-plan.ts`.
import { once } from 'node:events';
import type { Web } from '../channels/web/index.ts';
import { createLimiter } from '../chat/access/limits.ts';
import { createConversation } from '../chat/conversation.ts';
import { DAY_MS } from '../durations.ts';
import { AppError } from '../errors.ts';
import { type ChannelPlan, ownersOf } from './channel-plan.ts';
import { tell } from './cli/command.ts';
import { pruneDaily } from './maintenance.ts';
import { serveMessengers } from './serve-messengers.ts';
import type { ServeOptions, Serving } from './serving.ts';

/** A pipe that has said nothing for this long belongs to a service manager: nobody speaks into it. */
const QUIET_PIPE_MS = 1_500;

/** Serves the channels of a plan. @throws AppError telegram/…, messenger/… or web/… where the main channel cannot be served */
export async function serveChannels({ main, page }: ChannelPlan, options: ServeOptions): Promise<void> {
  if (page === 'when-quiet') return servePipe(options);
  const signal = main === 'terminal' ? null : stopSignal();
  const serving = openServing(options);
  if (signal !== null) anchorAudit(serving);
  const web = page === 'off' ? null : await openPage(serving, page === 'alone');
  try {
    if (signal === null) await serveTerminal(serving);
    else if (main === 'messengers') await serveMessengers(serving, signal);
    else if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await web?.stop();
  }
}

/** Answers a pipe and ends with it; a quiet one gets the page beside it. */
async function servePipe(options: ServeOptions): Promise<void> {
  let page: Promise<Web | null> = Promise.resolve(null);
  const timer = setTimeout(() => {
    if (process.stdin.bytesRead === 0) page = openPage(openServing(options), false);
  }, QUIET_PIPE_MS);
  try {
    await serveTerminal(options);
  } finally {
    clearTimeout(timer);
    await (await page)?.stop();
  }
}

/** Opens the log, and deletes what has aged, now and once a day. */
function openServing(options: ServeOptions): Serving {
  const { config, parts, openLog } = options;
  const { telegram, messengers, model, embedderApiKey, retentionDays, logLevel: level } = config;
  const keys = [telegram?.token, telegram?.webhook?.secret, embedderApiKey, model?.apiKey];
  const secrets = [...keys, ...messengers.map(({ secret }) => secret)].map((key) => key ?? '');
  const log = openLog({ level, secrets, now: parts.now });
  const onJump = (days: number): void => {
    const message = `The clock is ${days} days further than when it was last looked at: nothing is deleted by age today. If its date is wrong, put it right within a day.`;
    log('warn', message);
    parts.alerts.raise(message);
  };
  pruneDaily(parts.state.personalData, { retentionDays, now: parts.now, onJump });
  const onAnswered = (question: string, verdict: string): void => log('info', 'question', { question, verdict });
  const logged = config.logQuestions ? { ...parts, onAnswered } : parts;
  return { ...options, parts: logged, limiter: createLimiter(config.limits), log };
}

/** Anchors the audit log in the log of a service, now and once a day: entries cut off its end are missed there. */
function anchorAudit({ parts, log }: Serving): void {
  const anchor = (): void => {
    const head = parts.state.audit.head();
    if (head !== null) log('info', `audit: ${head.n} entries`, { anchor: `${head.n}:${head.hash}` });
  };
  anchor();
  setInterval(anchor, DAY_MS).unref();
}

/** Whoever speaks in the terminal is the owner. */
async function serveTerminal({ parts }: Pick<ServeOptions, 'parts'>): Promise<void> {
  const { startTerminal } = await import('../channels/terminal/index.ts');
  const { stdin, stdout } = process;
  const conversation = createConversation(parts);
  await startTerminal({ conversation, input: stdin, output: stdout, interactive: stdin.isTTY === true });
}

/** Serves the page; where it cannot be served and need not be, a line says why. */
async function openPage({ config, parts, limiter, log, newId }: Serving, isNeeded: boolean): Promise<Web | null> {
  if (config.web === null) return null;
  try {
    const { servePage } = await import('./web-server.ts');
    return await servePage({
      web: config.web,
      parts,
      limiter,
      owners: ownersOf(config),
      streams: config.model !== null || config.langchainModule !== null,
      log,
      newId,
      tell,
    });
  } catch (error) {
    if (isNeeded || !(error instanceof AppError)) throw error;
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
