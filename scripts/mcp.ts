// npm run mcp: the tools of the Model Context Protocol over standard input and output, for an assistant on this machine.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { openQuzhi } from '../src/app/app.ts';
import { runCommand, tell } from '../src/app/cli/command.ts';
import { bringUpToDate } from '../src/app/index-refresh.ts';
import { ownVersion } from '../src/app/version.ts';
import { createMcpServer } from '../src/channels/mcp/mcp-server.ts';
import { createConversation } from '../src/chat/conversation.ts';
import { readConfig } from '../src/config.ts';
import { pickEmbedder } from '../src/retrieve/embed/pick.ts';
import { openState } from '../src/store/state/state.ts';

await runCommand({
  usage: 'Usage: npm run -s mcp   (standard output belongs to the protocol)',
  options: {},
  async run() {
    const config = readConfig();
    const embedder = await pickEmbedder(config);
    await bringUpToDate(config, embedder, () => new Date());
    const state = openState(config.stateDir);
    try {
      const service = await openQuzhi(config, { embedder, onModelFault: ({ message }) => tell(message) });
      const conversation = createConversation({ service, state, now: () => new Date() });
      const speaker = { channel: 'mcp', chat: 'local', user: 'local', language: 'zh' } as const;
      const server = createMcpServer({ conversation, setting: { speaker, practises: false }, version: ownVersion() });
      const ended = new Promise<void>((resolve) => {
        server.server.onclose = resolve;
        process.stdin.once('end', () => void server.close());
      });
      await server.connect(new StdioServerTransport());
      await ended;
    } finally {
      state.close();
    }
    return 0;
  },
});
