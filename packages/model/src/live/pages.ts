/** Answers that came in pages. */
import type { Json, JsonObject } from './json.ts';
import { isJsonObject } from './json.ts';

/** Members by which APIs of AWS are asked for the page after: the input tokens of the SDK's paginators, read 2026-11-22. */
const TOKENS: ReadonlySet<string> = new Set([
  ...[
    'NextToken',
    'nextToken',
    'NextMarker',
    'nextMarker',
    'Marker',
    'marker',
    'PaginationToken',
    'paginationToken',
    'PageToken',
    'pageToken',
  ],
  ...['ContinuationToken', 'continuationToken', 'StartingToken', 'position', 'ExclusiveStartTableName', 'ExclusiveStartBackupArn'],
  ...[
    'StartRecordName',
    'StartRecordType',
    'StartRecordIdentifier',
    'KeyMarker',
    'VersionIdMarker',
    'ExclusiveStartShardId',
    'ExclusiveStartStreamName',
  ],
]);

/** What was asked, without saying for which page; the request itself when it says nothing of pages. */
export function withoutPage(request: JsonObject): JsonObject {
  const members = Object.entries(request);
  return members.some(([key]) => TOKENS.has(key)) ? Object.fromEntries(members.filter(([key]) => !TOKENS.has(key))) : request;
}

/** Members in which answers give the token of the page after; `Marker` only says something beside `IsTruncated`. */
const NEXT = [
  'NextToken',
  'nextToken',
  'NextMarker',
  'nextMarker',
  'NextContinuationToken',
  'nextPageToken',
  'PaginationToken',
  'position',
];

/** True when some page names one after it that nobody asked for. `pages`: requests and answers to one question, or to several. */
export function isCutOff(pages: readonly { readonly request: JsonObject; readonly response?: Json }[]): boolean {
  const asked = new Set(pages.flatMap(({ request }) => Object.values(request).filter((each) => typeof each === 'string')));
  return pages.some(({ response }) => {
    if (!isJsonObject(response)) return false;
    const truncated = response['IsTruncated'] === true || response['Truncated'] === true;
    const tokens = [...NEXT, ...(truncated ? ['Marker'] : [])].map((key) => response[key]);
    return tokens.some((token) => typeof token === 'string' && token !== '' && !asked.has(token));
  });
}

/** One answer with the lists of all pages joined, also those one level down (`DistributionList.Items`); other members are the first page's. */
export function joined(pages: readonly Json[], depth = 0): Json {
  const [first = null, ...others] = pages;
  if (others.length === 0 || !isJsonObject(first)) return first;
  const keys = new Set(pages.flatMap((page) => (isJsonObject(page) ? Object.keys(page) : [])));
  const entries = [...keys].map((key) => {
    const found = pages.flatMap((page) => (isJsonObject(page) && page[key] !== undefined ? [page[key]] : []));
    if (found.every((each) => Array.isArray(each))) return [key, found.flat()] as const;
    return [key, depth === 0 && found.every(isJsonObject) ? joined(found, 1) : (found[0] ?? null)] as const;
  });
  return Object.fromEntries(entries);
}
