// Parses a stream of server-sent events.

/** An event: its name (default `message`) and its data as text. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/** Parses a stream piece by piece. */
interface EventReader {
  /** Returns the events that this piece completes, in order. */
  take(piece: string): ServerEvent[];
}

/** Creates a parser for one stream, as in the HTML standard (9.2.6), without ids and retry times. */
export function createEventReader(): EventReader {
  let waiting = '';
  return {
    take(piece) {
      // A carriage return at the end may be half of a line end: it waits for what comes next.
      const text = waiting + piece;
      const isHalf = text.endsWith('\r');
      const blocks = (isHalf ? text.slice(0, -1) : text).replace(/\r\n?/gu, '\n').split('\n\n');
      waiting = (blocks.pop() ?? '') + (isHalf ? '\r' : '');
      return blocks.map(eventOf).filter((event) => event !== null);
    },
  };
}

function eventOf(block: string): ServerEvent | null {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/u.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? null : { name, data: data.join('\n') };
}
