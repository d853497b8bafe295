/** A record of CloudTrail → who used which permissions on what. Source: CloudTrail User Guide, "Record contents" (general knowledge, to be confirmed). */
import type { Json } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';
import type { ActionCatalogue } from '../aws/index.ts';
import type { EventCaller } from './caller.ts';
import { callerOf } from './caller.ts';
import { actionsOfEvent } from './event-actions.ts';
import { isComplete, resourcesOfEvent } from './event-resources.ts';
import type { EventPlace } from './event-resources.ts';
import { objectIn, textIn, textsBelow } from './json.ts';

export interface ObservedUse {
  readonly action: string;
  /** ARNs; empty: not known, or the action knows none. */
  readonly resources: readonly string[];
  /** Everything the action was checked for is among them. */
  readonly isComplete: boolean;
  /** Not the call itself but what it was checked for beside it: a role that was passed, tags that were set. */
  readonly isBeside: boolean;
}

export interface ObservedEvent {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly account: string;
  readonly region: string;
  /** `s3.amazonaws.com`. */
  readonly source: string;
  readonly name: string;
  readonly caller: EventCaller;
  readonly uses: readonly ObservedUse[];
  readonly isUnmapped: boolean;
  /** It was refused for lack of a permission: nothing was used. */
  readonly isDenied: boolean;
  readonly isData: boolean;
  /** Null: the record does not say. */
  readonly isRead: boolean | null;
  /** The role that was assumed. */
  readonly assumed: string | null;
  /** Condition keys the record tells. */
  readonly context: Readonly<Record<string, string>>;
}

const DENIED = /AccessDenied|Unauthori[sz]ed|NotAuthorized|Forbidden|AuthorizationError/i;

/** Null: no record of a call (events of services about themselves, insights, other logs). */
export function readEvent(record: Json, catalogue: ActionCatalogue): ObservedEvent | null {
  const call = unwrapped(record);
  const [time, source, name] = [textIn(call, 'eventTime'), textIn(call, 'eventSource'), textIn(call, 'eventName')];
  const instant = time === undefined ? Number.NaN : Date.parse(time);
  if (time === undefined || source === undefined || name === undefined || Number.isNaN(instant)) return null;
  const type = textIn(call, 'eventType');
  if (type === 'AwsServiceEvent' || type === 'AwsCloudTrailInsight' || type === 'AwsVpceEvent') return null;
  const caller = callerOf(isJsonObject(call) ? call['userIdentity'] : undefined);
  const region = textIn(call, 'awsRegion') ?? 'us-east-1';
  const account = textIn(call, 'recipientAccountId') ?? caller.account ?? '';
  const mapped = actionsOfEvent(source, name, catalogue);
  const parameters = objectIn(call, 'requestParameters');
  const texts = textsBelow(parameters);
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  const read = flagIn(call, 'readOnly');
  return {
    time: new Date(instant).toISOString(),
    ...{ account, region, source, name, caller },
    uses: [
      ...mapped.actions.map((action) => useOf(call, action, { texts, place: { partition, region, account }, catalogue })),
      ...besides(mapped.actions, texts, catalogue),
    ],
    isUnmapped: mapped.by === 'unmapped',
    isDenied: DENIED.test(textIn(call, 'errorCode') ?? ''),
    isData: textIn(call, 'eventCategory') === 'Data' || flagIn(call, 'managementEvent') === false,
    isRead: read ?? null,
    assumed: mapped.actions.some((action) => action.startsWith('sts:AssumeRole')) ? (texts.get('rolearn')?.[0] ?? null) : null,
    context: contextOf(call, caller, region),
  };
}

/** LookupEvents gives the record as text. */
function unwrapped(record: Json): Json {
  const text = isJsonObject(record) ? record['CloudTrailEvent'] : undefined;
  if (typeof text !== 'string' || text.length > 1_000_000) return record;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return record;
  }
}

interface Using {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly place: EventPlace;
  readonly catalogue: ActionCatalogue;
}

function useOf(record: Json, action: string, { texts, place, catalogue }: Using): ObservedUse {
  const index = catalogue.indexOf(action);
  if (index === undefined) return { action, resources: [], isComplete: false, isBeside: false };
  const info = catalogue.info(index);
  const resources = resourcesOfEvent(record, { info, texts, place });
  return { action, resources, isComplete: isComplete(info, resources), isBeside: false };
}

const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\//;

/** What the call was checked for beside itself. */
function besides(
  actions: readonly string[],
  texts: ReadonlyMap<string, readonly string[]>,
  catalogue: ActionCatalogue,
): readonly ObservedUse[] {
  const [first] = actions;
  if (first === undefined) return [];
  const use = (action: string, resources: readonly string[] = []): readonly ObservedUse[] =>
    catalogue.indexOf(action) === undefined ? [] : [{ action, resources, isComplete: resources.length > 0, isBeside: true }];
  const service = first.slice(0, first.indexOf(':'));
  const found: ObservedUse[] = [];
  const has = (...names: readonly string[]): boolean => names.some((name) => texts.has(name));
  if (service === 'sts') {
    if (has('sourceidentity')) found.push(...use('sts:SetSourceIdentity', (texts.get('rolearn') ?? []).slice(0, 1)));
    if (has('transitivetagkeys') || [...texts.keys()].some((name) => name === 'key' || name === 'tags'))
      found.push(...use('sts:TagSession', (texts.get('rolearn') ?? []).slice(0, 1)));
    return found;
  }
  const roles = [...new Set([...texts.values()].flat().filter((text) => ROLE.test(text)))];
  if (service !== 'iam' && service !== 'kms' && service !== 'access-analyzer' && roles.length > 0)
    found.push(...use('iam:PassRole', roles));
  if (service === 'ec2' && first !== 'ec2:CreateTags' && has('resourcetype') && has('key')) found.push(...use('ec2:CreateTags'));
  if (service === 's3') {
    if (has('versionid'))
      for (const action of actions) if (/^s3:(?:Get|Delete)Object$/.test(action)) found.push(...use(`${action}Version`));
    if (has('x-amz-tagging')) found.push(...use('s3:PutObjectTagging'));
    if (has('x-amz-acl', 'accesscontrollist')) found.push(...use(actions.includes('s3:PutObject') ? 's3:PutObjectAcl' : 's3:PutBucketAcl'));
    if (has('x-amz-bypass-governance-retention')) found.push(...use('s3:BypassGovernanceRetention'));
  }
  return found;
}

function contextOf(record: Json, { invokedBy, hasMfa, sourceIdentity }: EventCaller, region: string): Readonly<Record<string, string>> {
  const address = textIn(record, 'sourceIPAddress');
  const endpoint = textIn(record, 'vpcEndpointId');
  const isAddress = address !== undefined && /^(?:\d{1,3}\.){3}\d{1,3}$|^[\da-fA-F]*:[\da-fA-F:.]+$/.test(address);
  return {
    'aws:RequestedRegion': region,
    ...(isAddress && { 'aws:SourceIp': address }),
    ...(endpoint !== undefined && { 'aws:SourceVpce': endpoint }),
    ...(hasMfa !== null && { 'aws:MultiFactorAuthPresent': String(hasMfa) }),
    ...(sourceIdentity !== null && { 'aws:SourceIdentity': sourceIdentity }),
    ...(invokedBy !== null && { 'aws:ViaAWSService': 'true' }),
  };
}

function flagIn(record: Json, key: string): boolean | undefined {
  const value = isJsonObject(record) ? record[key] : undefined;
  return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined;
}
