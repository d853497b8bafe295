/** Live Google Cloud: what its APIs answer is judged as the same things in code are, in both forms in which answers come. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import { evaluateIn } from '@kumomori/engine';
import type { CodeRoot, JsonObject, RecordedCalls, Status } from '@kumomori/model';
import { POLICY_SUFFIX, declareLive, liveSources, normalizeCode, resourceReaders } from '@kumomori/model';
import type { GcpAnswers } from '../testing/gcp-answers.ts';
import { PROJECT, PROJECT_NUMBER, gcpAnswers } from '../testing/gcp-answers.ts';
import { resourceSet } from './evaluate-checks.ts';

interface Case {
  readonly check: string;
  /** The listing of what is judged. */
  readonly call: string;
  readonly fail: JsonObject;
  readonly pass: JsonObject;
  /** Policies of it. */
  readonly policies?: { readonly fail: JsonObject; readonly pass: JsonObject };
  /** Other things around it. */
  readonly others?: { readonly fail?: GcpAnswers['things']; readonly pass?: GcpAnswers['things'] };
  /** The verdict when all but `call` was refused. */
  readonly partly?: Status;
}

const compute = `https://www.googleapis.com/compute/v1/projects/${PROJECT}`;
const region = `${compute}/regions/asia-northeast1`;
const zone = `${compute}/zones/asia-northeast1-a`;
const inRegion = `projects/${PROJECT}/locations/asia-northeast1`;
const key = `${inRegion}/keyRings/orders/cryptoKeys/disks`;
const publicPolicy = { bindings: [{ role: 'roles/viewer', members: ['allUsers'] }] };
const ownPolicy = { bindings: [{ role: 'roles/viewer', members: ['group:ops@example.com'] }] };
const open = { fail: publicPolicy, pass: ownPolicy };

const bucket = { name: 'orders-bucket', location: 'ASIA-NORTHEAST1' };
const instance = {
  name: 'orders-web',
  zone,
  selfLink: `${zone}/instances/orders-web`,
  disks: [{ boot: true, source: `${zone}/disks/orders-web` }],
};
const shielded = { shieldedInstanceConfig: { enableSecureBoot: true, enableVtpm: true, enableIntegrityMonitoring: true } };
const network = { name: 'orders', selfLink: `${compute}/global/networks/orders`, autoCreateSubnetworks: false };
const firewall = {
  name: 'ssh',
  network: `${compute}/global/networks/orders`,
  selfLink: `${compute}/global/firewalls/ssh`,
  direction: 'INGRESS',
  priority: 1000,
  allowed: [{ IPProtocol: 'tcp', ports: ['22'] }],
};
const cluster = {
  name: 'orders',
  location: 'asia-northeast1',
  selfLink: `https://container.googleapis.com/v1/${inRegion}/clusters/orders`,
};
const pool = { name: 'workers', config: { metadata: { 'disable-legacy-endpoints': 'true' } } };
const database = { name: 'orders-db', project: PROJECT, region: 'asia-northeast1', databaseVersion: 'POSTGRES_16', state: 'RUNNABLE' };
const secret = { name: `projects/${PROJECT_NUMBER}/secrets/orders-db` };
const service = (annotations: JsonObject, spec: JsonObject): JsonObject => ({
  metadata: { name: 'orders', namespace: PROJECT_NUMBER, labels: { 'cloud.googleapis.com/location': 'asia-northeast1' }, annotations },
  spec: { template: { spec } },
});
const zoneOf = (dnssecConfig: JsonObject): JsonObject => ({ name: 'example', dnsName: 'example.com.', visibility: 'public', dnssecConfig });
const account = {
  name: `projects/${PROJECT}/serviceAccounts/web@${PROJECT}.iam.gserviceaccount.com`,
  email: `web@${PROJECT}.iam.gserviceaccount.com`,
};
const project = { name: `projects/${PROJECT_NUMBER}`, projectId: PROJECT, state: 'ACTIVE' };

const frontend = {
  name: 'web',
  IPAddress: '192.0.2.10',
  loadBalancingScheme: 'EXTERNAL',
  target: `${compute}/global/targetHttpProxies/web`,
  selfLink: `${compute}/global/forwardingRules/web`,
};
const ownLabels = {
  'cloudresourcemanager.googleapis.com:projects': [{ ...project, labels: { owner: 'ops', environment: 'prod', 'data-class': 'internal' } }],
};
const metric = {
  name: 'route-changes',
  filter:
    'resource.type="gce_route" AND (protoPayload.methodName:"compute.routes.delete" OR protoPayload.methodName:"compute.routes.insert")',
};
const alert = {
  name: `projects/${PROJECT}/alertPolicies/1`,
  displayName: 'Routes changed',
  enabled: true,
  conditions: [{ conditionThreshold: { filter: 'metric.type="logging.googleapis.com/user/route-changes"' } }],
};

const cases: readonly Case[] = [
  {
    check: 'gcp-iam-user-mfa',
    call: 'admin.googleapis.com:users',
    fail: { id: '100000000000000000001', primaryEmail: 'hanako@example.com', isEnrolledIn2Sv: false },
    pass: { id: '100000000000000000001', primaryEmail: 'hanako@example.com', isEnrolledIn2Sv: true },
  },
  {
    check: 'gcp-storage-bucket-uniform-access',
    call: 'storage.googleapis.com:buckets',
    fail: { ...bucket, iamConfiguration: { uniformBucketLevelAccess: { enabled: false } } },
    pass: { ...bucket, iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } },
  },
  {
    check: 'gcp-storage-bucket-versioning',
    call: 'storage.googleapis.com:buckets',
    fail: { ...bucket, versioning: {} },
    pass: { ...bucket, versioning: { enabled: true } },
  },
  {
    check: 'gcp-storage-bucket-public-access-prevention',
    call: 'storage.googleapis.com:buckets',
    fail: bucket,
    pass: { ...bucket, iamConfiguration: { publicAccessPrevention: 'enforced' } },
  },
  {
    check: 'gcp-storage-bucket-logging',
    call: 'storage.googleapis.com:buckets',
    fail: { ...bucket, logging: {} },
    pass: { ...bucket, logging: { logBucket: 'orders-logs' } },
  },
  {
    check: 'gcp-storage-bucket-lifecycle',
    call: 'storage.googleapis.com:buckets',
    fail: { ...bucket, lifecycle: { rule: [] } },
    pass: { ...bucket, lifecycle: { rule: [{ action: { type: 'Delete' }, condition: { age: 30 } }] } },
  },
  {
    check: 'gcp-storage-bucket-cmek',
    call: 'storage.googleapis.com:buckets',
    fail: bucket,
    pass: { ...bucket, encryption: { defaultKmsKeyName: key } },
  },
  {
    check: 'gcp-storage-bucket-soft-delete',
    call: 'storage.googleapis.com:buckets',
    fail: { ...bucket, softDeletePolicy: { retentionDurationSeconds: '0' } },
    pass: { ...bucket, softDeletePolicy: { retentionDurationSeconds: '604800' } },
  },
  {
    check: 'gcp-storage-bucket-not-public',
    call: 'storage.googleapis.com:buckets',
    fail: bucket,
    pass: bucket,
    policies: open,
    partly: 'unknown',
  },
  {
    check: 'gcp-compute-instance-no-public-ip',
    call: 'compute.googleapis.com:instances',
    fail: { ...instance, networkInterfaces: [{ accessConfigs: [{ type: 'ONE_TO_ONE_NAT', natIP: '192.0.2.10' }] }] },
    pass: { ...instance, networkInterfaces: [{ networkIP: '10.0.0.2' }] },
  },
  { check: 'gcp-compute-instance-shielded', call: 'compute.googleapis.com:instances', fail: instance, pass: { ...instance, ...shielded } },
  {
    check: 'gcp-compute-instance-vtpm',
    call: 'compute.googleapis.com:instances',
    fail: { ...instance, shieldedInstanceConfig: { enableIntegrityMonitoring: true } },
    pass: { ...instance, ...shielded },
  },
  {
    check: 'gcp-compute-instance-no-ip-forwarding',
    call: 'compute.googleapis.com:instances',
    fail: { ...instance, canIpForward: true },
    pass: instance,
  },
  {
    check: 'gcp-compute-instance-serial-port-off',
    call: 'compute.googleapis.com:instances',
    fail: { ...instance, metadata: { items: [{ key: 'serial-port-enable', value: '1' }] } },
    pass: { ...instance, metadata: { fingerprint: 'x' } },
  },
  {
    check: 'gcp-compute-instance-no-default-sa',
    call: 'compute.googleapis.com:instances',
    fail: { ...instance, serviceAccounts: [{ email: `${PROJECT_NUMBER}-compute@developer.gserviceaccount.com`, scopes: [] }] },
    pass: { ...instance, serviceAccounts: [{ email: account.email, scopes: [] }] },
  },
  {
    check: 'gcp-compute-instance-deletion-protection',
    call: 'compute.googleapis.com:instances',
    fail: instance,
    pass: { ...instance, deletionProtection: true },
  },
  {
    check: 'gcp-compute-disk-csek',
    call: 'compute.googleapis.com:disks',
    fail: { name: 'data', zone, selfLink: `${zone}/disks/data` },
    pass: { name: 'data', zone, selfLink: `${zone}/disks/data`, diskEncryptionKey: { kmsKeyName: `${key}/cryptoKeyVersions/1` } },
  },
  {
    check: 'gcp-compute-firewall-no-ssh-from-internet',
    call: 'compute.googleapis.com:firewalls',
    fail: { ...firewall, sourceRanges: ['0.0.0.0/0'] },
    pass: { ...firewall, sourceRanges: ['192.0.2.0/24'] },
  },
  {
    check: 'gcp-compute-firewall-no-ssh-from-internet',
    call: 'compute.googleapis.com:firewallPolicies',
    fail: policyOf({ srcIpRanges: ['0.0.0.0/0'] }),
    pass: policyOf({ srcIpRanges: ['192.0.2.0/24'] }),
  },
  {
    check: 'gcp-compute-firewall-logging',
    call: 'compute.googleapis.com:firewalls',
    fail: { ...firewall, sourceRanges: ['192.0.2.0/24'], logConfig: { enable: false } },
    pass: { ...firewall, sourceRanges: ['192.0.2.0/24'], logConfig: { enable: true } },
  },
  {
    check: 'gcp-compute-network-custom-mode',
    call: 'compute.googleapis.com:networks',
    fail: { ...network, autoCreateSubnetworks: true },
    pass: network,
  },
  {
    check: 'gcp-compute-network-has-firewall-rules',
    call: 'compute.googleapis.com:networks',
    fail: network,
    pass: network,
    others: { pass: { 'compute.googleapis.com:firewalls': [firewall] } },
  },
  {
    check: 'gcp-compute-subnet-flow-logs',
    call: 'compute.googleapis.com:subnetworks',
    fail: subnet({ logConfig: { enable: false } }),
    pass: subnet({ logConfig: { enable: true, flowSampling: 1 } }),
  },
  {
    check: 'gcp-compute-subnet-private-google-access',
    call: 'compute.googleapis.com:subnetworks',
    fail: subnet({}),
    pass: subnet({ privateIpGoogleAccess: true }),
  },
  {
    check: 'gcp-compute-ssl-policy-tls-1-2',
    call: 'compute.googleapis.com:sslPolicies',
    fail: sslPolicy('TLS_1_0'),
    pass: sslPolicy('TLS_1_2'),
  },
  {
    check: 'gcp-compute-nat-logging',
    call: 'compute.googleapis.com:routers',
    fail: router({ enable: false }),
    pass: router({ enable: true, filter: 'ALL' }),
  },
  {
    check: 'gcp-compute-project-os-login',
    call: 'compute.googleapis.com:projects',
    fail: metadata([]),
    pass: metadata([{ key: 'enable-oslogin', value: 'TRUE' }]),
  },
  {
    check: 'gcp-gke-private-nodes',
    call: 'container.googleapis.com:clusters',
    fail: cluster,
    pass: { ...cluster, privateClusterConfig: { enablePrivateNodes: true } },
  },
  {
    check: 'gcp-gke-shielded-nodes',
    call: 'container.googleapis.com:clusters',
    fail: cluster,
    pass: { ...cluster, shieldedNodes: { enabled: true } },
  },
  {
    check: 'gcp-gke-vpc-native',
    call: 'container.googleapis.com:clusters',
    fail: cluster,
    pass: { ...cluster, ipAllocationPolicy: { useIpAliases: true } },
  },
  {
    check: 'gcp-gke-authorized-networks',
    call: 'container.googleapis.com:clusters',
    fail: { ...cluster, masterAuthorizedNetworksConfig: {} },
    pass: { ...cluster, masterAuthorizedNetworksConfig: { enabled: true, cidrBlocks: [{ cidrBlock: '192.0.2.0/24' }] } },
  },
  {
    check: 'gcp-gke-logging-enabled',
    call: 'container.googleapis.com:clusters',
    fail: { ...cluster, loggingConfig: { componentConfig: {} } },
    pass: { ...cluster, loggingConfig: { componentConfig: { enableComponents: ['SYSTEM_COMPONENTS'] } } },
  },
  {
    check: 'gcp-gke-secrets-encrypted',
    call: 'container.googleapis.com:clusters',
    fail: { ...cluster, databaseEncryption: { state: 'DECRYPTED' } },
    pass: { ...cluster, databaseEncryption: { state: 'ENCRYPTED', keyName: key } },
  },
  {
    check: 'gcp-gke-auto-repair',
    call: 'container.googleapis.com:clusters',
    fail: { ...cluster, nodePools: [{ ...pool, management: { autoUpgrade: true } }] },
    pass: { ...cluster, nodePools: [{ ...pool, management: { autoRepair: true } }] },
  },
  {
    check: 'gcp-gke-node-integrity-monitoring',
    call: 'container.googleapis.com:clusters',
    fail: { ...cluster, nodePools: [pool] },
    pass: { ...cluster, nodePools: [{ ...pool, config: { shieldedInstanceConfig: { enableIntegrityMonitoring: true } } }] },
  },
  {
    check: 'gcp-gke-no-default-sa',
    call: 'container.googleapis.com:clusters',
    fail: { ...cluster, nodePools: [{ ...pool, config: { serviceAccount: 'default' } }] },
    pass: { ...cluster, nodePools: [{ ...pool, config: { serviceAccount: account.email } }] },
  },
  {
    check: 'gcp-sql-no-public-ip',
    call: 'sqladmin.googleapis.com:instances',
    fail: sql({ ipConfiguration: { ipv4Enabled: true } }),
    pass: sql({ ipConfiguration: { privateNetwork: 'projects/orders/global/networks/orders' } }),
  },
  {
    check: 'gcp-sql-tls-required',
    call: 'sqladmin.googleapis.com:instances',
    fail: sql({ ipConfiguration: { ipv4Enabled: true, sslMode: 'ALLOW_UNENCRYPTED_AND_ENCRYPTED' } }),
    pass: sql({ ipConfiguration: { ipv4Enabled: true, sslMode: 'ENCRYPTED_ONLY' } }),
  },
  {
    check: 'gcp-sql-automated-backups',
    call: 'sqladmin.googleapis.com:instances',
    fail: sql({ backupConfiguration: { kind: 'sql#backupConfiguration' } }),
    pass: sql({ backupConfiguration: { enabled: true } }),
  },
  {
    check: 'gcp-sql-cmek',
    call: 'sqladmin.googleapis.com:instances',
    fail: sql({}),
    pass: { ...sql({}), diskEncryptionConfiguration: { kmsKeyName: key } },
  },
  {
    check: 'gcp-sql-postgres-log-connections',
    call: 'sqladmin.googleapis.com:instances',
    fail: sql({}),
    pass: sql({ databaseFlags: [{ name: 'log_connections', value: 'on' }] }),
  },
  {
    check: 'gcp-sql-deletion-protection',
    call: 'sqladmin.googleapis.com:instances',
    fail: sql({}),
    pass: sql({ deletionProtectionEnabled: true }),
  },
  {
    check: 'gcp-kms-key-rotation-90',
    call: 'cloudkms.googleapis.com:cryptoKeys',
    fail: { name: key, purpose: 'ENCRYPT_DECRYPT', primary: { state: 'ENABLED' } },
    pass: { name: key, purpose: 'ENCRYPT_DECRYPT', rotationPeriod: '7776000s' },
  },
  {
    check: 'gcp-kms-key-not-public',
    call: 'cloudkms.googleapis.com:cryptoKeys',
    fail: { name: key },
    pass: { name: key },
    policies: open,
    partly: 'unknown',
  },
  {
    check: 'gcp-kms-key-ring-not-public',
    call: 'cloudkms.googleapis.com:keyRings',
    fail: { name: `${inRegion}/keyRings/orders` },
    pass: { name: `${inRegion}/keyRings/orders` },
    policies: open,
    partly: 'unknown',
  },
  {
    check: 'gcp-pubsub-topic-not-public',
    call: 'pubsub.googleapis.com:topics',
    fail: { name: `projects/${PROJECT}/topics/orders` },
    pass: { name: `projects/${PROJECT}/topics/orders` },
    policies: open,
    partly: 'unknown',
  },
  {
    check: 'gcp-pubsub-push-authenticated',
    call: 'pubsub.googleapis.com:subscriptions',
    fail: subscription({ pushEndpoint: 'https://example.com/push' }),
    pass: subscription({ pushEndpoint: 'https://example.com/push', oidcToken: { serviceAccountEmail: account.email } }),
  },
  {
    check: 'gcp-bigquery-dataset-not-public',
    call: 'bigquery.googleapis.com:datasets',
    fail: dataset({ access: [{ role: 'READER', specialGroup: 'allAuthenticatedUsers' }] }),
    pass: dataset({ access: [{ role: 'OWNER', specialGroup: 'projectOwners' }] }),
  },
  {
    check: 'gcp-bigquery-dataset-cmek',
    call: 'bigquery.googleapis.com:datasets',
    fail: dataset({}),
    pass: dataset({ defaultEncryptionConfiguration: { kmsKeyName: key } }),
  },
  {
    check: 'gcp-dns-dnssec-enabled',
    call: 'dns.googleapis.com:managedZones',
    fail: zoneOf({ state: 'off' }),
    pass: zoneOf({ state: 'on' }),
  },
  {
    check: 'gcp-run-not-public',
    call: 'run.googleapis.com:services',
    fail: service({}, {}),
    pass: service({}, {}),
    policies: open,
    partly: 'unknown',
  },
  {
    check: 'gcp-run-own-service-account',
    call: 'run.googleapis.com:services',
    fail: service({}, { serviceAccountName: `${PROJECT_NUMBER}-compute@developer.gserviceaccount.com` }),
    pass: service({}, { serviceAccountName: account.email }),
  },
  {
    check: 'gcp-run-ingress-restricted',
    call: 'run.googleapis.com:services',
    fail: service({ 'run.googleapis.com/ingress': 'all' }, {}),
    pass: service({ 'run.googleapis.com/ingress': 'internal' }, {}),
  },
  {
    check: 'gcp-functions-ingress-restricted',
    call: 'cloudfunctions.googleapis.com:functions',
    fail: fn({ ingressSettings: 'ALLOW_ALL' }),
    pass: fn({ ingressSettings: 'ALLOW_INTERNAL_ONLY' }),
  },
  {
    check: 'gcp-secretmanager-rotation',
    call: 'secretmanager.googleapis.com:secrets',
    fail: secret,
    pass: { ...secret, rotation: { rotationPeriod: '2592000s' } },
  },
  {
    check: 'gcp-secretmanager-not-public',
    call: 'secretmanager.googleapis.com:secrets',
    fail: secret,
    pass: secret,
    policies: open,
    partly: 'unknown',
  },
  {
    check: 'gcp-artifact-repository-not-public',
    call: 'artifactregistry.googleapis.com:repositories',
    fail: { name: `${inRegion}/repositories/images`, format: 'DOCKER' },
    pass: { name: `${inRegion}/repositories/images`, format: 'DOCKER' },
    policies: open,
    partly: 'unknown',
  },
  {
    check: 'gcp-iam-no-user-managed-sa-keys',
    call: 'iam.googleapis.com:serviceAccounts',
    fail: account,
    pass: account,
    others: {
      fail: { 'iam.googleapis.com:serviceAccountKeys': [saKey('USER_MANAGED')] },
      pass: { 'iam.googleapis.com:serviceAccountKeys': [saKey('SYSTEM_MANAGED')] },
    },
  },
  {
    check: 'gcp-iam-no-primitive-roles',
    call: 'cloudresourcemanager.googleapis.com:projects',
    fail: project,
    pass: project,
    policies: {
      fail: { bindings: [{ role: 'roles/editor', members: ['user:eve@example.com'] }] },
      pass: ownRole('roles/storage.objectViewer'),
    },
    partly: 'unknown',
  },
  {
    check: 'gcp-iam-audit-logs-all-services',
    call: 'cloudresourcemanager.googleapis.com:projects',
    fail: project,
    pass: project,
    policies: {
      fail: {},
      pass: {
        auditConfigs: [
          { service: 'allServices', auditLogConfigs: [{ logType: 'ADMIN_READ' }, { logType: 'DATA_READ' }, { logType: 'DATA_WRITE' }] },
        ],
      },
    },
    partly: 'unknown',
  },
  {
    check: 'gcp-iam-essential-contacts',
    call: 'essentialcontacts.googleapis.com:contacts',
    fail: contact('BILLING'),
    pass: contact('SECURITY'),
  },
  {
    check: 'gcp-compute-default-network-removed',
    call: 'compute.googleapis.com:networks',
    fail: { ...network, name: 'default' },
    pass: network,
  },
  {
    check: 'gcp-logging-sink-all-entries',
    call: 'logging.googleapis.com:sinks',
    fail: sink({ filter: 'severity>=ERROR' }),
    pass: sink({}),
  },
  {
    check: 'gcp-logging-bucket-retention',
    call: 'logging.googleapis.com:buckets',
    fail: { name: `projects/${PROJECT}/locations/global/buckets/_Default`, retentionDays: 30 },
    pass: { name: `projects/${PROJECT}/locations/global/buckets/_Default`, retentionDays: 400 },
  },
  {
    check: 'gcp-logging-alert-route',
    call: 'logging.googleapis.com:metrics',
    fail: metric,
    pass: metric,
    others: { pass: { 'monitoring.googleapis.com:alertPolicies': [alert] } },
  },
  {
    check: 'gcp-redis-auth-enabled',
    call: 'redis.googleapis.com:instances',
    fail: { name: `${inRegion}/instances/cache` },
    pass: { name: `${inRegion}/instances/cache`, authEnabled: true },
  },
  {
    check: 'gcp-notebooks-no-public-ip',
    call: 'notebooks.googleapis.com:instances',
    fail: { name: `${inRegion}/instances/lab`, gceSetup: { networkInterfaces: [{}] } },
    pass: { name: `${inRegion}/instances/lab`, gceSetup: { disablePublicIp: true } },
  },
  {
    check: 'gcp-dataproc-internal-ip-only',
    call: 'dataproc.googleapis.com:clusters',
    fail: { projectId: PROJECT, clusterName: 'etl', config: { gceClusterConfig: { zoneUri: zone } } },
    pass: { projectId: PROJECT, clusterName: 'etl', config: { gceClusterConfig: { zoneUri: zone, internalIpOnly: true } } },
  },
  {
    check: 'gcp-spanner-drop-protection',
    call: 'spanner.googleapis.com:databases',
    fail: { name: `projects/${PROJECT}/instances/orders/databases/orders` },
    pass: { name: `projects/${PROJECT}/instances/orders/databases/orders`, enableDropProtection: true },
  },
  {
    check: 'gcp-bigtable-cmek',
    call: 'bigtableadmin.googleapis.com:instances',
    fail: { name: `projects/${PROJECT}/instances/events` },
    pass: { name: `projects/${PROJECT}/instances/events` },
    others: { fail: bigtable({}), pass: bigtable({ encryptionConfig: { kmsKeyName: key } }) },
    partly: 'unknown',
  },
  {
    check: 'gcp-build-worker-no-external-ip',
    call: 'cloudbuild.googleapis.com:workerPools',
    fail: { name: `${inRegion}/workerPools/own`, privatePoolV1Config: { networkConfig: { egressOption: 'PUBLIC_EGRESS' } } },
    pass: { name: `${inRegion}/workerPools/own`, privatePoolV1Config: { networkConfig: { egressOption: 'NO_PUBLIC_EGRESS' } } },
  },
  {
    check: 'gcp-vertexai-cmek',
    call: 'aiplatform.googleapis.com:datasets',
    fail: { name: `${inRegion}/datasets/1`, displayName: 'orders' },
    pass: { name: `${inRegion}/datasets/1`, displayName: 'orders', encryptionSpec: { kmsKeyName: key } },
  },
  {
    check: 'gcp-apikeys-api-restricted',
    call: 'apikeys.googleapis.com:keys',
    fail: { name: `projects/${PROJECT_NUMBER}/locations/global/keys/1`, displayName: 'maps' },
    pass: {
      name: `projects/${PROJECT_NUMBER}/locations/global/keys/1`,
      displayName: 'maps',
      restrictions: { apiTargets: [{ service: 'maps-backend.googleapis.com' }] },
    },
  },
  {
    check: 'gcp-compute-lb-no-http',
    call: 'compute.googleapis.com:forwardingRules',
    fail: frontend,
    pass: frontend,
    others: {
      fail: webProxy({ defaultService: `${compute}/global/backendServices/web` }),
      pass: webProxy({ defaultUrlRedirect: { httpsRedirect: true } }),
    },
  },
  {
    check: 'gcp-compute-lb-cloud-armor',
    call: 'compute.googleapis.com:backendServices',
    fail: backend({}),
    pass: backend({ securityPolicy: `${compute}/global/securityPolicies/edge` }),
  },
  {
    check: 'gcp-compute-tls-proxy-ssl-policy',
    call: 'compute.googleapis.com:targetHttpsProxies',
    fail: { name: 'web', selfLink: `${compute}/global/targetHttpsProxies/web` },
    pass: { name: 'web', selfLink: `${compute}/global/targetHttpsProxies/web`, sslPolicy: `${compute}/global/sslPolicies/modern` },
  },
  {
    check: 'gcp-compute-security-policy-log4j',
    call: 'compute.googleapis.com:securityPolicies',
    fail: armor([]),
    pass: armor([{ priority: 1, action: 'deny(403)', match: { expr: { expression: "evaluatePreconfiguredExpr('cve-canary')" } } }]),
  },
  {
    check: 'gcp-compute-instance-group-autohealing',
    call: 'compute.googleapis.com:instanceGroupManagers',
    fail: group({}),
    pass: group({ autoHealingPolicies: [{ healthCheck: `${compute}/global/healthChecks/web`, initialDelaySec: 60 }] }),
  },
  {
    check: 'gcp-compute-image-not-public',
    call: 'compute.googleapis.com:images',
    fail: { name: 'base', selfLink: `${compute}/global/images/base` },
    pass: { name: 'base', selfLink: `${compute}/global/images/base` },
    policies: open,
    partly: 'unknown',
  },
  {
    check: 'gcp-compute-disk-snapshot-schedule',
    call: 'compute.googleapis.com:disks',
    fail: { name: 'data', zone, selfLink: `${zone}/disks/data` },
    pass: { name: 'data', zone, selfLink: `${zone}/disks/data`, resourcePolicies: [`${region}/resourcePolicies/daily`] },
  },
  {
    check: 'gcp-alloydb-tls-required',
    call: 'alloydb.googleapis.com:instances',
    fail: {
      name: `${inRegion}/clusters/orders/instances/primary`,
      clientConnectionConfig: { sslConfig: { sslMode: 'ALLOW_UNENCRYPTED_AND_ENCRYPTED' } },
    },
    pass: { name: `${inRegion}/clusters/orders/instances/primary`, clientConnectionConfig: { sslConfig: { sslMode: 'ENCRYPTED_ONLY' } } },
  },
  {
    check: 'gcp-alloydb-cmek',
    call: 'alloydb.googleapis.com:clusters',
    fail: { name: `${inRegion}/clusters/orders` },
    pass: { name: `${inRegion}/clusters/orders`, encryptionConfig: { kmsKeyName: key } },
  },
  {
    check: 'gcp-apigee-cmek',
    call: 'apigee.googleapis.com:organizations',
    fail: { name: PROJECT, projectId: PROJECT },
    pass: { name: PROJECT, projectId: PROJECT, runtimeDatabaseEncryptionKeyName: key },
  },
  {
    check: 'gcp-appengine-https-only',
    call: 'appengine.googleapis.com:versions',
    fail: appVersion('SECURE_OPTIONAL'),
    pass: appVersion('SECURE_ALWAYS'),
  },
  {
    check: 'gcp-artifact-repository-scanned',
    call: 'artifactregistry.googleapis.com:repositories',
    fail: {
      name: `${inRegion}/repositories/images`,
      format: 'DOCKER',
      vulnerabilityScanningConfig: { enablementConfig: 'INHERITED', enablementState: 'SCANNING_DISABLED' },
    },
    pass: {
      name: `${inRegion}/repositories/images`,
      format: 'DOCKER',
      vulnerabilityScanningConfig: { enablementConfig: 'INHERITED', enablementState: 'SCANNING_ACTIVE' },
    },
  },
  {
    check: 'gcp-artifact-container-registry-not-public',
    call: 'storage.googleapis.com:buckets',
    fail: { name: `artifacts.${PROJECT}.appspot.com` },
    pass: { name: `artifacts.${PROJECT}.appspot.com` },
    policies: open,
    partly: 'unknown',
  },
  {
    check: 'gcp-bigquery-table-cmek',
    call: 'bigquery.googleapis.com:tables',
    fail: table({}),
    pass: table({ encryptionConfiguration: { kmsKeyName: key } }),
  },
  {
    check: 'gcp-build-trigger-own-service-account',
    call: 'cloudbuild.googleapis.com:triggers',
    fail: { id: '1', name: 'deploy' },
    pass: { id: '1', name: 'deploy', serviceAccount: account.name },
  },
  {
    check: 'gcp-composer-private',
    call: 'composer.googleapis.com:environments',
    fail: { name: `${inRegion}/environments/etl`, config: { privateEnvironmentConfig: {} } },
    pass: { name: `${inRegion}/environments/etl`, config: { privateEnvironmentConfig: { enablePrivateEnvironment: true } } },
  },
  {
    check: 'gcp-dataflow-private-workers',
    call: 'dataflow.googleapis.com:jobs',
    fail: job('WORKER_IP_PUBLIC'),
    pass: job('WORKER_IP_PRIVATE'),
  },
  {
    check: 'gcp-datafusion-private',
    call: 'datafusion.googleapis.com:instances',
    fail: { name: `${inRegion}/instances/etl` },
    pass: { name: `${inRegion}/instances/etl`, privateInstance: true },
  },
  {
    check: 'gcp-dialogflow-logging',
    call: 'dialogflow.googleapis.com:agents',
    fail: { name: `${inRegion}/agents/1`, displayName: 'help' },
    pass: { name: `${inRegion}/agents/1`, displayName: 'help', advancedSettings: { loggingSettings: { enableStackdriverLogging: true } } },
  },
  {
    check: 'gcp-bigquery-data-classified',
    call: 'dlp.googleapis.com:discoveryConfigs',
    fail: { name: `${inRegion}/discoveryConfigs/1`, status: 'PAUSED', targets: [{ bigQueryTarget: {} }] },
    pass: { name: `${inRegion}/discoveryConfigs/1`, status: 'RUNNING', targets: [{ bigQueryTarget: {} }] },
  },
  {
    check: 'gcp-dns-query-logging',
    call: 'dns.googleapis.com:policies',
    fail: { id: '1', name: 'all' },
    pass: { id: '1', name: 'all', enableLogging: true },
  },
  {
    check: 'gcp-documentai-cmek',
    call: 'documentai.googleapis.com:processors',
    fail: { name: `${inRegion}/processors/1`, displayName: 'invoices' },
    pass: { name: `${inRegion}/processors/1`, displayName: 'invoices', kmsKeyName: key },
  },
  {
    check: 'gcp-filestore-export-options',
    call: 'file.googleapis.com:instances',
    fail: { name: `${inRegion}/instances/nfs`, fileShares: [{ name: 'share' }] },
    pass: { name: `${inRegion}/instances/nfs`, fileShares: [{ name: 'share', nfsExportOptions: [{ ipRanges: ['192.0.2.0/24'] }] }] },
  },
  {
    check: 'gcp-firestore-delete-protection',
    call: 'firestore.googleapis.com:databases',
    fail: { name: `projects/${PROJECT}/databases/(default)`, deleteProtectionState: 'DELETE_PROTECTION_DISABLED' },
    pass: { name: `projects/${PROJECT}/databases/(default)`, deleteProtectionState: 'DELETE_PROTECTION_ENABLED' },
  },
  {
    check: 'gcp-iam-access-approval',
    call: 'accessapproval.googleapis.com:accessApprovalSettings',
    fail: { name: `projects/${PROJECT}/accessApprovalSettings` },
    pass: { name: `projects/${PROJECT}/accessApprovalSettings`, enrolledServices: [{ cloudProduct: 'all' }] },
  },
  {
    check: 'gcp-iam-custom-role-no-escalation',
    call: 'iam.googleapis.com:roles',
    fail: role('iam.serviceAccounts.getAccessToken'),
    pass: role('storage.objects.get'),
  },
  {
    check: 'gcp-iam-sa-key-not-uploaded',
    call: 'iam.googleapis.com:serviceAccountKeys',
    fail: { ...saKey('USER_MANAGED'), keyOrigin: 'USER_PROVIDED' },
    pass: saKey('USER_MANAGED'),
  },
  {
    check: 'gcp-iam-sa-key-rotation-90',
    call: 'iam.googleapis.com:serviceAccountKeys',
    fail: { ...saKey('USER_MANAGED'), validAfterTime: '2026-02-01T00:00:00Z' },
    pass: { ...saKey('USER_MANAGED'), validAfterTime: '2026-11-01T00:00:00Z' },
  },
  {
    check: 'gcp-iam-sa-key-unused',
    call: 'iam.googleapis.com:serviceAccountKeys',
    fail: { ...saKey('USER_MANAGED'), validAfterTime: '2026-02-01T00:00:00Z' },
    pass: { ...saKey('USER_MANAGED'), validAfterTime: '2026-02-01T00:00:00Z' },
    others: {
      pass: {
        'policyanalyzer.googleapis.com:serviceAccountKeyLastAuthentication': [usedInNovember(`${account.name}/keys/0123456789abcdef`)],
      },
    },
    partly: 'unknown',
  },
  {
    check: 'gcp-iam-sa-unused',
    call: 'iam.googleapis.com:serviceAccounts',
    fail: { ...account, uniqueId: '987654321098765432109' },
    pass: { ...account, uniqueId: '987654321098765432109' },
    others: {
      // Uses name the account by its address or by its number.
      pass: {
        'policyanalyzer.googleapis.com:serviceAccountLastAuthentication': [
          usedInNovember(`projects/${PROJECT}/serviceAccounts/987654321098765432109`),
        ],
      },
    },
    partly: 'unknown',
  },
  {
    check: 'gcp-apikeys-rotation-90',
    call: 'apikeys.googleapis.com:keys',
    fail: { name: `projects/${PROJECT_NUMBER}/locations/global/keys/maps`, createTime: '2026-02-01T00:00:00Z' },
    pass: { name: `projects/${PROJECT_NUMBER}/locations/global/keys/maps`, createTime: '2026-11-01T00:00:00Z' },
  },
  {
    check: 'gcp-iam-workload-identity-condition',
    call: 'iam.googleapis.com:workloadIdentityPoolProviders',
    fail: provider({}),
    pass: provider({ attributeCondition: "assertion.repository_owner == 'example'" }),
  },
  {
    check: 'gcp-iam-no-public-resource-grant',
    call: 'compute.googleapis.com:snapshots',
    fail: { name: 'data', selfLink: `${compute}/global/snapshots/data` },
    pass: { name: 'data', selfLink: `${compute}/global/snapshots/data` },
    policies: open,
  },
  {
    check: 'gcp-iam-binding-not-overdue',
    call: 'cloudresourcemanager.googleapis.com:projects',
    fail: project,
    pass: project,
    policies: { fail: dated('2020-01-31'), pass: dated('2099-01-31') },
  },
  {
    check: 'gcp-logging-exclusion-volume',
    call: 'logging.googleapis.com:exclusions',
    fail: { name: 'everything', filter: 'logName:"cloudaudit.googleapis.com%2Fdata_access"' },
    pass: { name: 'everything', filter: 'logName:"cloudaudit.googleapis.com%2Fdata_access"', disabled: true },
  },
  {
    check: 'gcp-pubsub-subscription-not-public',
    call: 'pubsub.googleapis.com:subscriptions',
    fail: subscription({}),
    pass: subscription({}),
    policies: open,
    partly: 'unknown',
  },
  {
    check: 'gcp-governance-security-constraints-enforced',
    call: 'orgpolicy.googleapis.com:policies',
    fail: constraint(false),
    pass: constraint(true),
  },
  {
    check: 'gcp-scc-enabled',
    call: 'serviceusage.googleapis.com:services',
    fail: { name: `projects/${PROJECT_NUMBER}/services/compute.googleapis.com` },
    pass: { name: `projects/${PROJECT_NUMBER}/services/securitycenter.googleapis.com` },
  },
  {
    check: 'gcp-tpu-no-public-ip',
    call: 'tpu.googleapis.com:nodes',
    fail: { name: `${inRegion}/nodes/train`, networkConfig: { enableExternalIps: true } },
    pass: { name: `${inRegion}/nodes/train`, networkConfig: {} },
  },
  {
    check: 'gcp-vertexai-endpoint-private',
    call: 'aiplatform.googleapis.com:endpoints',
    fail: { name: `${inRegion}/endpoints/1`, displayName: 'prices' },
    pass: { name: `${inRegion}/endpoints/1`, displayName: 'prices', network: 'projects/1/global/networks/orders' },
  },
  {
    check: 'gcp-storage-vpc-service-controls',
    call: 'accesscontextmanager.googleapis.com:servicePerimeters',
    fail: perimeter('bigquery.googleapis.com'),
    pass: perimeter('storage.googleapis.com'),
  },
  {
    check: 'gcp-storage-log-bucket-retention-locked',
    call: 'logging.googleapis.com:sinks',
    fail: sink({}),
    pass: sink({}),
    others: { fail: logBucket({}), pass: logBucket({ retentionPolicy: { retentionPeriod: '31536000', isLocked: true } }) },
  },
  {
    check: 'gcp-resource-required-labels',
    call: 'looker.googleapis.com:instances',
    fail: { name: `${inRegion}/instances/bi` },
    pass: { name: `${inRegion}/instances/bi`, labels: { owner: 'ops', environment: 'prod', 'data-class': 'internal' } },
    others: { fail: ownLabels, pass: ownLabels },
  },
  {
    check: 'gcp-data-residency-region',
    call: 'redis.googleapis.com:instances',
    fail: { name: 'projects/p/locations/us-central1/instances/cache', labels: { 'data-class': 'personal' } },
    pass: { name: `${inRegion}/instances/cache`, labels: { 'data-class': 'personal' } },
  },
];

test('answers of the APIs are judged, whichever API they are from', () => {
  const wrong: string[] = [];
  for (const each of cases) {
    for (const form of ['rest', 'inventory'] as const) {
      for (const expected of ['fail', 'pass'] as const) {
        const found = verdict(each, expected, { form });
        if (found !== expected) wrong.push(`${each.check} (${form}): ${found} instead of ${expected}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(new Set(cases.map(({ check }) => check)).size >= 100);
});

test('every type that is judged live has a case', () => {
  const otherwise = new Map([
    ['gcp.iam.policy-document', 'exists in code only'],
    ['gcp.secretmanager.version', 'values of secrets are never asked for'],
    ['gcp.sql.user', 'its one check is about code'],
    ['gcp.storage.bucket-name', 'names are judged by rules that users write'],
    ['gcp.sql.instance-name', 'names are judged by rules that users write'],
  ]);
  const types = resourceReaders.map(({ type }) => type).filter((type) => type.startsWith('gcp.'));
  const judged = new Set<string>(cases.map(({ check }) => checks.find(({ id }) => id === check)?.check.on ?? ''));
  assert.deepEqual(
    types.filter((type) => !judged.has(type) && !otherwise.has(type)),
    [],
  );
});

test('what was refused makes a verdict unknown, and never another one', () => {
  const wrong: string[] = [];
  for (const each of cases) {
    for (const before of ['fail', 'pass'] as const) {
      const partly = verdict(each, before, { refused: (call) => call !== each.call });
      const refused = verdict(each, before, { refused: () => true });
      if ([partly, refused].some((after) => (after === 'pass' || after === 'fail') && after !== before))
        wrong.push(`${each.check}: ${partly}, ${refused}`);
      if (each.partly !== undefined && partly !== each.partly) wrong.push(`${each.check}: ${partly} instead of ${each.partly}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('an API that is not switched on is no gap: the project has nothing of it', () => {
  const { incomplete } = declareLive(
    withError(gcpAnswers({ things: {} }), 'container.googleapis.com:clusters', 'SERVICE_DISABLED'),
    liveSources.gcp,
  );
  assert.equal(incomplete.has('google_container_cluster'), false);
  const refused = declareLive(
    withError(gcpAnswers({ things: {} }), 'container.googleapis.com:clusters', 'PERMISSION_DENIED'),
    liveSources.gcp,
  );
  assert.deepEqual(refused.incomplete.get('google_container_cluster'), {
    code: 'not-collected',
    detail: 'container.googleapis.com:clusters failed (PERMISSION_DENIED)',
  });
});

test('strange answers are read without a crash', () => {
  const strange = [
    null,
    1,
    'text',
    [],
    {},
    { items: 'x' },
    { items: { a: 1 } },
    { assets: [null, 1, { name: 1 }] },
    { name: {}, settings: [] },
  ];
  const calls: RecordedCalls = {
    account: PROJECT,
    partition: '',
    of: (serviceName, operation) =>
      operation.endsWith(POLICY_SUFFIX)
        ? []
        : strange.map((response, index) => ({
            place: { provider: 'gcp', account: PROJECT, region: 'global', service: serviceName, operation },
            record: {
              request: { index },
              at: '2026-11-22T09:00:00Z',
              response: {
                ...(Array.isArray(response) ? { items: response } : {}),
                [operation]: response,
                ...(typeof response === 'object' && response),
              },
            },
            range: { source: { path: 'x.jsonl', text: '' }, start: 0, end: 0 },
          })),
  };
  const failures: unknown[] = [];
  const { resources, incomplete } = declareLive(calls, liveSources.gcp, (_, error) => void failures.push(error));
  assert.deepEqual(failures, []);
  const root: CodeRoot = { kind: 'live', cloud: 'gcp', dir: 'gcp:x', resources, incomplete };
  assert.ok(normalizeCode(root, resourceReaders).length > 0);
});

function verdict(each: Case, which: 'fail' | 'pass', options: Pick<GcpAnswers, 'form' | 'refused'>): Status {
  const things = { [each.call]: [each[which]], ...each.others?.[which] };
  const policies = each.policies && { [each.call]: each.policies[which] };
  const { resources, incomplete } = declareLive(
    gcpAnswers({ things, ...(policies && { policies }), ...options }),
    liveSources.gcp,
    (_, error) => {
      throw error;
    },
  );
  const root: CodeRoot = { kind: 'live', cloud: 'gcp', dir: `gcp:${PROJECT}`, resources, incomplete };
  const found = checks.find(({ id }) => id === each.check);
  assert.ok(found, each.check);
  const normalized = normalizeCode(root, resourceReaders);
  const set = resourceSet(normalized, root, resourceReaders);
  const statuses = normalized
    .filter(({ type }) => type === found.check.on)
    .map((resource) => evaluateIn(set, found.check, resource, { params: { today: ['2026-11-22'] } }).status);
  return (['fail', 'unknown', 'pass'] as const).find((status) => statuses.includes(status)) ?? 'not-applicable';
}

function withError(calls: RecordedCalls, call: string, code: string): RecordedCalls {
  return {
    ...calls,
    of: (serviceName, operation) =>
      calls.of(serviceName, operation).map((recorded) => {
        const { response: _, ...record } = recorded.record;
        return `${serviceName}:${operation}` === call ? { ...recorded, record: { ...record, error: { code, message: code } } } : recorded;
      }),
  };
}

function policyOf(match: JsonObject): JsonObject {
  const layers = { layer4Configs: [{ ipProtocol: 'tcp', ports: ['22'] }] };
  const rules = [
    { action: 'allow', direction: 'INGRESS', priority: 100, ruleName: 'ssh', match: { ...match, ...layers } },
    {
      action: 'goto_next',
      direction: 'INGRESS',
      priority: 2147483647,
      match: { srcIpRanges: ['0.0.0.0/0'], layer4Configs: [{ ipProtocol: 'all' }] },
    },
  ];
  return { name: 'central', selfLink: `${compute}/global/firewallPolicies/central`, rules };
}

function subnet(more: JsonObject): JsonObject {
  return { name: 'apps', region, selfLink: `${region}/subnetworks/apps`, purpose: 'PRIVATE', network: network.selfLink, ...more };
}

function sslPolicy(minTlsVersion: string): JsonObject {
  return { name: 'modern', selfLink: `${compute}/global/sslPolicies/modern`, profile: 'RESTRICTED', minTlsVersion };
}

function router(logConfig: JsonObject): JsonObject {
  return { name: 'egress', region, selfLink: `${region}/routers/egress`, nats: [{ name: 'nat', logConfig }] };
}

function metadata(items: readonly JsonObject[]): JsonObject {
  return { name: PROJECT, selfLink: compute, commonInstanceMetadata: { items } };
}

function sql(settings: JsonObject): JsonObject {
  return { ...database, settings: { tier: 'db-custom-2-8192', ...settings } };
}

function subscription(pushConfig: JsonObject): JsonObject {
  return { name: `projects/${PROJECT}/subscriptions/orders`, topic: `projects/${PROJECT}/topics/orders`, pushConfig };
}

function dataset(more: JsonObject): JsonObject {
  return { datasetReference: { projectId: PROJECT, datasetId: 'orders' }, location: 'asia-northeast1', ...more };
}

function fn(serviceConfig: JsonObject): JsonObject {
  return { name: `${inRegion}/functions/resize`, environment: 'GEN_2', serviceConfig };
}

function saKey(keyType: string): JsonObject {
  return { name: `${account.name}/keys/0123456789abcdef`, keyType, keyOrigin: 'GOOGLE_PROVIDED' };
}

function usedInNovember(name: string): JsonObject {
  return { fullResourceName: `//iam.googleapis.com/${name}`, activity: { lastAuthenticatedTime: '2026-11-20T08:00:00Z' } };
}

function ownRole(role: string): JsonObject {
  return { bindings: [{ role, members: ['group:ops@example.com'] }] };
}

function contact(category: string): JsonObject {
  return { name: `projects/${PROJECT_NUMBER}/contacts/1`, email: 'ops@example.com', notificationCategorySubscriptions: [category] };
}

function sink(more: JsonObject): JsonObject {
  return { name: 'everything', destination: 'storage.googleapis.com/orders-logs', ...more };
}

function bigtable(more: JsonObject): GcpAnswers['things'] {
  const name = `projects/${PROJECT}/instances/events/clusters/events-c1`;
  return { 'bigtableadmin.googleapis.com:clusters': [{ name, location: `projects/${PROJECT}/locations/asia-northeast1-a`, ...more }] };
}

function webProxy(map: JsonObject): GcpAnswers['things'] {
  const urlMap = `${compute}/global/urlMaps/web`;
  return {
    'compute.googleapis.com:targetHttpProxies': [{ name: 'web', selfLink: frontend.target, urlMap }],
    'compute.googleapis.com:urlMaps': [{ name: 'web', selfLink: urlMap, ...map }],
  };
}

function backend(more: JsonObject): JsonObject {
  return { name: 'web', loadBalancingScheme: 'EXTERNAL', selfLink: `${compute}/global/backendServices/web`, ...more };
}

function armor(rules: readonly JsonObject[]): JsonObject {
  const last = { priority: 2147483647, action: 'allow', match: { versionedExpr: 'SRC_IPS_V1', config: { srcIpRanges: ['*'] } } };
  return { name: 'edge', type: 'CLOUD_ARMOR', selfLink: `${compute}/global/securityPolicies/edge`, rules: [...rules, last] };
}

function group(more: JsonObject): JsonObject {
  return { name: 'web', region, selfLink: `${region}/instanceGroupManagers/web`, ...more };
}

function appVersion(securityLevel: string): JsonObject {
  return {
    name: `apps/${PROJECT}/services/default/versions/v1`,
    id: 'v1',
    env: 'standard',
    servingStatus: 'SERVING',
    handlers: [{ urlRegex: '.*', securityLevel }],
  };
}

function table(more: JsonObject): JsonObject {
  return { tableReference: { projectId: PROJECT, datasetId: 'orders', tableId: 'items' }, type: 'TABLE', ...more };
}

function job(ipConfiguration: string): JsonObject {
  return {
    id: '1',
    name: 'etl',
    location: 'asia-northeast1',
    currentState: 'JOB_STATE_RUNNING',
    environment: { workerPools: [{ ipConfiguration }] },
  };
}

function role(permission: string): JsonObject {
  return { name: `projects/${PROJECT}/roles/deployer`, title: 'Deployer', includedPermissions: [permission] };
}

function provider(more: JsonObject): JsonObject {
  const name = `projects/${PROJECT_NUMBER}/locations/global/workloadIdentityPools/ci/providers/github`;
  return { name, state: 'ACTIVE', oidc: { issuerUri: 'https://token.example.com' }, ...more };
}

function dated(day: string): JsonObject {
  const condition = { title: 'for the migration', expression: `request.time < timestamp("${day}T00:00:00Z")` };
  return { bindings: [{ role: 'roles/storage.admin', members: ['group:ops@example.com'], condition }] };
}

function constraint(enforce: boolean): JsonObject {
  const name = `projects/${PROJECT_NUMBER}/policies/iam.disableServiceAccountKeyCreation`;
  return { name, spec: { rules: [{ enforce }] } };
}

function perimeter(service: string): JsonObject {
  return { name: 'accessPolicies/1/servicePerimeters/data', title: 'data', status: { restrictedServices: [service] } };
}

function logBucket(more: JsonObject): GcpAnswers['things'] {
  return { 'storage.googleapis.com:buckets': [{ name: 'orders-logs', ...more }] };
}
