/** Stores and queues with the credentials of their clouds. An endpoint is that of an emulator: it is given no token. */
import { defaultTokens } from '../azure/index.ts';
import { defaultCredentials } from '../gcp/index.ts';
import { openAzureBlobs } from './azure-store.ts';
import type { CloudHttp } from './cloud-http.ts';
import { cloudHttp } from './cloud-http.ts';
import { openGcs } from './gcs-store.ts';
import { openPubSub } from './pubsub-queue.ts';
import { openS3 } from './s3-store.ts';
import type { CloudOptions, MessageQueue, NotedObject, RemoteStore } from './types.ts';

/** Of the newest that all kinds of accounts take; names are encoded where XML cannot hold them since 2021-02-12. */
const BLOB_VERSION = '2021-12-02';

/** Nothing is asked yet. */
export async function openStore(
  { cloud, account, bucket }: Pick<NotedObject, 'cloud' | 'account' | 'bucket'>,
  options: CloudOptions,
): Promise<RemoteStore> {
  const { endpoint, pauseMs } = options;
  switch (cloud) {
    case 's3':
      return await openS3(bucket, options);
    case 'gcs':
      return openGcs(bucket, { http: google('https://storage.googleapis.com', options), pauseMs });
    case 'azure': {
      const tokens = defaultTokens({ tenant: undefined, now: () => new Date() });
      const http = cloudHttp({
        origin: endpoint ?? `https://${account}.blob.core.windows.net`,
        token: endpoint === undefined ? (refresh) => tokens('https://storage.azure.com', { refresh }) : null,
        headers: { 'x-ms-version': BLOB_VERSION },
        pauseMs,
      });
      return openAzureBlobs(bucket, { account, http, pauseMs });
    }
  }
}

/** Nothing is asked yet. */
export function openSubscription(place: { readonly project: string; readonly subscription: string }, options: CloudOptions): MessageQueue {
  return openPubSub(place, google('https://pubsub.googleapis.com', options));
}

function google(origin: string, { endpoint, pauseMs }: CloudOptions): CloudHttp {
  let credentials: ReturnType<typeof defaultCredentials> | undefined;
  const token = async (refresh: boolean): Promise<string> => (await (credentials ??= defaultCredentials())).token(refresh);
  return cloudHttp({ origin: endpoint ?? origin, token: endpoint === undefined ? token : null, pauseMs });
}
