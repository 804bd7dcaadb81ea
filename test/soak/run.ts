// The whole soak: node --import tsx test/soak/run.ts. Takes some minutes; prints what it counted.
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
