import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from '@kumomori/model';
import { decidingIndex } from './deciding.ts';

type Piece = readonly [path: string, value: Evidence['value'], state?: Evidence['state']];

const cases: readonly (readonly [name: string, pieces: readonly Piece[], expected: string | null])[] = [
  [
    'the value read last',
    [
      ['acl', 'private'],
      ['versioning.status', 'Suspended'],
    ],
    'versioning.status',
  ],
  [
    'a written value before a default read later',
    [
      ['ingress[0].fromPort', 22],
      ['ingress[0].toPort', 22, 'default'],
    ],
    'ingress[0].fromPort',
  ],
  [
    'the addresses of a rule, not the port read after them',
    [
      ['ingress[1].cidrs[0]', '0.0.0.0/0'],
      ['ingress[1].toPort', 22],
    ],
    'ingress[1].cidrs[0]',
  ],
  [
    'IPv6 addresses',
    [
      ['ingress[0].cidrs[0]', '::/0'],
      ['ingress[0].ruleNumber', 120],
    ],
    'ingress[0].cidrs[0]',
  ],
  [
    'not the addresses of another rule',
    [
      ['ingress[0].cidrs[0]', '192.0.2.0/24'],
      ['ingress[1].fromPort', 22],
    ],
    'ingress[1].fromPort',
  ],
  [
    'everybody in a statement, not its action',
    [
      ['policy.statements[0].principals[0].value', '*'],
      ['policy.statements[0].actions[0]', 's3:GetObject'],
    ],
    'policy.statements[0].principals[0].value',
  ],
  [
    'a wildcard that is no principal stays where it is',
    [
      ['policy.statements[0].actions[0]', '*'],
      ['policy.statements[0].effect', 'Allow'],
    ],
    'policy.statements[0].effect',
  ],
  [
    'nothing that was written',
    [
      ['acl', null, 'absent'],
      ['status', 'Disabled', 'default'],
    ],
    null,
  ],
];

for (const [name, pieces, expected] of cases) {
  test(`the deciding evidence is ${name}`, () => {
    const evidence = pieces.map(([path, value, state = 'explicit']): Evidence => {
      return { path, value, state, file: 'main.tf', line: 1, column: 1, endLine: 1, reason: null, provenance: [] };
    });
    assert.equal(evidence[decidingIndex(evidence)]?.path ?? null, expected);
  });
}
