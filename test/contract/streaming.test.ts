import { expect, test } from 'vitest';
import { createBench, SPEAKER } from '../chat/fixtures.ts';

test('a stop ends the work of those who write the answer', async () => {
  const bench = createBench();
  bench.service.before = () => new Promise(() => undefined);
  const reply = bench.conversation.handle({ speaker: SPEAKER, text: '柳溪区有几处公园？' });
  await Promise.resolve();
  bench.conversation.stop(SPEAKER);
  await reply;
  expect(bench.service.following?.signal?.aborted).toBe(true);
  bench.remove();
});

test('a channel that streams gets each sentence, one that does not asks for none', async () => {
  const bench = createBench();
  bench.service.written = ['新建公园12处。'];
  const heard: string[] = [];
  const onText = (text: string): void => void heard.push(text);
  await bench.conversation.handle({ speaker: SPEAKER, text: '柳溪区有几处公园？', onText });
  expect(heard).toEqual(['新建公园12处。']);
  await bench.conversation.handle({ speaker: SPEAKER, text: '柳溪区有几处公园？' });
  expect(bench.service.following?.onText).toBeUndefined();
  bench.remove();
});
