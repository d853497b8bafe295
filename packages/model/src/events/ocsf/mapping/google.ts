/** Google Cloud and Workspace. */
import type { OcsfMapping, OcsfRule } from '../types.ts';
import { about, constant, eventId, only, requestId, source, take, unknownUser } from './common.ts';

const API = 6003;
const DATA = 6005;

/** The audit log in a log entry, in a table of BigQuery, and in what some forwarders make of it. */
const log = (name: string): readonly string[] => [`protoPayload.${name}`, `protopayload_auditlog.${name}`, `data.protoPayload.${name}`];
const METHODS = [...log('methodName'), 'methodName'];
const EMAILS = log('authenticationInfo.principalEmail');
const SUBJECTS = [...log('authenticationInfo.principalSubject'), ...log('authenticationInfo.authoritySelector')];

const objects = (activityId: number, ...is: readonly string[]): readonly OcsfRule[] =>
  log('methodName').map((path) => ({ classUid: DATA, activityId, when: [{ path, is }] }));

/** The verb of `storage.buckets.create` and `google.iam.v1.IAMPolicy.SetIamPolicy`: what follows the last dot. */
const verbs = (activityId: number, ...words: readonly string[]): readonly OcsfRule[] =>
  METHODS.map((path) => ({ classUid: API, activityId, when: [{ path, contains: words.map((word) => `.${word}`), fold: true }] }));
const bare = (activityId: number, ...startsWith: readonly string[]): readonly OcsfRule[] =>
  METHODS.map((path) => ({ classUid: API, activityId, when: [{ path, startsWith, fold: true }] }));

const CODE = log('status.code');

export const gcpAudit: OcsfMapping = {
  source: 'gcp.audit',
  rules: [
    ...objects(1, 'storage.objects.get'),
    ...objects(5, 'storage.objects.create', 'storage.objects.compose'),
    ...objects(2, 'storage.objects.update', 'storage.objects.patch'),
    ...objects(7, 'storage.objects.delete'),
    ...objects(8, 'storage.objects.list'),
    ...verbs(2, 'get', 'list', 'search', 'aggregatedlist', 'query', 'read', 'lookup', 'testiam', 'watch'),
    ...verbs(4, 'delete', 'destroy', 'remove', 'undeploy'),
    ...verbs(3, 'set', 'update', 'patch', 'add', 'enable', 'disable', 'start', 'stop', 'attach', 'detach', 'replace', 'move', 'undelete'),
    ...verbs(1, 'create', 'insert', 'generate', 'import', 'deploy'),
    ...bare(2, 'get', 'list', 'search', 'query', 'read', 'lookup'),
    ...bare(4, 'delete', 'destroy', 'remove'),
    ...bare(3, 'set', 'update', 'patch', 'add', 'enable', 'disable'),
    ...bare(1, 'create', 'insert', 'generate'),
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'Cloud Audit Logs', vendor: 'Google', provider: 'GCP' }),
    ...eventId(['insertId', 'insert_id', 'insertid']),
    take('metadata.event_code', METHODS),
    take('metadata.log_name', ['logName', 'log_name', 'logname']),
    take('metadata.log_level', 'severity'),
    take('metadata.correlation_uid', 'operation.id'),
    take('metadata.logged_time', ['receiveTimestamp', 'receive_timestamp'], 'iso-time'),
    take('time', 'timestamp', 'iso-time'),
    take('cloud.account.uid', ['resource.labels.project_id', '@account']),
    take('cloud.project_uid', 'resource.labels.project_id'),
    take('cloud.region', ['resource.labels.location', 'resource.labels.region']),
    take('cloud.zone', 'resource.labels.zone'),
    take('actor.user.name', EMAILS),
    take('actor.user.uid', SUBJECTS),
    take('actor.user.credential_uid', log('authenticationInfo.serviceAccountKeyName')),
    take('actor.session.uid_alt', log('authenticationInfo.serviceAccountDelegationInfo[0].firstPartyPrincipal.principalEmail')),
    constant('actor.user.type_id', 0),
    unknownUser('actor.user', [...EMAILS, ...SUBJECTS]),
    ...source([...log('requestMetadata.callerIp'), ...log('requestMetadata.callerIP')]),
    take('http_request.user_agent', log('requestMetadata.callerSuppliedUserAgent')),
    take('status_code', CODE),
    take('status_detail', log('status.message')),
    ...CODE.map((path) => ({
      to: 'status_id',
      otherwise: 2,
      when: [
        { path, exists: true },
        { path, startsWith: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
      ],
    })),
    constant('status_id', 1),
    ...only(
      [API],
      take('api.operation', METHODS),
      constant('api.operation', 'unknown'),
      take('api.service.name', log('serviceName')),
      ...requestId('insertId'),
      take('api.request.data', [...log('request'), 'protopayload_auditlog.requestJson'], 'json'),
      take('api.response.code', CODE, 'integer'),
      take('api.response.message', log('status.message')),
      take('api.response.data', [...log('response'), 'protopayload_auditlog.responseJson'], 'json'),
      take('resources[].uid', log('resourceName')),
      ...log('resourceName').map((path) => ({ ...take('resources[].type', 'resource.type'), when: [{ path, exists: true }] })),
    ),
    ...only(
      [DATA],
      constant('type_id', 2),
      take('databucket.name', 'resource.labels.bucket_name'),
      constant('databucket.type_id', 3),
      constant('databucket.name', 'unknown'),
      ...log('resourceName').flatMap((path) => {
        const when = [{ path, contains: ['/objects/'] }];
        return [
          { ...take('databucket.file.path', path), when },
          { ...take('databucket.file.name', path, 'last-part'), when },
          constant('databucket.file.type_id', 1, when),
        ];
      }),
    ),
  ],
  known: ['"protoPayload"."@type"'],
};

export const gcpVpcFlow: OcsfMapping = {
  source: 'gcp.vpc-flow',
  rules: [{ classUid: 4001, activityId: 6 }],
  fields: [
    ...about({ name: 'VPC Flow Logs', vendor: 'Google', provider: 'GCP' }),
    ...eventId('insertId'),
    take('metadata.log_name', 'logName'),
    take('metadata.logged_time', 'receiveTimestamp', 'iso-time'),
    take('time', ['jsonPayload.start_time', 'timestamp'], 'iso-time'),
    take('start_time', 'jsonPayload.start_time', 'iso-time'),
    take('end_time', 'jsonPayload.end_time', 'iso-time'),
    take('cloud.account.uid', ['resource.labels.project_id', '@account']),
    take('cloud.region', ['resource.labels.location', 'jsonPayload.src_instance.region']),
    take('src_endpoint.ip', 'jsonPayload.connection.src_ip', 'address'),
    take('src_endpoint.port', 'jsonPayload.connection.src_port', 'integer'),
    take('src_endpoint.instance_uid', 'jsonPayload.src_instance.vm_name'),
    take('src_endpoint.vpc_uid', 'jsonPayload.src_vpc.vpc_name'),
    take('src_endpoint.subnet_uid', 'jsonPayload.src_vpc.subnetwork_name'),
    take('src_endpoint.location.country', 'jsonPayload.src_location.country'),
    take('dst_endpoint.ip', 'jsonPayload.connection.dest_ip', 'address'),
    take('dst_endpoint.port', 'jsonPayload.connection.dest_port', 'integer'),
    take('dst_endpoint.instance_uid', 'jsonPayload.dest_instance.vm_name'),
    take('dst_endpoint.vpc_uid', 'jsonPayload.dest_vpc.vpc_name'),
    take('dst_endpoint.subnet_uid', 'jsonPayload.dest_vpc.subnetwork_name'),
    take('dst_endpoint.location.country', 'jsonPayload.dest_location.country'),
    take('connection_info.protocol_num', 'jsonPayload.connection.protocol', 'integer'),
    { to: 'connection_info.direction_id', from: ['jsonPayload.reporter'], values: { SRC: 2, DEST: 1 }, otherwise: 0 },
    take('traffic.bytes', 'jsonPayload.bytes_sent', 'integer'),
    take('traffic.packets', 'jsonPayload.packets_sent', 'integer'),
    constant('status_id', 1),
  ],
};

const NAMES = ['events[0].name', 'name'];
const LOGINS: readonly OcsfRule[] = NAMES.flatMap((path) => [
  { classUid: 3002, activityId: 2, when: [{ path, is: ['logout'] }] },
  { classUid: 3002, activityId: 1, when: [{ path: 'id.applicationName', is: ['login', 'saml'] }] },
]);

export const googleWorkspace: OcsfMapping = {
  source: 'google.workspace',
  rules: [
    ...LOGINS,
    ...NAMES.flatMap((path): readonly OcsfRule[] => [
      { classUid: API, activityId: 2, when: [{ path, startsWith: ['view', 'download', 'preview', 'print', 'access'], fold: true }] },
      { classUid: API, activityId: 4, when: [{ path, startsWith: ['delete', 'remove', 'trash', 'revoke'], fold: true }] },
      { classUid: API, activityId: 1, when: [{ path, startsWith: ['create', 'add', 'upload', 'copy'], fold: true }] },
      {
        classUid: API,
        activityId: 3,
        when: [
          {
            path,
            startsWith: ['change', 'update', 'edit', 'rename', 'move', 'toggle', 'grant', 'enforce', 'suspend', 'assign'],
            fold: true,
          },
        ],
      },
    ]),
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'Workspace', vendor: 'Google' }),
    ...eventId('id.uniqueQualifier'),
    take('metadata.event_code', NAMES),
    take('metadata.log_name', 'id.applicationName'),
    take('metadata.tenant_uid', 'id.customerId'),
    take('time', 'id.time', 'iso-time'),
    ...['actor.user', 'user'].flatMap((to) => {
      const fields = [
        take(`${to}.name`, ['actor.email', 'actor.key']),
        take(`${to}.email_addr`, 'actor.email'),
        take(`${to}.uid`, 'actor.profileId'),
        { to: `${to}.type_id`, from: ['actor.callerType'], values: { USER: 1, APPLICATION: 3 }, otherwise: 0 },
        unknownUser(to, ['actor.email', 'actor.key', 'actor.profileId']),
      ];
      return to === 'user' ? only([3002], ...fields) : fields;
    }),
    ...source('ipAddress'),
    ...only([3002], take('service.name', 'id.applicationName'), constant('service.name', 'unknown'), constant('is_remote', true)),
    ...only(
      [API],
      take('api.operation', NAMES),
      constant('api.operation', 'unknown'),
      take('api.service.name', 'id.applicationName'),
      ...requestId('id.uniqueQualifier'),
      take('api.request.data', ['events', 'parameters'], 'json'),
    ),
    ...NAMES.map((path) => ({ to: 'status_id', otherwise: 2, when: [{ path, endsWith: ['_failure', '_denied', '_blocked'] }] })),
    constant('status_id', 1),
  ],
  known: ['kind'],
};
