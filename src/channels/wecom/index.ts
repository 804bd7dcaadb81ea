// WeCom (企业微信) as a messenger: an intelligent robot over its long connection, which needs no public address.
import type { Log } from '../log.ts';
import type { MessengerAdapter, MessengerRequest, SendOutcome } from '../messenger/adapter.ts';
import {
  type Answer,
  type AnswerRules,
  isDeclined,
  outcomeOf as outcomeBy,
  outcomeOfPreparation,
} from '../messenger/answer.ts';
import { answerIdOf } from '../messenger/button-groups.ts';
import { warnOfPlainAddress } from '../messenger/plain-address.ts';
import type { Sleep } from '../sleep.ts';
import { createConnection, type WecomConnection } from './connection.ts';
import { drawForWecom, type WecomMessage } from './draw.ts';
import { openFile, uploadFile } from './files.ts';
import { isPassing, LIMITS, PUBLIC_URL, type WecomUpdate } from './protocol.ts';
import { CHANNEL, isEntrance, readUpdate } from './read.ts';

/** The options of the channel. */
export interface WecomOptions {
  readonly id: string;
  readonly secret: string;
  /** Address of the long connection; null: the public service. */
  readonly url: string | null;
  readonly log: Log;
  readonly sleep: Sleep;
}

/** Creates the adapter of WeCom. */
export function createWecom({
  id,
  secret,
  url,
  log,
  sleep,
}: WecomOptions): MessengerAdapter<WecomUpdate, WecomMessage> {
  warnOfPlainAddress('WECOM_URL', url, log);
  const connection = createConnection({ botId: id, secret, url: url ?? PUBLIC_URL, log, sleep });
  return {
    channel: CHANNEL,
    rate: LIMITS.rate,
    // WeCom asks for no receipt: what is not stored is lost, and said in the log.
    receive: ({ store, signal, alert }) =>
      connection.run((update) => void store(update.body.msgid, update), signal, alert),
    read: readUpdate,
    draw: drawForWecom,
    send: (message, request, tried) => send(message, { ...request, ...tried }, connection),
    openFile: ({ body }, signal) => openFile(body.file ?? body.image ?? {}, signal),
    showText: async (text, { update, id: messageId }) => {
      if (update?.cmd !== 'aibot_msg_callback') return;
      const stream = { id: answerIdOf(messageId), finish: false, content: text };
      await connection.request('aibot_respond_msg', { msgtype: 'stream', stream }, update.headers.req_id);
    },
  };
}

const RULES: AnswerRules = { platform: 'WeCom', isPassing, isTooOften: (code) => code !== -1 };
const outcomeOf = (answer: Answer): SendOutcome => outcomeBy(answer, RULES);

async function send(
  message: WecomMessage,
  { update, speaker, mayHaveArrived }: MessengerRequest<WecomUpdate> & { readonly mayHaveArrived: boolean },
  connection: WecomConnection,
): Promise<SendOutcome> {
  const say = (body: object): Promise<Answer> =>
    connection.request('aibot_send_msg', { chatid: speaker.chat, ...body });
  const sayMarkdown = (content: string): Promise<Answer> => say({ msgtype: 'markdown', markdown: { content } });
  switch (message.kind) {
    case 'answer': {
      const { streamId, markdown } = message;
      const stream = { id: streamId, finish: true, content: markdown };
      const body = { msgtype: 'stream', stream };
      const answer = await connection.request('aibot_respond_msg', body, update?.headers.req_id);
      if (!isDeclined(answer, RULES)) return outcomeOf(answer);
      // What may have arrived is declined because it has; an answer that comes too late for the question is a message of its own.
      return mayHaveArrived ? 'sent' : outcomeOf(await sayMarkdown(markdown));
    }
    case 'welcome': {
      if (update === null || !isEntrance(update)) return 'sent';
      const body = { msgtype: 'text', text: { content: message.text } };
      const outcome = outcomeOf(await connection.request('aibot_respond_welcome_msg', body, update.headers.req_id));
      // A welcome that comes too late is none.
      return outcome !== 'sent' && outcome.kind === 'rejected' ? 'sent' : outcome;
    }
    case 'markdown':
      return outcomeOf(await sayMarkdown(message.markdown));
    case 'card':
      return outcomeOf(await say({ msgtype: 'template_card', template_card: message.card }));
    case 'file': {
      const uploaded = await uploadFile(message, connection);
      if (uploaded === 'lost' || uploaded.code !== 0) return outcomeOfPreparation(uploaded, RULES);
      const { media_id } = uploaded.body as { readonly media_id?: string };
      return outcomeOf(await say({ msgtype: 'file', file: { media_id } }));
    }
  }
}
