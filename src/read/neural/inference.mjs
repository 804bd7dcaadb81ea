// The thread in which models compute: piece ids in, numbers out. It knows no text. Plain JavaScript, so that the thread starts
// without a compiler. One input at a time: numbers are rounded to eight bits by what stands in the whole batch, so a batch would
// make an answer depend on its neighbours.
import { parentPort, workerData } from 'node:worker_threads';

const { InferenceSession, Tensor } = await import('onnxruntime-node').then((module) => module.default ?? module);

/** What some models ask for beside the ids: nothing is padded, and there is one kind of token. */
const CONSTANT_INPUTS = { attention_mask: 1n, token_type_ids: 0n };
/** Loaded models by the number that each was given. */
const sessions = new Map();

async function load(model, path) {
  const session = await InferenceSession.create(path, {
    intraOpNumThreads: workerData.threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    enableCpuMemArena: false,
  });
  sessions.set(model, session);
  return session.outputNames;
}

async function compute(model, ids) {
  const session = sessions.get(model);
  const feeds = {};
  for (const name of session.inputNames) {
    const constant = CONSTANT_INPUTS[name];
    const data =
      constant === undefined ? BigInt64Array.from(ids, BigInt) : new BigInt64Array(ids.length).fill(constant);
    feeds[name] = new Tensor('int64', data, [1, ids.length]);
  }
  const results = Object.entries(await session.run(feeds)).filter(([, { type }]) => type === 'float32');
  return Object.fromEntries(results.map(([name, { data }]) => [name, data]));
}

parentPort.on('message', async ({ id, model, path, ids }) => {
  try {
    let result = null;
    if (path !== undefined) result = await load(model, path);
    else if (ids !== undefined) result = await compute(model, ids);
    else sessions.delete(model);
    parentPort.postMessage({ id, result });
  } catch (error) {
    parentPort.postMessage({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});
