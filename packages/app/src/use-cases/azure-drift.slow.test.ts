/**
 * Drift of Azure over the templates of all checks: what they deploy, answered by a server that follows the API, is what they say; what the
 * template that must fail deploys is not what the one that must pass says.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DriftResult } from '@kumomori/engine';
import { detectDrift, prepared } from '@kumomori/engine';
import type { CatalogueEntry, CodeRoot, Example } from '@kumomori/model';
import { declareAzure, resourceReaders } from '@kumomori/model';
import type { EvaluatedRoot } from '@kumomori/parsers';
import { productCatalogue } from '../catalogue/index.ts';
import type { AzureBody } from '../testing/azure-estate.ts';
import { deployed, NotLiteral, recordedFrom, SUBSCRIPTION } from '../testing/azure-estate.ts';
import { readSide } from './drift-code.ts';
import { exampleRoots } from './example-resources.ts';

const entries = productCatalogue().checks.filter(({ id }) => id.startsWith('azure-'));

function bodiesOf({ sources }: Example): readonly AzureBody[] | null {
  const [root] = sources.arm === undefined ? [] : exampleRoots('arm', sources.arm);
  try {
    return root ? deployed(root.resources) : null;
  } catch (error) {
    if (error instanceof NotLiteral) return null;
    throw error;
  }
}

function driftOf(code: CodeRoot, bodies: readonly AzureBody[], entry: CatalogueEntry): DriftResult {
  const dir = `azure:${SUBSCRIPTION}`;
  const answers = declareAzure(recordedFrom(bodies), () => {});
  const live: EvaluatedRoot = { kind: 'live', cloud: 'azure', account: SUBSCRIPTION, dir, moduleCalls: [], ...answers };
  const report = (): void => {};
  return detectDrift([readSide(prepared(code) as EvaluatedRoot, report)], [readSide(live, report)], {
    readers: resourceReaders,
    ...{ stateNames: () => null, stackNames: () => null, isInState: null, isObservable: () => true, isCollectedIn: () => true },
    judging: {
      checksOf: (type) => (entry.check.on === type ? [entry] : []),
      severityOf: ({ check }) => check.severity,
      parametersOf: () => undefined,
      failed: (_entry, _resource, error) => assert.fail(String(error)),
    },
  });
}

/** `changed azurerm_storage_account allowsPublicBlobs`; what no template holds was put there for what does. */
function told({ drifts }: DriftResult): readonly string[] {
  return drifts
    .filter(({ kind }) => kind !== 'unmanaged')
    .flatMap(({ kind, code, attributes }) => {
      const name = `${kind} ${code?.declared.type}`;
      return attributes.length === 0 ? [name] : attributes.map(({ path }) => `${name} ${path}`);
    });
}

/** What the server that stands for Azure answers otherwise, and why. */
const expected: Readonly<Record<'arm' | 'terraform', readonly (readonly [what: string, reason: string])[]>> = {
  arm: [
    ['changed Microsoft.Web/sites ftps', 'a configuration of its own replaces that of the site there; Azure puts both together'],
    ['changed Microsoft.Web/sites isAlwaysOn', 'the same'],
  ],
  terraform: [
    ['changed azurerm_storage_account allowsPublicBlobs', 'the provider sends true where nothing is written, a template nothing'],
    ['changed azurerm_linux_virtual_machine os', 'a template need not say it'],
    ['missing azurerm_resource_group', 'templates stand in a group, they do not make it'],
    ['missing azurerm_cdn_endpoint_custom_domain', 'its domain has another name in the template'],
  ],
};

for (const kind of ['arm', 'terraform'] as const) {
  test(`${kind}: what is deployed as written is no drift`, (context) => {
    const found = new Set<string>();
    let [examples, matched] = [0, 0];
    for (const entry of entries) {
      for (const example of entry.check.examples) {
        const source = example.sources[kind];
        const bodies = source === undefined ? null : bodiesOf(example);
        const [code] = source === undefined ? [] : exampleRoots(kind, source);
        if (!bodies || !code) continue;
        const result = driftOf(code, bodies, entry);
        examples += 1;
        matched += result.matched;
        for (const each of told(result)) found.add(each);
      }
    }
    context.diagnostic(`${examples} examples, ${matched} resources compared`);
    assert.ok(examples > 1000 && matched > 1000);
    assert.deepEqual([...found].toSorted(), expected[kind].map(([what]) => what).toSorted());
  });
}

/** Checks of what an answer cannot say, and of what is only a part of something that stands elsewhere. */
const SILENT =
  /-no-written-password$|^azure-template-|-custom-data-no-secrets$|^azure-aks-node-pool-|^azure-postgresql-(?:log|connection)-|^azure-sql-alert-|-delete-lock$/;

test('what was changed is told, with the check that fails now', (context) => {
  let [pairs, flips] = [0, 0];
  const silent: string[] = [];
  for (const entry of entries) {
    const { examples } = entry.check;
    const good = examples.find(({ expect, sources }) => expect === 'pass' && sources.arm !== undefined);
    const bad = examples.find(({ expect, sources }) => expect === 'fail' && sources.arm !== undefined);
    const bodies = bad ? bodiesOf(bad) : null;
    const [code] = good?.sources.arm === undefined ? [] : exampleRoots('arm', good.sources.arm);
    if (!bodies || !code) continue;
    const { drifts } = driftOf(code, bodies, entry);
    pairs += 1;
    if (drifts.some((drift) => drift.flips.some(({ checkId }) => checkId === entry.id))) flips += 1;
    if (drifts.length === 0 && !SILENT.test(entry.id)) silent.push(entry.id);
  }
  context.diagnostic(`${pairs} pairs of templates, ${flips} with the check that tells them apart`);
  assert.deepEqual(silent, []);
  assert.ok(pairs >= 400 && flips >= 350, `${flips} of ${pairs}`);
});
