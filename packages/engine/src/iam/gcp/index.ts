/** Google Cloud IAM. Not here: ACLs of Cloud Storage objects, VPC Service Controls. */
export { evaluateCel } from './cel.ts';
export type { CelContext } from './cel.ts';
export { decideGcp } from './decide.ts';
export type * from './types.ts';
