/** A thread of the pool: rules once, then objects in, matches out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { LogObject } from '../logs/index.ts';
import type { DetectOnObjects } from './look.ts';
import { objectDetector } from './detect-object.ts';

// Only pool.ts starts this file, with what to look for and then with objects.
const detect = objectDetector(workerData as DetectOnObjects);
parentPort?.on('message', (object: LogObject) => parentPort?.postMessage(detect(object)));
