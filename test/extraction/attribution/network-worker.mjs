// Scores in a worker thread, with the built engine, what it is given.
import { parentPort, workerData } from 'node:worker_threads';
import { RecurrentNetwork } from '../../../dist/extraction/attribution/kernel/recurrent-network.js';

const { weights, inputs } = workerData;
parentPort?.postMessage(new RecurrentNetwork(weights).run(inputs.words, inputs.features));
