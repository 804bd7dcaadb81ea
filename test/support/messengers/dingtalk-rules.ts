// The published rules of DingTalk's robot interface that a call must keep: fields, sizes, forms of messages and cards.

type Body = Readonly<Record<string, unknown>>;

const MAX_BODY_BYTES = 20_000;
const MAX_BUTTONS_OF_SAMPLE = 6;
const FILE_TYPES = ['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx'];
const SAMPLE = /^sampleActionCard([2-6]?)$/u;

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const missing = (body: Body, ...names: string[]): string[] =>
  names.filter((name) => !isText(body[name])).map((name) => `no ${name}`);

/** A button as its person sees it, and what it makes them write. */
export interface ShownButton {
  readonly label: string;
  readonly says: string;
}

/** Returns what is wrong with a call, each in a sentence. */
export function faultsOfCall(name: string, body: Body): string[] {
  const size = Buffer.byteLength(JSON.stringify(body));
  const faults = [...(RULES[name]?.(body) ?? []), ...(size > MAX_BODY_BYTES ? [`a body of ${size} bytes`] : [])];
  return faults.map((fault) => `${name}: ${fault}`);
}

const RULES: Readonly<Record<string, (body: Body) => string[]>> = {
  'robot/sendBySession': (body) => faultsOfReply(body),
  'robot/oToMessages/batchSend': (body) => [
    ...(Array.isArray(body['userIds']) && body['userIds'].length > 0 && body['userIds'].length <= 20
      ? []
      : ['no userIds']),
    ...faultsOfRobotMessage(body),
  ],
  'robot/groupMessages/send': (body) => [...missing(body, 'openConversationId'), ...faultsOfRobotMessage(body)],
  'card/instances/createAndDeliver': (body) => [
    ...missing(body, 'cardTemplateId', 'outTrackId', 'openSpaceId'),
    ...(/^dtv1\.card\/\/IM_(?:ROBOT|GROUP)\.\S+$/u.test(String(body['openSpaceId'])) ? [] : ['a wrong openSpaceId']),
    ...faultsOfCardData(body),
  ],
  'card/instances': (body) => [...missing(body, 'outTrackId'), ...faultsOfCardData(body)],
  'card/streaming': (body) => [
    ...missing(body, 'outTrackId', 'guid', 'key', 'content'),
    ...(body['isFull'] === true ? [] : ['Markdown must be streamed whole']),
  ],
};

function faultsOfCardData(body: Body): string[] {
  const { cardParamMap = null } = (body['cardData'] ?? {}) as { cardParamMap?: Body | null };
  if (cardParamMap === null) return ['no cardParamMap'];
  return Object.values(cardParamMap).every((value) => typeof value === 'string') ? [] : ['a value that is no string'];
}

function faultsOfReply(body: Body): string[] {
  if (body['msgtype'] === 'markdown') return missing((body['markdown'] ?? {}) as Body, 'title', 'text');
  if (body['msgtype'] !== 'actionCard') return ['an unknown msgtype'];
  const card = (body['actionCard'] ?? {}) as Body;
  const buttons = (card['btns'] ?? []) as Body[];
  return [
    ...missing(card, 'title', 'text'),
    ...(buttons.length > 0 ? [] : ['no buttons']),
    ...buttons.flatMap((button) => missing(button, 'title', 'actionURL')),
  ];
}

function faultsOfRobotMessage(body: Body): string[] {
  const named = missing(body, 'robotCode', 'msgKey', 'msgParam');
  if (named.length > 0) return named;
  const parameters = JSON.parse(String(body['msgParam'])) as Body;
  const key = String(body['msgKey']);
  if (key === 'sampleMarkdown') return missing(parameters, 'title', 'text');
  if (key === 'sampleFile') {
    const isTaken = FILE_TYPES.includes(String(parameters['fileType']));
    return [...missing(parameters, 'mediaId', 'fileName'), ...(isTaken ? [] : ['a file of a type that is not taken'])];
  }
  const count = SAMPLE.exec(key)?.[1];
  if (count === undefined) return ['an unknown msgKey'];
  const buttons = buttonsOf(body);
  const isWhole = buttons.length === Number(count || 1) && buttons.length <= MAX_BUTTONS_OF_SAMPLE;
  return [...missing(parameters, 'title', 'text'), ...(isWhole ? [] : [`${buttons.length} buttons in ${key}`])];
}

/** Returns the buttons of a message, of either form. */
export function buttonsOf(body: Body): ShownButton[] {
  const button = (label: unknown, address: unknown): ShownButton[] => {
    if (!isText(label) || !isText(address)) return [];
    const url = new URL(address);
    return [{ label, says: url.protocol === 'dtmd:' ? (url.searchParams.get('content') ?? '') : '' }];
  };
  if (body['msgtype'] === 'actionCard') {
    const { btns = [] } = (body['actionCard'] ?? {}) as { btns?: Body[] };
    return btns.flatMap(({ title, actionURL }) => button(title, actionURL));
  }
  const parameters = JSON.parse(String(body['msgParam'] ?? '{}')) as Body;
  if (parameters['singleTitle'] !== undefined) return button(parameters['singleTitle'], parameters['singleURL']);
  const numbers = Array.from({ length: MAX_BUTTONS_OF_SAMPLE }, (_, n) => n + 1);
  return numbers.flatMap((n) => button(parameters[`actionTitle${n}`], parameters[`actionURL${n}`]));
}
