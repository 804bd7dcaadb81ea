// The whole soak: node --import tsx test/soak/run.ts. Takes some minutes; prints what it counted.
import { crashes } from './crashes.ts';
import { runDrill } from './drill.ts';
import { runSoak } from './soak.ts';

const report = await runSoak({
  chats: 200,
  messages: 5_000,
  kills: 20,
  faultShare: 0.1,
  slowMs: 30_000,
  meanwhile: 600,
  seed: 2026,
  limitMs: 240_000,
});
console.log(JSON.stringify(report, null, 2));

const drill = await runDrill({
  learners: 100,
  questions: 20,
  kills: 20,
  faultShare: 0.1,
  seed: 2026,
  limitMs: 240_000,
});
console.log(JSON.stringify(drill, null, 2));

const crashed = await crashes({ answers: 10_000, learners: 100, every: 10 });
console.log(JSON.stringify(crashed, null, 2));
