// What of DingTalk's stream mode and robot interface we speak: frames of JSON over a long connection, replies by HTTP.
// Published at https://open.dingtalk.com/document/ and, for the frames and the card, by the official `dingtalk-stream` kits.
import type { AnswerRules } from '../messenger/answer.ts';

/** The channel's name. */
export const CHANNEL = 'dingtalk';

/** Where the public service listens; its older half, for uploads, has `oapi` for `api`. */
export const PUBLIC_URL = 'https://api.dingtalk.com';

/** The topic of messages to the robot. */
export const ROBOT_TOPIC = '/v1.0/im/bot/messages/get';

/** DingTalk's own card for answers that are written while they are made; every company has it. */
export const ANSWER_CARD = '382e4302-551d-4880-bf29-a30acfab2e71.schema';

/** Limits of the service. */
export const LIMITS = {
  /** Of a message's Markdown; the whole body, in which it is written as JSON, may have 20,000 bytes. */
  textBytes: 12_000,
  /** Messages to one chat. */
  rate: { messages: 20, perMs: 60_000 },
  buttonsOfCard: 5,
  labelCharacters: 20,
  titleCharacters: 30,
} as const;

/** The only endings of files that a robot may send. */
export const FILE_ENDINGS: ReadonlySet<string> = new Set(['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx']);

const TOO_OFTEN = new Set([429, 88, 90_002, 90_018, 130_101]);
const BUSY = new Set([-1, 401]);

/** How DingTalk's error codes are to be taken: those of its older half, and HTTP's. 401: the token had ended. */
export const RULES: AnswerRules = {
  platform: 'DingTalk',
  isPassing: (code) => TOO_OFTEN.has(code) || BUSY.has(code) || (code >= 500 && code < 600),
  isTooOften: (code) => TOO_OFTEN.has(code),
};

/** A frame that DingTalk sends. */
export interface Frame {
  readonly type?: string;
  readonly headers?: { readonly topic?: string; readonly messageId?: string };
  /** JSON. */
  readonly data?: string;
}

/** A part of a message with pictures. */
export interface RichPart {
  readonly text?: string;
  readonly downloadCode?: string;
}

/** An update: a message to the robot, as far as we read it. */
export interface DingtalkUpdate {
  readonly msgId: string;
  readonly conversationId?: string;
  /** 1: with one person; 2: a group. */
  readonly conversationType?: string;
  readonly senderStaffId?: string;
  readonly senderNick?: string;
  /** Where a reply to this message goes, until the time in milliseconds. */
  readonly sessionWebhook?: string;
  readonly sessionWebhookExpiredTime?: number;
  readonly msgtype?: string;
  readonly text?: { readonly content?: string };
  readonly content?: {
    readonly recognition?: string;
    readonly downloadCode?: string;
    readonly fileName?: string;
    readonly richText?: readonly RichPart[];
  };
}
