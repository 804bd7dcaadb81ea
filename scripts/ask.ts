// npm run ask: one answer, or a batch of them.
import { openQuzhi } from '../src/app/app.ts';
import { print, runCommand, tell, textOption } from '../src/app/cli/command.ts';
import { renderText } from '../src/chat/render.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { runBatch } from './support/lines.ts';
import { answerJson, readItem } from './support/wire.ts';

await runCommand({
  usage: 'Usage: npm run ask -- [--index DIR] [--json] "QUESTION" | --batch FILE',
  options: { batch: { type: 'string' } },
  async run(values, positionals) {
    const batch = textOption(values, 'batch');
    if ((batch === undefined) === (positionals.length === 0))
      throw new AppError('usage/invalid', 'Give one question, or --batch FILE.');
    const config = readConfig();
    const quzhi = await openQuzhi(
      { ...config, indexDir: textOption(values, 'index') ?? config.indexDir },
      { onModelFault: ({ message }) => tell(message) },
    );
    if (batch !== undefined) {
      await runBatch(batch, async (value) => {
        const { question, documents } = readItem(value);
        const startedMs = performance.now();
        const answer = documents ? await quzhi.answerFrom(documents, question) : await quzhi.answer(question);
        return answerJson(answer, performance.now() - startedMs);
      });
      return 0;
    }
    const startedMs = performance.now();
    const answer = await quzhi.answer({ text: positionals.join(' '), history: [] });
    print(values['json'] ? JSON.stringify(answerJson(answer, performance.now() - startedMs)) : renderText(answer));
    return 0;
  },
});
