/**
 * A process of its own that loads logs into a lake in small batches, and kills itself at a step that is asked for:
 * `node ingest-process.ts LOGS LAKE STEP`. Steps count what the disk is asked to do; 0: never.
 */
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { messagesIn } from '../i18n/index.ts';
import { ingestObjects, lakeReading, openLake } from '../lake/index.ts';
import { listObjects } from '../logs/index.ts';

const [logs = '', folder = '', step = '0'] = process.argv.slice(2);
let steps = 0;
const count = (): void => {
  steps += 1;
  if (steps === Number(step)) process.kill(process.pid, 'SIGKILL');
};
const disk = {
  rename(from: string, to: string): void {
    count();
    renameSync(from, to);
    count();
  },
  sync(path: string): void {
    count();
    const descriptor = openSync(path, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  },
};
const lake = openLake(folder, { mayBegin: true });
const objects = listObjects([logs], { cwd: '/', messages: messagesIn('en'), report: () => {} });
await ingestObjects(lake, objects, { reading: lakeReading(), now: () => new Date('2026-11-22T09:00:00Z'), batchBytes: 1, disk });
lake.close();
