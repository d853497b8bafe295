/** Terraform of Google Cloud → attack paths: each way of the catalogue, by which permissions it is told and what ends it. */
import { test } from 'node:test';
import { gcpCases, testWay } from '../testing/path-cases/index.ts';

for (const each of gcpCases) test(each.name ?? each.way, () => testWay(each, 'main.tf'));
