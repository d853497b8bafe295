import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasLogFdwFlaw, isEngineEnded } from './engine-versions.ts';

const ended: readonly (readonly [engine: string, version: string, isEnded: boolean])[] = [
  ['postgres', '13.16', true],
  ['postgres', '14', false],
  ['postgres', '9.6.24', true],
  ['mysql', '8.0.40', true],
  ['mysql', '8.4.3', false],
  ['mysql', '8', false],
  ['mariadb', '10.6.20', true],
  ['mariadb', '11.4', false],
  ['aurora-mysql', '8.0.mysql_aurora.3.08.0', false],
  ['aurora-mysql', '5.7.mysql_aurora.2.12.0', true],
  ['sqlserver-ex', '13.00.6430.49.v1', true],
  ['oracle-se2', '19.0.0.0.ru-2024-10.rur-2024-10.r1', false],
  ['db2-se', '11.5.9.0.sb00000000.r1', false],
  ['postgres', 'latest', false],
];

test('a version is past its support when its major version is', () => {
  for (const [engine, version, isEnded] of ended) assert.equal(isEngineEnded(engine, version), isEnded, `${engine} ${version}`);
});

const flawed: readonly (readonly [engine: string, version: string, isFlawed: boolean])[] = [
  ['postgres', '13.2', true],
  ['postgres', '13.3', false],
  ['postgres', '13.10', false],
  ['postgres', '9.6.21', true],
  ['postgres', '9.6', false],
  ['postgres', '16.4', false],
  ['aurora-postgresql', '11.8', true],
  ['aurora-postgresql', '11.9', false],
  ['mysql', '5.7.1', false],
];

test('minor versions are compared as numbers, and only within their line', () => {
  for (const [engine, version, isFlawed] of flawed) assert.equal(hasLogFdwFlaw(engine, version), isFlawed, `${engine} ${version}`);
});
