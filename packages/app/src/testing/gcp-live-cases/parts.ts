/** Things of one project as its APIs answer them, and what a case about one of them says. */
import type { JsonObject, Status } from '@kumomori/model';
import type { GcpAnswers } from '../gcp-answers.ts';
import { PROJECT, PROJECT_NUMBER } from '../gcp-answers.ts';

export interface GcpLiveCase {
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

export const compute = `https://www.googleapis.com/compute/v1/projects/${PROJECT}`;
export const region = `${compute}/regions/asia-northeast1`;
export const zone = `${compute}/zones/asia-northeast1-a`;
export const inRegion = `projects/${PROJECT}/locations/asia-northeast1`;
export const key = `${inRegion}/keyRings/orders/cryptoKeys/disks`;
const publicPolicy = { bindings: [{ role: 'roles/viewer', members: ['allUsers'] }] };
const ownPolicy = { bindings: [{ role: 'roles/viewer', members: ['group:ops@example.com'] }] };
export const open = { fail: publicPolicy, pass: ownPolicy };

export const bucket = { name: 'orders-bucket', location: 'ASIA-NORTHEAST1' };
export const instance = {
  name: 'orders-web',
  zone,
  selfLink: `${zone}/instances/orders-web`,
  disks: [{ boot: true, source: `${zone}/disks/orders-web` }],
};
export const shielded = { shieldedInstanceConfig: { enableSecureBoot: true, enableVtpm: true, enableIntegrityMonitoring: true } };
export const network = { name: 'orders', selfLink: `${compute}/global/networks/orders`, autoCreateSubnetworks: false };
export const firewall = {
  name: 'ssh',
  network: `${compute}/global/networks/orders`,
  selfLink: `${compute}/global/firewalls/ssh`,
  direction: 'INGRESS',
  priority: 1000,
  allowed: [{ IPProtocol: 'tcp', ports: ['22'] }],
};
export const cluster = {
  name: 'orders',
  location: 'asia-northeast1',
  selfLink: `https://container.googleapis.com/v1/${inRegion}/clusters/orders`,
};
export const pool = { name: 'workers', config: { metadata: { 'disable-legacy-endpoints': 'true' } } };
export const database = {
  name: 'orders-db',
  project: PROJECT,
  region: 'asia-northeast1',
  databaseVersion: 'POSTGRES_16',
  state: 'RUNNABLE',
};
export const secret = { name: `projects/${PROJECT_NUMBER}/secrets/orders-db` };
export const service = (annotations: JsonObject, spec: JsonObject): JsonObject => ({
  metadata: { name: 'orders', namespace: PROJECT_NUMBER, labels: { 'cloud.googleapis.com/location': 'asia-northeast1' }, annotations },
  spec: { template: { spec } },
});
export const zoneOf = (dnssecConfig: JsonObject): JsonObject => ({
  name: 'example',
  dnsName: 'example.com.',
  visibility: 'public',
  dnssecConfig,
});
export const account = {
  name: `projects/${PROJECT}/serviceAccounts/web@${PROJECT}.iam.gserviceaccount.com`,
  email: `web@${PROJECT}.iam.gserviceaccount.com`,
};
export const project = { name: `projects/${PROJECT_NUMBER}`, projectId: PROJECT, state: 'ACTIVE' };

export const frontend = {
  name: 'web',
  IPAddress: '192.0.2.10',
  loadBalancingScheme: 'EXTERNAL',
  target: `${compute}/global/targetHttpProxies/web`,
  selfLink: `${compute}/global/forwardingRules/web`,
};
export const ownLabels = {
  'cloudresourcemanager.googleapis.com:projects': [{ ...project, labels: { owner: 'ops', environment: 'prod', 'data-class': 'internal' } }],
};
export const metric = {
  name: 'route-changes',
  filter:
    'resource.type="gce_route" AND (protoPayload.methodName:"compute.routes.delete" OR protoPayload.methodName:"compute.routes.insert")',
};
export const alert = {
  name: `projects/${PROJECT}/alertPolicies/1`,
  displayName: 'Routes changed',
  enabled: true,
  conditions: [{ conditionThreshold: { filter: 'metric.type="logging.googleapis.com/user/route-changes"' } }],
};

export function policyOf(match: JsonObject): JsonObject {
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

export function subnet(more: JsonObject): JsonObject {
  return { name: 'apps', region, selfLink: `${region}/subnetworks/apps`, purpose: 'PRIVATE', network: network.selfLink, ...more };
}

export function sslPolicy(minTlsVersion: string): JsonObject {
  return { name: 'modern', selfLink: `${compute}/global/sslPolicies/modern`, profile: 'RESTRICTED', minTlsVersion };
}

export function router(logConfig: JsonObject): JsonObject {
  return { name: 'egress', region, selfLink: `${region}/routers/egress`, nats: [{ name: 'nat', logConfig }] };
}

export function metadata(items: readonly JsonObject[]): JsonObject {
  return { name: PROJECT, selfLink: compute, commonInstanceMetadata: { items } };
}

export function webProxy(map: JsonObject): GcpAnswers['things'] {
  const urlMap = `${compute}/global/urlMaps/web`;
  return {
    'compute.googleapis.com:targetHttpProxies': [{ name: 'web', selfLink: frontend.target, urlMap }],
    'compute.googleapis.com:urlMaps': [{ name: 'web', selfLink: urlMap, ...map }],
  };
}

export function backend(more: JsonObject): JsonObject {
  return { name: 'web', loadBalancingScheme: 'EXTERNAL', selfLink: `${compute}/global/backendServices/web`, ...more };
}

export function armor(rules: readonly JsonObject[]): JsonObject {
  const last = { priority: 2147483647, action: 'allow', match: { versionedExpr: 'SRC_IPS_V1', config: { srcIpRanges: ['*'] } } };
  return { name: 'edge', type: 'CLOUD_ARMOR', selfLink: `${compute}/global/securityPolicies/edge`, rules: [...rules, last] };
}

export function group(more: JsonObject): JsonObject {
  return { name: 'web', region, selfLink: `${region}/instanceGroupManagers/web`, ...more };
}

export function sql(settings: JsonObject): JsonObject {
  return { ...database, settings: { tier: 'db-custom-2-8192', ...settings } };
}

export function subscription(pushConfig: JsonObject): JsonObject {
  return { name: `projects/${PROJECT}/subscriptions/orders`, topic: `projects/${PROJECT}/topics/orders`, pushConfig };
}

export function dataset(more: JsonObject): JsonObject {
  return { datasetReference: { projectId: PROJECT, datasetId: 'orders' }, location: 'asia-northeast1', ...more };
}

export function bigtable(more: JsonObject): GcpAnswers['things'] {
  const name = `projects/${PROJECT}/instances/events/clusters/events-c1`;
  return { 'bigtableadmin.googleapis.com:clusters': [{ name, location: `projects/${PROJECT}/locations/asia-northeast1-a`, ...more }] };
}

export function table(more: JsonObject): JsonObject {
  return { tableReference: { projectId: PROJECT, datasetId: 'orders', tableId: 'items' }, type: 'TABLE', ...more };
}

export function job(ipConfiguration: string): JsonObject {
  return {
    id: '1',
    name: 'etl',
    location: 'asia-northeast1',
    currentState: 'JOB_STATE_RUNNING',
    environment: { workerPools: [{ ipConfiguration }] },
  };
}

export function fn(serviceConfig: JsonObject): JsonObject {
  return { name: `${inRegion}/functions/resize`, environment: 'GEN_2', serviceConfig };
}

export function ownRole(role: string): JsonObject {
  return { bindings: [{ role, members: ['group:ops@example.com'] }] };
}

export function contact(category: string): JsonObject {
  return { name: `projects/${PROJECT_NUMBER}/contacts/1`, email: 'ops@example.com', notificationCategorySubscriptions: [category] };
}

export function sink(more: JsonObject): JsonObject {
  return { name: 'everything', destination: 'storage.googleapis.com/orders-logs', ...more };
}

export function appVersion(securityLevel: string): JsonObject {
  return {
    name: `apps/${PROJECT}/services/default/versions/v1`,
    id: 'v1',
    env: 'standard',
    servingStatus: 'SERVING',
    handlers: [{ urlRegex: '.*', securityLevel }],
  };
}

export function role(permission: string): JsonObject {
  return { name: `projects/${PROJECT}/roles/deployer`, title: 'Deployer', includedPermissions: [permission] };
}

export function usedInNovember(name: string): JsonObject {
  return { fullResourceName: `//iam.googleapis.com/${name}`, activity: { lastAuthenticatedTime: '2026-11-20T08:00:00Z' } };
}

export function provider(more: JsonObject): JsonObject {
  const name = `projects/${PROJECT_NUMBER}/locations/global/workloadIdentityPools/ci/providers/github`;
  return { name, state: 'ACTIVE', oidc: { issuerUri: 'https://token.example.com' }, ...more };
}

export function constraint(enforce: boolean): JsonObject {
  const name = `projects/${PROJECT_NUMBER}/policies/iam.disableServiceAccountKeyCreation`;
  return { name, spec: { rules: [{ enforce }] } };
}

export function perimeter(service: string): JsonObject {
  return { name: 'accessPolicies/1/servicePerimeters/data', title: 'data', status: { restrictedServices: [service] } };
}

export function logBucket(more: JsonObject): GcpAnswers['things'] {
  return { 'storage.googleapis.com:buckets': [{ name: 'orders-logs', ...more }] };
}

export function saKey(keyType: string): JsonObject {
  return { name: `${account.name}/keys/0123456789abcdef`, keyType, keyOrigin: 'GOOGLE_PROVIDED' };
}

export function dated(day: string): JsonObject {
  const condition = { title: 'for the migration', expression: `request.time < timestamp("${day}T00:00:00Z")` };
  return { bindings: [{ role: 'roles/storage.admin', members: ['group:ops@example.com'], condition }] };
}
