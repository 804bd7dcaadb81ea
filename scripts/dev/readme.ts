// npm run readme: runs the commands that READMEs and docs show, on an index of corpus/ built for the purpose, and writes what they
// print into them. With --check it writes nothing and ends with 1 where they show something else. It needs bash.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print, runCommand, tell } from '../../src/app/cli/command.ts';
import { withOutputs } from './support/shown.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILES = ['README.md', 'README.zh-CN.md', 'docs/guide.md', 'docs/guide.zh-CN.md'];
const MAX_SECONDS = 60;

/** Runs a command as a person would at the root of the project: without Telegram, model or state of before. */
function outputOf(command: string, folder: string): string {
  const folders = [
    `QUZHI_CORPUS='corpus'`,
    `QUZHI_INDEX='${join(folder, 'index')}'`,
    `QUZHI_STATE='${join(folder, 'state')}'`,
  ];
  const settings = [
    ...folders,
    'TELEGRAM_BOT_TOKEN=',
    // The docs show what every installation prints, with or without the optional runtime.
    'READER=linear',
    'EMBEDDER=',
    'LLM_BASE_URL=',
    'LLM_MODEL=',
    'npm_config_loglevel=silent',
  ];
  const script = `set -o pipefail; export ${settings.join(' ')}; ${command}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: MAX_SECONDS * 1000,
  });
  if (status === 0) return stdout;
  throw new Error(`a command that the docs show ends with ${status}: ${command}: ${stderr.trim()}`);
}

await runCommand({
  usage: 'Usage: npm run readme -- [--check]',
  options: { check: { type: 'boolean' } },
  run(values) {
    const folder = mkdtempSync(join(tmpdir(), 'quzhi-readme-'));
    const outputs = new Map<string, string>();
    const remembered = (command: string): string =>
      outputs.get(command) ?? outputs.set(command, outputOf(command, folder)).get(command) ?? '';
    try {
      outputOf('npm run ingest', folder);
      const drifted = FILES.filter((name) => {
        const before = readFileSync(join(ROOT, name), 'utf8');
        const after = withOutputs(before, remembered);
        if (after !== before && !values['check']) writeFileSync(join(ROOT, name), after);
        return after !== before;
      });
      if (drifted.length === 0) print('READMEs and docs show what the commands print.');
      else if (values['check'])
        tell(`${drifted.join(', ')} no longer show what the commands print. Run: npm run readme`);
      else print(`${drifted.join(', ')} written`);
      return values['check'] && drifted.length > 0 ? 1 : 0;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});
