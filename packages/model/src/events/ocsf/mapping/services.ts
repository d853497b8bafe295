/** Kubernetes and the services beside the clouds. */
import type { OcsfField, OcsfMapping, OcsfRule } from '../types.ts';
import { about, API_VERBS, constant, eventId, only, requestId, source, take, unknownUser } from './common.ts';

const API = 6003;
const LOGON = 3002;

const verb = (activityId: number, ...is: readonly string[]): readonly OcsfRule[] =>
  ['verb', 'Verb'].map((path) => ({ classUid: API, activityId, when: [{ path, is }] }));

export const kubernetesAudit: OcsfMapping = {
  source: 'kubernetes.audit',
  rules: [
    { classUid: LOGON, activityId: 99, when: [{ path: 'objectRef.resource', is: ['tokenreviews'] }] },
    ...verb(2, 'get', 'list', 'watch'),
    ...verb(1, 'create'),
    ...verb(3, 'update', 'patch'),
    ...verb(4, 'delete', 'deletecollection'),
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'Kubernetes', vendor: 'Kubernetes' }),
    ...eventId(['auditID', 'AuditId']),
    take('metadata.product.version', 'apiVersion'),
    take('metadata.log_level', ['level', 'Level']),
    take('metadata.event_code', ['stage', 'Stage']),
    take('metadata.logged_time', ['stageTimestamp', 'StageReceivedTime'], 'iso-time'),
    take('time', ['requestReceivedTimestamp', 'RequestReceivedTime', 'stageTimestamp', 'timestamp', 'TimeGenerated'], 'iso-time'),
    take('cloud.account.uid', ['@account']),
    take('cloud.region', ['@region']),
    // The wrapping names the account of the cloud, the record does not name the cloud.
    constant('cloud.provider', 'unknown', [{ path: '@account', exists: true }]),
    { to: 'metadata.profiles', constant: ['cloud'], when: [{ path: '@account', exists: true }] },
    ...['actor.user', 'user'].flatMap((to) => {
      const fields: readonly OcsfField[] = [
        take(`${to}.name`, ['user.username', 'User.username']),
        take(`${to}.uid`, ['user.uid', 'User.uid']),
        take(`${to}.uid_alt`, ['user.extra.canonicalArn[0]', 'user.extra.arn[0]']),
        take(`${to}.credential_uid`, ['user.extra.accessKeyId[0]', 'user.extra."authentication.kubernetes.io/credential-id"[0]']),
        take(`${to}.groups[].name`, ['user.groups[0]', 'User.groups[0]']),
        constant(`${to}.type_id`, 3, [{ path: 'user.username', startsWith: ['system:'] }]),
        constant(`${to}.type_id`, 1),
        unknownUser(to, ['user.username', 'User.username', 'user.uid', 'User.uid']),
      ];
      return to === 'user' ? only([LOGON], ...fields) : fields;
    }),
    take('actor.session.uid', 'user.extra.sessionName[0]'),
    take('actor.session.uid_alt', 'impersonatedUser.username'),
    take('actor.authorizations[].decision', ['annotations."authorization.k8s.io/decision"', 'Annotations."authorization.k8s.io/decision"']),
    take('actor.authorizations[].policy.desc', ['annotations."authorization.k8s.io/reason"']),
    ...source(['sourceIPs[0]', 'SourceIps[0]']),
    take('http_request.user_agent', ['userAgent', 'UserAgent']),
    take('http_request.url.path', ['requestURI', 'RequestUri']),
    take('http_response.code', ['responseStatus.code', 'ResponseStatus.code'], 'integer'),
    { to: 'status_id', otherwise: 2, when: [{ path: 'annotations."authorization.k8s.io/decision"', is: ['forbid'] }] },
    { to: 'status_id', otherwise: 2, when: [{ path: 'responseStatus.code', startsWith: ['4', '5'] }] },
    { to: 'status_id', otherwise: 1, when: [{ path: 'responseStatus.code', startsWith: ['1', '2', '3'] }] },
    constant('status_id', 0),
    take('status_code', ['responseStatus.code', 'ResponseStatus.code']),
    take('status_detail', ['responseStatus.reason', 'ResponseStatus.reason']),
    ...only([LOGON], constant('service.name', 'kube-apiserver'), constant('is_remote', true)),
    ...only(
      [API],
      { to: 'api.operation', join: { paths: ['verb', 'objectRef.resource', 'objectRef.subresource'], by: ' ' } },
      { to: 'api.operation', join: { paths: ['verb', 'objectRef.resource'], by: ' ' } },
      take('api.operation', ['verb', 'Verb']),
      constant('api.operation', 'unknown'),
      take('api.group.name', 'objectRef.apiGroup'),
      take('api.version', 'objectRef.apiVersion'),
      constant('api.service.name', 'kube-apiserver'),
      ...requestId(['auditID', 'AuditId']),
      take('api.request.data', ['requestObject', 'RequestObject'], 'json'),
      take('api.response.code', ['responseStatus.code', 'ResponseStatus.code'], 'integer'),
      take('api.response.message', 'responseStatus.message'),
      take('api.response.data', ['responseObject', 'ResponseObject'], 'json'),
      // A request for all of a kind is for the kind.
      take('resources[].name', ['objectRef.name', 'ObjectRef.name', 'objectRef.resource', 'ObjectRef.resource']),
      take('resources[].namespace', ['objectRef.namespace', 'ObjectRef.namespace']),
      take('resources[].type', ['objectRef.resource', 'ObjectRef.resource']),
      take('resources[].uid', ['objectRef.uid', 'ObjectRef.uid']),
    ),
  ],
  known: ['kind', 'objectRef.subresource', 'verb', 'user.groups'],
};

const TIMES = ['created_at', '"@timestamp"', 'at_sign_timestamp'];
const ACTION = 'action';

export const gitHubAudit: OcsfMapping = {
  source: 'github.audit',
  rules: [
    {
      classUid: LOGON,
      activityId: 1,
      when: [{ path: ACTION, is: ['user.login', 'user.failed_login', 'org.sso_response', 'business.sso_response'] }],
    },
    { classUid: API, activityId: 2, when: [{ path: 'operation_type', is: ['access'] }] },
    { classUid: API, activityId: 1, when: [{ path: 'operation_type', is: ['create'] }] },
    { classUid: API, activityId: 4, when: [{ path: 'operation_type', is: ['remove'] }] },
    { classUid: API, activityId: 3, when: [{ path: 'operation_type', is: ['modify', 'restore', 'transfer', 'authentication'] }] },
    { classUid: API, activityId: 1, when: [{ path: ACTION, endsWith: ['.create', '.add_member', '.add_user'] }] },
    { classUid: API, activityId: 4, when: [{ path: ACTION, endsWith: ['.destroy', '.delete', '.remove_member', '.remove'] }] },
    { classUid: API, activityId: 2, when: [{ path: ACTION, endsWith: ['.clone', '.fetch', '.download_zip', '.access'] }] },
    {
      classUid: API,
      activityId: 3,
      when: [{ path: ACTION, contains: ['.update', '.enable', '.disable', '.add', '.push', '.edit', '.set', '.rename', '.transfer'] }],
    },
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'GitHub audit log', vendor: 'GitHub' }),
    ...eventId(['_document_id', 'document_id']),
    take('metadata.event_code', ACTION),
    take('metadata.tenant_uid', ['org', 'business']),
    take('time', TIMES, 'unix-millis'),
    take('time', TIMES, 'iso-time'),
    ...['actor.user', 'user'].flatMap((to) => {
      const fields: readonly OcsfField[] = [
        take(`${to}.name`, 'actor'),
        take(`${to}.uid`, 'actor_id'),
        take(`${to}.credential_uid`, 'hashed_token'),
        { to: `${to}.type_id`, from: ['actor_is_bot'], values: { true: 3, false: 1 }, otherwise: 1 },
        unknownUser(to, ['actor', 'actor_id']),
      ];
      return to === 'user' ? only([LOGON], ...fields) : fields;
    }),
    ...source('actor_ip'),
    take('src_endpoint.location.country', 'actor_location.country_code'),
    take('http_request.user_agent', 'user_agent'),
    ...only([LOGON], constant('service.name', 'GitHub'), constant('is_remote', true)),
    ...only(
      [API],
      take('api.operation', ACTION),
      constant('api.operation', 'unknown'),
      constant('api.service.name', 'GitHub'),
      ...requestId('request_id'),
      take('resources[].name', ['repo', 'repository', 'team', 'user', 'org']),
      take('resources[].uid', ['repo_id', 'repository_id', 'user_id', 'org_id']),
    ),
    { to: 'status_id', otherwise: 2, when: [{ path: ACTION, contains: ['fail'] }] },
    constant('status_id', 1),
  ],
};

const OKTA_TYPE = ['eventType', 'eventtype'];
const OUTCOME = 'outcome.result';

export const oktaSystem: OcsfMapping = {
  source: 'okta.system',
  rules: [
    ...OKTA_TYPE.flatMap((path): readonly OcsfRule[] => [
      { classUid: LOGON, activityId: 2, when: [{ path, is: ['user.session.end', 'user.session.clear'] }] },
      {
        classUid: LOGON,
        activityId: 1,
        when: [
          { path, startsWith: ['user.session.', 'user.authentication.', 'user.mfa.attempt', 'app.oauth2.', 'policy.evaluate_sign_on'] },
        ],
      },
      { classUid: API, activityId: 1, when: [{ path, endsWith: ['.create', '.add', '.activate', '.grant', '.generate'] }] },
      { classUid: API, activityId: 4, when: [{ path, endsWith: ['.delete', '.remove', '.revoke', '.deactivate', '.destroy'] }] },
      {
        classUid: API,
        activityId: 3,
        when: [{ path, contains: ['.update', '.reset', '.suspend', '.lock', '.change', '.add', '.remove', '.grant'] }],
      },
    ]),
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'Okta System Log', vendor: 'Okta' }),
    ...eventId('uuid'),
    take('metadata.product.version', 'version'),
    take('metadata.event_code', OKTA_TYPE),
    take('metadata.log_level', 'severity'),
    take('metadata.correlation_uid', 'transaction.id'),
    take('message', ['displayMessage', 'displaymessage']),
    take('time', 'published', 'iso-time'),
    ...['actor.user', 'user'].flatMap((to) => {
      const fields: readonly OcsfField[] = [
        take(`${to}.name`, 'actor.alternateId'),
        take(`${to}.full_name`, 'actor.displayName'),
        take(`${to}.uid`, 'actor.id'),
        take(`${to}.type`, 'actor.type'),
        { to: `${to}.type_id`, from: ['actor.type'], values: { User: 1, SystemPrincipal: 3 }, otherwise: 99 },
        unknownUser(to, ['actor.alternateId', 'actor.id']),
      ];
      return to === 'user' ? only([LOGON], ...fields) : fields;
    }),
    take('actor.session.uid', ['authenticationContext.externalSessionId', 'authenticationcontext.externalSessionId']),
    ...source('client.ipAddress'),
    take('src_endpoint.location.country', 'client.geographicalContext.country'),
    take('src_endpoint.location.city', 'client.geographicalContext.city'),
    take('src_endpoint.autonomous_system.number', ['securityContext.asNumber', 'securitycontext.asNumber'], 'integer'),
    take('http_request.user_agent', 'client.userAgent.rawUserAgent'),
    take('http_request.url.path', ['debugContext.debugData.requestUri', 'debugcontext.debugData.requestUri']),
    ...only([LOGON], take('service.name', 'target[0].displayName'), constant('service.name', 'Okta'), constant('is_remote', true)),
    ...only(
      [API],
      take('api.operation', OKTA_TYPE),
      constant('api.operation', 'unknown'),
      constant('api.service.name', 'Okta'),
      ...requestId(['debugContext.debugData.requestId', 'debugcontext.debugData.requestId']),
    ),
    take('status_code', OUTCOME),
    take('status_detail', 'outcome.reason'),
    { to: 'status_id', from: [OUTCOME], values: { SUCCESS: 1, ALLOW: 1, FAILURE: 2, DENY: 2, ABANDONED: 2 }, otherwise: 0 },
  ],
  lists: [
    {
      to: 'resources',
      each: 'target',
      classes: [API],
      fields: [take('uid', 'id'), take('name', ['alternateId', 'displayName']), take('type', 'type')],
    },
  ],
};

export const m365Audit: OcsfMapping = {
  source: 'm365.audit',
  rules: [
    {
      classUid: LOGON,
      activityId: 1,
      when: [{ path: 'Operation', is: ['UserLoggedIn', 'UserLoginFailed', 'MailboxLogin', 'TeamsSessionStarted'] }],
    },
    ...(
      [
        [2, [...API_VERBS.read, 'FileAccessed', 'FileDownloaded', 'FilePreviewed', 'MailItemsAccessed']],
        [4, [...API_VERBS.remove, 'FileDeleted', 'HardDelete', 'SoftDelete']],
        [1, [...API_VERBS.create, 'New-', 'FileUploaded', 'Add ']],
        [3, [...API_VERBS.update, 'Set-', 'FileModified', 'FileRenamed']],
      ] as const
    ).map(([activityId, startsWith]) => ({ classUid: API, activityId, when: [{ path: 'Operation', startsWith }] })),
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'Microsoft 365 unified audit log', vendor: 'Microsoft' }),
    ...eventId('Id'),
    take('metadata.event_code', 'Operation'),
    take('metadata.log_name', 'RecordType'),
    take('metadata.log_provider', 'Workload'),
    take('metadata.tenant_uid', 'OrganizationId'),
    take('time', 'CreationTime', 'iso-time'),
    ...['actor.user', 'user'].flatMap((to) => {
      const fields: readonly OcsfField[] = [
        take(`${to}.name`, 'UserId'),
        take(`${to}.uid`, 'UserKey'),
        {
          to: `${to}.type_id`,
          from: ['UserType'],
          values: { '0': 1, '2': 2, '3': 3, '4': 3, '5': 3, '6': 3, Regular: 1, Admin: 2, System: 3, Application: 3 },
          otherwise: 0,
        },
        unknownUser(to, ['UserId', 'UserKey']),
      ];
      return to === 'user' ? only([LOGON], ...fields) : fields;
    }),
    take('actor.session.uid', ['SessionId', 'AppAccessContext.AADSessionId']),
    take('actor.app_uid', ['AppId', 'ClientAppId', 'AppAccessContext.ClientAppId']),
    ...source(['ClientIP', 'ClientIPAddress', 'ActorIpAddress']),
    take('http_request.user_agent', ['UserAgent', 'ClientInfoString']),
    ...only([LOGON], take('service.name', 'Workload'), constant('service.name', 'Microsoft 365'), constant('is_remote', true)),
    ...only(
      [API],
      take('api.operation', 'Operation'),
      take('api.service.name', 'Workload'),
      ...requestId('CorrelationId'),
      take('api.request.data', ['Parameters', 'OperationProperties', 'ModifiedProperties'], 'json'),
      take('resources[].uid', 'ObjectId'),
      take('resources[].name', ['SourceFileName', 'MailboxOwnerUPN']),
      take('resources[].type', 'ItemType'),
    ),
    take('status_code', 'ResultStatus'),
    { to: 'status_id', otherwise: 1, when: [{ path: 'ResultStatus', startsWith: ['succe', 'true', 'partially'], fold: true }] },
    { to: 'status_id', otherwise: 2, when: [{ path: 'ResultStatus', startsWith: ['fail', 'false'], fold: true }] },
    constant('status_id', 0),
  ],
};

const ONELOGIN_LOGINS = ['5', '6', '7', '8', '9', '29', '30'];

export const oneLoginEvent: OcsfMapping = {
  source: 'onelogin.event',
  rules: [
    { classUid: LOGON, activityId: 2, when: [{ path: 'event_type_id', is: ['7'] }] },
    { classUid: LOGON, activityId: 1, when: [{ path: 'event_type_id', is: ONELOGIN_LOGINS }] },
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'OneLogin events', vendor: 'OneLogin' }),
    ...eventId(['uuid', 'id']),
    take('metadata.event_code', 'event_type_id'),
    take('metadata.tenant_uid', 'account_id'),
    take('time', ['created_at', 'event_timestamp'], 'iso-time'),
    ...['actor.user', 'user'].flatMap((to) => {
      const fields: readonly OcsfField[] = [
        take(`${to}.name`, ['actor_user_name', 'actor_system']),
        take(`${to}.uid`, 'actor_user_id'),
        constant(`${to}.type_id`, 1),
        unknownUser(to, ['actor_user_name', 'actor_system', 'actor_user_id']),
      ];
      return to === 'user' ? only([LOGON], ...fields) : fields;
    }),
    ...source('ipaddr'),
    take('http_request.user_agent', 'user_agent'),
    ...only([LOGON], take('service.name', 'app_name'), constant('service.name', 'OneLogin'), constant('is_remote', true)),
    ...only(
      [API],
      take('api.operation', 'event_type_id'),
      constant('api.service.name', 'OneLogin'),
      take('resources[].name', ['user_name', 'app_name', 'role_name']),
      take('resources[].uid', ['user_id', 'app_id', 'role_id']),
    ),
    take('status_detail', ['error_description', 'notes']),
    { to: 'status_id', otherwise: 2, when: [{ path: 'error_description', exists: true }] },
    { to: 'status_id', from: ['event_type_id'], values: { '5': 1, '6': 2, '8': 1, '9': 2 }, otherwise: 0 },
  ],
};

export const duoLog: OcsfMapping = {
  source: 'duo.log',
  rules: [
    { classUid: LOGON, activityId: 1, when: [{ path: 'result', exists: true }] },
    { classUid: LOGON, activityId: 1, when: [{ path: 'action', is: ['admin_login', 'admin_login_error'] }] },
    { classUid: API, activityId: 1, when: [{ path: 'action', endsWith: ['_create', '_install', '_add'] }] },
    { classUid: API, activityId: 4, when: [{ path: 'action', endsWith: ['_delete', '_remove'] }] },
    { classUid: API, activityId: 2, when: [{ path: 'action', endsWith: ['_view', '_read'] }] },
    { classUid: API, activityId: 3, when: [{ path: 'action', exists: true }] },
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'Duo', vendor: 'Cisco' }),
    ...eventId('txid'),
    take('metadata.event_code', ['action', 'event_type', 'eventtype']),
    take('time', ['isotimestamp', 'timestamp'], 'iso-time'),
    take('time', 'timestamp', 'unix-seconds'),
    ...['actor.user', 'user'].flatMap((to) => {
      const fields: readonly OcsfField[] = [
        take(`${to}.name`, ['user.name', 'username']),
        take(`${to}.uid`, 'user.key'),
        take(`${to}.email_addr`, 'email'),
        constant(`${to}.type_id`, 1),
        unknownUser(to, ['user.name', 'username', 'user.key']),
      ];
      return to === 'user' ? only([LOGON], ...fields) : fields;
    }),
    ...source(['access_device.ip', 'ip']),
    ...only(
      [LOGON],
      take('service.name', 'application.name'),
      take('service.uid', 'application.key'),
      constant('service.name', 'Duo'),
      constant('is_mfa', true, [{ path: 'factor', exists: true }]),
      constant('is_remote', true),
    ),
    ...only(
      [API],
      take('api.operation', ['action', 'eventtype']),
      constant('api.operation', 'unknown'),
      constant('api.service.name', 'Duo'),
      ...requestId('txid'),
      take('api.request.data', 'description'),
      take('resources[].name', 'object'),
    ),
    take('status_code', 'result'),
    take('status_detail', 'reason'),
    {
      to: 'status_id',
      from: ['result'],
      values: { success: 1, denied: 2, fraud: 2, failure: 2, error: 2, SUCCESS: 1, FAILURE: 2, FRAUD: 2 },
    },
    { to: 'status_id', otherwise: 2, when: [{ path: 'action', endsWith: ['_error'] }] },
    { to: 'status_id', otherwise: 1, when: [{ path: 'action', exists: true }] },
    constant('status_id', 0),
  ],
};

export const bitbucketAudit: OcsfMapping = {
  source: 'bitbucket.audit',
  rules: [
    { classUid: LOGON, activityId: 1, when: [{ path: 'auditType.category', is: ['Authentication'] }] },
    ...(
      [
        [4, ['delet', 'remov', 'revok']],
        [1, ['creat', 'add', 'import']],
        [3, ['updat', 'chang', 'enabl', 'disabl', 'renam', 'grant', 'mov', 'edit']],
      ] as const
    ).map(([activityId, contains]) => ({ classUid: API, activityId, when: [{ path: 'auditType.action', contains, fold: true as const }] })),
    { classUid: API, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'Bitbucket', vendor: 'Atlassian' }),
    ...eventId('id'),
    take('metadata.event_code', ['auditType.action', 'auditType.actionI18nKey']),
    take('metadata.log_name', ['auditType.category', 'auditType.categoryI18nKey']),
    take('metadata.log_level', 'auditType.level'),
    take('metadata.tenant_uid', 'system'),
    take('time', ['timestamp', 'createdDate'], 'iso-time'),
    take('time', 'timestamp.epochSecond', 'unix-seconds'),
    take('time', ['timestamp', 'createdDate'], 'unix-millis'),
    ...['actor.user', 'user'].flatMap((to) => {
      const fields: readonly OcsfField[] = [
        take(`${to}.name`, 'author.name'),
        take(`${to}.uid`, 'author.id'),
        take(`${to}.type`, 'author.type'),
        constant(`${to}.type_id`, 1),
        unknownUser(to, ['author.name', 'author.id']),
      ];
      return to === 'user' ? only([LOGON], ...fields) : fields;
    }),
    ...source('source'),
    ...only([LOGON], constant('service.name', 'Bitbucket'), constant('is_remote', true)),
    ...only(
      [API],
      take('api.operation', ['auditType.action', 'auditType.actionI18nKey']),
      constant('api.operation', 'unknown'),
      constant('api.service.name', 'Bitbucket'),
      ...requestId('id'),
      take('api.request.data', 'changedValues', 'json'),
    ),
    { to: 'status_id', otherwise: 2, when: [{ path: 'auditType.action', contains: ['fail'], fold: true }] },
    constant('status_id', 1),
  ],
  lists: [
    { to: 'resources', each: 'affectedObjects', classes: [API], fields: [take('uid', 'id'), take('name', 'name'), take('type', 'type')] },
  ],
};
