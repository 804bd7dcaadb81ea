// A local stand-in of DingTalk's stream mode and robot interface, after its published protocol and limits: tickets that let in once,
// frames that come again until they are acknowledged, cards that are rewritten until they are whole, tokens, uploads.
import { randomUUID } from 'node:crypto';
import JSZip from 'jszip';
import type { WebSocket } from 'ws';
import { buttonsOf, faultsOfCall } from './dingtalk-rules.ts';
import { createMinuteCount, type HttpCall, type HttpResult, readForm, startHttp } from './http-stand-in.ts';
import { createKept, type Kept, type MessengerStandIn, type Saying, type ShownMessage, shownText } from './stand-in.ts';

type Body = Readonly<Record<string, unknown>>;

const ID = 'stand-in-app';
const SECRET = 'stand-in-secret-of-no-value';
const TOPIC = '/v1.0/im/bot/messages/get';
const MESSAGES_A_MINUTE = 20;
const SESSION_MS = 90 * 60_000;
const WHOLE = '3';

interface State extends Kept {
  readonly tickets: Set<string>;
  readonly tokens: Set<string>;
  readonly cards: Map<string, ShownMessage>;
  readonly media: Map<string, { readonly name: string; readonly text: string }>;
  readonly files: Map<string, Buffer>;
  readonly pings: Set<string>;
  readonly isTooMany: (chat: string) => boolean;
  origin: string;
}

/** Starts a stand-in; stop it after use. */
export async function startDingtalk(): Promise<MessengerStandIn> {
  const kept = createKept();
  const isTooMany = createMinuteCount(MESSAGES_A_MINUTE);
  const [tickets, tokens, pings] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [cards, media, files] = [new Map(), new Map(), new Map()];
  const state: State = { ...kept, tickets, tokens, pings, cards, media, files, isTooMany, origin: '' };
  const http = await startHttp(kept, {
    nameOf: ({ url }) => url.pathname.replace(/^\/(?:v1\.0\/)?/u, ''),
    carryOut: (name, call) => carryOut(name, call, state),
    declined: (code) => ({ status: code < 0 ? 503 : 400, body: { code: String(code), message: 'declined' } }),
    letIn: (url) => tickets.delete(url.searchParams.get('ticket') ?? ''),
    connected: (socket) => ping(socket, state),
    received: (data) => hear(JSON.parse(data.toString('utf8')) as Body, state, http.heard),
  });
  state.origin = `127.0.0.1:${http.port}`;
  const push = (message: object, { user = 'owner', group }: Saying): string => {
    const id = randomUUID();
    const where =
      group === undefined
        ? { conversationType: '1', conversationId: `cid-${user}` }
        : { conversationType: '2', conversationId: group };
    const reply = {
      sessionWebhook: `http://${state.origin}/robot/sendBySession?session=${group ?? user}`,
      sessionWebhookExpiredTime: Date.now() + SESSION_MS,
    };
    const sender = { senderStaffId: user, senderId: `$:${user}`, senderNick: user, robotCode: ID, isInAtList: true };
    const data = JSON.stringify({ msgId: id, ...where, ...reply, ...sender, ...message });
    const headers = { topic: TOPIC, messageId: id, contentType: 'application/json', time: String(Date.now()) };
    return http.push(id, JSON.stringify({ specVersion: '1.0', type: 'CALLBACK', headers, data }), standIn.times);
  };
  // DingTalk takes the robot's name out of what is said in a group, and leaves the space.
  const say = (text: string, saying: Saying = {}): string =>
    push({ msgtype: 'text', text: { content: saying.group === undefined ? text : ` ${text}` } }, saying);
  const standIn: MessengerStandIn = {
    ...kept,
    ...http,
    url: `http://${state.origin}`,
    id: ID,
    secret: SECRET,
    times: 1,
    say,
    // A press makes the person write what the button holds.
    press: say,
    sendFile: (name, bytes, saying = {}) => {
      const downloadCode = randomUUID();
      files.set(downloadCode, Buffer.from(bytes));
      return push({ msgtype: 'file', content: { downloadCode, fileName: name } }, saying);
    },
  };
  return standIn;
}

function ping(socket: WebSocket, { pings }: State): void {
  const messageId = randomUUID();
  pings.add(messageId);
  const headers = { topic: 'ping', messageId, contentType: 'application/json' };
  const data = JSON.stringify({ opaque: messageId });
  socket.send(JSON.stringify({ specVersion: '1.0', type: 'SYSTEM', headers, data }));
}

function hear(frame: Body, { pings, violations }: State, heard: (id: string) => void): void {
  const { messageId = '' } = (frame['headers'] ?? {}) as { messageId?: string };
  if (frame['code'] !== 200 || typeof frame['data'] !== 'string') violations.push('a receipt of another form');
  if (!pings.has(messageId)) {
    heard(messageId);
    return;
  }
  const { opaque } = JSON.parse(String(frame['data'])) as { opaque?: string };
  if (opaque !== messageId) violations.push('a ping is answered by other data');
}

const OK = { status: 200, body: { errcode: 0, errmsg: 'ok' } };
const refused = (status: number, code: string): HttpResult => ({ status, body: { code, message: code } });

async function carryOut(name: string, call: HttpCall, state: State): Promise<HttpResult> {
  if (name === 'gateway/connections/open') return openConnection(call.body, state);
  if (name === 'oauth2/accessToken') return signIn(call.body, state);
  if (name.startsWith('files/')) return { status: 200, body: state.files.get(name.slice(6)) ?? Buffer.alloc(0) };
  const faults = faultsOfCall(name, call.body);
  state.violations.push(...faults);
  if (name === 'robot/sendBySession') {
    if (faults.length > 0) return { status: 200, body: { errcode: 400_002, errmsg: 'declined' } };
    return showMessage(call.url.searchParams.get('session') ?? '', call.body, state) ?? OK;
  }
  const token =
    name === 'media/upload'
      ? call.url.searchParams.get('access_token')
      : call.request.headers['x-acs-dingtalk-access-token'];
  if (!state.tokens.has(String(token))) return refused(401, 'InvalidAuthentication');
  if (faults.length > 0) return refused(400, 'invalidParameter');
  const { body } = call;
  switch (name) {
    case 'robot/oToMessages/batchSend':
      return showMessage(String((body['userIds'] as string[])[0]), body, state) ?? OK;
    case 'robot/groupMessages/send':
      return showMessage(String(body['openConversationId']), body, state) ?? OK;
    case 'robot/messageFiles/download':
      return { status: 200, body: { downloadUrl: `http://${state.origin}/files/${String(body['downloadCode'])}` } };
    case 'media/upload':
      return takeUpload(call, state);
    default:
      return changeCard(name, body, state);
  }
}

function openConnection(body: Body, { tickets, violations, origin }: State): HttpResult {
  if (body['clientId'] !== ID || body['clientSecret'] !== SECRET) return refused(401, 'authFailed');
  const subscriptions = (body['subscriptions'] ?? []) as { type: string; topic: string }[];
  if (!subscriptions.some(({ type, topic }) => type === 'CALLBACK' && topic === TOPIC))
    violations.push('no subscription');
  const ticket = randomUUID();
  tickets.add(ticket);
  return { status: 200, body: { endpoint: `ws://${origin}/connect`, ticket } };
}

function signIn(body: Body, { tokens }: State): HttpResult {
  if (body['appKey'] !== ID || body['appSecret'] !== SECRET) return refused(400, 'invalidClientIdOrSecret');
  const accessToken = randomUUID();
  tokens.add(accessToken);
  return { status: 200, body: { accessToken, expireIn: 7_200 } };
}

/** Shows a message; returns a result where that was declined. */
function showMessage(chat: string, body: Body, state: State): HttpResult | null {
  if (state.isTooMany(chat)) state.violations.push(`more than ${MESSAGES_A_MINUTE} messages a minute to ${chat}`);
  const parameters = JSON.parse(String(body['msgParam'] ?? '{}')) as Body;
  const file = body['msgKey'] === 'sampleFile' ? (state.media.get(String(parameters['mediaId'])) ?? null) : null;
  if (body['msgKey'] === 'sampleFile' && file === null) return refused(400, 'invalidMediaId');
  const { text = '' } = (body['markdown'] ?? body['actionCard'] ?? parameters) as { text?: string };
  const buttons = Object.fromEntries(buttonsOf(body).map(({ label, says }) => [label, says]));
  state.shown.push({ chat, text: shownText(text), buttons, file, rewritten: 0, isWhole: true });
  return null;
}

function changeCard(name: string, body: Body, { cards, shown }: State): HttpResult {
  const id = String(body['outTrackId']);
  const card = cards.get(id);
  const { cardParamMap = {} } = (body['cardData'] ?? {}) as { cardParamMap?: Readonly<Record<string, string>> };
  const isWhole = cardParamMap['flowStatus'] === WHOLE;
  if (name === 'card/instances/createAndDeliver') {
    if (card !== undefined) return refused(400, 'param.outTrackIdExists');
    const chat = String(body['openSpaceId']).replace(/^dtv1\.card\/\/IM_(?:ROBOT|GROUP)\./u, '');
    const text = shownText(cardParamMap['msgContent'] ?? '');
    const opened: ShownMessage = { chat, text, buttons: {}, file: null, rewritten: 0, isWhole };
    cards.set(id, opened);
    shown.push(opened);
    return { status: 200, body: { success: true, result: { outTrackId: id, deliverResults: [{ success: true }] } } };
  }
  if (card === undefined) return refused(404, 'param.cardNotExist');
  if (name === 'card/streaming' && card.isWhole) return refused(400, 'param.cardFinished');
  card.text = shownText(
    name === 'card/streaming' ? String(body['content']) : (cardParamMap['msgContent'] ?? card.text),
  );
  card.rewritten += 1;
  card.isWhole ||= isWhole;
  return { status: 200, body: { success: true, result: true } };
}

/** Takes an upload; a file that had to be put into an archive is shown as its only member. */
async function takeUpload(call: HttpCall, { media, violations }: State): Promise<HttpResult> {
  const file = (await readForm(call)).get('media');
  if (!(file instanceof File)) return { status: 200, body: { errcode: 40_035, errmsg: 'no media' } };
  const bytes = Buffer.from(await file.arrayBuffer());
  const media_id = `@${randomUUID()}`;
  if (file.name.endsWith('.zip')) {
    const [member] = Object.values((await JSZip.loadAsync(bytes)).files);
    if (member === undefined || `${member.name}.zip` !== file.name) violations.push('an archive of another name');
    media.set(media_id, { name: member?.name ?? '', text: (await member?.async('string')) ?? '' });
  } else media.set(media_id, { name: file.name, text: bytes.toString('utf8') });
  return { status: 200, body: { errcode: 0, errmsg: 'ok', media_id, type: 'file' } };
}
