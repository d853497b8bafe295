import { samplesOf } from './sample.ts';

const ROLE = 'arn:aws:iam::123456789012:role/service/app';
const SESSION = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE:i-0abc',
  arn: 'arn:aws:sts::123456789012:assumed-role/app/i-0abc',
  accountId: '123456789012',
  accessKeyId: 'ASIAEXAMPLE',
  sessionContext: {
    sessionIssuer: { type: 'Role', principalId: 'AROAEXAMPLE', arn: ROLE, accountId: '123456789012', userName: 'app' },
    attributes: { creationDate: '2026-03-01T09:00:00Z', mfaAuthenticated: 'false' },
  },
};
const ALICE = {
  type: 'IAMUser',
  principalId: 'AIDAEXAMPLE',
  arn: 'arn:aws:iam::123456789012:user/alice',
  accountId: '123456789012',
  accessKeyId: 'AKIAEXAMPLE',
  userName: 'alice',
};
const call = (eventSource: string, eventName: string, more: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  eventVersion: '1.09',
  eventTime: '2026-03-01T09:15:00Z',
  eventSource,
  eventName,
  awsRegion: 'ap-northeast-1',
  sourceIPAddress: '198.51.100.7',
  userAgent: 'aws-cli/2.15',
  requestID: 'r-1',
  eventID: 'e-1',
  eventType: 'AwsApiCall',
  recipientAccountId: '123456789012',
  ...more,
});
const TIME = Date.UTC(2026, 2, 1, 9, 15);

export const cloudTrail = samplesOf('aws.cloudtrail', [
  [
    'a role session is its role, the session its name',
    call('s3.amazonaws.com', 'GetObject', {
      userIdentity: SESSION,
      readOnly: true,
      requestParameters: { bucketName: 'orders-bucket', key: '2026/a.csv' },
      additionalEventData: { bytesTransferredOut: 4096, bytesTransferredIn: 0 },
      resources: [
        { type: 'AWS::S3::Object', ARN: 'arn:aws:s3:::orders-bucket/2026/a.csv' },
        { accountId: '123456789012', type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::orders-bucket' },
      ],
    }),
    {
      eventId: 'e-1',
      time: TIME,
      account: '123456789012',
      region: 'ap-northeast-1',
      principal: ROLE,
      actorKind: 'role',
      session: 'i-0abc',
      credential: 'ASIAEXAMPLE',
      sourceIp: '198.51.100.7',
      resource: 'arn:aws:s3:::orders-bucket/2026/a.csv',
      outcome: 'success',
      error: null,
      readOnly: true,
      bytesOut: 4096,
    },
    '6005/1',
  ],
  [
    'a session without its issuer: the role follows from its ARN',
    call('sts.amazonaws.com', 'GetCallerIdentity', { userIdentity: { ...SESSION, sessionContext: {} }, readOnly: true }),
    { principal: 'arn:aws:iam::123456789012:role/app', session: 'i-0abc', actorKind: 'role' },
    '6003/2',
  ],
  [
    'denied',
    call('iam.amazonaws.com', 'CreateUser', {
      userIdentity: ALICE,
      errorCode: 'AccessDenied',
      errorMessage: 'User is not authorized',
      requestParameters: { userName: 'mallory' },
    }),
    {
      principal: 'arn:aws:iam::123456789012:user/alice',
      actorKind: 'user',
      outcome: 'denied',
      error: 'AccessDenied',
      resource: 'mallory',
      readOnly: null,
    },
    '3001/1',
  ],
  [
    'failed for another reason',
    call('ec2.amazonaws.com', 'RunInstances', {
      userIdentity: ALICE,
      errorCode: 'Client.InstanceLimitExceeded',
      requestParameters: { instancesSet: { items: [{ imageId: 'ami-1' }] } },
    }),
    { outcome: 'failure', error: 'Client.InstanceLimitExceeded' },
    '6003/1',
  ],
  [
    'unauthorized operation of EC2 is a denial',
    call('ec2.amazonaws.com', 'TerminateInstances', {
      userIdentity: ALICE,
      errorCode: 'Client.UnauthorizedOperation',
      requestParameters: { instancesSet: { items: [{ instanceId: 'i-0abc' }] } },
    }),
    { outcome: 'denied', resource: 'i-0abc' },
    '6003/4',
  ],
  [
    'a failed sign-in of a name that is hidden has no principal',
    call('signin.amazonaws.com', 'ConsoleLogin', {
      eventType: 'AwsConsoleSignIn',
      userIdentity: {
        type: 'IAMUser',
        principalId: '',
        accountId: '123456789012',
        accessKeyId: '',
        userName: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      },
      errorMessage: 'No username found in supplied account',
      responseElements: { ConsoleLogin: 'Failure' },
      additionalEventData: { MFAUsed: 'No' },
    }),
    { principal: null, actorKind: 'user', outcome: 'failure', credential: null },
    '3002/1',
  ],
  [
    'root signs in',
    call('signin.amazonaws.com', 'ConsoleLogin', {
      userIdentity: { type: 'Root', principalId: '123456789012', arn: 'arn:aws:iam::123456789012:root', accountId: '123456789012' },
      responseElements: { ConsoleLogin: 'Success' },
      additionalEventData: { MFAUsed: 'Yes' },
    }),
    { principal: 'arn:aws:iam::123456789012:root', actorKind: 'root', outcome: 'success' },
    '3002/1',
  ],
  [
    'a service of AWS, which has no address',
    call('kms.amazonaws.com', 'Decrypt', {
      userIdentity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' },
      sourceIPAddress: 'ec2.amazonaws.com',
      userAgent: 'ec2.amazonaws.com',
      readOnly: true,
    }),
    { principal: 'ec2.amazonaws.com', actorKind: 'service', sourceIp: null, session: null },
    '6003/2',
  ],
  [
    'nobody in particular reads a public object',
    call('s3.amazonaws.com', 'GetObject', {
      userIdentity: { type: 'AWSAccount', principalId: '', accountId: 'anonymous' },
      requestParameters: { bucketName: 'orders-bucket', key: 'a' },
    }),
    { principal: null, actorKind: 'anonymous', resource: 'arn:aws:s3:::orders-bucket/a' },
    '6005/1',
  ],
  [
    'a role of another account: only its unique id is told, the account is the one the log is of',
    call('s3.amazonaws.com', 'PutObject', {
      userIdentity: { type: 'AWSAccount', principalId: 'AROAOTHER:job', accountId: '210987654321' },
      requestParameters: { bucketName: 'orders-bucket', key: 'b' },
    }),
    { principal: 'AROAOTHER', session: 'job', actorKind: 'role', account: '123456789012' },
    '6005/5',
  ],
  [
    'federated with SAML: names of two providers never meet',
    call('sts.amazonaws.com', 'AssumeRoleWithSAML', {
      userIdentity: {
        type: 'SAMLUser',
        principalId: 'x:alice@example.com',
        userName: 'alice@example.com',
        identityProvider: 'arn:aws:iam::123456789012:saml-provider/idp',
      },
      requestParameters: { roleArn: ROLE },
    }),
    { principal: 'arn:aws:iam::123456789012:saml-provider/idp/alice@example.com', actorKind: 'federated', resource: ROLE },
    '6003/99',
  ],
  [
    'an event of a service by itself',
    call('kms.amazonaws.com', 'RotateKey', {
      eventType: 'AwsServiceEvent',
      userIdentity: { accountId: '123456789012', invokedBy: 'AWS Internal' },
      sourceIPAddress: 'AWS Internal',
      userAgent: 'AWS Internal',
    }),
    { actorKind: 'service', sourceIp: null },
    '6003/99',
  ],
  [
    'keys in lower case',
    {
      eventversion: '1.08',
      eventname: 'ModifyImageAttribute',
      eventsource: 'ec2.amazonaws.com',
      eventtime: '2026-03-01 09:15:00.000',
      awsregion: 'us-east-1',
      eventid: 'e-2',
      useridentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/alice', accountid: '123456789012' },
    },
    {
      eventId: 'e-2',
      time: TIME,
      principal: 'arn:aws:iam::123456789012:user/alice',
      account: '123456789012',
      action: 'ModifyImageAttribute',
    },
    '6003/3',
  ],
]);
