// The Model Context Protocol over HTTP, at one address, without sessions: each request brings its user's token along.
import type { Api } from './api.ts';
import { atMost } from './api.ts';
import { missing } from './http.ts';
import type { WebParts } from './parts.ts';

const MAX_BYTES = 256 * 1_024;

/** Adds the route of the Model Context Protocol; its library is loaded at the first request. */
export function addMcpRoute(api: Api, { conversation, version }: WebParts): void {
  api.post('/mcp', atMost(MAX_BYTES), async (c) => {
    const [{ createMcpServer }, { WebStandardStreamableHTTPServerTransport: Transport }] = await Promise.all([
      import('../../mcp/mcp-server.ts'),
      import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
    ]);
    const server = createMcpServer({ conversation, setting: c.var.visit.setting, version });
    const transport = new Transport({ enableJsonResponse: true });
    await server.connect(transport);
    return transport.handleRequest(c.req.raw);
  });
  // Without a session there is no stream of its own to open, and none to end.
  api.on(['GET', 'DELETE'], '/mcp', () => {
    throw missing();
  });
}
