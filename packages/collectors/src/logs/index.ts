/** Where logs lie in the clouds: buckets, containers and queues of notifications, reading only. What the logs mean is others'. */
export { azureReceiver, openEventHub } from './event-hub-queue.ts';
export type { HubPlaces, HubReceiver } from './event-hub-queue.ts';
export { readNotice } from './notices.ts';
export { openStore, openSubscription } from './open.ts';
export { openSqs } from './sqs-queue.ts';
export type {
  CloudOptions,
  MessageQueue,
  NotedObject,
  QueueMessage,
  RemoteEntry,
  RemoteFailureKind,
  RemoteObject,
  RemoteStore,
} from './types.ts';
export { RemoteError } from './types.ts';
export { awsFailure } from './aws-failure.ts';
export { openTrailBucket, trailPublicKeys } from './trail-bucket.ts';
export type { PublicKeyAnswer, TrailBucket } from './trail-bucket.ts';
