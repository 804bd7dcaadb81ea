// Warns of an address of one's own over which secrets and questions would go in clear.
import type { Log } from '../log.ts';

const ENCRYPTED = new Set(['https:', 'wss:']);
const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;

/** Logs a warning where an address is neither encrypted nor this machine's; null is the public service's. */
export function warnOfPlainAddress(variable: string, address: string | null, log: Log): void {
  if (address === null) return;
  const { protocol, hostname } = new URL(address);
  if (ENCRYPTED.has(protocol) || THIS_MACHINE.test(hostname)) return;
  log('warn', `${variable} is not encrypted: the bot’s secret and what people ask go in clear. Use wss: or https:.`);
}
