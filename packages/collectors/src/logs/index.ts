/** Where logs lie in the clouds: buckets, containers and queues of notifications, reading only. What the logs mean is others'. */
export { openS3 } from './s3-store.ts';
export type { CloudOptions, DownloadOptions, ListOptions, RemoteEntry, RemoteFailureKind, RemoteObject, RemoteStore } from './types.ts';
export { RemoteError } from './types.ts';
