// npm run soak: kills ingests at random moments while a reader asks, and tells what came of it. For maintainers of the program.
import { countOption, print, runCommand, tell, tellProgress } from '../../src/app/cli/command.ts';
import { soak } from './support/soak.ts';

const ROUNDS = 100;

await runCommand({
  usage: 'Usage: npm run soak -- [--rounds 100] [--json]',
  options: { rounds: { type: 'string' } },
  async run(values) {
    const rounds = countOption(values, 'rounds', ROUNDS);
    const result = await soak({
      rounds,
      random: Math.random,
      onRound: (round) => tellProgress(`round ${round} of ${rounds}`),
    });
    tellProgress('');
    if (values['json']) print(JSON.stringify(result));
    else
      print(
        `${result.rounds} rounds, ${result.killed} ingests killed at work; ${result.questions} questions, ${result.wrong.length} wrong; ${result.failed.length} ingests failed`,
      );
    for (const line of [...result.wrong, ...result.failed].slice(0, 20)) tell(line);
    return result.wrong.length + result.failed.length === 0 ? 0 : 1;
  },
});
