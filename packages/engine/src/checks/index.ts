/** Runs checks over resources and tells what decided. No I/O, no formatting; findings are made by the app. */
export * from './evaluate.ts';
export * from './worlds.ts';
