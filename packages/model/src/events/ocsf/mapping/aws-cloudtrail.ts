/** CloudTrail: sign-ins, changes of IAM identities, data events of S3 and all other calls each in their class. */
import type { OcsfMapping, OcsfRule } from '../types.ts';
import { about, API_VERBS, constant, eventId, only, requestId, source, take, unknownUser } from './common.ts';

const named = (service: string, names: readonly string[]): OcsfRule['when'] => [
  { path: 'eventSource', is: [service] },
  { path: 'eventName', is: names },
];

const IAM = 'iam.amazonaws.com';
const S3 = 's3.amazonaws.com';
const LOGON = 3002;
const ACCOUNT = 3001;
const DATA = 6005;
const API = 6003;

const ACCOUNTS: readonly (readonly [number, readonly string[]])[] = [
  [1, ['CreateUser', 'CreateRole', 'CreateAccessKey', 'CreateLoginProfile', 'CreateServiceLinkedRole', 'CreateServiceSpecificCredential']],
  [3, ['ChangePassword']],
  [4, ['UpdateLoginProfile', 'ResetServiceSpecificCredential']],
  [6, ['DeleteUser', 'DeleteRole', 'DeleteAccessKey', 'DeleteLoginProfile', 'DeleteServiceLinkedRole', 'DeleteServiceSpecificCredential']],
  [
    7,
    ['AttachUserPolicy', 'AttachRolePolicy', 'PutUserPolicy', 'PutRolePolicy', 'PutUserPermissionsBoundary', 'PutRolePermissionsBoundary'],
  ],
  [
    8,
    [
      'DetachUserPolicy',
      'DetachRolePolicy',
      'DeleteUserPolicy',
      'DeleteRolePolicy',
      'DeleteUserPermissionsBoundary',
      'DeleteRolePermissionsBoundary',
    ],
  ],
  [10, ['EnableMFADevice']],
  [11, ['DeactivateMFADevice']],
  [
    99,
    [
      'UpdateUser',
      'UpdateRole',
      'UpdateAssumeRolePolicy',
      'UpdateAccessKey',
      'UploadSSHPublicKey',
      'UploadSigningCertificate',
      'TagUser',
      'TagRole',
    ],
  ],
];

const OBJECTS: readonly (readonly [number, readonly string[]])[] = [
  [1, ['GetObject', 'HeadObject', 'GetObjectAcl', 'GetObjectTagging', 'GetObjectAttributes', 'GetObjectTorrent', 'RestoreObject']],
  [2, ['PutObjectAcl', 'PutObjectTagging', 'DeleteObjectTagging', 'PutObjectRetention', 'PutObjectLegalHold']],
  [4, ['SelectObjectContent']],
  [5, ['PutObject', 'CopyObject', 'UploadPart', 'UploadPartCopy', 'CompleteMultipartUpload', 'CreateMultipartUpload', 'PostObject']],
  [7, ['DeleteObject', 'DeleteObjects', 'AbortMultipartUpload']],
  [8, ['ListObjects', 'ListObjectsV2', 'ListObjectVersions', 'ListMultipartUploads', 'ListParts']],
];

const USER = [
  'userIdentity.userName',
  'userIdentity.sessionContext.sessionIssuer.userName',
  'userIdentity.principalId',
  'userIdentity.arn',
  'userIdentity.invokedBy',
];
const TYPES = { IAMUser: 1, IdentityCenterUser: 1, Root: 2, AWSService: 3 };

/** Who did it, or of a sign-in who signed in. */
const who = (to: string): OcsfMapping['fields'] => [
  take(`${to}.name`, ['userIdentity.userName', 'userIdentity.sessionContext.sessionIssuer.userName', 'userIdentity.invokedBy']),
  take(`${to}.uid`, ['userIdentity.principalId', 'userIdentity.arn']),
  take(`${to}.uid_alt`, 'userIdentity.arn'),
  take(`${to}.type`, 'userIdentity.type'),
  { to: `${to}.type_id`, from: ['userIdentity.type'], values: TYPES, otherwise: 99 },
  take(`${to}.account.uid`, 'userIdentity.accountId'),
  take(`${to}.credential_uid`, 'userIdentity.accessKeyId'),
  unknownUser(to, USER),
];

export const awsCloudTrail: OcsfMapping = {
  source: 'aws.cloudtrail',
  rules: [
    { classUid: LOGON, activityId: 1, when: [{ path: 'eventName', is: ['ConsoleLogin', 'UserAuthentication', 'CredentialVerification'] }] },
    { classUid: LOGON, activityId: 7, when: [{ path: 'eventName', is: ['SwitchRole', 'ExitRole', 'RenewRole'] }] },
    { classUid: LOGON, activityId: 2, when: [{ path: 'eventName', is: ['Logout', 'Signout', 'SignOut'] }] },
    { classUid: LOGON, activityId: 99, when: [{ path: 'eventSource', is: ['signin.amazonaws.com'] }] },
    ...ACCOUNTS.map(([activityId, names]) => ({ classUid: ACCOUNT, activityId, when: named(IAM, names) ?? [] })),
    ...OBJECTS.map(([activityId, names]) => ({ classUid: DATA, activityId, when: named(S3, names) ?? [] })),
    { classUid: API, activityId: 2, when: [{ path: 'readOnly', is: ['true'] }] },
    { classUid: API, activityId: 4, when: [{ path: 'eventName', startsWith: API_VERBS.remove }] },
    { classUid: API, activityId: 1, when: [{ path: 'eventName', startsWith: API_VERBS.create }] },
    { classUid: API, activityId: 3, when: [{ path: 'eventName', startsWith: API_VERBS.update }] },
    { classUid: API, activityId: 2, when: [{ path: 'eventName', startsWith: API_VERBS.read }] },
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'CloudTrail', vendor: 'AWS', provider: 'AWS' }),
    take('metadata.product.version', 'eventVersion'),
    take('metadata.product.feature.name', 'eventCategory'),
    take('metadata.log_name', 'eventType'),
    take('metadata.event_code', 'eventName'),
    take('metadata.correlation_uid', 'sharedEventID'),
    take('metadata.original_time', 'eventTime'),
    ...eventId('eventID'),
    take('time', 'eventTime', 'iso-time'),
    take('cloud.region', 'awsRegion'),
    take('cloud.account.uid', ['recipientAccountId', 'userIdentity.accountId', '@account']),
    constant('cloud.account.type_id', 10, [{ path: 'recipientAccountId', exists: true }]),
    take('status_code', 'errorCode'),
    take('status_detail', 'errorMessage'),
    constant('status_id', 2, [{ path: 'errorCode', exists: true }]),
    constant('status_id', 2, [{ path: 'errorMessage', exists: true }]),
    {
      to: 'status_id',
      from: ['responseElements.ConsoleLogin', 'responseElements.SwitchRole', 'responseElements.CheckMfa'],
      values: { Failure: 2, Success: 1 },
      otherwise: 1,
    },
    ...who('actor.user'),
    ...only([LOGON], ...who('user')),
    take('actor.session.issuer', 'userIdentity.sessionContext.sessionIssuer.arn'),
    take('actor.session.created_time', 'userIdentity.sessionContext.attributes.creationDate', 'iso-time'),
    take('actor.session.is_mfa', 'userIdentity.sessionContext.attributes.mfaAuthenticated', 'boolean'),
    take('actor.session.credential_uid', 'userIdentity.accessKeyId'),
    take('actor.session.uid', ['userIdentity.sessionContext.sourceIdentity', 'userIdentity.credentialId']),
    take('actor.invoked_by', 'userIdentity.invokedBy'),
    take('actor.idp.name', ['userIdentity.identityProvider', 'userIdentity.sessionContext.webIdFederationData.federatedProvider']),
    ...source('sourceIPAddress'),
    take('src_endpoint.uid', 'vpcEndpointId'),
    take('http_request.user_agent', 'userAgent'),
    take('http_request.uid', 'requestID'),
    // Sign-ins.
    ...only(
      [LOGON],
      { to: 'is_mfa', from: ['additionalEventData.MFAUsed'], values: { Yes: true, No: false } },
      take('service.name', 'eventSource'),
      constant('service.name', 'unknown'),
      constant('is_remote', true),
    ),
    // Changes of users and roles.
    ...only(
      [ACCOUNT],
      take('user.name', ['requestParameters.userName', 'requestParameters.roleName', 'userIdentity.userName']),
      take('user.uid', ['responseElements.user.userId', 'responseElements.role.roleId', 'responseElements.accessKey.userName']),
      take('user.uid_alt', ['responseElements.user.arn', 'responseElements.role.arn']),
      take('user.credential_uid', ['responseElements.accessKey.accessKeyId', 'requestParameters.accessKeyId']),
      unknownUser('user', ['requestParameters.userName', 'requestParameters.roleName', 'userIdentity.userName']),
      take('policies[].uid', ['requestParameters.policyArn', 'requestParameters.permissionsBoundary']),
      take('policies[].name', 'requestParameters.policyName'),
    ),
    // Objects in buckets.
    ...only(
      [DATA],
      constant('type_id', 2),
      take('databucket.name', 'requestParameters.bucketName'),
      constant('databucket.name', 'unknown'),
      constant('databucket.type_id', 1),
      take('databucket.file.name', 'requestParameters.key'),
      constant('databucket.file.type_id', 1, [{ path: 'requestParameters.key', exists: true }]),
      take('dst_endpoint.svc_name', 'eventSource'),
      // How much of the object was sent; a response needs a code, which CloudTrail does not tell.
      {
        ...take('databucket.file.size', 'additionalEventData.bytesTransferredOut', 'integer'),
        when: [{ path: 'requestParameters.key', exists: true }],
      },
      take('http_request.length', 'additionalEventData.bytesTransferredIn', 'integer'),
    ),
    // Everything else.
    ...only(
      [API],
      take('api.operation', 'eventName'),
      constant('api.operation', 'unknown'),
      take('api.service.name', 'eventSource'),
      take('api.version', 'apiVersion'),
      ...requestId(['requestID', 'eventID']),
      take('api.request.data', 'requestParameters', 'json'),
      take('api.response.error', 'errorCode'),
      take('api.response.error_message', 'errorMessage'),
      take('api.response.data', 'responseElements', 'json'),
    ),
  ],
  lists: [
    { to: 'resources', each: 'resources', classes: [API], fields: [take('uid', ['ARN', 'ARNPrefix', 'accountId']), take('type', 'type')] },
  ],
  known: ['readOnly', 'managementEvent'],
};
