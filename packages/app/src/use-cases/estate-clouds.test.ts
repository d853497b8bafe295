/** Workloads, stores and identities of live AWS, Azure, Google Cloud and Kubernetes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEstate, storesOf, workloadsOf } from '@kumomori/model';
import type { Estate, ExampleCall, ExampleFormat, ExampleSource, Json, JsonObject } from '@kumomori/model';
import { here } from '../testing/index.ts';
import { exampleRoots } from './example-resources.ts';

function estateOf(format: ExampleFormat, source: ExampleSource, account: string, type = ''): Estate {
  const failed = (_: unknown, error: unknown): never => {
    throw error;
  };
  return readEstate(exampleRoots(format, source, type), { account, failed });
}

type Line = readonly [node: string, said: Readonly<Record<string, unknown>>];

/** What is not empty: texts as lists, with `…` where there may be more. */
function lines(entities: readonly object[], fields: readonly string[]): readonly Line[] {
  return entities.map((entity) => {
    const said = Object.entries(entity).flatMap(([key, value]: readonly [string, unknown]) => {
      if (!fields.includes(key)) return [];
      const plain = isTexts(value) ? [...value.items, ...(value.rest ? ['…'] : [])] : value;
      return plain === undefined || plain === false || (Array.isArray(plain) && plain.length === 0) ? [] : [[key, plain] as const];
    });
    return ['id' in entity ? String(entity.id) : '', Object.fromEntries(said)];
  });
}

function isTexts(value: unknown): value is { readonly items: readonly string[]; readonly rest: unknown } {
  return typeof value === 'object' && value !== null && 'items' in value;
}

const RUNS = [
  'identities',
  'servedBy',
  'holds',
  'codeFrom',
  'escapes',
  'hasOpenMetadata',
  'allowsPasswordLogin',
  'isCallableByAnyone',
  'runsOn',
];

function answer(call: string, response: Json, request: JsonObject = {}): ExampleCall {
  return here(call, response, request);
}

void test('an instance and a function of a live account', () => {
  const calls = [
    answer('ec2:DescribeInstances', {
      Reservations: [
        {
          Instances: [
            {
              InstanceId: 'i-1',
              ImageId: 'ami-1',
              IamInstanceProfile: { Arn: 'arn:aws:iam::123456789012:instance-profile/web' },
              MetadataOptions: { HttpTokens: 'optional', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1 },
              BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeId: 'vol-1' } }],
            },
          ],
        },
      ],
    }),
    answer('ec2:DescribeVolumes', { Volumes: [{ VolumeId: 'vol-1', Encrypted: true, SnapshotId: 'snap-1' }] }),
    answer('ec2:DescribeSnapshots', {
      Snapshots: [{ SnapshotId: 'snap-1', VolumeId: 'vol-0', Tags: [{ Key: 'Name', Value: 'kokyaku-db' }] }],
    }),
    answer('lambda:ListFunctions', {
      Functions: [
        {
          FunctionArn: 'arn:aws:lambda:ap-northeast-1:123456789012:function:api',
          FunctionName: 'api',
          Role: 'arn:aws:iam::123456789012:role/api',
          Layers: [{ Arn: 'arn:aws:lambda:ap-northeast-1:123456789012:layer:tools:3' }],
        },
      ],
    }),
    answer(
      'lambda:ListFunctionUrlConfigs',
      { FunctionUrlConfigs: [{ FunctionUrl: 'https://x.lambda-url.ap-northeast-1.on.aws/', AuthType: 'NONE' }] },
      { FunctionName: 'api' },
    ),
  ];
  const estate = estateOf('live', calls, '123456789012', 'aws.ec2.instance');
  assert.deepEqual(lines(workloadsOf(estate), RUNS), [
    [
      'arn:aws:ec2:ap-northeast-1:123456789012:instance/i-1',
      {
        identities: ['arn:aws:iam::123456789012:instance-profile/web'],
        hasOpenMetadata: true,
        codeFrom: ['ami-1'],
        holds: ['vol-1'],
      },
    ],
    [
      'arn:aws:lambda:ap-northeast-1:123456789012:function:api',
      {
        identities: ['arn:aws:iam::123456789012:role/api'],
        codeFrom: ['arn:aws:lambda:ap-northeast-1:123456789012:layer:tools:3'],
        isCallableByAnyone: true,
      },
    ],
  ]);
  const volume = storesOf(estate).find(({ storeKind }) => storeKind === 'aws.ebs.volume');
  assert.equal(volume?.dataClass, 'personal');
});

void test('machines and functions of Azure run as managed identities', () => {
  const terraform = `resource "azurerm_user_assigned_identity" "app" {
  name                = "app"
  resource_group_name = "shop"
}
resource "azurerm_storage_account" "orders" {
  name                = "orders"
  resource_group_name = "shop"
}
resource "azurerm_linux_virtual_machine" "web" {
  name                            = "web"
  resource_group_name             = "shop"
  disable_password_authentication = false
  custom_data                     = base64encode("KEY=\${azurerm_storage_account.orders.primary_access_key}")
  identity {
    type         = "SystemAssigned, UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.app.id]
  }
}`;
  const estate = estateOf('terraform', terraform, 'sub-1');
  const group = '/subscriptions/sub-1/resourcegroups/shop/providers';
  assert.deepEqual(lines(workloadsOf(estate), RUNS), [
    [
      `${group}/microsoft.compute/virtualmachines/web`,
      {
        identities: [
          `${group}/microsoft.compute/virtualmachines/web#identity`,
          `${group}/microsoft.managedidentity/userassignedidentities/app`,
        ],
        allowsPasswordLogin: true,
      },
    ],
  ]);
  const [leak] = workloadsOf(estate).flatMap(({ credentials }) => credentials);
  assert.equal(leak?.of, '~azurerm_storage_account.orders');
  const [store] = storesOf(estate);
  assert.ok(store?.names.includes(leak.of ?? ''), 'the leak names the account');
  assert.ok(estate.named('cloud-identity', '~azurerm_linux_virtual_machine.web.principal').length === 1);
});

void test('a template of Azure says the same in its own words, its types in any case', () => {
  const resources = [
    { type: 'Microsoft.ManagedIdentity/userAssignedIdentities', apiVersion: '2023-01-31', name: 'app' },
    {
      type: 'microsoft.compute/virtualMachines',
      apiVersion: '2023-03-01',
      name: 'web',
      identity: {
        type: 'UserAssigned',
        userAssignedIdentities: { "[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities','app')]": {} },
      },
      properties: { storageProfile: { osDisk: { managedDisk: { id: "[resourceId('Microsoft.Compute/disks','data')]" } } } },
    },
    { type: 'Microsoft.Compute/disks', apiVersion: '2023-01-02', name: 'data', tags: { 機密区分: '個人情報' }, properties: {} },
  ];
  const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
  const estate = estateOf('arm', JSON.stringify({ $schema, contentVersion: '1.0.0.0', resources }), 'sub-1');
  const [machine] = workloadsOf(estate);
  const [identity = '', disk = ''] = [machine?.identities.items[0], machine?.holds.items[0]];
  assert.equal(estate.named('cloud-identity', identity).length, 1);
  assert.equal(estate.named('data-store', disk)[0]?.dataClass, 'personal');
});

void test('Google Cloud: own account, default account, none', () => {
  const terraform = `resource "google_service_account" "app" { account_id = "app" }
resource "google_service_account_key" "app" { service_account_id = google_service_account.app.name }
resource "google_cloud_run_v2_service" "api" {
  name     = "api"
  location = "asia-northeast1"
  template {
    service_account = google_service_account.app.email
    containers {
      image = "gcr.io/shop/api"
      env {
        name  = "KEY"
        value = google_service_account_key.app.private_key
      }
    }
  }
}
resource "google_compute_instance" "default" {
  name = "default"
  zone = "asia-northeast1-a"
  service_account { scopes = ["cloud-platform"] }
}
resource "google_compute_instance" "bare" {
  name = "bare"
  zone = "asia-northeast1-a"
}`;
  const estate = estateOf('terraform', terraform, 'shop');
  assert.deepEqual(lines(workloadsOf(estate), RUNS), [
    [
      'projects/shop/locations/asia-northeast1/services/api',
      { identities: ['app@shop.iam.gserviceaccount.com'], codeFrom: ['gcr.io/shop/api'] },
    ],
    ['projects/shop/zones/asia-northeast1-a/instances/default', { identities: ['shop-compute@developer.gserviceaccount.com'] }],
    ['projects/shop/zones/asia-northeast1-a/instances/bare', {}],
  ]);
  const [leak] = workloadsOf(estate).flatMap(({ credentials }) => credentials);
  const key = estate.all('identity-binding').find(({ how }) => how === 'key');
  assert.equal(key?.from, leak?.of);
  assert.equal(estate.named('cloud-identity', key?.to.items[0] ?? '').length, 1);
});

const manifests = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: api
  namespace: orders
  annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::123456789012:role/api" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: orders }
spec:
  template:
    spec:
      serviceAccountName: api
      hostPID: true
      automountServiceAccountToken: false
      containers:
        - image: example/api:1
          env: [{ name: PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }]
        - image: example/agent:1
          securityContext: { privileged: true, capabilities: { add: [SYS_ADMIN] } }
      volumes: [{ name: docker, hostPath: { path: /var/run/docker.sock } }]
`;

const blocks = `resource "aws_iam_role" "api" { name = "api" }
resource "kubernetes_namespace" "orders" {
  metadata { name = "orders" }
}
resource "kubernetes_service_account" "api" {
  metadata {
    name        = "api"
    namespace   = kubernetes_namespace.orders.metadata[0].name
    annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.api.arn }
  }
}
resource "kubernetes_deployment_v1" "api" {
  metadata {
    name      = "api"
    namespace = "orders"
  }
  spec {
    template {
      spec {
        service_account_name            = kubernetes_service_account.api.metadata[0].name
        host_pid                        = true
        automount_service_account_token = false
        container {
          image = "example/api:1"
          env {
            name = "PASSWORD"
            value_from {
              secret_key_ref {
                name = "db"
                key  = "password"
              }
            }
          }
        }
        container {
          image = "example/agent:1"
          security_context {
            privileged = true
            capabilities { add = ["SYS_ADMIN"] }
          }
        }
        volume {
          name = "docker"
          host_path { path = "/var/run/docker.sock" }
        }
      }
    }
  }
}`;

for (const [format, source] of [
  ['kubernetes', manifests],
  ['terraform', blocks],
] as const) {
  void test(`a pod, its account and its role in ${format}`, () => {
    const estate = estateOf(format, source, '123456789012');
    assert.deepEqual(lines(workloadsOf(estate), [...RUNS, 'mountsToken']), [
      [
        'orders/Deployment/api',
        {
          identities: ['system:serviceaccount:orders:api'],
          codeFrom: ['example/api:1', 'example/agent:1'],
          holds: ['orders/Secret/db'],
          escapes: ['capability', 'container-socket', 'host-pid', 'privileged'],
        },
      ],
    ]);
    assert.equal(workloadsOf(estate)[0]?.mountsToken, false);
    assert.deepEqual(lines(estate.all('identity-binding'), ['how', 'from', 'to']), [
      [
        'system:serviceaccount:orders:api#irsa',
        { how: 'irsa', from: 'system:serviceaccount:orders:api', to: ['arn:aws:iam::123456789012:role/api'] },
      ],
    ]);
  });
}

void test('an identity pool that anybody may use', () => {
  const terraform = `resource "aws_cognito_identity_pool" "web" {
  identity_pool_name               = "web"
  allow_unauthenticated_identities = true
}
resource "aws_cognito_identity_pool_roles_attachment" "web" {
  identity_pool_id = aws_cognito_identity_pool.web.id
  roles            = { unauthenticated = "arn:aws:iam::123456789012:role/guest" }
}`;
  const bindings = estateOf('terraform', terraform, '123456789012').all('identity-binding');
  const open = bindings.find(({ from }) => from === '*');
  const guest = bindings.find(({ to }) => to.items.includes('arn:aws:iam::123456789012:role/guest'));
  assert.ok(typeof guest?.from === 'string' && open?.to.items.includes(guest.from), 'anybody → pool → role');
});

void test('deny policies and principal access boundaries of a live organization', () => {
  const POLICY = 'policies/cloudresourcemanager.googleapis.com%2Fprojects%2F123456789012/denypolicies/no-keys';
  const boundary = 'organizations/987654321098/locations/global/principalAccessBoundaryPolicies/own';
  const set = '//cloudresourcemanager.googleapis.com/projects/orders-prod';
  const rule = {
    deniedPrincipals: ['principalSet://goog/public:all'],
    deniedPermissions: ['iam.googleapis.com/serviceAccountKeys.create'],
    denialCondition: { expression: 'resource.matchTag("1/a", "b")' },
  };
  const estate = estateOf(
    'live',
    [
      answer('iam.googleapis.com:denyPolicies', { name: POLICY, kind: 'DenyPolicy', rules: [{ denyRule: rule }] }),
      answer('iam.googleapis.com:principalAccessBoundaryPolicies', {
        principalAccessBoundaryPolicies: [
          { name: boundary, details: { rules: [{ resources: [set], effect: 'ALLOW' }], enforcementVersion: '2' } },
        ],
      }),
      answer('iam.googleapis.com:policyBindings', {
        policyBindings: [
          {
            name: 'projects/123456789012/locations/global/policyBindings/own',
            ...{ policyKind: 'PRINCIPAL_ACCESS_BOUNDARY', policy: boundary, target: { principalSet: set } },
          },
        ],
      }),
    ],
    'orders-prod',
    'gcp.iam.deny-policy',
  );
  const [deny] = estate.all('gcp.deny-policy');
  assert.equal(deny?.parent, 'cloudresourcemanager.googleapis.com/projects/123456789012');
  assert.deepEqual(deny.rules, [
    {
      ...{ deniedPrincipals: rule.deniedPrincipals, exceptionPrincipals: [], exceptionPermissions: [] },
      ...{ deniedPermissions: rule.deniedPermissions, condition: rule.denialCondition.expression },
    },
  ]);
  const [bound] = estate.all('gcp.boundary-binding');
  assert.deepEqual([bound?.policy, bound?.principals], [boundary, set]);
  const [own] = estate.named('gcp.access-boundary', boundary);
  assert.deepEqual([own?.resources.items, own?.version], [[set], '2']);
});
