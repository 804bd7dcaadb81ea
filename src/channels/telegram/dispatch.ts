// Takes stored updates to their chats' queues; an update is finished when its reply is out, or cannot be made.
import { readInput } from '../../chat/input.ts';
import type { SerialQueue } from '../../serial-queue.ts';
import type { FoundPoll } from '../../store/state/polls.ts';
import { type HandlerParts, handleRequest } from './handle.ts';
import {
  answerRequest,
  type Bot,
  chatKeyOf,
  type Request,
  requestOf,
  type TelegramPollAnswer,
  type TelegramUpdate,
} from './update.ts';
import { isVote, learnPoll, searchPoll } from './votes.ts';

/** The parts of a dispatcher beside those of the handler. */
export interface DispatchParts {
  readonly bot: Bot;
  readonly queue: SerialQueue;
  /** Aborted: the bot stops, and drops what is under way. */
  readonly signal: AbortSignal;
}

/** One update on its way. */
interface Errand {
  readonly update: TelegramUpdate;
  readonly parts: HandlerParts;
  readonly queue: SerialQueue;
  readonly isAgain: boolean;
  /** Does a piece of work; a fault of it is reported and gives `instead`. */
  guarded<T>(what: string, work: () => T, instead: T): T;
  report(what: string, error: unknown): void;
  finish(): void;
}

/** Takes the payload of a stored update; it neither waits nor throws. `isAgain`: it was taken up in an earlier life of the bot. */
export type Accept = (payload: string, isAgain?: boolean) => void;

/** Creates a dispatcher. */
export function createDispatcher(parts: HandlerParts, { bot, queue, signal }: DispatchParts): Accept {
  return (payload, isAgain = false) => {
    const update = readUpdate(payload, parts);
    if (update === null) return;
    const errand = { ...errandOf(update, parts, queue), isAgain };
    if (update.poll) return takePoll(update.poll, errand);
    if (update.poll_answer) return takeVote(update.poll_answer, errand, signal);
    const request = errand.guarded<Request | null>('cannot be read', () => requestOf(update, bot), null);
    // Others' talk, and what is malformed. A stop must not queue behind what it is to stop.
    const isStopped = request !== null && errand.guarded('cannot be read', () => stops(request, parts), true);
    if (request === null || isStopped) return errand.finish();
    void queue.run(chatKeyOf(update), () => handle(inItsTopic(request, parts), errand));
  };
}

/** Reads a stored update; null, and said, where it is none: a start must not depend on what is stored. */
function readUpdate(payload: string, { log }: HandlerParts): TelegramUpdate | null {
  try {
    return JSON.parse(payload) as TelegramUpdate;
  } catch (error) {
    log('error', `telegram: a stored update cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** True if a request stops work that is under way; it is done then. */
function stops(request: Request, { conversation }: HandlerParts): boolean {
  return isStop(request) && conversation.stop(request.speaker);
}

/** Sends what is due in a forum to the topic of the latest poll. */
function inItsTopic(request: Request, { inbox }: HandlerParts): Request {
  return request.said.kind === 'due' ? { ...request, threadId: inbox.polls.threadOf(request.speaker.chat) } : request;
}

function errandOf(update: TelegramUpdate, parts: HandlerParts, queue: SerialQueue): Omit<Errand, 'isAgain'> {
  const { inbox, log, now } = parts;
  const report = (what: string, error: unknown): void =>
    log('error', `telegram: update ${update.update_id} ${what}: ${error instanceof Error ? error.stack : error}`);
  const guarded = <T>(what: string, work: () => T, instead: T): T => {
    try {
      return work();
    } catch (error) {
      report(what, error);
      return instead;
    }
  };
  const finish = (): void =>
    guarded('could not be finished', () => inbox.finish(String(update.update_id), now()), undefined);
  return { update, parts, queue, report, guarded, finish };
}

async function handle(request: Request, { parts, isAgain, report, finish }: Errand): Promise<void> {
  const isSettled = await handleRequest({ ...request, isAgain }, parts).catch((error: unknown) => {
    report('was given up', error);
    return true;
  });
  if (isSettled) finish();
}

function takePoll(poll: NonNullable<TelegramUpdate['poll']>, { parts, guarded, finish }: Errand): void {
  guarded('cannot be read', () => learnPoll(poll, parts.inbox.polls, parts.now()), undefined);
  finish();
}

/** A vote stands in line in its question's chat; where the question is not known yet, it waits for it in a queue of its own. */
function takeVote(vote: TelegramPollAnswer, errand: Errand, signal: AbortSignal): void {
  const { update, parts, queue, guarded, report, finish } = errand;
  const { polls } = parts.inbox;
  if (!isVote(vote)) {
    finish();
    return;
  }
  const goOn = (found: FoundPoll | 'unknown'): void => {
    const request = found === 'unknown' ? null : answerRequest(update.update_id, vote, found);
    if (request === null) finish();
    else void queue.run(request.speaker.chat, () => handle(request, errand));
  };
  const known = guarded('cannot be read', () => polls.find(vote.poll_id, String(vote.user?.id)), null);
  if (known !== null) {
    goOn(known);
    return;
  }
  void queue.run(`poll/${vote.poll_id}/${vote.user?.id}`, async () => {
    const found = await searchPoll(vote, { polls, sleep: parts.sleep, signal }).catch((error: unknown) => {
      report('could not be looked up', error);
      return 'stopped' as const;
    });
    if (found !== 'stopped') goOn(found);
  });
}

function isStop({ said }: Request): boolean {
  const input = said.kind === 'message' && said.text !== null ? readInput(said.text) : null;
  return input?.kind === 'command' && input.name === 'stop';
}
