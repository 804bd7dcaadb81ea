// What of WeCom's long connection for intelligent robots we speak: frames of JSON, each request with an id that its answer repeats.
// Published at https://developer.work.weixin.qq.com/document/path/101463; the official client is `@wecom/aibot-node-sdk`.

/** Where the public service listens; a private deployment has an address of its own. */
export const PUBLIC_URL = 'wss://openws.work.weixin.qq.com';

/** A frame, either way. Answers have no `cmd` but an error code, 0 for none. */
export interface Frame {
  readonly cmd?: string;
  readonly headers: { readonly req_id: string };
  readonly body?: unknown;
  readonly errcode?: number;
  readonly errmsg?: string;
}

/** Limits of the service. */
export const LIMITS = {
  /** Of a message's text, in bytes of UTF-8. */
  textBytes: 20_480,
  /** Messages to one chat, answers and others together. */
  rate: { messages: 30, perMs: 60_000 },
  buttonsOfCard: 6,
  keyBytes: 1_024,
  /** Of one piece of an upload, before it is written as base64. */
  chunkBytes: 512 * 1_024,
  chunks: 100,
} as const;

/** Error codes after which another try may do: busy, too often, and such as our own connection gives. */
const PASSING = new Set([-1, 45_009, 45_033, 45_047, 846_607]);

/** True where another try may do. */
export function isPassing(code: number): boolean {
  return PASSING.has(code);
}

/** An update: the frame of a message or an event, as far as we read it. */
export interface WecomUpdate {
  readonly cmd: string;
  readonly headers: { readonly req_id: string };
  readonly body: {
    readonly msgid: string;
    readonly chatid?: string;
    readonly chattype?: string;
    readonly from?: { readonly userid?: string };
    readonly msgtype?: string;
    readonly text?: { readonly content?: string };
    readonly voice?: { readonly content?: string };
    readonly mixed?: { readonly msg_item?: readonly { readonly text?: { readonly content?: string } }[] };
    readonly file?: WecomFile;
    readonly image?: WecomFile;
    readonly event?: {
      readonly eventtype?: string;
      readonly event_key?: string;
      readonly template_card_event?: { readonly event_key?: string };
    };
  };
}

/** A file as it may be fetched, for five minutes. */
export interface WecomFile {
  readonly url?: string;
  readonly aeskey?: string;
}

/** True for the frame of a message or an event that names itself and its sender. */
export function isUpdate(frame: unknown): frame is WecomUpdate {
  const { cmd, body } = (frame ?? {}) as Partial<WecomUpdate>;
  if (cmd !== 'aibot_msg_callback' && cmd !== 'aibot_event_callback') return false;
  return typeof body?.msgid === 'string' && body.msgid !== '';
}
