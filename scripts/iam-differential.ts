/**
 * Compares the compiled evaluator of AWS policies with the slow reference of the tests on random policies and requests:
 * `node scripts/iam-differential.ts [--runs 1000000] [--seed 1] [--show 3]`. Both must agree on every decision; in discovery also the returned
 * condition must hold for exactly those contexts with which the reference decides so. Exit code 1 when anything differs.
 */
import { parseArgs } from 'node:util';
import { createRandom } from '../bench/estate/random.ts';
import { loadIamActions } from '../packages/content/src/index.ts';
import { compileLayers, createActionCatalogue } from '../packages/engine/src/iam/index.ts';
import type { ActionCatalogue } from '../packages/engine/src/iam/index.ts';
import type { Difference, Tally } from './iam-differential/compare.ts';
import { compare } from './iam-differential/compare.ts';
import { randomPolicies, randomRequest } from './iam-differential/worlds.ts';

/** Requests put to the same policies: compiling them is the slow part. */
const REQUESTS_FOR_EACH = 10;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' }, show: { type: 'string', default: '3' } },
});

const runs = Number(values.runs);
const random = createRandom(Number(values.seed));
const tally: Tally = { allow: 0, 'implicit-deny': 0, 'explicit-deny': 0, conditional: 0, simplified: 0, contexts: 0, explained: 0 };
const differences: Difference[] = [];
const started = performance.now();
run(await actionCatalogue());
report();

function run(catalogue: ActionCatalogue): void {
  for (let done = 0; done < runs; done += REQUESTS_FOR_EACH) {
    const world = randomPolicies(random);
    const layers = compileLayers(world.policies, world.settings);
    for (let left = Math.min(REQUESTS_FOR_EACH, runs - done); left > 0; left -= 1) {
      const difference = compare({
        layers,
        input: { ...world, ...randomRequest(random, world.policies.session !== null) },
        catalogue,
        random,
        tally,
      });
      if (difference) differences.push(difference);
    }
  }
}

function report(): void {
  for (const { what, input, compiled, reference } of differences.slice(0, Number(values.show)))
    console.log(`${what}\n${JSON.stringify(input)}\ncompiled:  ${JSON.stringify(compiled)}\nreference: ${JSON.stringify(reference)}\n`);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${runs} requests with seed ${values.seed} in ${seconds} s: ${JSON.stringify(tally)}; ${differences.length} differences`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}

async function actionCatalogue(): Promise<ActionCatalogue> {
  const text = await loadIamActions();
  if (text === null) throw new Error('there is no catalogue of actions: run `npm ci` and `node scripts/generate.ts`');
  // Our own generated file.
  return createActionCatalogue(JSON.parse(text) as Parameters<typeof createActionCatalogue>[0]);
}
