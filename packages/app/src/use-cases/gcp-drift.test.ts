/** Drift of Google Cloud: Terraform and the answers of a project that was made from it, as its APIs and as the inventory say them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectDrift, prepared } from '@kumomori/engine';
import type { DriftResult } from '@kumomori/engine';
import type { CatalogueEntry, JsonObject } from '@kumomori/model';
import { declareLive, liveSources, resourceReaders } from '@kumomori/model';
import type { EvaluatedRoot } from '@kumomori/parsers';
import { productCatalogue } from '../catalogue/index.ts';
import { gcpAnswers, PROJECT } from '../testing/gcp-answers.ts';
import { readSide } from './drift-code.ts';
import { exampleRoots } from './example-resources.ts';

const code = `
provider "google" {
  project = "${PROJECT}"
  region  = "asia-northeast1"
}

resource "google_storage_bucket" "orders" {
  name                        = "orders-bucket"
  location                    = "asia-northeast1"
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  labels                      = { owner = "shop" }
  versioning {
    enabled = true
  }
}

resource "google_compute_network" "orders" {
  name                    = "orders"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "orders" {
  name                     = "orders-tokyo"
  network                  = google_compute_network.orders.id
  ip_cidr_range            = "192.0.2.0/24"
  region                   = "asia-northeast1"
  private_ip_google_access = true
}

resource "google_compute_firewall" "ssh" {
  name          = "orders-ssh"
  network       = google_compute_network.orders.name
  direction     = "INGRESS"
  source_ranges = ["198.51.100.0/24", "203.0.113.0/24"]
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}

resource "google_sql_database_instance" "orders" {
  name             = "orders-db"
  database_version = "POSTGRES_16"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled = true
    }
    ip_configuration {
      ssl_mode     = "ENCRYPTED_ONLY"
      ipv4_enabled = false
    }
  }
}

resource "google_kms_key_ring" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}

resource "google_kms_crypto_key" "orders" {
  name            = "orders"
  key_ring        = google_kms_key_ring.orders.id
  rotation_period = "7776000s"
}

resource "google_pubsub_topic" "orders" {
  name = "orders"
}

resource "google_service_account" "orders" {
  account_id = "orders-api"
}
`;

const inRegion = `projects/${PROJECT}/locations/asia-northeast1`;
const compute = `https://www.googleapis.com/compute/v1/projects/${PROJECT}`;

type Things = Readonly<Record<string, readonly JsonObject[]>>;

/** What the project answers that was made from the code. */
const asWritten = {
  'storage.googleapis.com:buckets': [
    {
      ...{ name: 'orders-bucket', location: 'ASIA-NORTHEAST1', storageClass: 'STANDARD', labels: { owner: 'shop' } },
      versioning: { enabled: true },
      iamConfiguration: { uniformBucketLevelAccess: { enabled: true }, publicAccessPrevention: 'enforced' },
      softDeletePolicy: { retentionDurationSeconds: '604800' },
    },
  ],
  'compute.googleapis.com:networks': [
    {
      ...{ name: 'orders', selfLink: `${compute}/global/networks/orders`, autoCreateSubnetworks: false, mtu: 1460 },
      routingConfig: { routingMode: 'REGIONAL' },
    },
  ],
  'compute.googleapis.com:subnetworks': [
    {
      ...{ name: 'orders-tokyo', selfLink: `${compute}/regions/asia-northeast1/subnetworks/orders-tokyo` },
      ...{ network: `${compute}/global/networks/orders`, region: `${compute}/regions/asia-northeast1`, ipCidrRange: '192.0.2.0/24' },
      ...{ privateIpGoogleAccess: true, purpose: 'PRIVATE', stackType: 'IPV4_ONLY' },
    },
  ],
  'compute.googleapis.com:firewalls': [
    {
      ...{ name: 'orders-ssh', selfLink: `${compute}/global/firewalls/orders-ssh`, network: `${compute}/global/networks/orders` },
      ...{ direction: 'INGRESS', priority: 1000, disabled: false, logConfig: { enable: false } },
      ...{ sourceRanges: ['203.0.113.0/24', '198.51.100.0/24'], allowed: [{ IPProtocol: 'tcp', ports: ['22'] }] },
    },
  ],
  'sqladmin.googleapis.com:instances': [
    {
      ...{ name: 'orders-db', project: PROJECT, region: 'asia-northeast1', databaseVersion: 'POSTGRES_16', state: 'RUNNABLE' },
      settings: {
        ...{ tier: 'db-custom-2-7680', activationPolicy: 'ALWAYS', availabilityType: 'ZONAL' },
        backupConfiguration: { enabled: true, pointInTimeRecoveryEnabled: false },
        ipConfiguration: { sslMode: 'ENCRYPTED_ONLY', requireSsl: true, ipv4Enabled: false },
      },
    },
  ],
  'cloudkms.googleapis.com:keyRings': [{ name: `${inRegion}/keyRings/orders` }],
  'cloudkms.googleapis.com:cryptoKeys': [
    {
      ...{ name: `${inRegion}/keyRings/orders/cryptoKeys/orders`, purpose: 'ENCRYPT_DECRYPT', rotationPeriod: '7776000s' },
      ...{ nextRotationTime: '2027-01-22T00:00:00Z', primary: { state: 'ENABLED' } },
    },
  ],
  'pubsub.googleapis.com:topics': [{ name: `projects/${PROJECT}/topics/orders` }],
  'iam.googleapis.com:serviceAccounts': [
    {
      ...{ name: `projects/${PROJECT}/serviceAccounts/orders-api@${PROJECT}.iam.gserviceaccount.com`, disabled: false },
      ...{ email: `orders-api@${PROJECT}.iam.gserviceaccount.com`, projectId: PROJECT, uniqueId: '100000000000000000001' },
    },
  ],
} as const satisfies Things;

function driftOf(things: Things, form: 'rest' | 'inventory'): DriftResult {
  const [root] = exampleRoots('terraform', code);
  assert.ok(root);
  const answers = declareLive(gcpAnswers({ things, form }), liveSources.gcp);
  const live: EvaluatedRoot = { kind: 'live', cloud: 'gcp', account: PROJECT, dir: `gcp:${PROJECT}`, moduleCalls: [], ...answers };
  const report = (): void => {};
  const observable = new Set(liveSources.gcp.flatMap(({ types }) => types));
  const plan: ReadonlyMap<string, readonly CatalogueEntry[]> = Map.groupBy(productCatalogue().checks, ({ check }) => check.on);
  return detectDrift([readSide(prepared(root) as EvaluatedRoot, report)], [readSide(live, report)], {
    readers: resourceReaders,
    ...{ stateNames: () => null, stackNames: () => null, isInState: null, isCollectedIn: () => true },
    isObservable: (_, type) => observable.has(type),
    judging: {
      checksOf: (type) => plan.get(type) ?? [],
      severityOf: ({ check }) => check.severity,
      parametersOf: () => undefined,
      failed: (_entry, _resource, error) => assert.fail(String(error)),
    },
  });
}

function told({ drifts }: DriftResult): readonly string[] {
  return drifts
    .flatMap(({ kind, code: thing, live, attributes }) => {
      const name = `${kind} ${thing?.declared.address ?? live?.main.name}`;
      return attributes.length === 0
        ? [name]
        : attributes.map((each) => `${name} ${each.path}: ${JSON.stringify(each.code)} → ${JSON.stringify(each.live)}`);
    })
    .toSorted();
}

for (const form of ['rest', 'inventory'] as const) {
  test(`what was made as written is no drift (${form})`, () => {
    const result = driftOf(asWritten, form);
    assert.deepEqual(told(result), []);
    assert.equal(result.matched, 9, JSON.stringify(result.notCompared.map(({ thing, reason }) => [thing.declared.address, reason])));
  });

  test(`what was changed by hand is told (${form})`, () => {
    const [bucket] = asWritten['storage.googleapis.com:buckets'];
    const [rule] = asWritten['compute.googleapis.com:firewalls'];
    const [database] = asWritten['sqladmin.googleapis.com:instances'];
    const [key] = asWritten['cloudkms.googleapis.com:cryptoKeys'];
    const { rotationPeriod: _period, nextRotationTime: _next, ...unrotated } = key;
    const settings = { ...database.settings, ipConfiguration: { sslMode: 'ENCRYPTED_ONLY', ipv4Enabled: true } };
    const result = driftOf(
      {
        ...asWritten,
        'storage.googleapis.com:buckets': [
          { ...bucket, labels: { owner: 'nobody' }, versioning: { enabled: false } },
          { name: 'scratch-bucket', location: 'US' },
        ],
        'compute.googleapis.com:firewalls': [{ ...rule, sourceRanges: ['0.0.0.0/0'] }],
        'sqladmin.googleapis.com:instances': [{ ...database, settings }],
        'cloudkms.googleapis.com:cryptoKeys': [unrotated],
        'pubsub.googleapis.com:topics': [],
      },
      form,
    );
    assert.deepEqual(told(result), [
      'changed google_compute_firewall.ssh rules[].cidrs[]: "198.51.100.0/24" → null',
      'changed google_compute_firewall.ssh rules[].cidrs[]: "203.0.113.0/24" → null',
      'changed google_compute_firewall.ssh rules[].cidrs[]: null → "0.0.0.0/0"',
      'changed google_kms_crypto_key.orders rotationSeconds: 7776000 → null',
      'changed google_sql_database_instance.orders hasPublicAddress: false → true',
      'changed google_storage_bucket.orders isVersioned: true → false',
      'changed google_storage_bucket.orders labeled-resource.labels.owner: "shop" → "nobody"',
      'missing google_pubsub_topic.orders',
      'unmanaged scratch-bucket',
    ]);
    const worse = new Set(
      result.drifts.flatMap(({ code: thing, flips }) =>
        thing ? flips.flatMap((each) => (each.direction === 'worse' ? each.checkId : [])) : [],
      ),
    );
    for (const check of ['compute-firewall-no-ssh-from-internet', 'kms-key-rotation-90', 'sql-no-public-ip', 'storage-bucket-versioning'])
      assert.ok(worse.has(`gcp-${check}`), check);
  });
}
