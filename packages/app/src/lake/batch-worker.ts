/** A thread of the pool (batch-pool.ts): batches in, files out. */
import { parentPort } from 'node:worker_threads';
import type { BatchInput, WriteOptions } from './batch-work.ts';
import { BatchWork } from './batch-work.ts';
import { lakeReading } from './reading.ts';

// Only batch-pool.ts starts this file.
const work = new BatchWork(lakeReading());
parentPort?.on('message', (asked: { readonly read: BatchInput } | { readonly write: WriteOptions }) => {
  try {
    parentPort?.postMessage({ answer: 'read' in asked ? work.read(asked.read) : work.write(asked.write) });
  } catch (cause) {
    // The system's code is no part of what a copy of an error keeps.
    const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
    parentPort?.postMessage({ error: cause, code });
  }
});
