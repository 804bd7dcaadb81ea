// A page over the made-up product: an application without a port, and people who come to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../../src/channels/web/server/application.ts';
import { assetsOf } from '../../../src/channels/web/server/assets.ts';
import type { WebParts } from '../../../src/channels/web/server/parts.ts';
import type { MeJson } from '../../../src/channels/web/server/schemas.ts';
import { createLimiter, type Limits } from '../../../src/chat/access/limits.ts';
import { createSignIn, type SignIn } from '../../../src/chat/access/sign-in.ts';
import { createConversation } from '../../../src/chat/conversation.ts';
import type { CorpusAdmin } from '../../../src/chat/corpus/corpus-admin.ts';
import type { Maintenance } from '../../../src/chat/corpus/maintenance.ts';
import { createSerialQueue } from '../../../src/serial-queue.ts';
import type { MemberRole } from '../../../src/store/state/members.ts';
import { openState, type State } from '../../../src/store/state/state.ts';
import { FakeService } from '../../chat/fake-service.ts';
import { NOW } from '../../chat/fixtures.ts';

/** Where people reach the page where they sign in, and where they do not. */
export const ORIGIN = 'https://quzhi.example';
export const LOCAL = 'http://127.0.0.1:8080';

/** Small files in place of the client. */
export const ASSETS = assetsOf([
  { name: 'main.js', bytes: new TextEncoder().encode('console.log("made up")') },
  { name: 'main.css', bytes: new TextEncoder().encode('body{}') },
]);

type RequestBody = NonNullable<ConstructorParameters<typeof Response>[0]>;

/** What a bench is made of. */
export interface WebBenchOptions {
  /** True: nobody signs in. */
  readonly local?: boolean;
  readonly limits?: Limits;
  readonly requestsPerMinute?: number;
  readonly corpusAdmin?: CorpusAdmin;
  readonly maintenance?: Maintenance;
  readonly streams?: boolean;
  readonly unready?: string;
}

/** A page and what stands behind it. */
export interface WebBench {
  readonly app: ReturnType<typeof createApplication>;
  readonly parts: WebParts;
  readonly service: FakeService;
  readonly state: State;
  readonly signIn: SignIn;
  /** Lines of the log. */
  readonly told: string[];
  readonly folder: string;
  /** Moves the clock. */
  pass(ms: number): void;
  remove(): void;
}

/** A page in memory. */
export function createWebBench(options: WebBenchOptions = {}): WebBench {
  const { local = false, limits = { perPerson: 1e6, inAll: 1e6 }, corpusAdmin, maintenance } = options;
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-web-'));
  const state = openState(folder);
  const service = new FakeService();
  const told: string[] = [];
  let at = NOW.getTime();
  let names = 0;
  const now = (): Date => new Date(at);
  const next = (): number => {
    names += 1;
    return names;
  };
  const newId = (): string => `id${next()}`;
  const newSecret = (): string => `secret-${String(next()).padStart(30, '0')}`;
  const access = {
    policy: { access: 'invite' as const, ownerIds: ['owner'] },
    limiter: createLimiter(limits),
    newCode: newSecret,
  };
  const conversation = createConversation({
    service,
    state,
    now,
    ...(local ? {} : { access }),
    ...(corpusAdmin && { corpusAdmin }),
    ...(maintenance && { maintenance }),
  });
  const signIn = createSignIn({ channel: 'web', state, access, newSecret, newId, now });
  const parts: WebParts = {
    conversation,
    guard: {
      signIn: local ? null : signIn,
      owner: 'owner',
      origin: () => (local ? LOCAL : ORIGIN),
      hosts: () => (local ? ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080'] : ['quzhi.example']),
    },
    turns: createSerialQueue(),
    requests: createLimiter({ perPerson: options.requestsPerMinute ?? 1e6, inAll: Number.POSITIVE_INFINITY }),
    widget: null,
    streams: options.streams ?? false,
    unready: () => options.unready ?? null,
    version: '1.2.3',
    tell: (error) => {
      told.push(String(error));
      return 'fault1';
    },
    newSecret,
    newId,
    now,
  };
  return {
    app: createApplication(parts, ASSETS),
    parts,
    service,
    state,
    signIn,
    told,
    folder,
    pass: (ms) => {
      at += ms;
    },
    remove: () => {
      state.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A request as a browser on the page makes it. */
export interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Someone at the page. */
export interface Person {
  readonly id: string;
  readonly cookie: string;
  readonly csrf: string;
  send(path: string, sent?: Sent): Promise<Response>;
  /** The JSON of what must be served. */
  json<T>(path: string, sent?: Sent): Promise<T>;
}

/** Sends a request to the application under the name that it is served under. */
export async function send(
  { app, parts }: WebBench,
  path: string,
  { method = 'GET', body, headers = {} }: Sent = {},
): Promise<Response> {
  const origin = parts.guard.origin();
  const isJson = body !== undefined && !(body instanceof Uint8Array) && !(body instanceof ReadableStream);
  const given: Record<string, string> = isJson ? { 'content-type': 'application/json' } : {};
  const sent =
    body === undefined ? {} : { body: (isJson ? JSON.stringify(body) : body) as RequestBody, duplex: 'half' as const };
  return app.request(`${origin}${path}`, {
    method,
    headers: { host: new URL(origin).host, ...given, ...headers },
    ...sent,
  });
}

function personAt(bench: WebBench, known: Pick<Person, 'id' | 'cookie' | 'csrf'>): Person {
  const cookie: Record<string, string> = known.cookie === '' ? {} : { cookie: known.cookie };
  const sendAs = (path: string, sent: Sent = {}): Promise<Response> =>
    send(bench, path, { ...sent, headers: { ...cookie, 'x-csrf-token': known.csrf, ...sent.headers } });
  return {
    ...known,
    send: sendAs,
    json: async <T>(path: string, sent?: Sent): Promise<T> => {
      const response = await sendAs(path, sent);
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
}

/** The owner of a page at which nobody signs in. */
export function localOwner(bench: WebBench): Person {
  return personAt(bench, { id: 'owner', cookie: '', csrf: 'local' });
}

async function enter(bench: WebBench, code: string, name: string): Promise<Person> {
  const response = await send(bench, '/api/join', { method: 'POST', body: { code, name } });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const me = (await (await send(bench, '/api/me', { headers: { cookie } })).json()) as MeJson;
  return personAt(bench, { id: me.id, cookie, csrf: me.csrf });
}

/** The owner, signed in. */
export function owner(bench: WebBench): Promise<Person> {
  return enter(bench, bench.signIn.newOwnerCode(), 'owner');
}

let invitations = 0;

/** A member, signed in by an invitation. */
export function member(bench: WebBench, role: MemberRole = 'official', name = '林溪'): Promise<Person> {
  invitations += 1;
  const code = `invitation-${invitations}`;
  const at = bench.parts.now();
  bench.state.members.invite({ code, role, by: 'owner', at, expiresAt: new Date(at.getTime() + 86_400_000), uses: 1 });
  return enter(bench, code, name);
}

/** The events of a stream, in order. */
export async function eventsOf(response: Response): Promise<{ name: string; data: unknown }[]> {
  const text = await response.text();
  return text
    .split('\n\n')
    .filter((event) => event.startsWith('event: '))
    .map((event) => {
      const [name = '', data = ''] = event.split('\n');
      return { name: name.slice(7), data: JSON.parse(data.slice(6)) as unknown };
    });
}

/** A promise that a test opens. */
export function createGate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
