/** What is asked of an AWS service, as data: the collection, the permissions and the report all follow from it. */
import type { CallPlace, Json, JsonObject } from '@kumomori/model';

/** A client package of the AWS SDK; only its client and command classes are used. */
export type AwsSdkModule = Readonly<Record<string, unknown>>;

export interface AwsService {
  /** As snapshots and `live.ts` name it: `s3`. */
  readonly id: string;
  /** `() => import('@aws-sdk/client-s3')`: loaded when the service's turn comes. */
  readonly load: () => Promise<AwsSdkModule>;
  /** Class of the client: `S3Client`. */
  readonly client: string;
  /** `global`: asked once for each account, in `home`. */
  readonly scope: 'regional' | 'global';
  /** Region of the partition `aws` in which a global service answers; default `us-east-1`. */
  readonly home?: string;
  /** Prefix of its IAM actions when that is not `id`. */
  readonly prefix?: string;
  readonly calls: readonly AwsCall[];
}

export interface AwsCall {
  /** Name of the API's operation, which is the SDK's command without `Command`. Read operations only: a test holds it to that. */
  readonly operation: string;
  /** Constant, or made from the item of the call before; null: nothing to ask for this item. */
  readonly input?: JsonObject | ((item: Json, scope: AwsCallScope) => JsonObject | null);
  /** IAM actions when they are not `prefix:Operation`. */
  readonly permissions?: readonly string[];
  /** Error codes by which the service says that there is no such thing: an answer, no gap (see `isAbsent`). */
  readonly absent?: readonly string[];
  /** Members of the answer that are not kept as they are: `Functions[].Environment.Variables.*`; `!--enable-`: all whose names begin otherwise. */
  readonly redact?: readonly string[];
  /** Where the SDK cannot page: members of the answer that lead on, and by what members of the request: `{ NextMarker: 'NextMarker' }`. */
  readonly next?: Readonly<Record<string, string>>;
  /** Pages of one listing read at most; what lies behind is a gap. Default 1,000. */
  readonly maxPages?: number;
  /** Whether there is something, and what comes first, is enough: what lies behind the first page is no gap. */
  readonly firstPage?: true;
  /** Calls about each element of the answer, and where these stand in it (`Reservations[].Instances[]`; '' for the answer itself). */
  readonly each?: { readonly items: string; readonly calls: readonly AwsCall[] };
  /**
   * Of a call about an element: while these members of the element are as they were, the answer is too, as the service documents it; none of
   * them: what goes by this name never changes. An earlier collection's answer then stands. Not said: it is asked every time.
   */
  readonly unchangedWhile?: readonly string[];
  /** Elements of one request about many, where the API wants names in batches (`DescribeClusters`): `items` of the call before are cut into lists of this length. */
  readonly batch?: number;
}

export interface AwsCallScope {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** For a call in `each`: what the calls above it were made about, the nearest first; null at the top. */
  readonly above: readonly Json[];
}

export function defineService(service: AwsService): AwsService {
  return service;
}

/** Where the answers of a call lie in a snapshot. */
export function placeOf(
  { id }: AwsService,
  { operation }: AwsCall,
  { account, region }: Pick<AwsCallScope, 'account' | 'region'>,
): CallPlace {
  return { provider: 'aws', account, region, service: id, operation };
}
