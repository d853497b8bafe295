/** What the internet reaches, and who reaches whom: case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exposure, PortRange, Reachability } from '@kumomori/engine';
import { exposureOf, reachability } from '@kumomori/engine';
import type { Estate } from '@kumomori/model';
import { readEstate } from '@kumomori/model';
import { evaluateCode } from '@kumomori/parsers';
import { exposureCases } from './exposure-cases/index.ts';

function estateOf(text: string, path = 'main.tf'): Estate {
  const { roots } = evaluateCode({ root: '.', paths: [path], read: () => ({ kind: 'text', text }) });
  return readEstate(roots, {
    failed: (resource, error) => {
      throw new Error(`${resource.address} could not be read`, { cause: error });
    },
  });
}

const portText = (ports: readonly PortRange[]): string =>
  ports.map(({ protocol, from, to }) => (protocol === 'all' ? 'all' : `${protocol}/${from === to ? from : `${from}-${to}`}`)).join(', ');

function answer(key: string, exposures: readonly Exposure[], matrix: () => Reachability): string {
  const [from = '', to] = key.split(' => ');
  if (to !== undefined) return eastWest(from, to, matrix());
  const [source, node] = key.includes(' > ') ? key.split(' > ') : ['internet', key];
  const found = exposures.find((each) => each.node === node && each.from === source);
  if (!found) return 'none';
  if (found.reachable === true) return `yes ${portText(found.ports)}`;
  if (found.reachable === 'unknown') return `unknown ${portText(found.ports)}`;
  const stations = [...new Set((found.oneChangeAway ?? []).map(({ station }) => station))].toSorted();
  return stations.length > 0 ? `no, but: ${stations.join(', ')}` : 'no';
}

function eastWest(from: string, to: string, { classes, edges }: Reachability): string {
  const at = (node: string): number => classes.findIndex(({ nodes }) => nodes.includes(node));
  const found = edges.find((each) => each.from === at(from) && each.to === at(to));
  return found ? `${found.isSure ? 'yes' : 'unknown'} ${portText(found.ports)}` : 'none';
}

for (const { name, code, expect } of exposureCases) {
  test(`exposure: ${name}`, () => {
    const estate = estateOf(code);
    const exposures = exposureOf(estate);
    const found = Object.fromEntries(Object.keys(expect).map((key) => [key, answer(key, exposures, () => reachability(estate))]));
    assert.deepEqual(found, expect);
  });
}

test('the table has at least 80 cases, each with a name of its own', () => {
  assert.ok(exposureCases.length >= 80);
  assert.equal(new Set(exposureCases.map(({ name }) => name)).size, exposureCases.length);
});
