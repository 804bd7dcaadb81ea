// A local stand-in of WeCom's long connection for intelligent robots, after its published protocol and limits: one connection a robot,
// requests answered under their id, a stream that takes the place of itself until it is finished, cards, uploads in pieces.
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { createKept, type Kept, type MessengerStandIn, type Saying, type ShownMessage, shownText } from './stand-in.ts';
import { faultsOfBody } from './wecom-rules.ts';
import { createUploads, type Done, type Uploads, upload } from './wecom-uploads.ts';

const ID = 'stand-in-robot';
const SECRET = 'stand-in-secret-of-no-value';
const REFUSED = 853_000;
const DECLINED = 40_058;
const TOO_OFTEN = 45_009;
const MESSAGES_A_MINUTE = 30;

interface Frame {
  readonly cmd: string;
  readonly headers: { readonly req_id: string };
  readonly body?: Readonly<Record<string, never>>;
}

interface Update {
  readonly id: string;
  readonly frame: Frame;
  readonly chat: string;
  isHeard: boolean;
}

interface State extends Kept, Uploads {
  socket: WebSocket | null;
  signIns: number;
  readonly updates: Update[];
  readonly streams: Map<string, ShownMessage>;
  readonly sentAt: Map<string, number[]>;
  readonly tasks: Set<string>;
}

/** Starts a stand-in; stop it after use. */
export async function startWecom(): Promise<MessengerStandIn> {
  const kept = createKept();
  const state: State = {
    ...kept,
    socket: null,
    signIns: 0,
    updates: [],
    streams: new Map(),
    ...createUploads(),
    sentAt: new Map(),
    tasks: new Set(),
  };
  const files = new Map<string, { readonly name: string; readonly bytes: Buffer }>();
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file === undefined) return void response.writeHead(404).end();
    const name = encodeURIComponent(file.name);
    response.writeHead(200, { 'content-disposition': `attachment; filename*=UTF-8''${name}` }).end(file.bytes);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => connected(socket, state));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const push = (cmd: string, body: object, { user = 'owner', group }: Saying): string => {
    const id = randomUUID();
    const where = group === undefined ? { chattype: 'single' } : { chattype: 'group', chatid: group };
    const whole = { msgid: id, aibotid: ID, from: { userid: user }, create_time: 1, ...where, ...body };
    const frame = { cmd, headers: { req_id: randomUUID() }, body: whole } as unknown as Frame;
    const update = { id, frame, chat: group ?? user, isHeard: false };
    state.updates.push(update);
    for (let n = 0; n < standIn.times; n += 1) deliver(update, state);
    return id;
  };
  const standIn: MessengerStandIn = {
    ...kept,
    url: `ws://127.0.0.1:${port}`,
    id: ID,
    secret: SECRET,
    times: 1,
    say: (text, saying = {}) => {
      const content = saying.group === undefined ? text : `@区知 ${text}`;
      return push('aibot_msg_callback', { msgtype: 'text', text: { content } }, saying);
    },
    press: (token, saying = {}) => {
      const event = { eventtype: 'template_card_event', template_card_event: { event_key: token, task_id: 'x' } };
      return push('aibot_event_callback', { msgtype: 'event', event }, saying);
    },
    sendFile: (name, bytes, saying = {}) => {
      const key = randomBytes(32);
      const filling = 32 - (bytes.length % 32);
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
      const whole = Buffer.concat([bytes, Buffer.alloc(filling, filling)]);
      const path = `/${randomUUID()}`;
      files.set(path, { name, bytes: Buffer.concat([cipher.update(whole), cipher.final()]) });
      const file = { url: `http://127.0.0.1:${port}${path}`, aeskey: key.toString('base64') };
      return push('aibot_msg_callback', { msgtype: 'file', file }, saying);
    },
    unheard: () => state.updates.filter(({ isHeard }) => !isHeard).map(({ id }) => id),
    cut: () => state.socket?.terminate(),
    signIns: () => state.signIns,
    stop: async () => {
      for (const client of sockets.clients) client.terminate();
      await new Promise((resolve) => sockets.close(resolve));
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

function deliver({ frame }: Update, state: State): void {
  state.socket?.send(JSON.stringify(frame));
}

function connected(socket: WebSocket, state: State): void {
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as Frame;
    if (frame.cmd !== 'ping') state.calls.push({ method: frame.cmd, body: frame.body });
    take(frame, socket, state);
    state.changed();
  });
  socket.on('close', () => {
    if (state.socket === socket) state.socket = null;
  });
}

function take(frame: Frame, socket: WebSocket, state: State): void {
  const fault = state.faultOf(frame.cmd);
  if (fault === 'unheard') return;
  if (fault === 'cut-before') {
    socket.terminate();
    return;
  }
  const [code, body] = typeof fault === 'object' ? [fault.code, undefined] : carryOut(frame, socket, state);
  if (fault === 'cut-after') socket.terminate();
  if (fault === 'cut-after' || fault === 'answer-lost') return;
  socket.send(JSON.stringify({ headers: frame.headers, errcode: code, errmsg: code === 0 ? 'ok' : 'declined', body }));
  // What the robot has given no sign of is handed to it again, as it is after a connection was lost.
  if (frame.cmd === 'aibot_subscribe' && code === 0)
    for (const update of state.updates.filter(({ isHeard }) => !isHeard)) deliver(update, state);
}

function carryOut(frame: Frame, socket: WebSocket, state: State): Done {
  const { cmd, headers, body = {} as Readonly<Record<string, never>> } = frame;
  if (cmd === 'ping') return [0];
  if (cmd === 'aibot_subscribe') return subscribe(body, socket, state);
  if (state.socket !== socket) return [REFUSED];
  const faults = faultsOfBody(cmd, body);
  state.violations.push(...faults);
  if (faults.length > 0) return [DECLINED];
  const update = state.updates.find((one) => one.frame.headers.req_id === headers.req_id);
  if (update !== undefined) update.isHeard = true;
  switch (cmd) {
    case 'aibot_respond_msg':
      return update?.frame.cmd === 'aibot_msg_callback' ? respond(update, body, state) : [DECLINED];
    case 'aibot_respond_welcome_msg':
      return update === undefined ? [DECLINED] : show(update.chat, { text: textOf(body, 'text') }, state);
    case 'aibot_send_msg':
      return sendTo(textOf(body, 'chatid'), body, state);
    default:
      return upload(cmd, body, state);
  }
}

function subscribe(body: Readonly<Record<string, unknown>>, socket: WebSocket, state: State): Done {
  if (body['bot_id'] !== ID || body['secret'] !== SECRET) return [REFUSED];
  state.signIns += 1;
  const event = { msgid: randomUUID(), msgtype: 'event', event: { eventtype: 'disconnected_event' } };
  const told = { cmd: 'aibot_event_callback', headers: { req_id: randomUUID() }, body: event };
  if (state.socket !== null && state.socket !== socket) state.socket.send(JSON.stringify(told));
  state.socket = socket;
  return [0];
}

function textOf(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value === 'string') return value;
  return String((value as { content?: string } | undefined)?.content ?? '');
}

function respond({ chat }: Update, body: Readonly<Record<string, unknown>>, state: State): Done {
  const { id, finish = false, content } = body['stream'] as { id: string; finish?: boolean; content: string };
  const known = state.streams.get(`${chat}/${id}`);
  if (known?.isWhole === true) return [DECLINED];
  if (known === undefined) {
    const [code] = show(chat, { text: shownText(content), isWhole: finish }, state);
    const latest = state.shown.at(-1);
    if (code === 0 && latest !== undefined) state.streams.set(`${chat}/${id}`, latest);
    return [code];
  }
  known.rewritten += 1;
  known.text = shownText(content);
  known.isWhole = finish;
  return [0];
}

function sendTo(chat: string, body: Readonly<Record<string, unknown>>, state: State): Done {
  if (!state.updates.some((update) => update.chat === chat) && chat !== 'owner') return [93_006];
  if (body['msgtype'] === 'markdown') return show(chat, { text: shownText(textOf(body, 'markdown')) }, state);
  if (body['msgtype'] === 'file') {
    const file = state.media.get((body['file'] as { media_id: string }).media_id);
    return file === undefined ? [40_007] : show(chat, { text: '', file }, state);
  }
  const card = body['template_card'] as {
    main_title: { title: string };
    task_id: string;
    button_list: { text: string; key: string }[];
  };
  if (state.tasks.has(card.task_id)) return [DECLINED];
  const buttons = Object.fromEntries(card.button_list.map(({ text, key }) => [text, key]));
  const done = show(chat, { text: card.main_title.title, buttons }, state);
  if (done[0] === 0) state.tasks.add(card.task_id);
  return done;
}

function show(chat: string, message: Partial<ShownMessage>, state: State): Done {
  const recent = (state.sentAt.get(chat) ?? []).filter((at) => at > Date.now() - 60_000);
  if (recent.length >= MESSAGES_A_MINUTE) {
    state.violations.push(`more than ${MESSAGES_A_MINUTE} messages a minute to ${chat}`);
    return [TOO_OFTEN];
  }
  state.sentAt.set(chat, [...recent, Date.now()]);
  state.shown.push({ chat, text: '', buttons: {}, file: null, rewritten: 0, isWhole: true, ...message });
  return [0];
}
