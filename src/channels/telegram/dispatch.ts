// Takes stored updates to their chats' queues; an update is finished when its reply is out, or cannot be made.
import { readInput } from '../../chat/input.ts';
import { type HandlerParts, handleRequest } from './handle.ts';
import type { Queues } from './queue.ts';
import { type Bot, chatKeyOf, type Request, requestOf, type TelegramUpdate } from './update.ts';

/** What dispatching needs beside handling. */
export interface DispatchParts {
  readonly bot: Bot;
  readonly queues: Queues;
  readonly now: () => Date;
}

/** A function that takes the payload of a stored update; it neither waits nor throws. */
export function createDispatcher(parts: HandlerParts, { bot, queues, now }: DispatchParts): (payload: string) => void {
  const { inbox, log, conversation } = parts;
  return (payload) => {
    const update = JSON.parse(payload) as TelegramUpdate;
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
    const finish = (): void => guarded('could not be finished', () => inbox.finish(update.update_id, now()), undefined);
    const request = guarded<Request | null>('cannot be read', () => requestOf(update, bot), null);
    // Others' talk, and what is malformed. A stop must not queue behind what it is to stop.
    if (request === null || (isStop(request) && conversation.stop(request.speaker))) return finish();
    queues.add(chatKeyOf(update), async () => {
      const isSettled = await handleRequest(request, parts).catch((error: unknown) => {
        report('was given up', error);
        return true;
      });
      if (isSettled) finish();
    });
  };
}

function isStop({ said }: Request): boolean {
  const input = said.kind === 'message' && said.text !== null ? readInput(said.text) : null;
  return input?.kind === 'command' && input.name === 'stop';
}
