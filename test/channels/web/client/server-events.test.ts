// Streams of server-sent events, in whatever pieces they arrive.
import { describe, expect, test } from 'vitest';
import { createEventReader, type ServerEvent } from '../../../../src/channels/web/client/server-events.ts';

function read(pieces: readonly string[]): ServerEvent[] {
  const reader = createEventReader();
  return pieces.flatMap((piece) => reader.take(piece));
}

const STREAM = 'event: text\ndata: {"text":"公园12处。"}\n\n: still here\n\nevent: reply\ndata: {\ndata: }\n\n';
const EVENTS = [
  { name: 'text', data: '{"text":"公园12处。"}' },
  { name: 'reply', data: '{\n}' },
];

describe('a stream of events', () => {
  test('gives the same events however it is cut', () => {
    for (let at = 0; at <= STREAM.length; at += 1) {
      expect(read([STREAM.slice(0, at), STREAM.slice(at)])).toEqual(EVENTS);
    }
    expect(read([...STREAM])).toEqual(EVENTS);
  });

  test('may end its lines in any of the three ways', () => {
    for (const end of ['\r\n', '\r']) {
      expect(read([`${STREAM.replaceAll('\n', end)}\n`])).toEqual(EVENTS);
      expect(read([...STREAM.replaceAll('\n', end), '\n'])).toEqual(EVENTS);
    }
  });

  test('gives nothing before an event is complete', () => {
    expect(read(['event: reply\ndata: null\n'])).toEqual([]);
  });

  test('has a name for events without one, and none for comments', () => {
    expect(read(['data:x\n\n', ':ping\n\n', 'event: empty\n\n'])).toEqual([{ name: 'message', data: 'x' }]);
  });
});
