/** From an estate to the facts the reasoning takes; permissions are decided by ../../iam, reachability by ../../network. */
export type { EstateInputOptions } from './context.ts';
export { pathInputsOf } from './inputs-of.ts';
