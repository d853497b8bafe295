/** Calls the clouds' APIs, reading only, and hands over what they answered. Writing files and judging are others'. */
export { actionsOf, chosenServices, collectAws, printPolicy } from './aws/index.ts';
export type { AwsOptions, PolicyFormat } from './aws/index.ts';
export { azureActions, azureRole, collectAzure, graphPermissions } from './azure/index.ts';
export type { AzureOptions, AzureTokens } from './azure/index.ts';
export { BudgetSpent, CallBudget } from './budget.ts';
export type { BudgetOptions } from './budget.ts';
export { changesOf } from './changes/index.ts';
export type { Changes, Earlier, EventCounts } from './changes/index.ts';
export { CollectError, gapOf } from './collecting.ts';
export type { CallSink, CollectEnvironment, CollectOutcome, CollectProgress, CollectedScope } from './collecting.ts';
export { collectGcp, gcpPermissions, gcpPermissionsByCall, gcpRole, withoutSecrets as withoutGcpSecrets } from './gcp/index.ts';
export type { GcpOptions } from './gcp/index.ts';
export { clusterRole, collectKubernetes } from './kubernetes/index.ts';
export type { KubernetesOptions } from './kubernetes/index.ts';
export { IntelServerError, MispFeed, TaxiiClient } from './intel/index.ts';
export type { IntelServerAuth, MispFeedEvent, TaxiiCollection } from './intel/index.ts';
export { askTimeStamp, putLockedObject } from './anchors/index.ts';
export type { LockedObject } from './anchors/index.ts';
export { azureReceiver, openEventHub, openSqs, openStore, openSubscription, readNotice, RemoteError } from './logs/index.ts';
export { openTrailBucket, trailPublicKeys } from './logs/index.ts';
export type { PublicKeyAnswer, TrailBucket } from './logs/index.ts';
export type {
  CloudOptions,
  HubPlaces,
  HubReceiver,
  MessageQueue,
  NotedObject,
  QueueMessage,
  RemoteEntry,
  RemoteFailureKind,
  RemoteObject,
  RemoteStore,
} from './logs/index.ts';
export { publishToTopic } from './notify/index.ts';
export type { TopicMessage } from './notify/index.ts';
