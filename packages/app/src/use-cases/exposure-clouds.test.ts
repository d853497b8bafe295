/** What the internet reaches in Azure, Google Cloud and clusters: case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exposure, PortRange } from '@kumomori/engine';
import { exposureOf, reachability } from '@kumomori/engine';
import type { Estate } from '@kumomori/model';
import { readEstate } from '@kumomori/model';
import { evaluateCode } from '@kumomori/parsers';
import { cloudCases } from './exposure-clouds/index.ts';

function estateOf(text: string, path: string): Estate {
  const { roots } = evaluateCode({ root: '.', paths: [path], read: () => ({ kind: 'text', text }) });
  return readEstate(roots, {
    failed: (resource, error) => {
      throw new Error(`${resource.address} could not be read`, { cause: error });
    },
  });
}

const portText = (ports: readonly PortRange[]): string =>
  ports.map(({ protocol, from, to }) => (protocol === 'all' ? 'all' : `${protocol}/${from === to ? from : `${from}-${to}`}`)).join(', ');

/** `A > B`: from A; `A => B`: within the own networks. */
function answer(key: string, exposures: readonly Exposure[], estate: Estate): string {
  const [from = '', to] = key.split(' => ');
  if (to !== undefined) return eastWest(from, to, estate);
  const [source, node] = key.includes(' > ') ? key.split(' > ') : ['internet', key];
  const found = exposures.find((each) => each.node === node && each.from === source);
  if (!found) return 'none';
  if (found.reachable === true) return `yes ${portText(found.ports)}`;
  if (found.reachable === 'unknown') return `unknown ${portText(found.ports)}`;
  const stations = [...new Set((found.oneChangeAway ?? []).map(({ station }) => station))].toSorted();
  return stations.length > 0 ? `no, but: ${stations.join(', ')}` : 'no';
}

function eastWest(from: string, to: string, estate: Estate): string {
  const { classes, edges } = reachability(estate);
  const at = (node: string): number => classes.findIndex(({ nodes }) => nodes.includes(node));
  const found = edges.find((each) => each.from === at(from) && each.to === at(to));
  return found ? `${found.isSure ? 'yes' : 'unknown'} ${portText(found.ports)}` : 'none';
}

for (const { name, code, expect, path = 'main.tf' } of cloudCases) {
  test(`exposure of ${name}`, () => {
    const estate = estateOf(code, path);
    const exposures = exposureOf(estate);
    const found = Object.fromEntries(Object.keys(expect).map((key) => [key, answer(key, exposures, estate)]));
    assert.deepEqual(
      found,
      expect,
      JSON.stringify(
        exposures.map(({ node, from, reachable }) => ({ node, from, reachable })),
        null,
        1,
      ),
    );
    for (const { because, place } of exposures) {
      assert.ok(because.length > 0 || place.source.path !== '');
    }
  });
}

test('each case has a name of its own', () => {
  assert.equal(new Set(cloudCases.map(({ name }) => name)).size, cloudCases.length);
});
