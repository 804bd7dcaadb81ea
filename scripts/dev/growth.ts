// npm run growth: how the time of each step grows with its input. An input is doubled, eight times; where the time grows faster than
// linearly times a logarithm, the step can be made to stand still by whoever chooses its input.
import { countOption, print, runCommand, tell, textOption } from '../../src/app/cli/command.ts';
import { type GrowthCase, growthCases } from './support/growth-cases.ts';
import { exponentOf, type Measured } from './support/growth-fit.ts';

const FIRST_CHARACTERS = 1_000;
const DOUBLINGS = 8;
const MAX_EXPONENT = 1.2;
/** A step that takes this long for one input is not doubled any further: its curve is told. */
const MAX_STEP_MS = 20_000;
/** A step is measured so often, until so much time is spent, and the least counts: the collector of memory is louder than the work. */
const MAX_TRIES = 5;
const ENOUGH_MS = 2_000;

/** Returns the processor's time for a piece of work, in ms: other programs of the machine do not count. */
async function timeOf(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0, spent = 0; run < MAX_TRIES && spent < ENOUGH_MS; run++) {
    const started = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, (user + system) / 1_000);
    spent += (user + system) / 1_000;
  }
  return least;
}

async function curveOf({ prepare }: GrowthCase, doublings: number): Promise<Measured[]> {
  const curve: Measured[] = [];
  for (let step = 0; step <= doublings; step++) {
    const characters = FIRST_CHARACTERS * 2 ** step;
    const elapsedMs = await timeOf(prepare(characters));
    curve.push({ characters, elapsedMs });
    if (elapsedMs > MAX_STEP_MS) break;
  }
  return curve;
}

/** How a step grows, or why it could not be done. */
interface Growth {
  readonly name: string;
  readonly exponent: number;
  readonly curve: readonly Measured[];
  readonly fault: string | null;
}

async function growthOf(one: GrowthCase, doublings: number): Promise<Growth> {
  const { name } = one;
  try {
    const curve = await curveOf(one, doublings);
    return { name, exponent: exponentOf(curve), curve, fault: null };
  } catch (error) {
    const fault = error instanceof Error ? error.message.slice(0, 100) : String(error);
    return { name, exponent: 0, curve: [], fault };
  }
}

const isWrong = ({ exponent, fault }: Growth): boolean => fault !== null || exponent > MAX_EXPONENT;

function drawGrowth(growth: Growth): string {
  const { name, exponent, curve, fault } = growth;
  const { characters = 0, elapsedMs = 0 } = curve.at(-1) ?? {};
  const told = fault ?? `${characters} characters in ${elapsedMs.toFixed(0)} ms`;
  return `${isWrong(growth) ? '!' : ' '} ${exponent.toFixed(2)}  ${name}: ${told}`;
}

await runCommand({
  usage: 'Usage: npm run growth -- [--only TEXT] [--doublings 8] [--json]',
  options: { only: { type: 'string' }, doublings: { type: 'string' } },
  async run(values) {
    const only = textOption(values, 'only') ?? '';
    const doublings = countOption(values, 'doublings', DOUBLINGS);
    let wrong = 0;
    for (const one of growthCases().filter(({ name }) => name.includes(only))) {
      const growth = await growthOf(one, doublings);
      if (isWrong(growth)) wrong += 1;
      print(values['json'] ? JSON.stringify(growth) : drawGrowth(growth));
    }
    tell(wrong === 0 ? `No exponent above ${MAX_EXPONENT}.` : `${wrong} above ${MAX_EXPONENT}, or failed.`);
    return wrong === 0 ? 0 : 1;
  },
});
