/**
 * The parity of live and code: what the templates of the checks' examples deploy is judged as the templates are. Every example is deployed
 * and judged four times, which takes some seconds.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import { evaluateIn } from '@kumomori/engine';
import type { CatalogueEntry, CodeRoot, Example, Status } from '@kumomori/model';
import { azureCalls, declareAzure, everythingCall, normalizeCode, resourceReaders, subscriptionCall } from '@kumomori/model';
import type { AzureBody } from '../testing/azure-estate.ts';
import { NotLiteral, SUBSCRIPTION, deployed, recordedFrom } from '../testing/azure-estate.ts';
import { resourceSet } from './evaluate-checks.ts';
import { exampleRoots } from './example-resources.ts';

const JUDGED_IN_CLUSTER = 'pools of a live cluster are judged with it';
const OF_FILES = 'it is about the template, not about what it deploys';
const ANSWERED = 'the API always answers what holds';

/** Why a check, or one of its examples, says something else of a live account. */
const otherwise: Readonly<Record<string, string>> = {
  'azure-aks-node-pool-host-encryption': JUDGED_IN_CLUSTER,
  'azure-aks-node-pool-max-pods': JUDGED_IN_CLUSTER,
  'azure-aks-node-pool-private': JUDGED_IN_CLUSTER,
  'azure-vnet-inline-subnets-nsg-associated': 'subnets of a live network are judged one by one',
  'azure-template-output-no-secrets': OF_FILES,
  'azure-template-secret-parameter-secure': OF_FILES,
  'azure-template-secure-parameter-default': OF_FILES,
  'azure-vm-custom-data-no-secrets': 'the API never answers custom data',
  'azure-appgw-min-tls12 "nothing written in an old API version"': ANSWERED,
  'azure-keyvault-rbac "not written in an API version that defaults to RBAC"': ANSWERED,
  'azure-storage-https-only "not written in an API version from before the default"': ANSWERED,
  'azure-monitor-activity-log-exported "nothing of a subscription"': 'a live subscription is always there to be judged',
  '"no alerts in the code"': 'a live subscription is always there to be judged',
  '"the code sets up no watchers"': 'a live subscription is always there to be judged',
};

/** Which answers are missing changes nothing for most examples: of those that every change is tested with, a third is enough. */
const isWhole = process.env['KUMOMORI_TEST_PACKAGE'] === '1';

interface Compared {
  readonly name: string;
  readonly code: Status;
  readonly live: Status;
  /** All calls refused but those for what is judged; and all calls. */
  readonly partly: Status;
  readonly refused: Status;
}

test('what templates deploy is judged like the templates', () => {
  const compared: Compared[] = [];
  const types = new Set<string>();
  let count = 0;
  for (const entry of checks) {
    if (!entry.id.startsWith('azure-') || otherwise[entry.id] !== undefined) continue;
    for (const example of entry.check.examples) {
      const name = `"${example.name}"`;
      const one =
        (otherwise[name] ?? otherwise[`${entry.id} ${name}`]) === undefined ? compare(entry, example, isWhole || count++ % 3 === 0) : null;
      if (!one) continue;
      compared.push(one);
      types.add(entry.check.on);
    }
  }
  const different = compared
    .filter(({ code, live }) => code !== live)
    .map(({ name, code, live }) => `${name}: ${code} in code, ${live} live`);
  assert.deepEqual(different, []);
  const flipped = compared.filter(({ live, partly, refused }) => flips(live, partly) || flips(live, refused));
  assert.deepEqual(
    flipped.map(({ name, live, partly, refused }) => `${name}: ${live}, partly refused ${partly}, refused ${refused}`),
    [],
  );
  assert.ok(compared.length >= 900, `${compared.length} examples`);
  assert.ok(types.size >= 80, `${types.size} types`);
});

function compare(entry: CatalogueEntry, example: Example, withRefusals: boolean): Compared | null {
  const roots = example.sources.arm === undefined ? [] : exampleRoots('arm', example.sources.arm);
  const [root] = roots;
  if (!root || roots.length > 1) return null;
  const bodies = literal(root);
  if (!bodies || isPart(entry, bodies)) return null;
  const reader = resourceReaders.find(({ type }) => type === entry.check.on);
  const main = (reader?.arm?.types ?? []).map((type) => type.toLowerCase());
  const status = (refused: readonly string[]): Status => verdict(entry, liveRoot(bodies, new Set(refused)), example);
  const live = status([]);
  return {
    name: `${entry.id} "${example.name}"`,
    code: verdict(entry, root, example),
    live,
    partly: withRefusals ? status(asked.filter((type) => !main.includes(type.toLowerCase()))) : live,
    refused: withRefusals ? status(asked) : live,
  };
}

const asked = azureCalls.map(({ type }) => type).filter((type) => type !== everythingCall.type && type !== subscriptionCall.type);

function liveRoot(bodies: readonly AzureBody[], refused: ReadonlySet<string>): CodeRoot {
  const { resources, incomplete } = declareAzure(recordedFrom(bodies, refused));
  return { kind: 'live', cloud: 'azure', dir: `azure:${SUBSCRIPTION}`, resources, incomplete };
}

/** What was not collected makes a verdict unknown, or leaves nothing to be judged; it never makes another one. */
function flips(before: Status, after: Status): boolean {
  return (after === 'pass' || after === 'fail') && after !== before;
}

function literal(root: CodeRoot): readonly AzureBody[] | null {
  try {
    return deployed(root.resources);
  } catch (error) {
    if (error instanceof NotLiteral) return null;
    throw error;
  }
}

/** A template that shows a part of what is judged only has nothing live to be compared with. */
function isPart({ check }: CatalogueEntry, bodies: readonly AzureBody[]): boolean {
  const judged = new Set(resourceReaders.find(({ type }) => type === check.on)?.arm?.types.map((type) => type.toLowerCase()));
  return bodies.some((body) => body['synthetic'] === true && judged.has(body.type.toLowerCase()));
}

function verdict({ check }: CatalogueEntry, root: CodeRoot, { params = {} }: Example): Status {
  const resources = normalizeCode(root, resourceReaders);
  const set = resourceSet(resources, root, resourceReaders);
  const statuses = resources.filter(({ type }) => type === check.on).map((resource) => evaluateIn(set, check, resource, { params }).status);
  return (['fail', 'unknown', 'pass'] as const).find((status) => statuses.includes(status)) ?? 'not-applicable';
}
