/** Kubernetes RBAC. Other authorizers (Node, webhooks, ABAC files) are not known here. */
export { decideKubernetes } from './decide.ts';
export type * from './types.ts';
