// Bounds how many connections one address may hold, so that none takes the places of all others; and says where places ran out.
import type { Server } from 'node:net';
import type { Log } from '../log.ts';

/** An office of a hundred people behind one address, with some connections each, is let in. */
const MAX_PER_ADDRESS = 400;
/** Behind a server on this machine everybody has one address, and that server counts. */
const OWN_ADDRESS = /^(?:::ffff:)?127\.|^::1$/u;
const TELL_EVERY_MS = 60_000;

/** Closes connections of an address beyond its share as they come. @param most connections of one address */
export function limitConnections(server: Server, log: Log, most: number = MAX_PER_ADDRESS): void {
  const open = new Map<string, number>();
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (message: string): void => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    log('warn', message);
  };
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    if (OWN_ADDRESS.test(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > most) {
      tell(`web: ${address} holds ${most} connections; more of it are closed`);
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
  server.on('drop', (dropped) => tell(`web: all connections are taken; one of ${dropped?.remoteAddress} was closed`));
}
