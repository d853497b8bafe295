/** Behavior: what Sigma cannot say, because it takes knowing how somebody acts otherwise. Digests of objects merge in any order; `finish` judges. */
export type { ActivityDigest } from './digest.ts';
export { ActivityRecorder, isActivity } from './recorder.ts';
export { Activity } from './activity.ts';
export { classifyAction } from './classify.ts';
export type { Behavior, BehaviorId } from './catalogue.ts';
export { BEHAVIORS } from './catalogue.ts';
export type { BehaviorSettings } from './settings.ts';
export { BEHAVIOR_SETTINGS, behaviorSettings } from './settings.ts';
export type { BehaviorEvidence, BehaviorMatch, BehaviorResult, BehaviorSurroundings, Place } from './types.ts';
export { findBehaviors } from './find-behaviors.ts';
