import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OwnedResource, OwnershipRules } from './index.ts';
import { defaultEnvironmentRules, environmentOf, matchesResource, ownerOf, parseCodeOwners, systemOf } from './index.ts';

const resource = (given: Partial<OwnedResource> = {}): OwnedResource => ({
  ...{ type: 'aws.s3.bucket', id: 'arn:aws:s3:::orders-bucket', name: 'orders-bucket', account: '123456789012', region: 'ap-northeast-1' },
  ...{ tags: {}, units: [], repository: null, file: null },
  ...given,
});
const department = (id: string, ...aliases: readonly string[]) => ({ id, name: id, aliases, managers: [], parent: null });

const rules: OwnershipRules = {
  departments: [department('payments', '決済部'), department('platform'), department('web'), department('security')],
  systems: [{ id: 'shop', name: 'Shop', department: 'web', tier: 1, match: { tags: { system: 'shop*' } } }],
  tags: [
    { id: 'team', key: 'Team', value: '*', department: null },
    { id: 'legacy', key: 'CostCenter', value: '47*', department: 'platform' },
  ],
  accounts: [{ id: 'pay-accounts', account: '2109*', department: 'payments' }],
  units: [
    { id: 'all', unit: 'root', department: 'security' },
    { id: 'pay-unit', unit: 'ou-pay*', department: 'payments' },
  ],
  repositories: [
    {
      id: 'infra',
      repository: 'example/infra',
      codeOwners: parseCodeOwners('* @example/base\n/web/ @example/web', 'github'),
      department: 'platform',
    },
  ],
  handles: { '@example/web': 'web' },
  defaultDepartment: null,
  environments: defaultEnvironmentRules,
};

const cases: readonly (readonly [name: string, given: Partial<OwnedResource>, department: string | null, because: string])[] = [
  ['its tag names a department', { tags: { team: 'Payments' }, account: '210987654321' }, 'payments', 'tag team: Team=Payments'],
  ['its tag names it in Japanese', { tags: { Team: '決済部' } }, 'payments', 'tag team: Team=決済部'],
  ['another tag', { tags: { costcenter: '4711' } }, 'platform', 'tag legacy: CostCenter=4711'],
  [
    'a misspelt tag, then the account',
    { tags: { Team: 'paymnts' }, account: '210987654321' },
    'payments',
    'account pay-accounts: 210987654321',
  ],
  ['the nearest unit', { units: ['root', 'ou-pay-prod'] }, 'payments', 'unit pay-unit: ou-pay-prod'],
  ['a unit further up', { units: ['root', 'ou-other'] }, 'security', 'unit all: root'],
  ['code owners', { account: null, repository: 'example/infra', file: 'web/main.tf' }, 'web', 'codeowners infra: CODEOWNERS:2 /web/'],
  [
    'code owners of no known department',
    { account: null, repository: 'example/infra', file: 'main.tf' },
    'platform',
    'repository infra: example/infra',
  ],
  ['its business system', { tags: { System: 'shop-front' } }, 'web', 'system shop: shop'],
  ['nobody', {}, null, 'none'],
];

for (const [name, given, expected, because] of cases) {
  test(`the owner of a resource: ${name}`, () => {
    const owner = ownerOf(resource(given), rules);
    assert.equal(owner.department, expected);
    assert.equal(owner.because ? `${owner.because.step} ${owner.because.rule}: ${owner.because.matched}` : 'none', because);
  });
}

test('a rule that names no department is told, and the default comes last', () => {
  const owner = ownerOf(resource({ tags: { Team: 'paymnts' } }), { ...rules, defaultDepartment: 'security' });
  assert.deepEqual(owner, {
    ...{ department: 'security', owners: [], because: { step: 'default', rule: null, matched: 'security' } },
    unresolved: [{ step: 'tag', rule: 'team', matched: 'Team=paymnts' }],
  });
});

test('people of CODEOWNERS are named also when the department comes from a tag', () => {
  const owner = ownerOf(resource({ tags: { Team: 'payments' }, repository: 'example/infra', file: 'main.tf' }), rules);
  assert.deepEqual([owner.department, owner.owners], ['payments', ['@example/base']]);
});

test('a match that asks for nothing fits nothing', () => {
  assert.equal(matchesResource({}, resource()), false);
  assert.equal(matchesResource({ types: [], tags: {} }, resource()), false);
  assert.equal(matchesResource({ resources: ['orders-*'], regions: ['us-*'] }, resource()), false);
  assert.equal(systemOf(resource({ tags: { system: 'shop' } }), rules.systems)?.tier, 1);
});

test('the environment is read from tags, then accounts, then units, and never guessed', () => {
  const environments: OwnershipRules['environments'] = {
    ...defaultEnvironmentRules,
    accounts: [{ id: 'a', account: '1234*', environment: 'staging' }],
    units: [{ id: 'u', unit: 'sandbox', environment: 'sandbox' }],
  };
  const asked = (given: Partial<OwnedResource>): string => environmentOf(resource(given), environments).environment;
  assert.equal(asked({ tags: { ENV: ' Prod ' } }), 'production');
  assert.equal(asked({ tags: { Environment: '本番環境' } }), 'production');
  assert.equal(asked({ tags: { Environment: 'blue' } }), 'staging');
  assert.equal(asked({ account: '210987654321', units: ['root', 'sandbox'] }), 'sandbox');
  assert.equal(asked({ account: null, name: 'production-bucket' }), 'unknown');
});
