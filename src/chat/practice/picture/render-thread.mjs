// The thread of render.ts: draws one image and ends. Plain JavaScript, so that the thread starts without a compiler.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const { svg, fontPaths, wasmPath } = workerData;
await initWasm(readFileSync(wasmPath));
const image = new Resvg(svg, { font: { fontBuffers: fontPaths.map((path) => readFileSync(path)) } }).render();
parentPort.postMessage(image.asPng());
