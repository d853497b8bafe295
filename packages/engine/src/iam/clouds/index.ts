/** Who can do what in Kubernetes, Google Cloud and Azure. */
export { hangsOnUnknownRole } from './answers.ts';
export { AzureWorld, DIRECTORY, subscriptionOf } from './azure-world.ts';
export { accountIn, GcpWorld } from './gcp-world.ts';
export { ANONYMOUS, KubernetesWorld } from './kubernetes-world.ts';
export { cloudWorlds } from './worlds.ts';
export type { CloudWorlds } from './worlds.ts';
export type { CloudAnswer, CloudGrantee, CloudName, CloudPrincipal, CloudReason, CloudWorld, HeldRole } from './types.ts';
export { printGrantCondition } from '../shared/index.ts';
