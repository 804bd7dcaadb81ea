// The widget: a script and a page for sites that are named in the settings, and the address at which their visitors ask. Whoever opens
// such a site may ask, without signing in and without a name; nothing is kept of it but a line of the audit log.
import { createHmac, randomBytes } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { answerBlocks, citationsOf } from '../../../../chat/asking/compose.ts';
import { wordingFor } from '../../../../chat/i18n/wording.ts';
import type { Answer, Citation } from '../../../../types.ts';
import { type Api, type ApiEnv, atMost, gives, route, takes } from '../api.ts';
import { sendAsset } from '../assets.ts';
import { HttpFault, unwrap } from '../http.ts';
import type { WebParts } from '../parts.ts';
import { addressOf, guardHost } from '../request-guard.ts';
import { WIDGET_PAGE, WIDGET_SCRIPT } from './widget-assets.ts';

/** Name of the channel in the audit log. */
const CHANNEL = 'widget';
const ASK = '/widget/ask';
/** A new version of the program is seen by all within the hour. */
const ONE_HOUR = 'public, max-age=3600';
const MAX_CHARACTERS = 2_000;
const MAX_EARLIER = 20;
const NONE = ["'none'"];
const SELF = ["'self'"];

const said = z.string().max(MAX_CHARACTERS);
const widgetQuestion = z.object({
  text: said.min(1),
  history: z.array(said).max(MAX_EARLIER).default([]),
  language: z.enum(['zh', 'en']).default('zh'),
});
const widgetCitation = z.object({
  n: z.number(),
  report: z.string().describe('its id'),
  title: z.string(),
  district: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  reading: z.string().nullable().describe('damage mended, relative dates resolved'),
});
const widgetAnswer = z.object({
  status: z.enum(['answered', 'refused']),
  language: z.enum(['zh', 'en']),
  blocks: z.array(z.object({ kind: z.enum(['headline', 'text', 'notice']), text: z.string() })),
  citations: z.array(widgetCitation),
});

/** An answer as the widget gets it. */
export type WidgetAnswer = z.infer<typeof widgetAnswer>;

/** A citation with what a stranger is told of its report. */
function citationOf({ n, report, start, end, quote, reading }: Citation): WidgetAnswer['citations'][number] {
  const { id, title, district, publisher, publishedOn } = report;
  return { n, report: id, title, district, publisher, publishedOn, start, end, quote, reading };
}

/** An answer as the widget draws it: lines with marks, and the words behind each mark. */
function widgetJson(answer: Answer): WidgetAnswer {
  const { status, interpretation } = answer;
  const blocks = answerBlocks(answer, wordingFor(interpretation.language)).flatMap(({ kind, text }) =>
    kind === 'source' || kind === 'quote' ? [] : [{ kind, text }],
  );
  return { status, language: interpretation.language, blocks, citations: citationsOf(answer).map(citationOf) };
}

/** Admits a request of a page that may show the widget. @throws HttpFault for any other */
function admitPage(c: Context<ApiEnv>, { guard, requests, now }: WebParts, origins: readonly string[]): void {
  guardHost(c.req.raw, guard);
  const from = c.req.header('origin');
  if (from === undefined || ![...origins, guard.origin()].includes(from))
    throw new HttpFault('origin', 'This site may not show the widget: WEB_WIDGET_ORIGINS names those that may.');
  const waitSeconds = Math.ceil(requests.chargeStranger(addressOf(c), now()) / 1_000);
  if (waitSeconds > 0)
    throw new HttpFault('limit', `Too many requests. Please wait ${waitSeconds} seconds.`, { waitSeconds });
}

/** Adds the routes of the widget, where sites may show it; to be added before what guards the page from other sites. */
export function addWidgetRoutes(api: Api, parts: WebParts): void {
  const { widget, guard } = parts;
  if (widget === null) return;
  const { origins, script, conversation } = widget;
  api.get(WIDGET_SCRIPT, (c) => {
    guardHost(c.req.raw, guard);
    const headers = { 'cache-control': ONE_HOUR, 'cross-origin-resource-policy': 'cross-origin' };
    return sendAsset(script, c.req.header('accept-encoding') ?? '', {
      ...headers,
      'x-content-type-options': 'nosniff',
    });
  });
  api.get('/widget', frameHeaders(origins), (c) => {
    guardHost(c.req.raw, guard);
    return c.html(WIDGET_PAGE, 200, { 'cache-control': 'no-cache' });
  });
  // People are told apart by where they come from, under names that nobody can turn back into addresses, and that end with the process.
  const secret = randomBytes(32);
  const nameOf = (address: string): string => createHmac('sha256', secret).update(address).digest('hex').slice(0, 16);
  api.use(ASK, cors({ origin: [...origins], allowMethods: ['POST'], allowHeaders: ['content-type'], maxAge: 600 }));
  api.openapi(
    route(`post ${ASK}`, 'Ask from a site that may show the widget; without sign-in', {
      middleware: atMost(),
      request: takes(widgetQuestion),
      responses: gives(widgetAnswer),
    }),
    async (c) => {
      admitPage(c, parts, origins);
      const { text, history, language } = c.req.valid('json');
      const user = nameOf(addressOf(c));
      const speaker = { channel: CHANNEL, chat: user, user, language };
      const answer = unwrap(await conversation.browse.answer({ speaker }, { text, history }));
      return c.json(widgetJson(answer), 200, { 'cache-control': 'no-store' });
    },
  );
}

/** The page for frames: shown in the sites that are named, and with nothing of other sites in it. */
function frameHeaders(origins: readonly string[]) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: NONE,
      scriptSrc: SELF,
      connectSrc: SELF,
      baseUri: NONE,
      formAction: NONE,
      frameAncestors: [...SELF, ...origins],
    },
    xFrameOptions: false,
    crossOriginResourcePolicy: 'cross-origin',
  });
}
