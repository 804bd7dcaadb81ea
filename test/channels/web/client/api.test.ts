// The page's calls: what is sent, what comes back, what is said when it does not.
import { describe, expect, test } from 'vitest';
import {
  type ApiClient,
  addressOf,
  createApi,
  type Listener,
  RequestFault,
} from '../../../../src/channels/web/client/api.ts';
import type { ReplyJson } from '../../../../src/channels/web/server/schemas.ts';

const REPLY: ReplyJson = { language: 'zh', blocks: [{ kind: 'text', text: '12处' }], buttons: [] };

interface Sent {
  readonly path: string;
  readonly init: RequestInit | undefined;
}

/** An API over a server that answers everything alike. */
function apiOver(answer: () => Response | Promise<Response>): { api: ApiClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetchIt = async (path: unknown, init?: RequestInit): Promise<Response> => {
    sent.push({ path: String(path), init });
    return answer();
  };
  return { api: createApi({ fetch: fetchIt as typeof fetch, csrf: () => 'proof' }), sent };
}

function listening(): { listener: Listener; heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    listener: {
      text: (text) => void heard.push(`text ${text}`),
      progress: (line) => void heard.push(`progress ${line}`),
    },
  };
}

const stream = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
const headerOf = ({ init }: Sent, name: string): string | undefined =>
  (init?.headers as Record<string, string> | undefined)?.[name];

async function faultOf(call: Promise<unknown>): Promise<RequestFault> {
  const fault = await call.catch((error: unknown) => error);
  if (!(fault instanceof RequestFault)) throw new Error(`no fault: ${JSON.stringify(fault)}`);
  return fault;
}

describe('reading', () => {
  test('puts settings into the address and leaves out empty ones', async () => {
    expect(addressOf('/api/facts', { district: '柳溪区', period: '', offset: 0, text: undefined })).toBe(
      '/api/facts?district=%E6%9F%B3%E6%BA%AA%E5%8C%BA&offset=0',
    );
    const { api, sent } = apiOver(() => Response.json({ topics: [] }));
    expect(await api.get('/api/topics')).toEqual({ topics: [] });
    expect(sent[0]).toMatchObject({ path: '/api/topics', init: undefined });
  });
});

describe('writing', () => {
  test('always carries the proof that it comes from the page', async () => {
    const { api, sent } = apiOver(() => Response.json(null));
    await api.send('POST', '/api/tokens', { name: 'a' });
    await api.send('DELETE', '/api/history');
    await api.converse('/api/say', { text: '几处？' }, listening().listener);
    await api.upload(new File(['x'], '报 告.md'), listening().listener);
    expect(sent.map((one) => headerOf(one, 'X-CSRF-Token'))).toEqual(['proof', 'proof', 'proof', 'proof']);
    expect(sent.map(({ init }) => init?.method)).toEqual(['POST', 'DELETE', 'POST', 'POST']);
    expect(sent[0]?.init?.body).toBe('{"name":"a"}');
    expect(sent[1]?.init?.body).toBeUndefined();
  });

  test('names a file so that every name fits into a header', async () => {
    const { api, sent } = apiOver(() => Response.json(null));
    await api.upload(new File(['x'], '报\r\n告 "1".md'), listening().listener);
    const [one] = sent;
    if (one === undefined) throw new Error('nothing was sent');
    expect(headerOf(one, 'X-File-Name')).toBe('%E6%8A%A5%0D%0A%E5%91%8A%20%221%22.md');
  });
});

describe('a reply', () => {
  test('may come at once', async () => {
    const { api } = apiOver(() => Response.json(REPLY));
    expect(await api.converse('/api/say', {}, listening().listener)).toEqual(REPLY);
  });

  test('may come as a stream that tells how far it is', async () => {
    const events = `event: progress\ndata: {"line":"读取"}\n\nevent: text\ndata: {"text":"12处。"}\n\nevent: reply\ndata: ${JSON.stringify(REPLY)}\n\n`;
    const { api } = apiOver(() => stream(events));
    const { listener, heard } = listening();
    expect(await api.converse('/api/say', {}, listener)).toEqual(REPLY);
    expect(heard).toEqual(['progress 读取', 'text 12处。']);
  });

  test('may be nothing', async () => {
    const { api } = apiOver(() => stream('event: reply\ndata: null\n\n'));
    expect(await api.converse('/api/say', {}, listening().listener)).toBeNull();
  });
});

describe('a fault', () => {
  test('keeps its status and the server’s words', async () => {
    const body = { error: { code: 'limit', message: '请在 5 秒后再问。' } };
    const { api } = apiOver(() => Response.json(body, { status: 429 }));
    expect(await faultOf(api.get('/api/topics'))).toMatchObject({ status: 429, message: '请在 5 秒后再问。' });
  });

  test('may come without words', async () => {
    const { api } = apiOver(() => new Response('<html>', { status: 502 }));
    expect(await faultOf(api.send('POST', '/api/stop'))).toMatchObject({ status: 502, message: '' });
  });

  test('may come amid a stream', async () => {
    const { api } = apiOver(() => stream('event: fault\ndata: {"error":{"code":"failed","message":"编号 a1"}}\n\n'));
    expect(await faultOf(api.converse('/api/say', {}, listening().listener))).toMatchObject({ message: '编号 a1' });
  });

  test('is a stream that ends before its reply, and a server that is not there', async () => {
    const broken = apiOver(() => stream('event: text\ndata: {"text":"12"}\n\n'));
    expect(await faultOf(broken.api.converse('/api/say', {}, listening().listener))).toMatchObject({ status: 0 });
    const gone = apiOver(() => Promise.reject(new TypeError('fetch failed')));
    expect(await faultOf(gone.api.get('/api/me'))).toMatchObject({ status: 0 });
  });
});
