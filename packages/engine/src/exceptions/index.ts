/** Accepted risks: asked for, approved, valid until a day; which findings they hold. Pure. */
export { decideException, requestException, withdrawException } from './decide.ts';
export type { ExceptionOutcome, ExceptionRefusal } from './decide.ts';
export { exceptionEvents } from './events.ts';
export type { ExceptionEvent } from './events.ts';
export { defaultExceptionPolicy, latestExpiry, shouldWarn } from './policy.ts';
export { previewException } from './preview.ts';
export type { ExceptionPreview } from './preview.ts';
export { exceptionRegister } from './register.ts';
export type { ExceptionRow } from './register.ts';
export { coversFinding, selectorProblem } from './selector.ts';
export { exceptionStatus } from './status.ts';
export type * from './types.ts';
