/** What stands in place of a path of logs → what it names. */

/** Objects below a prefix of a bucket or container. */
export interface StoreLocation {
  readonly kind: 'store';
  readonly cloud: 's3' | 'gcs' | 'azure';
  /** Of Azure: the storage account; else ''. */
  readonly account: string;
  readonly bucket: string;
  readonly prefix: string;
}

/** A queue that is read for as long as somebody follows it. */
export interface QueueLocation {
  readonly kind: 'queue';
  readonly service: 'sqs' | 'event-hub' | 'pub-sub';
  /** SQS: the name, or the address with https. Event Hubs: the namespace's host. Pub/Sub: the project. */
  readonly place: string;
  /** Event hub or subscription; '' for SQS. */
  readonly name: string;
  /** Consumer group of an event hub. */
  readonly group: string;
}

export type Location = { readonly kind: 'path'; readonly path: string } | StoreLocation | QueueLocation;

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/s;
const BLOB_HOST = /^([a-z0-9]{3,24})\.blob\.(?:core\.windows\.net|core\.chinacloudapi\.cn|core\.usgovcloudapi\.net)$/;

/** Null for an address of a form that is not known. Paths on disk may be anything without a scheme. */
export function locationOf(text: string): Location | null {
  const [, scheme, rest = ''] = SCHEME.exec(text) ?? [];
  if (scheme === undefined) return { kind: 'path', path: text };
  const [host = '', ...names] = rest.split('/');
  if (host === '') return null;
  const [name = '', ...below] = names;
  switch (scheme) {
    case 's3':
    case 'gs':
      return { kind: 'store', cloud: scheme === 's3' ? 's3' : 'gcs', account: '', bucket: host, prefix: names.join('/') };
    case 'azblob':
      return name === '' ? null : { kind: 'store', cloud: 'azure', account: host, bucket: name, prefix: below.join('/') };
    case 'https': {
      const [, account] = BLOB_HOST.exec(host) ?? [];
      if (account === undefined || name === '') return null;
      return { kind: 'store', cloud: 'azure', account, bucket: name, prefix: decoded(below.join('/')) };
    }
    case 'sqs':
      return { kind: 'queue', service: 'sqs', place: names.length === 0 ? host : `https://${rest}`, name: '', group: '' };
    case 'eventhub':
      return eventHub(host, names.join('/'));
    case 'pubsub':
      return name === '' || below.length > 0 ? null : { kind: 'queue', service: 'pub-sub', place: host, name, group: '' };
    default:
      return null;
  }
}

function eventHub(host: string, rest: string): QueueLocation | null {
  const [name = '', query = ''] = rest.split('?');
  if (name === '' || name.includes('/')) return null;
  const place = host.includes('.') ? host : `${host}.servicebus.windows.net`;
  return { kind: 'queue', service: 'event-hub', place, name, group: new URLSearchParams(query).get('group') ?? '$Default' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
