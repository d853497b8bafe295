/** Where answers hold secrets: what is replaced before anything is kept. */
import type { Json, JsonObject } from '@kumomori/model';
import { isJsonObject, textOf } from '@kumomori/model';

export type Redact = (body: JsonObject, paths: readonly string[]) => JsonObject;

/** By call, in the body of one thing. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  'appengine.googleapis.com:versions': ['envVariables.*', 'buildEnvVariables.*', 'betaSettings.*'],
  'cloudbuild.googleapis.com:triggers': ['substitutions.*', 'build.substitutions.*', 'build.steps[].env[]', 'build.options.env[]'],
  'cloudfunctions.googleapis.com:functions': [
    ...['environmentVariables.*', 'buildEnvironmentVariables.*', 'serviceConfig.environmentVariables.*'],
    'buildConfig.environmentVariables.*',
  ],
  'composer.googleapis.com:environments': ['config.softwareConfig.envVariables.*', 'config.softwareConfig.airflowConfigOverrides.*'],
  'compute.googleapis.com:backendServices': ['securitySettings.awsV4Authentication.accessKey', 'iap.oauth2ClientSecret'],
  'compute.googleapis.com:vpnTunnels': ['sharedSecret'],
  'container.googleapis.com:clusters': ['masterAuth.password', 'masterAuth.clientKey'],
  'dataflow.googleapis.com:jobs': ['environment.sdkPipelineOptions', 'pipelineDescription', 'steps'],
  'datafusion.googleapis.com:instances': ['options.*'],
  'dataproc.googleapis.com:clusters': ['config.gceClusterConfig.metadata.*', 'config.softwareConfig.properties.*'],
  'dataproc.googleapis.com:jobs': [
    ...['hadoopJob', 'sparkJob', 'pysparkJob', 'hiveJob', 'pigJob', 'sparkRJob', 'sparkSqlJob', 'prestoJob', 'trinoJob', 'flinkJob'],
  ],
  'datastream.googleapis.com:connectionProfiles': [
    ...['oracleProfile.password', 'mysqlProfile.password', 'postgresqlProfile.password', 'sqlServerProfile.password'],
    ...['mysqlProfile.sslConfig.clientKey', 'forwardSshConnectivity.password', 'forwardSshConnectivity.privateKey', 'gcsProfile.secret'],
  ],
  'looker.googleapis.com:instances': ['oauthConfig.clientSecret'],
  'metastore.googleapis.com:services': ['hiveMetastoreConfig.configOverrides.*'],
  'monitoring.googleapis.com:notificationChannels': [
    'labels.auth_token',
    'labels.password',
    'labels.service_key',
    'labels.url',
    'sensitiveLabels',
  ],
  'notebooks.googleapis.com:instances': ['metadata.*', 'gceSetup.metadata.*'],
  'notebooks.googleapis.com:runtimes': ['virtualMachine.virtualMachineConfig.metadata.*'],
  'run.googleapis.com:jobs': [
    'spec.template.spec.template.spec.containers[].env[].value',
    'spec.template.spec.template.spec.containers[].args',
  ],
  'run.googleapis.com:services': ['spec.template.spec.containers[].env[].value', 'spec.template.spec.containers[].args'],
  'run.googleapis.com:workerpools': ['spec.template.spec.containers[].env[].value', 'spec.template.spec.containers[].args'],
  'sqladmin.googleapis.com:instances': [
    ...[
      'rootPassword',
      'replicaConfiguration.mysqlReplicaConfiguration.password',
      'replicaConfiguration.mysqlReplicaConfiguration.clientKey',
    ],
    'onPremisesConfiguration.password',
  ],
  'sqladmin.googleapis.com:users': ['password'],
  'tpu.googleapis.com:nodes': ['metadata.*'],
  'workflows.googleapis.com:workflows': ['sourceContents', 'userEnvVars.*'],
};

/** Metadata of machines that switches something: no secrets, and checks ask for it. Source: Compute Engine documentation, read 2026-11-22. */
const PLAIN_METADATA: ReadonlySet<string> = new Set([
  ...['enable-oslogin', 'enable-oslogin-2fa', 'enable-oslogin-sk', 'block-project-ssh-keys', 'serial-port-enable'],
  ...['serial-port-logging-enable', 'enable-guest-attributes', 'disable-legacy-endpoints', 'vmdnssetting', 'enable-osconfig'],
  ...['google-logging-enabled', 'google-monitoring-enabled', 'cluster-name', 'cluster-location', 'enable-windows-ssh'],
]);

/** The body of one thing without its secrets. */
export function withoutSecrets(call: string, body: Json, redact: Redact): Json {
  if (!isJsonObject(body)) return body;
  const paths = PATHS[call];
  const plain = paths ? redact(body, paths) : body;
  if (call === 'compute.googleapis.com:instances') return inMember(plain, 'metadata', (each) => metadata(each, redact));
  if (call === 'compute.googleapis.com:projects') return inMember(plain, 'commonInstanceMetadata', (each) => metadata(each, redact));
  if (call === 'compute.googleapis.com:instanceTemplates')
    return inMember(plain, 'properties', (each) => inMember(each, 'metadata', (inner) => metadata(inner, redact)));
  if (call === 'container.googleapis.com:clusters') return nodes(plain, redact);
  if (call === 'pubsub.googleapis.com:subscriptions') return inMember(plain, 'pushConfig', (each) => endpoint(each, redact));
  return plain;
}

function inMember(body: Json, key: string, change: (member: Json) => Json): Json {
  if (!isJsonObject(body)) return body;
  const member = body[key];
  return member === undefined || member === null ? body : { ...body, [key]: change(member) };
}

/** `[{ key, value }]`: keys stay, and the values that only switch something. */
function metadata(body: Json, redact: Redact): Json {
  return inMember(body, 'items', (items) =>
    Array.isArray(items)
      ? (items as readonly Json[]).map((item) =>
          isJsonObject(item) && !PLAIN_METADATA.has((textOf(item, 'key') ?? '').toLowerCase()) ? redact(item, ['value']) : item,
        )
      : items,
  );
}

function nodes(cluster: Json, redact: Redact): Json {
  const config = (node: Json): Json => inMember(node, 'metadata', (each) => plainMap(each, redact));
  const pools = (list: Json): Json =>
    Array.isArray(list) ? (list as readonly Json[]).map((pool) => inMember(pool, 'config', config)) : list;
  return inMember(inMember(cluster, 'nodeConfig', config), 'nodePools', pools);
}

/** Keys of metadata may hold dots, so that no path reaches them. */
function plainMap(map: Json, redact: Redact): Json {
  if (!isJsonObject(map)) return map;
  const hidden = (value: Json): Json => redact({ value }, ['value'])['value'] ?? null;
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, PLAIN_METADATA.has(key.toLowerCase()) ? value : hidden(value)]),
  );
}

/** Old push endpoints prove who calls by a token in their URL. */
function endpoint(config: Json, redact: Redact): Json {
  return isJsonObject(config) && textOf(config, 'pushEndpoint')?.includes('?') === true ? redact(config, ['pushEndpoint']) : config;
}
