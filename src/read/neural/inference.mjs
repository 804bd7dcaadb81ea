// The thread in which the shipped reader computes: piece ids in, logits out. It knows no text. Plain JavaScript, so that the
// thread starts without a compiler. One input at a time: numbers are rounded to eight bits by what stands in the whole batch, so
// a batch would make an answer depend on its neighbours.
import { parentPort, workerData } from 'node:worker_threads';

const { InferenceSession, Tensor } = await import('onnxruntime-node').then((module) => module.default ?? module);
const session = await InferenceSession.create(workerData.model, {
  intraOpNumThreads: workerData.threads,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  enableCpuMemArena: false,
  enableMemPattern: false,
});

parentPort.on('message', async ({ id, ids }) => {
  try {
    const input = new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]);
    const { start, end, answered } = await session.run({ ids: input });
    parentPort.postMessage({ id, start: start.data, end: end.data, answered: answered.data[0] });
  } catch (error) {
    parentPort.postMessage({ id, fault: String(error) });
  }
});
parentPort.postMessage({ ready: true });
