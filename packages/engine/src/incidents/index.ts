/** Stories: what matches together tell of one course of events. */
export type { Incident, Signal, SignalFacts, SignalRule, StoryReason } from './types.ts';
export { Stories } from './stories.ts';
export type { StoryOptions } from './stories.ts';
