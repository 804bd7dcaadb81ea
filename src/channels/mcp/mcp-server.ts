// The tools that other assistants use by the Model Context Protocol: ask, search, read the place, figures, compare. Each is
// admitted, limited and audited as its user's own request would be. It opens no port and reads no pipe.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { LookupResult } from '../../chat/browse/browse-api.ts';
import type { Conversation, Setting } from '../../chat/conversation.ts';
import { answerJson, documentJson } from '../../chat/json.ts';
import { renderReply, renderText } from '../../chat/render.ts';

const MAX_FOUND = 20;
const MAX_FIGURES = 100;
/** Read around a place, in UTF-16 units, before and behind it. */
const MARGIN = 600;
const MAX_READ = 8_000;
const words = z.string().min(1).max(1_000);

/** Who uses the tools, and what they reach. */
export interface McpParts {
  readonly conversation: Conversation;
  readonly setting: Setting;
  readonly version: string;
}

interface ToolResult {
  [key: string]: unknown;
  content: { type: 'text'; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
}

const said = (text: string, data?: Record<string, unknown>): ToolResult => ({
  content: [{ type: 'text', text }],
  ...(data && { structuredContent: data }),
});
const failed = (text: string): ToolResult => ({ ...said(text), isError: true });

/** What was looked up, drawn; else why it was not admitted. */
function drawn<T>(looked: LookupResult<T>, draw: (value: T) => ToolResult): ToolResult {
  if (looked.kind === 'found') return draw(looked.value);
  return failed(looked.kind === 'denied' && looked.reply ? renderReply(looked.reply) : 'This is not allowed.');
}

function addAsking(server: McpServer, { conversation: { browse, handle }, setting }: McpParts): void {
  server.registerTool(
    'ask',
    {
      title: 'Ask the reports',
      description:
        'Answers a question on how districts develop out of the indexed reports, in their own words, each figure with its sentence; ' +
        'where the reports are silent it says so. Ask in Chinese where you can. Quote the answer with its sources; add nothing to it.',
      inputSchema: {
        question: words,
        history: z.array(words).max(20).default([]).describe('Earlier questions, oldest first'),
      },
    },
    async ({ question, history }) =>
      drawn(await browse.answer(setting, { text: question, history }), (answer) =>
        said(renderText(answer), answerJson(answer, documentJson)),
      ),
  );
  server.registerTool(
    'compare',
    {
      title: 'Compare districts',
      description: 'Sets districts side by side on a topic or figure, each cell with its source.',
      inputSchema: { districts: z.array(words).min(2).max(12), topic: words },
    },
    async ({ districts, topic }) => {
      const reply = await handle({ ...setting, text: `/compare ${districts.join(' ')} ${topic}` });
      if (reply === null) return failed('This is not allowed.');
      return reply.denied ? failed(renderReply(reply)) : said(renderReply(reply));
    },
  );
}

function addLooking(server: McpServer, { conversation: { browse }, setting }: McpParts): void {
  server.registerTool(
    'search',
    {
      title: 'Search the reports',
      description: 'Finds the passages that speak of something, best first, with the place of each in its report.',
      inputSchema: { query: words, count: z.number().int().min(1).max(MAX_FOUND).default(5) },
    },
    async ({ query, count }) =>
      drawn(await browse.search(setting, { text: query, count }), (passages) =>
        said(
          passages
            .map(({ report, title, start, end, text }) => `${title} (${report} ${start}–${end})\n${text}`)
            .join('\n\n'),
          { passages },
        ),
      ),
  );
  server.registerTool(
    'read',
    {
      title: 'Read a place of a report',
      description: 'Returns the words of a report around a place, as citations and search results name it.',
      inputSchema: { report: words, start: z.number().int().min(0), end: z.number().int().min(0) },
    },
    async ({ report, start, end }) =>
      drawn(await browse.report(setting, report), (open) => {
        if (open === null) return failed('There is no such report. Take its id from a citation or a search.');
        const from = Math.max(0, Math.min(start, open.text.length) - MARGIN);
        const text = open.text.slice(from, Math.min(end + MARGIN, from + MAX_READ));
        return said(`${open.meta.title}\n\n${text}`, { document: documentJson(open.meta), start: from, text });
      }),
  );
}

function addFacts(server: McpServer, { conversation: { browse }, setting }: McpParts): void {
  server.registerTool(
    'facts',
    {
      title: 'Figures of the reports',
      description:
        'The table of figures that the reports state: district, indicator, period, value, with the words each stands in.',
      inputSchema: {
        district: words.optional().describe('Full name, as an answer spells it'),
        indicator: words.optional(),
        period: words.optional().describe('A year, or year and month: 2016, 2016-05'),
        text: words.optional().describe('Stands in the district, indicator, figure or title'),
      },
    },
    async (query) =>
      drawn(await browse.facts(setting, { ...query, offset: 0, limit: MAX_FIGURES }), ({ facts, total }) =>
        said(
          [
            ...facts.map(({ district, indicator, period, surface, quote }) =>
              [district, indicator, period ?? '', surface, quote].join(' · '),
            ),
            ...(total > facts.length ? [`… ${total} in all`] : []),
          ].join('\n'),
          { facts, total },
        ),
      ),
  );
}

/** Creates a server with the tools of one user; it serves whatever transport it is connected to. */
export function createMcpServer(parts: McpParts): McpServer {
  const server = new McpServer({ name: 'quzhi', version: parts.version });
  addAsking(server, parts);
  addLooking(server, parts);
  addFacts(server, parts);
  return server;
}
