/** Records of CloudTrail for tests, as small as they may be. */
import { gzipSync } from 'node:zlib';

type Members = Readonly<Record<string, unknown>>;

/** A successful call of alice; members given replace. `number` makes the id. */
export function trailRecord(number: number, more: Members = {}): Members {
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLEALICE00001',
      arn: 'arn:aws:iam::123456789012:user/alice',
      accountId: '123456789012',
      accessKeyId: 'AKIAEXAMPLEALICE0001',
      userName: 'alice',
    },
    eventTime: '2026-11-20T08:00:00Z',
    eventSource: 'ec2.amazonaws.com',
    eventName: 'DescribeInstances',
    awsRegion: 'ap-northeast-1',
    sourceIPAddress: '192.0.2.10',
    userAgent: 'aws-cli/2.17.20',
    requestParameters: null,
    responseElements: null,
    requestID: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    eventID: `11111111-0000-4000-8000-${String(number).padStart(12, '0')}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '123456789012',
    eventCategory: 'Management',
    ...more,
  };
}

/** As the service delivers them. */
export function trailObject(records: readonly Members[]): Uint8Array {
  return gzipSync(JSON.stringify({ Records: records }));
}
