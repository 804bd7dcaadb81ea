// A model hub on this machine that speaks Hugging Face's addresses, well or badly as a test wants.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong. */
interface Behaviour {
  /** Connections break off after so many bytes. */
  readonly breakOffAfter?: number;
  /** Ranges are not served: every answer begins at the beginning. */
  readonly wholeOnly?: boolean;
  /** The hash that is told, in place of the right one. */
  readonly hash?: string;
  /** Status of every answer. */
  readonly status?: number;
}

/** A running hub. */
export interface HubServer {
  readonly url: string;
  /** Method, path and range of each request. */
  readonly seen: string[];
  close(): Promise<void>;
}

/** Starts a hub with files by `OWNER/NAME/file`; large ones are redirected to a store, and their SHA-256 is told. */
export async function startHub(files: Readonly<Record<string, Buffer>>, behave: Behaviour = {}): Promise<HubServer> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push([request.method, request.url, request.headers.range].filter(Boolean).join(' '));
    const name = decodeURI(request.url ?? '')
      .replace(/^\/(?:store\/)?/, '')
      .replace('/resolve/main', '');
    const content = files[name];
    if (behave.status !== undefined) response.writeHead(behave.status).end();
    else if (!content) response.writeHead(404).end();
    else if (request.url?.startsWith('/store/')) serve(request, response, content, behave);
    else {
      const hash = behave.hash ?? createHash('sha256').update(content).digest('hex');
      const headers = { 'x-linked-etag': `"${hash}"`, 'x-linked-size': content.length };
      response.writeHead(302, { ...headers, location: `/store/${name}` }).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function serve(
  { headers: { range } }: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  { breakOffAfter, wholeOnly }: Behaviour,
): void {
  const start = wholeOnly ? 0 : Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  if (start > content.length) {
    response.writeHead(416).end();
    return;
  }
  const rest = content.subarray(start);
  response.writeHead(start > 0 ? 206 : 200, { 'content-length': rest.length });
  if (breakOffAfter === undefined || rest.length <= breakOffAfter) response.end(rest);
  else response.write(rest.subarray(0, breakOffAfter), () => setTimeout(() => response.destroy(), 5));
}
