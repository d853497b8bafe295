import { setFlagsFromString } from 'node:v8';

/**
 * From now on garbage is collected whenever the heap has grown by half; by default V8 lets it grow up to fourfold while there is memory.
 * Costs time, and is no limit: what needs more memory gets it. Read by V8 after each collection, so it may be set while the program runs.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
