/** Azure and Entra ID; the alternatives of each path are diagnostic settings, the API's answer, Log Analytics, the portal's table. */
import type { OcsfCondition, OcsfField, OcsfMapping, OcsfRule } from '../types.ts';
import { about, constant, eventId, httpStatus, only, requestId, source, take, unknownUser, verdict } from './common.ts';

const API = 6003;
const CLAIMS = 'identity.claims';
const UPN = `"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"`;
const OBJECT = `"http://schemas.microsoft.com/identity/claims/objectidentifier"`;

const SUCCESSES = ['success', 'succeeded', 'successful', '0', 'ok'];
const FAILURES = ['failure', 'failed', 'error', 'clienterror', 'servererror'];

/** Success and failure by their words; Unknown for an operation that has only begun. */
const status = (...paths: readonly string[]): readonly OcsfField[] => [
  ...paths.map((path): OcsfField => ({ to: 'status_id', otherwise: 1, when: [{ path, is: SUCCESSES, fold: true }] })),
  ...paths.map((path): OcsfField => ({ to: 'status_id', otherwise: 2, when: [{ path, startsWith: FAILURES, fold: true }] })),
  constant('status_id', 0),
];

const OPERATIONS = ['operationName', 'operationName.value', 'OperationNameValue', 'OperationName', '"Operation name"'];
const ending = (activityId: number, ...endsWith: readonly string[]): readonly OcsfRule[] =>
  ['operationName', 'operationName.value', 'OperationNameValue'].map((path) => ({
    classUid: API,
    activityId,
    when: [{ path, endsWith, fold: true } satisfies OcsfCondition],
  }));
const RESOURCES = ['resourceId', '_ResourceId', 'ResourceId', 'resourceUri', 'Resource'];
const CALLERS = ['caller', 'Caller', '"Event initiated by"'];
const WHO = [...CALLERS, `${CLAIMS}.${UPN}`, `claims.${UPN}`, `${CLAIMS}.${OBJECT}`, `claims.${OBJECT}`];

export const azureActivity: OcsfMapping = {
  source: 'azure.activity',
  rules: [...ending(2, '/read'), ...ending(4, '/delete'), ...ending(3, '/write'), { classUid: API, activityId: 99 }],
  fields: [
    ...about({ name: 'Azure Monitor activity log', vendor: 'Microsoft', provider: 'Azure' }),
    ...eventId(['eventDataId', 'EventDataId', 'id']),
    take('metadata.correlation_uid', ['correlationId', 'CorrelationId', '"Correlation id"']),
    take('metadata.event_code', OPERATIONS),
    take('metadata.log_name', ['category', 'category.value', 'CategoryValue', '"Event category"']),
    take('metadata.log_level', ['level', 'Level']),
    take('metadata.tenant_uid', ['tenantId', 'TenantId']),
    take('time', ['time', 'eventTimestamp', 'TimeGenerated', 'Time'], 'iso-time'),
    take('cloud.account.uid', ['subscriptionId', 'SubscriptionId', 'Subscription', '@account']),
    take('cloud.region', ['location', 'Location']),
    take('actor.user.name', [...CALLERS, `${CLAIMS}.${UPN}`, `claims.${UPN}`]),
    take('actor.user.uid', [`${CLAIMS}.${OBJECT}`, `claims.${OBJECT}`]),
    take('actor.app_uid', [`${CLAIMS}.appid`, 'claims.appid']),
    take('actor.session.uid', [`${CLAIMS}.uti`, 'claims.uti']),
    take('actor.session.issuer', [`${CLAIMS}.iss`, 'claims.iss']),
    constant('actor.user.type_id', 0),
    unknownUser('actor.user', WHO),
    ...source(['callerIpAddress', 'CallerIpAddress', 'httpRequest.clientIpAddress']),
    take('http_request.http_method', 'httpRequest.method'),
    take('api.operation', OPERATIONS),
    constant('api.operation', 'unknown'),
    take('api.service.name', OPERATIONS, 'first-part'),
    ...requestId(['operationId', 'OperationId', 'httpRequest.clientRequestId', 'eventDataId']),
    take('api.request.data', ['properties', 'Properties'], 'json'),
    take('api.response.error', ['resultSignature', 'subStatus.value', 'ActivitySubstatusValue']),
    take('resources[].uid', RESOURCES),
    take('status_code', ['resultType', 'status.value', 'ActivityStatusValue', 'Status']),
    ...status('resultType', 'status.value', 'ActivityStatusValue', 'Status'),
  ],
};

const p = (name: string, ...more: readonly string[]): readonly string[] => {
  const wide = name.charAt(0).toUpperCase() + name.slice(1);
  return [`properties.${name}`, name, wide, ...more];
};
const CODES = ['properties.status.errorCode', 'status.errorCode', 'resultType', 'ResultType', '"Sign-in error code"'];
const SIGNED_IN = [
  ...p('userPrincipalName', 'Username'),
  ...p('servicePrincipalId', '"Service principal ID"'),
  ...p('userId'),
  ...p('appId'),
];

const signedIn = (to: string): readonly OcsfField[] => [
  take(`${to}.name`, p('userPrincipalName', 'Username'), 'lower'),
  take(`${to}.name`, p('servicePrincipalName', '"Service principal name"')),
  take(`${to}.uid`, [...p('userId', '"User ID"'), ...p('servicePrincipalId', '"Service principal ID"')]),
  constant(`${to}.type_id`, 1, [{ path: 'properties.userPrincipalName', exists: true }]),
  constant(`${to}.type_id`, 0),
  unknownUser(to, SIGNED_IN),
];

export const azureSignIn: OcsfMapping = {
  source: 'azure.signin',
  rules: [{ classUid: 3002, activityId: 1 }],
  fields: [
    ...about({ name: 'Entra ID sign-in logs', vendor: 'Microsoft', provider: 'Azure' }),
    ...eventId(p('id', '"Request ID"')),
    take('metadata.correlation_uid', [...p('correlationId'), '"Correlation ID"']),
    take('metadata.log_name', ['category', 'Category']),
    take('metadata.tenant_uid', ['tenantId', 'AADTenantId', 'TenantId']),
    take('time', [...p('createdDateTime'), 'time', 'TimeGenerated', '"Date (UTC)"'], 'iso-time'),
    take('cloud.account.uid', ['tenantId', 'AADTenantId', 'TenantId', 'properties.resourceTenantId']),
    ...signedIn('user'),
    ...signedIn('actor.user'),
    take('session.uid', [...p('sessionId'), ...p('uniqueTokenIdentifier')]),
    take('service.name', [...p('resourceDisplayName'), 'Resource']),
    take('service.uid', p('resourceId')),
    constant('service.name', 'unknown'),
    take('actor.app_name', [...p('appDisplayName'), 'Application']),
    take('actor.app_uid', p('appId')),
    {
      to: 'is_mfa',
      from: [...p('authenticationRequirement')],
      values: { multiFactorAuthentication: true, singleFactorAuthentication: false },
    },
    constant('is_remote', true),
    take('src_endpoint.ip', [...p('ipAddress'), 'IPAddress', '"IP address"', 'callerIpAddress'], 'address'),
    take('src_endpoint.location.country', [...p('location.countryOrRegion'), 'Location', 'location']),
    take('src_endpoint.location.city', p('location.city')),
    take('src_endpoint.autonomous_system.number', [...p('autonomousSystemNumber')], 'integer'),
    take('http_request.user_agent', [...p('userAgent'), '"User agent"']),
    take('status_code', CODES),
    take('status_detail', ['properties.status.failureReason', 'status.failureReason', 'ResultDescription', '"Failure reason"']),
    ...CODES.map((path): OcsfField => ({ to: 'status_id', otherwise: 1, when: [{ path, is: ['0'] }] })),
    { to: 'status_id', otherwise: 1, when: [{ path: 'Status', is: ['Success'] }] },
    ...[...CODES, 'Status'].map((path): OcsfField => ({ to: 'status_id', otherwise: 2, when: [{ path, exists: true }] })),
    constant('status_id', 0),
  ],
};

const ACTIVITIES = [...p('activityDisplayName'), 'operationName', 'OperationName', 'Activity'];
const TYPES = p('operationType');
const kind = (activityId: number, ...is: readonly string[]): readonly OcsfRule[] =>
  TYPES.map((path) => ({ classUid: 3004, activityId, when: [{ path, is }] }));
const BY = 'initiatedBy.user.userPrincipalName';
const ACTORS = [
  ...[`properties.${BY}`, BY, 'InitiatedBy.user.userPrincipalName', 'ActorUserPrincipalName'],
  ...['properties.initiatedBy.app.displayName', 'initiatedBy.app.displayName', 'InitiatedBy.app.displayName', 'ActorDisplayName'],
];

/** Changes in the directory are changes of managed entities: users, groups, roles, applications, policies. */
export const azureAudit: OcsfMapping = {
  source: 'azure.audit',
  rules: [
    ...kind(1, 'Add', 'Create', 'Assign'),
    ...kind(3, 'Update'),
    ...kind(4, 'Delete', 'Unassign', 'Remove'),
    { classUid: 3004, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'Entra ID audit logs', vendor: 'Microsoft', provider: 'Azure' }),
    ...eventId(p('id')),
    take('metadata.correlation_uid', p('correlationId')),
    take('metadata.event_code', ACTIVITIES),
    take('metadata.log_name', ['category', 'Category']),
    take('metadata.log_provider', [...p('loggedByService'), 'Service']),
    take('metadata.tenant_uid', ['tenantId', 'AADTenantId', 'TenantId']),
    take('time', [...p('activityDateTime'), 'time', 'TimeGenerated', '"Date (UTC)"'], 'iso-time'),
    take('cloud.account.uid', ['tenantId', 'AADTenantId', 'TenantId']),
    take('actor.user.name', ACTORS),
    take('actor.user.uid', [
      'properties.initiatedBy.user.id',
      'initiatedBy.user.id',
      'InitiatedBy.user.id',
      'ActorObjectId',
      'properties.initiatedBy.app.servicePrincipalId',
      'initiatedBy.app.servicePrincipalId',
    ]),
    constant('actor.user.type_id', 0),
    unknownUser('actor.user', [
      ...ACTORS,
      'properties.initiatedBy.user.id',
      'initiatedBy.user.id',
      'properties.initiatedBy.app.servicePrincipalId',
    ]),
    take(
      'src_endpoint.ip',
      ['properties.initiatedBy.user.ipAddress', 'initiatedBy.user.ipAddress', 'InitiatedBy.user.ipAddress', 'callerIpAddress', 'IPAddress'],
      'address',
    ),
    take('http_request.user_agent', p('userAgent')),
    take('entity.uid', ['properties.targetResources[0].id', 'targetResources[0].id', 'TargetResources[0].id', 'Target1ObjectId']),
    take('entity.name', [
      'properties.targetResources[0].userPrincipalName',
      'targetResources[0].userPrincipalName',
      'TargetResources[0].userPrincipalName',
      'Target1UserPrincipalName',
    ]),
    take('entity.name', [
      'properties.targetResources[0].displayName',
      'targetResources[0].displayName',
      'TargetResources[0].displayName',
      'Target1DisplayName',
    ]),
    take('entity.type', ['properties.targetResources[0].type', 'targetResources[0].type', 'TargetResources[0].type', 'Target1Type']),
    take('entity.data', [...p('targetResources')], 'json'),
    constant('entity.name', 'unknown'),
    take('comment', p('resultReason')),
    take('status_code', [...p('result'), 'resultType', 'Result']),
    ...status('properties.result', 'result', 'Result', 'resultSignature'),
  ],
};

/** Identity Protection reports what it has found. */
export const azureRisk: OcsfMapping = {
  source: 'azure.risk',
  rules: [{ classUid: 2004, activityId: 1 }],
  fields: [
    ...about({ name: 'Entra ID Protection', vendor: 'Microsoft', provider: 'Azure' }).filter(({ to }) => to !== 'severity_id'),
    { to: 'severity_id', from: p('riskLevel'), values: { low: 2, medium: 3, high: 4, none: 1, hidden: 0 }, otherwise: 0 },
    ...eventId(p('id')),
    take('metadata.correlation_uid', p('correlationId')),
    take('metadata.log_name', ['category', 'Category']),
    take('metadata.tenant_uid', ['tenantId', 'AADTenantId', 'TenantId']),
    take(
      'time',
      [...p('activityDateTime'), ...p('detectedDateTime'), ...p('riskLastUpdatedDateTime'), 'time', 'TimeGenerated'],
      'iso-time',
    ),
    take('cloud.account.uid', ['tenantId', 'AADTenantId', 'TenantId']),
    take('finding_info.uid', p('id')),
    constant('finding_info.uid', 'unknown'),
    take('finding_info.title', [...p('riskEventType'), ...p('riskDetail'), 'operationName', 'OperationName']),
    constant('finding_info.title', 'unknown'),
    { to: 'finding_info.types', from: p('riskEventType'), as: 'list' },
    take('finding_info.first_seen_time', p('activityDateTime'), 'iso-time'),
    take('finding_info.last_seen_time', p('lastUpdatedDateTime'), 'iso-time'),
    take('evidences[].actor.user.name', p('userPrincipalName'), 'lower'),
    take('evidences[].actor.user.uid', [...p('userId'), ...p('servicePrincipalId')]),
    take('evidences[].src_endpoint.ip', [...p('ipAddress'), 'IpAddress'], 'address'),
    take('status_detail', p('riskState')),
    constant('status_id', 1),
  ],
};

export const azureFlow: OcsfMapping = {
  source: 'azure.flow',
  rules: [
    { classUid: 4001, activityId: 5, when: [{ path: 'flowDecision', is: ['D'] }] },
    { classUid: 4001, activityId: 5, when: [{ path: 'flowState', is: ['D'] }] },
    { classUid: 4001, activityId: 5, when: [{ path: 'FlowStatus', is: ['Denied', 'D'] }] },
    { classUid: 4001, activityId: 1, when: [{ path: 'flowState', is: ['B'] }] },
    { classUid: 4001, activityId: 2, when: [{ path: 'flowState', is: ['E'] }] },
    { classUid: 4001, activityId: 6 },
  ],
  fields: [
    ...about({ name: 'Network Watcher flow logs', vendor: 'Microsoft', provider: 'Azure', isControl: true }),
    ...verdict('flowDecision', ['A'], ['D']),
    ...verdict('flowState', ['B', 'C', 'E'], ['D']),
    ...verdict('FlowStatus', ['Allowed', 'A'], ['Denied', 'D']),
    constant('action_id', 0),
    take('metadata.log_name', 'category'),
    take('metadata.event_code', 'rule'),
    // Seconds in NSG flow logs, milliseconds in those of virtual networks.
    { ...take('time', 'timeStamp', 'unix-millis'), when: [{ path: 'flowRecordVersion', exists: true }] },
    { ...take('time', 'timeStamp', 'unix-millis'), when: [{ path: 'flowLogGUID', exists: true }] },
    take('time', 'timeStamp', 'unix-seconds'),
    take('time', ['FlowStartTime', 'time', 'TimeGenerated'], 'iso-time'),
    take('cloud.account.uid', ['SubscriptionId', '@account']),
    take('cloud.region', ['Region', 'AzureRegion']),
    take('src_endpoint.ip', ['sourceIp', 'SrcIp'], 'address'),
    take('src_endpoint.port', ['sourcePort', 'SrcPort'], 'integer'),
    take('dst_endpoint.ip', ['destinationIp', 'DestIp'], 'address'),
    take('dst_endpoint.port', ['destinationPort', 'DestPort'], 'integer'),
    take('src_endpoint.interface_uid', ['macAddress', 'mac', 'MacAddress']),
    { to: 'connection_info.protocol_num', from: ['protocol', 'L4Protocol'], values: { T: 6, U: 17, '6': 6, '17': 17, '1': 1 } },
    {
      to: 'connection_info.direction_id',
      from: ['flowDirection', 'FlowDirection'],
      values: { I: 1, O: 2, Inbound: 1, Outbound: 2 },
      otherwise: 0,
    },
    take('traffic.bytes_out', ['bytesSourceToDestination', 'BytesSrcToDest'], 'integer'),
    take('traffic.bytes_in', ['bytesDestinationToSource', 'BytesDestToSrc'], 'integer'),
    take('traffic.packets_out', ['packetsSourceToDestination', 'PacketsSrcToDest'], 'integer'),
    take('traffic.packets_in', ['packetsDestinationToSource', 'PacketsDestToSrc'], 'integer'),
    take('status_code', ['flowDecision', 'flowState', 'FlowStatus']),
    { to: 'status_id', from: ['flowDecision'], values: { A: 1, D: 2 } },
    { to: 'status_id', from: ['flowState', 'FlowStatus'], values: { D: 2, Denied: 2, B: 1, C: 1, E: 1, Allowed: 1, A: 1 }, otherwise: 0 },
  ],
};

const BLOB_READS = ['getblob', 'readfile', 'getfile'];
const storage = (activityId: number, startsWith: readonly string[]): OcsfRule => ({
  classUid: 6005,
  activityId,
  when: [
    { path: 'resourceId', contains: ['/microsoft.storage/'], fold: true },
    { path: 'operationName', startsWith, fold: true },
  ],
});
const REQUESTER = [
  'identity.requester.upn',
  'identity.requester.objectId',
  `identity.claim.${UPN}`,
  'identity.claim.oid',
  `identity.claim.${OBJECT}`,
  'identity.claim.appid',
];

export const azureDiagnostic: OcsfMapping = {
  source: 'azure.diagnostic',
  rules: [
    storage(1, BLOB_READS),
    storage(8, ['listblobs', 'listcontainers', 'listfilesystem']),
    storage(5, ['putblob', 'putblock', 'copyblob', 'appendfile', 'createfile', 'flushfile']),
    storage(7, ['deleteblob', 'deletecontainer', 'deletefile']),
    { classUid: API, activityId: 2, when: [{ path: 'operationName', endsWith: ['get', 'list', '/read'], fold: true }] },
    { classUid: API, activityId: 4, when: [{ path: 'operationName', endsWith: ['delete', 'purge'], fold: true }] },
    { classUid: API, activityId: 1, when: [{ path: 'operationName', endsWith: ['create', 'import'], fold: true }] },
    { classUid: API, activityId: 3, when: [{ path: 'operationName', endsWith: ['set', 'update', 'put', 'patch', '/write'], fold: true }] },
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'Azure resource logs', vendor: 'Microsoft', provider: 'Azure' }),
    ...eventId(['correlationId', 'CorrelationId']),
    take('metadata.event_code', ['operationName', 'OperationName']),
    take('metadata.log_name', ['category', 'Category']),
    take('metadata.tenant_uid', ['tenantId', 'TenantId']),
    take('time', ['time', 'TimeGenerated'], 'iso-time'),
    take('cloud.account.uid', ['subscriptionId', 'SubscriptionId', '@account']),
    take('cloud.region', ['location', 'Location']),
    take('actor.user.name', ['identity.requester.upn', `identity.claim.${UPN}`]),
    take('actor.user.uid', ['identity.requester.objectId', 'identity.claim.oid', `identity.claim.${OBJECT}`]),
    take('actor.app_uid', ['identity.requester.appId', 'identity.claim.appid']),
    constant('actor.user.type_id', 0),
    unknownUser('actor.user', REQUESTER),
    take('actor.user.uid', ['identity.requester.appId', 'identity.claim.appid']),
    ...source(['callerIpAddress', 'CallerIPAddress', 'properties.clientIP']),
    take('http_request.user_agent', ['properties.userAgentHeader', 'properties.userAgent', 'properties.clientInfo']),
    take('http_request.url.url_string', ['uri', 'properties.requestUri']),
    take('http_response.code', ['statusCode', 'properties.httpStatusCode', 'properties.statusCode'], 'integer'),
    ...only(
      [API],
      take('api.operation', ['operationName', 'OperationName']),
      constant('api.operation', 'unknown'),
      ...requestId(['properties.requestId', 'correlationId']),
      take('api.request.data', ['properties'], 'json'),
      take('resources[].uid', ['resourceId', 'ResourceId', '_ResourceId']),
    ),
    ...only(
      [6005],
      constant('type_id', 2),
      take('databucket.uid', 'resourceId'),
      take('databucket.name', ['properties.accountName']),
      constant('databucket.type_id', 2),
    ),
    take('status_code', ['statusText', 'resultType', 'ResultType', 'resultSignature']),
    ...httpStatus('statusCode'),
    ...httpStatus('properties.httpStatusCode'),
    ...status('resultType', 'ResultType'),
  ],
};
