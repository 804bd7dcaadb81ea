// npm run soak-service: the whole product under kills, broken networks, full disks, jumping clocks, slow readers and garbage; prints what
// was lost, doubled, out of order, leaked. For maintainers of the program.
import { countOption, print, runCommand, tell } from '../../src/app/cli/command.ts';
import { runServiceSoak } from './service.ts';

await runCommand({
  usage:
    'Usage: npm run soak-service -- [--kills 50] [--rate 5] [--life-ms 8000] [--steady 1500] [--port 8097] [--seed 2026]',
  options: {
    kills: { type: 'string' },
    rate: { type: 'string' },
    'life-ms': { type: 'string' },
    steady: { type: 'string' },
    port: { type: 'string' },
    seed: { type: 'string' },
  },
  async run(values) {
    const report = await runServiceSoak({
      kills: countOption(values, 'kills', 50),
      rate: countOption(values, 'rate', 5),
      lifeMs: countOption(values, 'life-ms', 8_000),
      steadyQuestions: countOption(values, 'steady', 1_500),
      port: countOption(values, 'port', 8_097),
      seed: countOption(values, 'seed', 2_026),
      onLife: tell,
    });
    print(JSON.stringify(report, null, 2));
    const { lost, wronglyDoubled, disordered, pageLost, pageDoubled, deletedFiles, unhandled, violations } = report;
    const wrong = lost + wronglyDoubled + disordered + pageLost + pageDoubled;
    return wrong + deletedFiles.length + unhandled.length + violations.length === 0 && report.slope <= 1 ? 0 : 1;
  },
});
