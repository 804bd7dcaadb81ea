// The widget's addresses: who may ask from where, and what they are given.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApplication } from '../../../../../src/channels/web/server/application.ts';
import type { WidgetAnswer } from '../../../../../src/channels/web/server/widget/routes-widget.ts';
import { bundleWidget } from '../../../../../src/channels/web/server/widget/widget-assets.ts';
import { createLimiter } from '../../../../../src/chat/access/limits.ts';
import { createConversation } from '../../../../../src/chat/conversation.ts';
import { ASSETS, createWebBench, owner, send, type WebBench } from '../../fixtures.ts';

const SITE = 'https://www.site.example';
const QUESTION = '柳溪区2031年新建了多少处公园？';
let bench: WebBench;

/** The page with its widget: guests ask, at most `perPerson` times a minute. */
async function withWidget(perPerson = 100): Promise<WebBench> {
  const made = createWebBench();
  const access = {
    policy: { access: 'open' as const, ownerIds: [] },
    limiter: createLimiter({ perPerson, inAll: 1e6 }),
    newCode: made.parts.newSecret,
  };
  const conversation = createConversation({ service: made.service, state: made.state, now: made.parts.now, access });
  const widget = { origins: [SITE], conversation, script: await bundleWidget() };
  const parts = { ...made.parts, widget };
  return { ...made, parts, app: createApplication(parts, ASSETS) };
}

const ask = (body: object, headers: Record<string, string> = { origin: SITE }): Promise<Response> =>
  send(bench, '/widget/ask', { method: 'POST', body, headers: { 'sec-fetch-site': 'cross-site', ...headers } });

beforeEach(async () => {
  bench = await withWidget();
});
afterEach(() => bench.remove());

describe('a page of a named site', () => {
  test('gets an answer whose marks have their exact words', async () => {
    const response = await ask({ text: QUESTION });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, SITE]);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    const { status, blocks, citations } = (await response.json()) as WidgetAnswer;
    expect(status).toBe('answered');
    expect(blocks[0]?.text).toContain('[1]');
    expect(blocks.map(({ kind }) => kind)).not.toContain('source');
    expect(citations[0]).toMatchObject({ n: 1, quote: expect.any(String), title: expect.any(String) });
    expect(Object.keys(citations[0] ?? {})).not.toContain('path');
  });

  test('follows up on its earlier questions', async () => {
    await ask({ text: '那里呢？', history: [QUESTION] });
    expect(bench.service.questions.at(-1)).toMatchObject({ text: '那里呢？', history: [QUESTION] });
  });

  test('gets a refusal with the nearest evidence', async () => {
    const { status, blocks } = (await (await ask({ text: '航天？' })).json()) as WidgetAnswer;
    expect([status, blocks[0]?.text]).toEqual(['refused', expect.stringContaining('没有找到')]);
  });

  test('is told what it may send', async () => {
    const preflight = await send(bench, '/widget/ask', {
      method: 'OPTIONS',
      headers: { origin: SITE, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe(SITE);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('POST');
    for (const body of [{}, { text: '' }, { text: 'a'.repeat(2_001) }, { text: 'a', history: 'b' }])
      expect((await ask(body)).status).toBe(400);
  });

  test('waits after too many questions', async () => {
    bench.remove();
    bench = await withWidget(1);
    expect((await ask({ text: QUESTION })).status).toBe(200);
    const second = await ask({ text: QUESTION });
    expect([second.status, Number(second.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });
});

test.each<[string, Record<string, string>]>([
  ['another site', { origin: 'https://evil.example' }],
  ['a named site over http', { origin: 'http://www.site.example' }],
  ['a page that hides where it is from', { origin: 'null' }],
  ['a script without an origin', {}],
  ['another name of the server', { origin: SITE, host: 'evil.example' }],
])('%s is refused', async (_, headers) => {
  const response = await ask({ text: QUESTION }, headers);
  expect([response.status, response.headers.get('access-control-allow-origin')]).not.toEqual([200, SITE]);
  expect(response.status).toBe(403);
  expect(bench.service.questions).toEqual([]);
});

test('a session is not looked at: who is signed in asks as a guest like anyone', async () => {
  const { cookie } = await owner(bench);
  await ask({ text: QUESTION }, { origin: SITE, cookie });
  const entry = JSON.parse(bench.state.audit.entries().at(-1)?.entry ?? '{}') as Record<string, unknown>;
  expect(entry).toMatchObject({ channel: 'widget', act: 'question', role: 'guest' });
});

test('a named site opens nothing else of the page', async () => {
  const response = await send(bench, '/api/me', { headers: { origin: SITE, 'sec-fetch-site': 'cross-site' } });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
});

test('the script may be named by any page, the frame is shown in named sites alone', async () => {
  const script = await send(bench, '/widget/quzhi.js');
  expect(script.headers.get('content-type')).toContain('javascript');
  expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect((await script.text()).length).toBeLessThan(60_000);
  const page = await send(bench, '/widget');
  expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${SITE}`);
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  expect(page.headers.get('x-frame-options')).toBeNull();
});

test('without named sites there is no widget', async () => {
  const off = createWebBench();
  for (const path of ['/widget', '/widget/quzhi.js']) expect((await send(off, path)).status).toBe(404);
  const asked = await send(off, '/widget/ask', { method: 'POST', body: { text: QUESTION } });
  expect(asked.status).toBe(404);
  off.remove();
});
