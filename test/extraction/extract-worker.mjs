// Runs the engine, as it is built, in a thread of its own: gets texts, gives back their results as JSON.
import { parentPort, workerData } from 'node:worker_threads';
import { extract } from '../../dist/extraction/extract.js';

parentPort.postMessage(workerData.texts.map((text) => JSON.stringify(extract(text, workerData.options))));
