/** Accepted risks: asked for, approved, valid until a day. */
export { applyExceptions } from './apply.ts';
export { endExceptions } from './daily.ts';
export type { RegisteredException } from './register.ts';
export { exportExceptions, listExceptions } from './register.ts';
export { decideRequest, previewNewException, requestNewException, withdrawRequest } from './requests.ts';
export { exceptionRules } from './rules.ts';
export type { ExceptionRule } from './rules.ts';
export type { ExceptionAsk, ExceptionDecision, ExceptionScope } from './requests.ts';
