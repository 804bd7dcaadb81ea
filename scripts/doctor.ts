// npm run doctor: checks the installation, the configuration and the index; every fault comes with its remedy.

import { print, runCommand, textOption } from '../src/app/cli/command.ts';
import { messageIn } from '../src/app/cli/messages.ts';
import { readConfig, readLanguage } from '../src/config.ts';
import { examine } from './support/checks.ts';

const MARKS = { ok: '✓', warning: '!', fault: '✗' } as const;

await runCommand({
  usage: 'Usage: npm run doctor -- [--index DIR] [--state DIR] [--json]',
  options: {},
  async run(values) {
    const findings = await examine(() => {
      const config = readConfig();
      const indexDir = textOption(values, 'index') ?? config.indexDir;
      const stateDir = textOption(values, 'state') ?? config.stateDir;
      return { ...config, indexDir, stateDir };
    });
    if (values['json']) print(JSON.stringify(findings, null, 2));
    else
      for (const { part, level, message } of findings)
        print(`${MARKS[level]} ${part}: ${messageIn(readLanguage(), message)}`);
    return findings.some(({ level }) => level === 'fault') ? 1 : 0;
  },
});
