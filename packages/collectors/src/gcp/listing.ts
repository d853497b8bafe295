/** What is asked of a REST API, as data: the collection, the permissions and the gaps follow from it. */
import type { Json } from '@kumomori/model';
import { textOf } from '@kumomori/model';

export type Level = 'project' | 'folder' | 'organization';

export interface GcpListing {
  /** As snapshots and `live.ts` name it: `storage.googleapis.com:buckets`. */
  readonly call: string;
  /**
   * `https://storage.googleapis.com/storage/v1/b?project={project}`. `{project}`: the account's; `{parent}`: `projects/orders`,
   * `organizations/123`; `{number}`: of a folder or organization; anything else: a member of the thing of `within`, `{id}` its path.
   */
  readonly url: string;
  readonly permission: string;
  /** Where the answer holds the things, for listings that only lead to others. */
  readonly items?: string;
  /** Call of the listing for each of whose things this is asked. */
  readonly within?: string;
  /** Only for these of its things. */
  readonly when?: (item: Json) => boolean;
  /** Where in the hierarchy it is asked; default projects. */
  readonly levels?: readonly Level[];
  /** `NOT_FOUND` says that the project has none: it never made an application. */
  readonly mayBeMissing?: boolean;
  /** Cloud Asset Inventory tells less: the API itself is asked all the same. */
  readonly always?: boolean;
  /** IAM policy of each thing. `{id}`: its path; else a member of it. */
  readonly policy?: { readonly method: 'GET' | 'POST'; readonly url: string; readonly permission: string };
  /** Query parameter for the size of pages, `limit` where it pages like Kubernetes; null: the answer is whole. Default `pageSize`. */
  readonly pages?: 'pageSize' | 'maxResults' | 'limit' | null;
  readonly pageSize?: number;
}

/** The listing's URL with its blanks filled; null when the thing lacks what belongs there. */
export function filled(url: string, values: Readonly<Record<string, string | undefined>>, item?: Json): string | null {
  let isWhole = true;
  const text = url.replaceAll(/\{([\w.]+)\}/g, (_match, name: string) => {
    const value = values[name] ?? (item === undefined ? undefined : textOf(item, name));
    if (value === undefined || value === '') isWhole = false;
    // Names are paths: their slashes stay, also those that the name itself holds as `%2F`.
    const encoded = (value ?? '').split('/').map(encodeURIComponent).join('/');
    return encoded.replaceAll('%3A', ':').replaceAll('%40', '@').replaceAll('%252F', '%2F');
  });
  return isWhole ? text : null;
}

/** `storage.googleapis.com:buckets` → both halves. */
export function split(call: string): { readonly service: string; readonly operation: string } {
  const at = call.lastIndexOf(':');
  return { service: call.slice(0, at), operation: call.slice(at + 1) };
}
