/**
 * Where a field of a Sigma rule may be in a record of each log. The places are alternatives: a rule matches when one of them does. SigmaHQ's
 * Azure, Google and Kubernetes rules use several spellings for one thing (some misspelt); the tables hold those next to what the provider writes.
 * Sources: the providers' schema pages (Azure Monitor activity log and Microsoft Entra log schemas, Google Cloud AuditLog, Kubernetes audit.k8s.io/v1,
 * Okta System Log, Microsoft 365 Management Activity).
 */
import type { LogSource } from '@kumomori/model';

interface Pipeline {
  /** Field in lower case → places. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** For all other fields: what is put before them, '' for as it is. */
  readonly prefixes: readonly string[];
  /** Beginnings that rules write and the log does not have. */
  readonly strip?: readonly string[];
  /** The places of what happened, by which rules are looked up. */
  readonly action: readonly string[];
  /** Places of few values that many rules ask for, the action first: by them rules are narrowed down before any is asked. */
  readonly keys?: readonly string[];
}

const AZURE_OPERATION = [
  ...['operationName', 'operationName.value', 'operationName.localizedValue', 'operationNameValue', 'properties.operationName'],
  ...['activityDisplayName', 'properties.activityDisplayName', 'properties.message', 'properties.eventName', 'eventName.value', 'activity'],
];
const AZURE_STATUS = [
  ...['status', 'status.value', 'activityStatusValue', 'resultType', 'resultSignature', 'result', 'properties.result', 'properties.status'],
  ...['properties.activityStatusValue'],
];
const AZURE_INITIATOR = [
  ...['initiatedBy', 'properties.initiatedBy', 'caller', 'identity.claims.name', 'initiatedBy.user.userPrincipalName'],
  ...['properties.initiatedBy.user.userPrincipalName', 'properties.initiatedBy.app.displayName', 'initiatedBy.app.displayName'],
];
const AZURE_TARGET = ['targetResources', 'properties.targetResources'];

const AZURE: Pipeline['fields'] = {
  ...Object.fromEntries(
    [
      'operationname',
      'operationnamevalue',
      'operation_name',
      'operation',
      'activitydisplayname',
      'properties.message',
      'activitytype',
      'eventname',
    ].map((name) => [name, AZURE_OPERATION]),
  ),
  ...Object.fromEntries(['status', 'activitystatusvalue', 'properties.status', 'activitystatus'].map((name) => [name, AZURE_STATUS])),
  resulttype: ['resultType', 'properties.resultType', 'status.errorCode', 'properties.status.errorCode'],
  resultdescription: [
    ...['resultDescription', 'properties.resultDescription', 'status.failureReason', 'properties.status.failureReason'],
    ...['resultReason', 'properties.resultReason', 'properties.status.additionalDetails', 'status.additionalDetails'],
  ],
  ...Object.fromEntries(['initiatedby', 'initiatied.by', 'initiated.by', 'properties.initiatedby'].map((name) => [name, AZURE_INITIATOR])),
  ...Object.fromEntries(['target', 'targets', 'targetresources', 'properties.targetresources'].map((name) => [name, AZURE_TARGET])),
  category: ['category', 'category.value', 'category.localizedValue', 'properties.category', 'categoryValue'],
  categoryvalue: ['category', 'category.value', 'category.localizedValue', 'properties.category', 'categoryValue'],
  failure_status_reason: [
    ...['resultReason', 'properties.resultReason', 'resultDescription', 'status.failureReason', 'properties.status.failureReason'],
    ...['properties.additionalDetails.value', 'additionalDetails.value'],
  ],
  eventsource: ['eventSource', 'eventSource.value', 'loggedByService', 'properties.loggedByService'],
  // Event Hubs and storage write the claims only; the object id is there for people and for programs.
  caller: ['caller', 'identity.claims.http://schemas.microsoft.com/identity/claims/objectidentifier'],
  loggedbyservice: ['loggedByService', 'properties.loggedByService'],
  userprincipalname: ['userPrincipalName', 'properties.userPrincipalName', 'initiatedBy.user.userPrincipalName', 'caller'],
  username: ['userPrincipalName', 'properties.userPrincipalName', 'userDisplayName', 'properties.userDisplayName', 'username'],
  clientapp: ['clientAppUsed', 'properties.clientAppUsed', 'clientApp'],
  clientappused: ['clientAppUsed', 'properties.clientAppUsed'],
  resourceprovidername: ['resourceProviderName.value', 'resourceProviderName', 'resourceProvider'],
  resourceprovidervalue: ['resourceProviderName.value', 'resourceProviderName', 'resourceProviderValue', 'resourceProvider'],
  location: ['location', 'properties.location', 'location.countryOrRegion', 'properties.location.countryOrRegion'],
  networklocationdetails: ['networkLocationDetails', 'properties.networkLocationDetails'],
  ipaddress: ['ipAddress', 'properties.ipAddress', 'callerIpAddress'],
  calleripaddress: ['callerIpAddress', 'properties.ipAddress', 'ipAddress', 'httpRequest.clientIpAddress'],
  authenticationrequirement: ['authenticationRequirement', 'properties.authenticationRequirement'],
  riskeventtype: [
    'riskEventType',
    'properties.riskEventType',
    'riskEventTypes',
    'properties.riskEventTypes',
    'properties.riskEventTypes_v2',
  ],
};

const KUBERNETES: Pipeline['fields'] = {
  resource: ['objectRef.resource', 'resource'],
  subresource: ['objectRef.subresource', 'subresource'],
  namespace: ['objectRef.namespace', 'namespace'],
  name: ['objectRef.name', 'name'],
  apigroup: ['objectRef.apiGroup', 'apiGroup'],
  username: ['user.username', 'username'],
  hostpath: ['requestObject.spec.volumes.hostPath.path', 'requestObject.spec.template.spec.volumes.hostPath.path', 'hostPath'],
  capabilities: [
    ...['requestObject.spec.containers.securityContext.capabilities.add', 'capabilities'],
    'requestObject.spec.template.spec.containers.securityContext.capabilities.add',
  ],
  privileged: [
    ...['requestObject.spec.containers.securityContext.privileged', 'privileged'],
    'requestObject.spec.template.spec.containers.securityContext.privileged',
  ],
};

const GCP: Pipeline['fields'] = {
  'gcp.audit.method_name': ['protoPayload.methodName'],
  'gcp.audit.service_name': ['protoPayload.serviceName'],
  'gcp.audit.resource_name': ['protoPayload.resourceName'],
  'gcp.audit.authentication_info.principal_email': ['protoPayload.authenticationInfo.principalEmail'],
  'gcp.audit.principal_email': ['protoPayload.authenticationInfo.principalEmail'],
  method_name: ['protoPayload.methodName'],
  methodname: ['protoPayload.methodName'],
  servicename: ['protoPayload.serviceName'],
  resourcename: ['protoPayload.resourceName'],
};

const WORKSPACE_NAME = ['eventName', 'events.name', 'name', 'protoPayload.metadata.event.eventName', 'protoPayload.methodName'];
const WORKSPACE: Pipeline['fields'] = {
  eventname: WORKSPACE_NAME,
  'google_workspace.event.name': WORKSPACE_NAME,
  eventservice: ['eventService', 'id.applicationName', 'protoPayload.serviceName'],
  'actor.email': ['actor.email', 'protoPayload.authenticationInfo.principalEmail'],
};

const M365: Pipeline['fields'] = {
  eventsource: ['eventSource', 'Source', 'Workload'],
  eventname: ['eventName', 'Name', 'Operation', 'AlertType'],
  status: ['status', 'ResultStatus', 'Status'],
};

const azure: Pipeline = { fields: AZURE, prefixes: ['', 'properties.'], action: AZURE_OPERATION };
const asWritten = (action: readonly string[], strip: readonly string[] = []): Pipeline => ({ fields: {}, prefixes: [''], action, strip });

const PIPELINES: Readonly<Partial<Record<LogSource, Pipeline>>> = {
  'aws.cloudtrail': {
    ...asWritten(['eventName'], ['aws.cloudtrail.']),
    keys: ['eventName', 'eventSource', 'errorCode', 'userIdentity.type', 'userIdentity.invokedBy'],
  },
  'azure.activity': azure,
  'azure.signin': azure,
  'azure.audit': azure,
  'azure.risk': azure,
  'azure.diagnostic': azure,
  'gcp.audit': { fields: GCP, prefixes: [''], strip: ['data.', 'gcp.audit.'], action: ['protoPayload.methodName'] },
  'google.workspace': { fields: WORKSPACE, prefixes: ['', 'events.', 'parameters.'], strip: ['data.'], action: WORKSPACE_NAME },
  'kubernetes.audit': { fields: KUBERNETES, prefixes: [''], action: ['verb'] },
  'github.audit': asWritten(['action'], ['github.audit.']),
  'okta.system': {
    fields: { eventtype: ['eventType'], displaymessage: ['displayMessage'] },
    prefixes: [''],
    strip: ['okta.'],
    action: ['eventType'],
  },
  'm365.audit': { fields: M365, prefixes: [''], action: ['Operation'] },
  'onelogin.event': asWritten(['event_type_id']),
  'duo.log': asWritten(['action']),
  'bitbucket.audit': asWritten(['auditType.action']),
};

const PLAIN: Pipeline = asWritten([]);

function pipelineOf(source: LogSource | null): Pipeline {
  return (source === null ? undefined : PIPELINES[source]) ?? PLAIN;
}

/** Dotted paths, without doubles; at least one. */
export function placesOf(source: LogSource | null, field: string): readonly string[] {
  const { fields, prefixes, strip = [] } = pipelineOf(source);
  const key = field.toLowerCase();
  const known = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (known) return known;
  const bare = strip.filter((start) => key.startsWith(start)).map((start) => field.slice(start.length));
  return [...new Set([field, ...bare].flatMap((name) => prefixes.map((prefix) => prefix + name)))];
}

/** Where the record says what happened; empty when nothing of the kind is known of the source. */
export function actionPlaces(source: LogSource | null): readonly string[] {
  return pipelineOf(source).action;
}

/** Where the record says what rules are narrowed down by; the action comes first. Empty: by the action alone. */
export function keyPlaces(source: LogSource | null): readonly string[] {
  return pipelineOf(source).keys ?? [];
}
