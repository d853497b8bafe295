/** What tells the records of one log from all others. docs/logs.md names the documentation of each. */
import type { LogSource } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import type { LogRecord } from './types.ts';

export interface Sign {
  readonly source: LogSource;
  readonly is: (record: LogRecord) => boolean;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const has = (record: LogRecord, ...keys: readonly string[]): boolean =>
  keys.some((key) => record[key] !== undefined && record[key] !== null);

const SIGN_INS: ReadonlySet<unknown> = new Set([
  'SignInLogs',
  'NonInteractiveUserSignInLogs',
  'ServicePrincipalSignInLogs',
  'ManagedIdentitySignInLogs',
  'ADFSSignInLogs',
  'MicrosoftServicePrincipalSignInLogs',
]);
const RISKS: ReadonlySet<unknown> = new Set([
  'UserRiskEvents',
  'RiskyUsers',
  'RiskyServicePrincipals',
  'ServicePrincipalRiskEvents',
  'RiskyAgents',
  'AgentRiskEvents',
]);
/** Categories of the activity log's event schema; Event Hubs also write Write, Delete and Action. */
const ACTIVITIES: ReadonlySet<string> = new Set(
  'administrative security servicehealth alert recommendation policy autoscale resourcehealth write delete action'.split(' '),
);

const type = (record: LogRecord): unknown => record['Type'] ?? record['$table'];

/** Each excludes the others, whatever their order; the first are the most frequent. */
export const BY_CONTENT: readonly Sign[] = [
  {
    source: 'aws.cloudtrail',
    is: (record) =>
      isText(record['eventName']) &&
      isText(record['eventSource']) &&
      // Notifications of S3 and streams of DynamoDB use the same words: `aws:s3`.
      !record['eventSource'].startsWith('aws:') &&
      (isText(record['eventVersion']) ||
        has(record, 'awsRegion', 'eventID', 'userIdentity', 'recipientAccountId') ||
        record['eventSource'].endsWith('.amazonaws.com')),
  },
  { source: 'kubernetes.audit', is: isKubernetes },
  { source: 'google.workspace', is: isWorkspace },
  {
    source: 'gcp.audit',
    is: (record) =>
      isRecord(record['protoPayload']) ||
      isRecord(record['protopayload_auditlog']) ||
      (isText(record['logName']) && record['logName'].includes('cloudaudit.googleapis.com')),
  },
  {
    source: 'gcp.vpc-flow',
    is: (record) =>
      isRecord(record['jsonPayload']) &&
      isRecord(record['jsonPayload']['connection']) &&
      has(record['jsonPayload'], 'reporter', 'bytes_sent'),
  },
  { source: 'azure.signin', is: isSignIn },
  { source: 'azure.risk', is: isRisk },
  { source: 'azure.audit', is: isDirectoryAudit },
  { source: 'azure.activity', is: isActivity },
  {
    source: 'azure.flow',
    is: (record) =>
      (has(record, 'flowTuple') && has(record, 'sourceIp')) ||
      (has(record, 'SrcIp') && has(record, 'FlowStartTime', 'FlowStartTime_t', 'FlowDirection')),
  },
  { source: 'azure.diagnostic', is: isDiagnostic },
  { source: 'aws.vpc-flow', is: isVpcFlow },
  { source: 'aws.waf', is: (record) => has(record, 'webaclId') && isRecord(record['httpRequest']) },
  { source: 'aws.route53-resolver', is: (record) => isText(record['query_name']) && has(record, 'query_timestamp', 'vpc_id', 'srcids') },
  { source: 'aws.cloudfront', is: (record) => has(record, 'x-edge-location', 'x-edge-request-id', 'x_edge_location') },
  { source: 'aws.load-balancer', is: (record) => has(record, 'elb') && has(record, 'client:port', 'client_ip', 'elb_status_code') },
  {
    source: 'aws.s3-access',
    is: (record) => has(record, 'remoteip', 'remote_ip') && has(record, 'bucket', 'bucket_name', 'bucketowner', 'bucket_owner'),
  },
  {
    source: 'okta.system',
    is: (record) =>
      isText(record['eventType']) &&
      !record['eventType'].startsWith('Aws') &&
      has(record, 'displayMessage', 'legacyEventType', 'authenticationContext', 'debugContext', 'published') &&
      has(record, 'actor', 'client', 'outcome', 'uuid'),
  },
  {
    source: 'm365.audit',
    is: (record) =>
      isText(record['Operation']) &&
      has(record, 'Workload', 'RecordType', 'OrganizationId') &&
      has(record, 'CreationTime', 'UserId', 'Id', 'UserType'),
  },
  {
    source: 'bitbucket.audit',
    is: (record) => isRecord(record['auditType']) && has(record['auditType'], 'action', 'category', 'actionI18nKey'),
  },
  {
    source: 'onelogin.event',
    is: (record) => has(record, 'event_type_id') && has(record, 'actor_user_id', 'user_id', 'account_id', 'actor_system'),
  },
  { source: 'duo.log', is: isDuo },
  {
    source: 'github.audit',
    is: (record) => isGitHub(record) && has(record, '_document_id', '@timestamp', 'created_at', 'actor', 'org', 'business'),
  },
];

/** Signs of records of which little is left; in doubt the earlier one. */
export const BY_LITTLE: readonly Sign[] = [
  {
    source: 'aws.cloudtrail',
    is: (record) =>
      (isText(record['eventType']) && /^Aws[A-Z]/.test(record['eventType'])) ||
      (isText(record['eventName']) &&
        !String(record['eventSource']).startsWith('aws:') &&
        has(record, 'userIdentity', 'responseElements', 'requestParameters', 'eventSource', 'recipientAccountId')),
  },
  { source: 'okta.system', is: (record) => isText(record['eventType']) && /^[a-z_]+(?:\.[a-z_]+)+$/.test(record['eventType']) },
  {
    source: 'gcp.audit',
    is: (record) =>
      (isText(record['methodName']) && record['methodName'].includes('.')) ||
      (isRecord(record['operation']) && isText(record['operation']['producer'])),
  },
  {
    source: 'azure.activity',
    is: (record) => isText(record['operationName']) && /^[a-z]+\.[a-z.]+\/.+\/[a-z]+$/i.test(record['operationName']),
  },
  { source: 'github.audit', is: isGitHub },
];

function isKubernetes(record: LogRecord): boolean {
  if (isText(record['apiVersion']) && record['apiVersion'].startsWith('audit.k8s.io/')) return record['kind'] === 'Event';
  if (has(record, 'auditID')) return has(record, 'verb', 'requestURI', 'stage');
  if (isText(record['verb']) && isRecord(record['objectRef'])) return true;
  // Tables AKSAudit and AKSAuditAdmin of Log Analytics.
  return has(record, 'AuditId') && has(record, 'Verb', 'RequestUri');
}

function isWorkspace(record: LogRecord): boolean {
  if (record['kind'] === 'admin#reports#activity') return true;
  const { id } = record;
  if (isRecord(id) && (isText(id['applicationName']) || isText(id['uniqueQualifier'])))
    return has(record, 'events', 'name', 'type', 'actor');
  return isRecord(id) && has(record, 'type') && isText(id['customerId']);
}

function isSignIn(record: LogRecord): boolean {
  if (SIGN_INS.has(record['category']) || SIGN_INS.has(record['Category'])) return true;
  if (isText(type(record)) && /^(?:AAD\w+)?SigninLogs$/i.test(String(type(record)))) return true;
  if (
    has(record, 'AppDisplayName', 'ResourceDisplayName') &&
    has(record, 'UserPrincipalName', 'ServicePrincipalId', 'ServicePrincipalName') &&
    has(record, 'ResultType')
  )
    return true;
  // Microsoft Graph's auditLogs/signIns, and the portal's table.
  if (has(record, 'appDisplayName', 'resourceDisplayName') && has(record, 'createdDateTime') && has(record, 'status', 'signInEventTypes'))
    return true;
  return has(record, 'Sign-in error code') || (has(record, 'Request ID') && has(record, 'Date (UTC)') && has(record, 'Application'));
}

function isRisk(record: LogRecord): boolean {
  if (RISKS.has(record['category']) || RISKS.has(record['Category'])) return true;
  if (
    isText(type(record)) &&
    /^AAD(?:UserRiskEvents|RiskyUsers|RiskyServicePrincipals|ServicePrincipalRiskEvents)$/.test(String(type(record)))
  )
    return true;
  return has(record, 'riskEventType', 'RiskEventType') && has(record, 'riskLevel', 'RiskLevel', 'riskState', 'RiskState');
}

/** Audit logs of Entra ID: diagnostic settings, the table AuditLogs, Graph's directoryAudits, the portal's table. */
function isDirectoryAudit(record: LogRecord): boolean {
  if (record['category'] === 'AuditLogs' || record['Category'] === 'AuditLogs' || type(record) === 'AuditLogs') return true;
  if (has(record, 'initiatedBy') && has(record, 'activityDisplayName', 'targetResources')) return true;
  if (has(record, 'InitiatedBy') && has(record, 'TargetResources', 'LoggedByService')) return true;
  if (has(record, 'ActorType', 'ActorUserPrincipalName') && has(record, 'Activity')) return true;
  const { properties } = record;
  return (
    has(record, 'operationName') &&
    isRecord(properties) &&
    has(properties, 'initiatedBy', 'targetResources') &&
    has(properties, 'loggedByService', 'activityDisplayName', 'activityDateTime')
  );
}

function isActivity(record: LogRecord): boolean {
  if (type(record) === 'AzureActivity' || has(record, 'OperationNameValue') || has(record, 'ActivityStatusValue')) return true;
  if (has(record, 'Operation name') && has(record, 'Event initiated by', 'Event category')) return true;
  const { operationName, category } = record;
  // Answers of the API and of `az monitor activity-log list`.
  if (has(record, 'eventDataId') || (has(record, 'eventTimestamp') && has(record, 'caller', 'authorization', 'subscriptionId')))
    return has(record, 'operationName');
  if (!isText(operationName) || !isText(category) || !ACTIVITIES.has(category.toLowerCase())) return false;
  return operationName.includes('/') || has(record, 'resultSignature', 'subscriptionId', 'identity', 'level');
}

/** The common schema of resource logs, or the table AzureDiagnostics. */
function isDiagnostic(record: LogRecord): boolean {
  if (type(record) === 'AzureDiagnostics') return true;
  if (isText(record['operationName']) || isText(record['OperationName']))
    if (has(record, 'category', 'Category')) return has(record, 'resourceId', 'ResourceId', '_ResourceId', 'tenantId', 'properties');
  const isOperation = isText(record['operationName']) && !record['operationName'].includes('/');
  return isText(record['time']) && isText(record['resourceId']) && (isText(record['category']) || isOperation);
}

function isVpcFlow(record: LogRecord): boolean {
  if (has(record, 'interface-id', 'interface_id', 'interfaceId') && has(record, 'log-status', 'log_status', 'srcaddr', 'action'))
    return true;
  return has(record, 'srcaddr', 'srcAddr', 'pkt-srcaddr') && has(record, 'dstaddr', 'dstAddr', 'pkt-dstaddr') && !has(record, 'query_name');
}

function isDuo(record: LogRecord): boolean {
  if (has(record, 'isotimestamp')) return has(record, 'action', 'txid', 'factor', 'eventtype', 'event_type', 'context', 'phone');
  if (has(record, 'auth_device', 'access_device') && has(record, 'factor', 'txid', 'event_type')) return true;
  return has(record, 'txid') && has(record, 'factor', 'result');
}

/** Actions of GitHub's audit log have a category and a dot; those of its webhooks have none. */
function isGitHub(record: LogRecord): boolean {
  return isText(record['action']) && /^[a-z0-9_]+\.[a-z0-9_.]+$/.test(record['action']);
}
