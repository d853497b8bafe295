import type { Raw } from './read.ts';
import { child, first, text } from './read.ts';

/**
 * Request parameters that name the thing acted on, the most telling first. What an operation changes comes before what it is part of
 * (`roleName` before `policyArn` would be wrong for CreatePolicy, which has no role).
 */
const PARAMETERS: ReadonlyMap<string, number> = new Map(
  (
    'roleArn instanceId dBInstanceIdentifier dBSnapshotIdentifier dBClusterIdentifier snapshotId imageId volumeId groupId securityGroupId ' +
    'functionName secretId keyId trailName tableName topicArn queueUrl repositoryName clusterName stackName detectorId userName ' +
    'roleName groupName instanceProfileName policyArn policyName accessKeyId resourceArn resourceARN arn name id vpcId subnetId ' +
    'networkAclId routeTableId documentName hostedZoneId domainName serialNumber bucketName Bucket'
  )
    .split(' ')
    .map((name, index) => [name, index]),
);

/** The first thing that a CloudTrail event acted on: its own list of resources, or what the request names. */
export function trailResource(record: Raw): string | null {
  const own = text(first(record, 'resources')['ARN']) ?? text(first(record, 'resources')['ARNPrefix']);
  if (own !== null) return own;
  const request = child(record, 'requestParameters');
  const bucket = text(request['bucketName']);
  if (bucket !== null) {
    const key = text(request['key']);
    return key === null ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${key}`;
  }
  let best: string | null = null;
  let rank = Number.POSITIVE_INFINITY;
  for (const name in request) {
    const value = request[name];
    const its = typeof value === 'string' && value !== '' ? PARAMETERS.get(name) : undefined;
    if (its !== undefined && its < rank) {
      rank = its;
      best = value as string;
    }
  }
  return best ?? instanceOf(request) ?? instanceOf(child(record, 'responseElements'));
}

/** EC2 names instances in a list: `instancesSet.items[].instanceId`. */
function instanceOf(element: Raw): string | null {
  return text(first(child(element, 'instancesSet'), 'items')['instanceId']);
}
