/** Kubernetes RBAC. Other authorizers (Node, webhooks, ABAC files) are not known here. */
export { decideKubernetes, groupsOf } from './decide.ts';
export { rulesOf } from './rules.ts';
export type * from './types.ts';
