/** Manifests → attack paths: each way of the catalogue, by which rights it is told and what ends it. */
import { test } from 'node:test';
import { joinCases, kubernetesCases, testWay } from '../testing/path-cases/index.ts';

for (const each of kubernetesCases) test(each.name ?? each.way, () => testWay(each, 'orders.yaml'));

for (const each of joinCases) test(each.name ?? each.way, () => testWay(each, 'main.tf'));
