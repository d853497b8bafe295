/** A thread of the pool: rules once, then objects in, matches out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RuleSet } from '@kumomori/engine';
import type { LogObject } from '../logs/index.ts';
import { objectDetector } from './detect-object.ts';

// Only pool.ts starts this file, with a rule set and then with objects.
const detect = objectDetector(workerData as RuleSet);
parentPort?.on('message', (object: LogObject) => parentPort?.postMessage(detect(object)));
