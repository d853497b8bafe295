/** The same identities from code, from manifests and from live answers are the same principals with the same rights. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CloudWorld } from '@kumomori/engine';
import { cloudWorlds, exposureOf, printGrantCondition } from '@kumomori/engine';
import type { CodeRoot, Estate, JsonObject } from '@kumomori/model';
import { declareLive, liveSources, readEstate } from '@kumomori/model';
import { declareKubernetes } from '@kumomori/parsers';
import type { GcpAnswers } from '../testing/gcp-answers.ts';
import { gcpAnswers, PROJECT } from '../testing/gcp-answers.ts';
import { appliedObject, CLUSTER, recordedLists } from '../testing/kubernetes-cluster.ts';
import { exampleRoots } from './example-resources.ts';

const failed = (_: unknown, error: unknown): never => {
  throw error;
};

function liveGcp(answers: GcpAnswers): Estate {
  const { resources, incomplete } = declareLive(gcpAnswers(answers), liveSources.gcp, failed);
  return readEstate([{ kind: 'live', cloud: 'gcp', account: PROJECT, dir: `gcp:${PROJECT}`, resources, incomplete }], { failed });
}

/** `PRINCIPAL (kind): ROLE on WHAT [through GROUP] [if CONDITION]`, and what of a few telling actions each may. */
function told(world: CloudWorld | null, actions: readonly (readonly [action: string, on: string])[]): readonly string[] {
  assert.ok(world);
  return world.principals
    .flatMap((principal) => {
      const who = `${principal.id} (${principal.kind})`;
      const held = world.rolesOf(principal).map(({ role, on, through, condition, isUnknown }) => {
        const how = `${through === null ? '' : ` through ${through}`}${condition === null ? '' : ` if ${printGrantCondition(condition)}`}`;
        return `${who}: ${role} on ${on.replace(/^\/\/storage\.googleapis\.com\//, '')}${how}${isUnknown ? ' ?' : ''}`;
      });
      const may = actions.flatMap(([action, on]) => {
        const { decision, condition } = world.decide(principal, action, on);
        return decision === 'allow' ? [`${who} may ${action} on ${on}${condition === null ? '' : ' if'}`] : [];
      });
      return [who, ...held, ...may];
    })
    .toSorted();
}

const EMAIL = `web@${PROJECT}.iam.gserviceaccount.com`;
const things = {
  'iam.googleapis.com:serviceAccounts': [
    { name: `projects/${PROJECT}/serviceAccounts/${EMAIL}`, email: EMAIL, uniqueId: '100000000000000000001' },
  ],
  'iam.googleapis.com:roles': [
    { name: `projects/${PROJECT}/roles/deployer`, includedPermissions: ['run.services.create', 'iam.serviceAccounts.actAs'] },
  ],
  'secretmanager.googleapis.com:secrets': [{ name: 'projects/123456789012/secrets/db', replication: { automatic: {} } }],
  'storage.googleapis.com:buckets': [{ name: 'orders-bucket', id: 'orders-bucket', location: 'ASIA-NORTHEAST1' }],
};
const bindings = [
  { role: 'roles/storage.objectViewer', members: [`serviceAccount:${EMAIL}`] },
  { role: 'roles/secretmanager.secretAccessor', members: [`serviceAccount:${EMAIL}`] },
  {
    role: 'roles/storage.objectCreator',
    members: ['user:dave@example.com'],
    condition: { title: 'one', expression: 'resource.name.startsWith("projects/_/buckets/orders-bucket")' },
  },
  { role: `projects/${PROJECT}/roles/deployer`, members: ['user:alice@example.com', 'group:operators@example.com'] },
  {
    role: 'roles/viewer',
    members: ['domain:example.com'],
    condition: { title: 'until', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' },
  },
];
const onAccount = [
  { role: 'roles/iam.serviceAccountTokenCreator', members: ['user:bob@example.com'] },
  { role: 'roles/iam.workloadIdentityUser', members: [`serviceAccount:${PROJECT}.svc.id.goog[shop/api]`] },
];
const onBucket = [{ role: 'roles/storage.objectAdmin', members: ['user:carol@example.com'] }];

function member(
  type: string,
  on: string,
  given: readonly { readonly role: string; readonly members: readonly string[]; readonly condition?: object }[],
): string {
  return given
    .flatMap(({ role, members, condition }, index) =>
      members.map(
        (each, nth) => `resource "google_${type}_iam_member" "m${index}${nth}" {
  ${on}
  role   = "${role}"
  member = "${each}"
  ${
    condition === undefined
      ? ''
      : `condition {\n${Object.entries(condition)
          .map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
          .join('\n')}\n}`
  }
}
`,
      ),
    )
    .join('');
}

const gcpCode = `resource "google_service_account" "web" {
  account_id = "web"
  project    = "${PROJECT}"
}
resource "google_project_iam_custom_role" "deployer" {
  project     = "${PROJECT}"
  role_id     = "deployer"
  title       = "Deployer"
  permissions = ["run.services.create", "iam.serviceAccounts.actAs"]
}
resource "google_secret_manager_secret" "db" {
  secret_id = "db"
  project   = "${PROJECT}"
  replication {
    auto {}
  }
}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  project  = "${PROJECT}"
  location = "ASIA-NORTHEAST1"
}
${member('project', `project = "${PROJECT}"`, bindings)}
${member('service_account', 'service_account_id = google_service_account.web.name', onAccount)}
${member('storage_bucket', 'bucket = google_storage_bucket.orders.name', onBucket)}
`;

const gcpActions = [
  ['storage.objects.get', 'orders-bucket'],
  ['storage.objects.create', 'orders-bucket'],
  ['secretmanager.versions.access', 'db'],
  ['run.services.create', `projects/${PROJECT}`],
  ['iam.serviceAccounts.getAccessToken', `serviceAccount:${EMAIL}`],
  ['iam.serviceAccounts.actAs', `serviceAccount:${EMAIL}`],
  ['storage.buckets.setIamPolicy', 'orders-bucket'],
] as const;

test('Google Cloud: code and live answers of both forms', () => {
  const code = told(cloudWorlds(readEstate(exampleRoots('terraform', gcpCode), { failed })).gcp, gcpActions);
  const policies = {
    'cloudresourcemanager.googleapis.com:projects': { bindings },
    'iam.googleapis.com:serviceAccounts': { bindings: onAccount },
    'storage.googleapis.com:buckets': { bindings: onBucket },
  };
  for (const form of ['rest', 'inventory'] as const)
    assert.deepEqual(told(cloudWorlds(liveGcp({ things, policies, form })).gcp, gcpActions), code, form);
  assert.ok(code.includes('user:alice@example.com (user) may run.services.create on projects/orders-prod'));
  assert.ok(code.includes(`user:bob@example.com (user) may iam.serviceAccounts.getAccessToken on serviceAccount:${EMAIL}`));
});

test('Google Cloud: where the project lies, and who comes in from outside', () => {
  assert.deepEqual(cloudWorlds(liveGcp({ things })).gcp?.above(`projects/${PROJECT}`), ['organizations/987654321098']);
  const provider = {
    name: `projects/123456789012/locations/global/workloadIdentityPools/github/providers/actions`,
    attributeCondition: "assertion.repository_owner == 'example'",
    oidc: { issuerUri: 'https://token.actions.githubusercontent.com' },
  };
  const code = `resource "google_iam_workload_identity_pool_provider" "actions" {
  workload_identity_pool_id          = "github"
  workload_identity_pool_provider_id = "actions"
  attribute_condition                = "assertion.repository_owner == 'example'"
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}
`;
  const providersOf = (estate: Estate) =>
    estate.all('gcp.pool-provider').map(({ pool, issuer, condition }) => ({ pool, issuer, condition }));
  assert.deepEqual(
    providersOf(liveGcp({ things: { 'iam.googleapis.com:workloadIdentityPoolProviders': [provider] } })),
    providersOf(readEstate(exampleRoots('terraform', code), { failed })),
  );
});

test('Google Cloud: constraints of the organization', () => {
  const policy = { name: 'projects/orders-prod/policies/iam.disableServiceAccountKeyCreation', spec: { rules: [{ enforce: true }] } };
  const live = cloudWorlds(liveGcp({ things: { ...things, 'orgpolicy.googleapis.com:policies': [policy] } })).gcp;
  assert.equal(live?.enforces('iam.disableServiceAccountKeyCreation', `projects/${PROJECT}`), true);
  assert.equal(live?.enforces('compute.requireOsLogin', `projects/${PROJECT}`), false);
});

const manifests = `apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: shop }
rules: [{ apiGroups: [""], resources: [secrets], verbs: [get, list], resourceNames: [db] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: reader, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader }
subjects: [{ kind: ServiceAccount, name: api, namespace: shop }, { kind: User, name: alice, apiGroup: rbac.authorization.k8s.io }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: operator, labels: { team: platform } }
rules: [{ apiGroups: [apps], resources: [deployments], verbs: ["*"] }, { nonResourceURLs: [/metrics], verbs: [get] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: all }
aggregationRule: { clusterRoleSelectors: [{ matchLabels: { team: platform } }] }
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: operators }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: all }
subjects: [{ kind: Group, name: operators, apiGroup: rbac.authorization.k8s.io }]
`;

const clusterCode = `resource "kubernetes_service_account_v1" "api" {
  metadata {
    name      = "api"
    namespace = "shop"
  }
}
resource "kubernetes_role_v1" "reader" {
  metadata {
    name      = "reader"
    namespace = "shop"
  }
  rule {
    api_groups     = [""]
    resources      = ["secrets"]
    verbs          = ["get", "list"]
    resource_names = ["db"]
  }
}
resource "kubernetes_role_binding_v1" "reader" {
  metadata {
    name      = "reader"
    namespace = "shop"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = "reader"
  }
  subject {
    kind      = "ServiceAccount"
    name      = "api"
    namespace = "shop"
  }
  subject {
    kind = "User"
    name = "alice"
  }
}
resource "kubernetes_cluster_role_v1" "operator" {
  metadata {
    name   = "operator"
    labels = { team = "platform" }
  }
  rule {
    api_groups = ["apps"]
    resources  = ["deployments"]
    verbs      = ["*"]
  }
  rule {
    non_resource_urls = ["/metrics"]
    verbs             = ["get"]
  }
}
resource "kubernetes_cluster_role_v1" "all" {
  metadata {
    name = "all"
  }
  aggregation_rule {
    cluster_role_selectors {
      match_labels = { team = "platform" }
    }
  }
}
resource "kubernetes_cluster_role_binding_v1" "operators" {
  metadata {
    name = "operators"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "all"
  }
  subject {
    kind = "Group"
    name = "operators"
  }
}
`;

const clusterActions = [
  ['get secrets', 'shop/Secret/db'],
  ['get secrets', 'shop/Secret/other'],
  ['get secrets', 'shop'],
  ['create deployments', 'shop'],
  ['get /metrics', 'cluster:kubernetes'],
] as const;

test('Kubernetes: manifests, Terraform and the live cluster', () => {
  const roots = exampleRoots('kubernetes', manifests);
  const written = told(cloudWorlds(readEstate(roots, { failed })).kubernetes, clusterActions);
  const objects: readonly JsonObject[] = roots.flatMap(({ resources }) => resources.map(appliedObject));
  const { resources, incomplete } = declareKubernetes(recordedLists(objects), failed);
  const live: CodeRoot = { kind: 'live', cloud: 'kubernetes', dir: `kubernetes:${CLUSTER}`, resources, incomplete };
  assert.deepEqual(told(cloudWorlds(readEstate([live], { failed })).kubernetes, clusterActions), written);
  assert.deepEqual(told(cloudWorlds(readEstate(exampleRoots('terraform', clusterCode), { failed })).kubernetes, clusterActions), written);
  assert.ok(written.includes('alice (user) may get secrets on shop/Secret/db'));
  assert.ok(!written.includes('alice (user) may get secrets on shop/Secret/other'));
});

test('Google Cloud: routes of a live network decide whether the internet comes in', () => {
  const network = `https://www.googleapis.com/compute/v1/projects/${PROJECT}/global/networks/main`;
  const route = (destRange: string, next: JsonObject): JsonObject => ({
    ...{ name: `r-${destRange}`, selfLink: `https://www.googleapis.com/compute/v1/projects/${PROJECT}/global/routes/r-${destRange}` },
    ...{ network, destRange, priority: 1000, ...next },
  });
  const within = route('10.0.0.0/16', { nextHopNetwork: network });
  const out = route('0.0.0.0/0', {
    nextHopGateway: `https://www.googleapis.com/compute/v1/projects/${PROJECT}/global/gateways/default-internet-gateway`,
  });
  const zone = `https://www.googleapis.com/compute/v1/projects/${PROJECT}/zones/asia-northeast1-a`;
  const seen = (routes: readonly JsonObject[] | null) => {
    const estate = liveGcp({
      things: {
        'compute.googleapis.com:networks': [{ name: 'main', selfLink: network, autoCreateSubnetworks: false }],
        'compute.googleapis.com:routes': routes ?? [],
        'compute.googleapis.com:firewalls': [
          {
            ...{ name: 'ssh', selfLink: `https://www.googleapis.com/compute/v1/projects/${PROJECT}/global/firewalls/ssh`, network },
            ...{ direction: 'INGRESS', priority: 1000, sourceRanges: ['0.0.0.0/0'], allowed: [{ IPProtocol: 'tcp', ports: ['22'] }] },
          },
        ],
        'compute.googleapis.com:instances': [
          {
            ...{ name: 'web', zone, selfLink: `${zone}/instances/web` },
            networkInterfaces: [{ network, networkIP: '10.0.0.2', accessConfigs: [{ type: 'ONE_TO_ONE_NAT', natIP: '192.0.2.10' }] }],
          },
        ],
      },
      ...(routes === null && { refused: (call: string) => call === 'compute.googleapis.com:routes' }),
    });
    return exposureOf(estate).map(({ reachable }) => reachable);
  };
  assert.deepEqual(seen([within, out]), [true]);
  assert.deepEqual(seen([within]), [false]);
  assert.deepEqual(seen(null), ['unknown']);
});
