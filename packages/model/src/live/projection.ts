/**
 * The contract of `live.ts` of a service: answers of the cloud's API → things in the vocabulary of its templates, which the readers of
 * templates then read. Live and code meet in one reader, so that they can only differ where the API itself answers otherwise.
 */
import type { Json } from './json.ts';

/** Stands for what an answer would have said that was refused or never asked for. */
export class Missing {
  /** For people: `kms:GetKeyRotationStatus was refused (AccessDenied)`. */
  readonly detail: string;

  constructor(detail: string) {
    this.detail = detail;
  }
}

/** JSON with holes. `undefined` is a property that is not set; a Missing element of a list says that there may be more. */
export type LiveValue = Json | Missing | undefined | readonly LiveValue[] | { readonly [key: string]: LiveValue };
export type LiveProperties = Readonly<Record<string, LiveValue>>;

/** One thing that an answer tells of. */
export interface LiveThing {
  /** A type of the templates: `AWS::S3::Bucket`; of Terraform where the cloud's templates have none: `aws_ebs_encryption_by_default`. */
  readonly type: string;
  /** Its address: the ARN, else the cloud's own id. Unique in the account. */
  readonly id: string;
  /** For people, when the id is unreadable. */
  readonly name?: string;
  /** By what other things may name it besides its id and name: physical ids, ARNs, URLs, as they stand in the API's answers. */
  readonly names?: readonly string[];
  /** Where it lives, when that is not the region of the call. */
  readonly region?: string;
  readonly properties: LiveProperties;
  /** The answer that would say more of it is missing: a property that `properties` does not name may be set. */
  readonly rest?: Missing;
}

/** What a projection may ask about the answers around the one it reads. */
export interface LiveContext {
  readonly account: string;
  /** Of the call; `global` where there is none. */
  readonly region: string;
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  readonly partition: string;
  /** What the call asked for. */
  readonly request: { readonly [key: string]: Json };
  /** When the answer was given, ISO 8601 in UTC: what ages are counted to. */
  readonly at: string;
  /**
   * The answer to a call about one thing (`s3:GetBucketPolicy`, exactly as it was asked); null when the cloud said that there is no such
   * thing (one of the `absent` error codes); Missing when it was refused, failed or never made.
   */
  answer(call: string, request: { readonly [key: string]: Json }, absent?: readonly string[]): Json | Missing;
  /** What all answers of a listing in this region hold, its last element Missing when it could not be read to the end. */
  list(call: string, items: string, absent?: readonly string[]): readonly (Json | Missing)[];
}

export interface LiveSource {
  /** `rds:DescribeDBInstances`: service and operation as snapshots name them. */
  readonly call: string;
  /** Where its answers hold the things: `DBInstances`, `Reservations[].Instances[]`; '' for the answer itself. */
  readonly items: string;
  /** Every type that `declare` may give. When the call was refused, nobody knows which of these exist. */
  readonly types: readonly string[];
  /**
   * The call about each of whose items this one is made, or all that led to it, the first first: where these answered and it was never made,
   * nothing is lacking.
   */
  readonly after?: string | readonly string[];
  /** Error codes by which the cloud says that there is no such thing: `declare` is then asked about null. */
  readonly absent?: readonly string[];
  declare(item: Json, context: LiveContext): LiveThing | readonly LiveThing[] | null;
}

/** What an answer says, unless it is missing; undefined for a thing that does not exist. */
export function whenKnown(answer: Json | Missing | undefined, read: (json: Json) => LiveValue): LiveValue {
  if (answer instanceof Missing) return answer;
  return answer === null || answer === undefined ? undefined : read(answer);
}

/** A thing of which a call of its own says more than its listing (`listed`). One that was gone when it was asked about is not judged either. */
export function described(
  answer: Json | Missing | undefined,
  read: (json: Json) => LiveProperties,
  listed: LiveProperties = {},
): Pick<LiveThing, 'properties' | 'rest'> {
  if (answer instanceof Missing) return { properties: listed, rest: answer };
  if (answer === null || answer === undefined) return { properties: listed, rest: new Missing('no answer tells of it') };
  return { properties: { ...listed, ...read(answer) } };
}

/** Whole days that passed from a time of an answer until the answer was given (`context.at`); below 0 for times to come. */
export function daysSince(time: Json | undefined, at: string): number | undefined {
  const passed = typeof time === 'string' ? Date.parse(at) - Date.parse(time) : Number.NaN;
  return Number.isNaN(passed) ? undefined : Math.floor(passed / 86_400_000);
}

/** A policy as the APIs give it: JSON text, URL-encoded by IAM. Text that is no JSON stays text. */
export function policyJson(text: Json | undefined): LiveValue {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text.startsWith('%7B') || text.startsWith('%20') || text.startsWith('%0A') ? decodeURIComponent(text) : text) as Json;
  } catch {
    return text;
  }
}

/** Tags as templates write them, whatever the API calls the members: `[{ Key, Value }]`, `{ name: value }`. */
export function tagPairs(tags: Json | Missing | undefined): LiveValue {
  if (tags === undefined || tags instanceof Missing || tags === null) return tags ?? undefined;
  if (Array.isArray(tags))
    return (tags as readonly Json[]).flatMap((tag) => {
      const { Key, Value, key, value, TagKey, TagValue } = (typeof tag === 'object' && tag !== null ? tag : {}) as Record<string, Json>;
      const name = Key ?? key ?? TagKey;
      return name === undefined ? [] : [{ Key: name, Value: Value ?? value ?? TagValue ?? '' }];
    });
  return typeof tags === 'object' ? Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) : undefined;
}
