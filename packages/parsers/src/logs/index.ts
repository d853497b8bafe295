/** Logs of clouds and services: text in, events out, recognized by content. What events mean is the model's, files are the app's. */
export { sourceOfRecord } from './recognize.ts';
export { readLogText } from './read-log-text.ts';
export type { LogHint, LogProblem, LogProblemReason, LogText, SkippedFile } from './types.ts';
export { visitLogText } from './visit-log-text.ts';
export type { LogCharacters, VisitedText } from './visit-log-text.ts';
