// DingTalk (钉钉) as a messenger: the robot of a company's app in stream mode, which needs no public address.
import type { Log } from '../log.ts';
import type { MessengerAdapter, MessengerRequest, SendOutcome } from '../messenger/adapter.ts';
import { isDeclined, outcomeOf, outcomeOfPreparation } from '../messenger/answer.ts';
import { answerIdOf } from '../messenger/button-groups.ts';
import { warnOfPlainAddress } from '../messenger/plain-address.ts';
import type { Sleep } from '../sleep.ts';
import { createApi, type DingtalkApi } from './api.ts';
import { type AnswerCards, createCards } from './cards.ts';
import { type DingtalkMessage, drawForDingtalk } from './draw.ts';
import { openFile, uploadFile } from './files.ts';
import { CHANNEL, type DingtalkUpdate, LIMITS, RULES } from './protocol.ts';
import { readUpdate } from './read.ts';
import { sayButtons, sayFile, sayMarkdown } from './say.ts';
import { receiveUpdates } from './stream.ts';

/** The options of the channel. */
export interface DingtalkOptions {
  /** Client ID and Client Secret of the app. */
  readonly id: string;
  readonly secret: string;
  /** Address of the interface; null: the public service. */
  readonly url: string | null;
  readonly log: Log;
  readonly sleep: Sleep;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

/** Creates the adapter of DingTalk. */
export function createDingtalk({
  log,
  sleep,
  now = () => new Date(),
  ...credentials
}: DingtalkOptions): MessengerAdapter<DingtalkUpdate, DingtalkMessage> {
  warnOfPlainAddress('DINGTALK_URL', credentials.url, log);
  const api = createApi(credentials);
  const cards = createCards({ api, log });
  return {
    channel: CHANNEL,
    rate: LIMITS.rate,
    receive: (receiving) => receiveUpdates({ ...receiving, api, log, sleep }),
    read: readUpdate,
    draw: drawForDingtalk,
    send: (message, request, tried) => send(message, { ...request, ...tried, now }, { api, cards }),
    openFile: (update, signal) => openFile(update, api, signal),
    showText: (text, { id, speaker, place }) => cards.show(answerIdOf(id), text, { chat: speaker.chat, place }),
  };
}

async function send(
  message: DingtalkMessage,
  request: MessengerRequest<DingtalkUpdate> & { readonly mayHaveArrived: boolean; readonly now: () => Date },
  { api, cards }: { readonly api: DingtalkApi; readonly cards: AnswerCards },
): Promise<SendOutcome> {
  switch (message.kind) {
    case 'answer': {
      const { speaker, place, mayHaveArrived, isAgain } = request;
      const where = { chat: speaker.chat, place, mayExist: mayHaveArrived || isAgain };
      const answer = await cards.finish(message.cardId, message.text, where);
      // Where DingTalk takes no card, the answer is a message.
      return outcomeOf(isDeclined(answer, RULES) ? await sayMarkdown(message, request, api) : answer, RULES);
    }
    case 'markdown':
      return outcomeOf(await sayMarkdown(message, request, api), RULES);
    case 'buttons':
      return outcomeOf(await sayButtons(message, request, api), RULES);
    case 'file': {
      const uploaded = await uploadFile(message, api);
      if ('failed' in uploaded) return outcomeOfPreparation(uploaded.failed, RULES);
      return outcomeOf(await sayFile(uploaded.parameters, request, api), RULES);
    }
  }
}
