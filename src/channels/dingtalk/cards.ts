// Cards that hold an answer while it is written and when it is whole; a card is known by the name that we give it.
import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import { type Answer, isDeclined } from '../messenger/answer.ts';
import type { DingtalkApi } from './api.ts';
import { ANSWER_CARD, CHANNEL, RULES } from './protocol.ts';

/** Whom a card is shown to. */
export interface CardPlace {
  readonly chat: string;
  readonly place: 'private' | 'group';
}

/** The cards of answers. */
export interface AnswerCards {
  /** Shows what stands so far; opens the card where it is not open yet. */
  show(cardId: string, text: string, place: CardPlace): Promise<void>;
  /** Makes a card whole. @param mayExist it may have been opened before, and nobody knows */
  finish(cardId: string, text: string, place: CardPlace & { readonly mayExist: boolean }): Promise<Answer>;
}

/** DingTalk's names of what a card is at. */
const [AT_WORK, WRITING, WHOLE] = ['1', '2', '3'] as const;

/** What is known of a card that is not whole: nobody knows, it is open, it shows text, DingTalk takes none. */
export type CardState = 'unknown' | 'open' | 'writing' | Exclude<Answer, 'lost'>;

/** Creates the cards of a robot. */
export function createCards({
  api,
  log,
  states = new Map(),
}: {
  readonly api: Pick<DingtalkApi, 'call' | 'robotCode'>;
  readonly log: Log;
  /** What is known of the cards that are not whole, by their names. */
  readonly states?: Map<string, CardState>;
}): AnswerCards {
  let isTold = false;
  const open = (cardId: string, data: object, where: CardPlace): Promise<Answer> =>
    openCard({ ...data, outTrackId: cardId }, where, api);
  const update = (cardId: string, status: string, text: string): Promise<Answer> =>
    api.call('PUT', '/v1.0/card/instances', { outTrackId: cardId, ...cardData(status, text) });
  const tellDeclined = ({ code, message }: Exclude<Answer, 'lost'>): void => {
    if (!isTold)
      log(
        'warn',
        `${CHANNEL}: DingTalk takes no card (${code} ${message}); answers are sent as messages. Give the app the permissions Card.Instance.Write and Card.Streaming.Write.`,
      );
    isTold = true;
  };
  const complete: AnswerCards['finish'] = async (cardId, text, { mayExist, ...place }) => {
    const state = states.get(cardId);
    if (typeof state === 'object') return state;
    if (state === undefined || state === 'unknown') {
      const answer = await open(cardId, cardData(WHOLE, text), place);
      // The name of a card is taken once: what is declined may be open already.
      if (!isDeclined(answer, RULES) || !(mayExist || state === 'unknown')) return answer;
    }
    return update(cardId, WHOLE, text);
  };
  return {
    show: async (cardId, text, place) => {
      const state = states.get(cardId);
      if (state === undefined) {
        const opened = stateAfter(await open(cardId, cardData(AT_WORK, ''), place));
        if (typeof opened === 'object') tellDeclined(opened);
        states.set(cardId, opened);
      }
      if (state === 'open' && isDone(await update(cardId, WRITING, ''))) states.set(cardId, 'writing');
      if (states.get(cardId) !== 'writing') return;
      const whole = { key: 'msgContent', content: text, isFull: true, isFinalize: false, isError: false };
      await api.call('PUT', '/v1.0/card/streaming', { outTrackId: cardId, guid: randomUUID(), ...whole });
    },
    finish: async (cardId, text, place) => {
      const answer = await complete(cardId, text, place);
      // Only what is tried again must be remembered.
      if (isDone(answer) || isDeclined(answer, RULES)) states.delete(cardId);
      return answer;
    },
  };
}

function isDone(answer: Answer): boolean {
  return answer !== 'lost' && answer.code === 0;
}

function stateAfter(answer: Answer): CardState {
  if (isDone(answer)) return 'open';
  return answer !== 'lost' && isDeclined(answer, RULES) ? answer : 'unknown';
}

/** The data of a card; its values are strings. */
function cardData(flowStatus: string, msgContent: string): object {
  const order = JSON.stringify({ order: ['msgContent'] });
  return { cardData: { cardParamMap: { flowStatus, msgContent, staticMsgContent: '', sys_full_json_obj: order } } };
}

async function openCard(
  card: object,
  { chat, place }: CardPlace,
  { call, robotCode }: Pick<DingtalkApi, 'call' | 'robotCode'>,
): Promise<Answer> {
  const isGroup = place === 'group';
  const answer = await call('POST', '/v1.0/card/instances/createAndDeliver', {
    ...card,
    cardTemplateId: ANSWER_CARD,
    callbackType: 'STREAM',
    userIdType: 1,
    openSpaceId: isGroup ? `dtv1.card//IM_GROUP.${chat}` : `dtv1.card//IM_ROBOT.${chat}`,
    ...(isGroup
      ? { imGroupOpenSpaceModel: { supportForward: true }, imGroupOpenDeliverModel: { robotCode } }
      : { imRobotOpenSpaceModel: { supportForward: true }, imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' } }),
  });
  if (answer === 'lost' || answer.code !== 0) return answer;
  const { result } = answer.body as { readonly result?: { readonly deliverResults?: readonly DeliverResult[] } };
  const failed = result?.deliverResults?.find(({ success }) => success === false);
  return failed === undefined ? answer : { code: 400, message: failed.errorMsg ?? '', body: answer.body };
}

interface DeliverResult {
  readonly success?: boolean;
  readonly errorMsg?: string;
}
