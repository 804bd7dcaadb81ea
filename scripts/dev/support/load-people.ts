// People of the three kinds at the doors of the product: officials ask on the page and through OpenAI's protocol and look things up,
// trainees practise, maintainers look after reports.
import type { ReplyJson } from '../../../src/channels/web/server/schemas.ts';
import type { LoadedServer } from './load-server.ts';

const INVITED_AT_ONCE = 100;
/** Whoever waits so long has given up. */
const TIMEOUT_MS = 30_000;

/** A request that was not answered with success. */
export class Unanswered extends Error {
  readonly status: number;

  constructor(status: number, what: string) {
    super(what);
    this.status = status;
  }
}

/** Somebody with a session of the page, and a token for programs. */
class Visitor {
  readonly #url: string;
  #headers: Record<string, string> = { 'content-type': 'application/json' };
  #token = '';

  constructor(url: string) {
    this.#url = url;
  }

  async join(code: string, name: string): Promise<void> {
    const response = await this.#fetch('POST /api/join', this.#headers, { code, name });
    this.#headers = { ...this.#headers, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
    await response.json();
    const { csrf } = await this.get<{ csrf: string }>('/api/me');
    this.#headers = { ...this.#headers, 'x-csrf-token': csrf };
  }

  /** Makes the token that `ask` sends. */
  async makeToken(): Promise<void> {
    this.#token = (await this.post<{ token: string }>('/api/tokens', { name: 'load' })).token;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.#fetch(`GET ${path}`, this.#headers)).json() as Promise<T>;
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return (await this.#fetch(`POST ${path}`, this.#headers, body)).json() as Promise<T>;
  }

  /** Asks as a program does, in OpenAI's protocol. */
  async ask(question: string): Promise<void> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` };
    const messages = [{ role: 'user', content: question }];
    await (await this.#fetch('POST /v1/chat/completions', headers, { model: 'quzhi', messages })).text();
  }

  async #fetch(operation: string, headers: Record<string, string>, body?: unknown): Promise<Response> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const [method = 'GET', path = '/'] = operation.split(' ');
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(`${this.#url}${path}`, { method, headers, signal, ...sent });
    if (!response.ok) throw new Unanswered(response.status, `${operation}: ${await response.text()}`);
    return response;
  }
}

/** Something that a person does. */
export interface Act {
  readonly kind: string;
  run(random: () => number): Promise<void>;
}

/** What all people know: questions that the reports answer, and the reports. */
interface Known {
  readonly questions: readonly string[];
  readonly reports: readonly { readonly id: string }[];
}

const choose = <T>(from: readonly T[], random: () => number): T | undefined => from[Math.floor(random() * from.length)];

/** Officials ask three times as often as they look something up. */
function officialsActs(visitor: Visitor, { questions, reports }: Known): Act[] {
  const question = (random: () => number): string => choose(questions, random) ?? '有哪些主要做法？';
  const ask: Act = {
    kind: 'official/ask',
    run: async (random) => void (await visitor.post('/api/say', { text: question(random) })),
  };
  return [
    ask,
    ask,
    { kind: 'official/ask by OpenAI’s protocol', run: (random) => visitor.ask(question(random)) },
    {
      kind: 'official/read',
      run: async (random) =>
        void (await visitor.get(`/api/reports/${encodeURIComponent(choose(reports, random)?.id ?? '')}`)),
    },
    { kind: 'official/facts', run: async () => void (await visitor.get('/api/facts?limit=100')) },
    {
      kind: 'official/search',
      run: async () => void (await visitor.get('/api/search?top=10&query=%E9%A1%B9%E7%9B%AE')),
    },
  ];
}

/** Trainees ask for an item and answer it, right or wrong. */
function traineesActs(visitor: Visitor): Act[] {
  const practise = async (random: () => number): Promise<void> => {
    const reply = await visitor.post<ReplyJson | null>('/api/say', { text: '/quiz' });
    const posed = reply?.posed;
    if (posed === undefined) return;
    const { token, form, options } = posed;
    const all = options.map((_, index) => index);
    const chosen = form === 'order' ? { options: all } : { options: [Math.floor(random() * options.length)] };
    await visitor.post('/api/answer', { token, ...(form === 'typed' ? { text: '不知道' } : chosen) });
  };
  return [{ kind: 'trainee/practise', run: practise }];
}

function maintainersActs(visitor: Visitor): Act[] {
  return [
    { kind: 'maintainer/reports', run: async () => void (await visitor.get('/api/reports?limit=100')) },
    { kind: 'maintainer/gaps', run: async () => void (await visitor.get('/api/gaps')) },
    { kind: 'maintainer/members', run: async () => void (await visitor.get('/api/members')) },
  ];
}

/** Of ten people six are officials, three are trainees, one is a maintainer. */
const ROLES = [...Array(6).fill('official'), ...Array(3).fill('trainee'), 'maintainer'] as const;

/** Lets people in. @returns for each what they may do next, drawn evenly */
export async function letIn({ url, ownerCode }: LoadedServer, count: number): Promise<readonly (readonly Act[])[]> {
  const owner = new Visitor(url);
  await owner.join(ownerCode, 'owner');
  const codes = new Map<string, string>();
  const uses = new Map<string, number>();
  const people: (readonly Act[])[] = [];
  let known: Known | null = null;
  for (let index = 0; index < count; index += 1) {
    const role: string = ROLES[index % ROLES.length] ?? 'official';
    const used = uses.get(role) ?? 0;
    if (used % INVITED_AT_ONCE === 0) {
      const { url: link } = await owner.post<{ url: string }>('/api/invitations', { role, uses: INVITED_AT_ONCE });
      codes.set(role, link.split('/').at(-1) ?? '');
    }
    uses.set(role, used + 1);
    const visitor = new Visitor(url);
    await visitor.join(codes.get(role) ?? '', `${role} ${index}`);
    if (role === 'official') await visitor.makeToken();
    known ??= {
      ...(await visitor.get<Pick<Known, 'questions'>>('/api/suggestions')),
      ...(await visitor.get<Pick<Known, 'reports'>>('/api/reports?limit=100')),
    };
    people.push(
      role === 'trainee'
        ? traineesActs(visitor)
        : role === 'official'
          ? officialsActs(visitor, known)
          : maintainersActs(visitor),
    );
  }
  return people;
}
