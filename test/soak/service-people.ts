// People in the soak of the service: readers of the page who ask, readers who are slow or send garbage, and chats of Telegram.
import { connect } from 'node:net';
import type { BotApiStandIn } from '../support/bot-api.ts';

/** What became of a question at the page: `kept` must be in the history once; `unknown`: the connection broke. */
export type Fate = 'kept' | 'unkept' | 'unknown' | 'refused';

/** A reader of the page who is signed in. */
export class PageReader {
  readonly #url: string;
  #headers: Record<string, string> = { 'content-type': 'application/json' };
  id = '';
  /** Times of each fate, by question. */
  readonly asked = new Map<string, Record<Fate, number>>();

  constructor(url: string) {
    this.#url = url;
  }

  async join(code: string, name: string): Promise<void> {
    const joined = await this.#fetch('/api/join', { code, name });
    this.#headers['cookie'] = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
    await joined.text();
    const me = (await (await this.#fetch('/api/me')).json()) as { id: string; csrf: string };
    this.id = me.id;
    this.#headers['x-csrf-token'] = me.csrf;
  }

  async invite(): Promise<string> {
    const made = await this.#fetch('/api/invitations', { role: 'official', uses: 50 });
    return ((await made.json()) as { url: string }).url.split('/').at(-1) ?? '';
  }

  /** Asks and notes what came of it. @param isRoomy false: the disk may be full, and the answer not kept */
  async ask(text: string, isRoomy: boolean): Promise<void> {
    const fates = this.asked.get(text) ?? { kept: 0, unkept: 0, unknown: 0, refused: 0 };
    this.asked.set(text, fates);
    try {
      const response = await this.#fetch('/api/say', { text });
      await response.text();
      if (response.status >= 500) fates.unknown += 1;
      else fates[response.status !== 200 ? 'refused' : isRoomy ? 'kept' : 'unkept'] += 1;
    } catch {
      fates.unknown += 1;
    }
  }

  #fetch(path: string, body?: unknown): Promise<Response> {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return fetch(`${this.#url}${path}`, { headers: this.#headers, signal: AbortSignal.timeout(60_000), ...sent });
  }
}

/** Opens connections that send half a request, garbage, or a whole request whose answer nobody reads; they go away after a while. */
export function disturbPage(port: number, random: () => number): void {
  const garbage = Buffer.from(Array.from({ length: 2_000 }, () => Math.floor(random() * 256)));
  const head = `Host: 127.0.0.1:${port}\r\n`;
  const sent = [
    garbage,
    `POST /api/say HTTP/1.1\r\n${head}Content-Length: 100000\r\n\r\n{"text":`,
    `GET /assets/none HTTP/1.1\r\n${head}\r\n`.repeat(50),
    `GET / HTTP/1.1\r\n${head}X-Long: ${'x'.repeat(100_000)}\r\n\r\n`,
  ];
  for (const bytes of sent) {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes);
      socket.pause();
    });
    socket.on('error', () => undefined);
    setTimeout(() => socket.destroy(), 5_000).unref();
  }
}

/** Updates of shapes that no client sends. */
export function deliverGarbage(api: BotApiStandIn, messageId: number): void {
  const chat = { id: 77, type: 'private' };
  const from = { id: 77, is_bot: false, first_name: 'x'.repeat(500) };
  api.deliver({ message: { message_id: messageId, date: 0, from, chat, text: 12345 } });
  api.deliver({ message: { message_id: messageId + 1, date: 0, chat } });
  api.deliver({ callback_query: { id: '1', from, data: 'remove:../../etc:\u0000', chat_instance: '1' } });
  api.deliver({ poll_answer: { poll_id: 'none', user: from, option_ids: [99] } });
}
