import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grammarProblem, parseGrammar, wrongTokens } from './naming.ts';
import { proposeNaming } from './propose-naming.ts';

const tokens = ['env=prd|stg|dev', 'role=web|app|db'];

test('which tokens of a name are wrong', () => {
  const cases: readonly [string, string, readonly string[] | null][] = [
    ['{env}-{system}-{role}{nn}', 'prd-orders-web01', []],
    ['{env}-{system}-{role}{nn}', 'prod-orders-web01', ['env=prod']],
    ['{env}-{system}-{role}{nn}', 'prd-orders-batch01', ['role=batch']],
    ['{env}-{system}-{role}{nn}', 'prd-orders-web1', ['nn=1']],
    ['{env}-{system}-{role}{nn}', 'PRD-orders-web', ['env=PRD', 'nn=']],
    ['{env}-{system}-{role}{nn}', 'loadtest1', null],
    ['{env}-{system}-{role}{nn}', 'prd-orders-eu-web01', null],
    ['{env}-{system*}-{role}{nn}', 'prd-orders-eu-web01', []],
    ['{env}-{system}-{role}{n}', 'prd-orders-web123', []],
    ['{env}{system}{nnn}', 'prdorders001', []],
    ['acme-{env}', 'acme-prd', []],
    ['acme-{env}', 'acne-prd', null],
    ['{env}_{system}', 'prd_orders-eu', []],
    ['{env}-{system}', 'prd-', ['system=']],
    ['{env', '{env', []],
  ];
  const judged = cases.map(([grammar, name]) => {
    const wrong = wrongTokens(name, parseGrammar(grammar, tokens));
    return [grammar, name, wrong && wrong.map(({ token, found }) => `${token.name}=${found}`)];
  });
  assert.deepEqual(judged, cases);
});

test('a message says what is wrong and what is allowed', () => {
  const problem = grammarProblem('prod-orders-web1', ['{env}-{system}-{role}{nn}'], tokens);
  assert.deepEqual(problem, {
    en: 'is called "prod-orders-web1": env is "prod", not one of prd, stg, dev; nn is "1", not 2 digits (the form is {env}-{system}-{role}{nn})',
    ja: 'の名前「prod-orders-web1」が命名規則 ({env}-{system}-{role}{nn}) に合いません: env が「prod」(正しくは prd, stg, dev のいずれか)、nn が「1」(正しくは 2 桁の数字)',
  });
  assert.equal(grammarProblem('db-orders', ['{env}-{system}', '{role}-{system}'], tokens), null);
});

test('a long name is judged at once', () => {
  assert.equal(wrongTokens('a'.repeat(250), parseGrammar('{a}{b}{c}{d}{e}{f}{g}{nn}', []))?.length, 1);
});

test('the grammar of the majority', () => {
  const cases: readonly [readonly string[], readonly [string, readonly string[], readonly string[]] | null][] = [
    [
      [
        'prd-orders-web01',
        'prd-orders-web02',
        'prd-billing-app01',
        'stg-orders-web01',
        'stg-billing-app01',
        'prd-stock-db01',
        'dev-stock-db01',
        'loadtest1',
      ],
      ['{env}-{system}-{role}{nn}', ['env=prd|stg|dev', 'system=orders|billing|stock', 'role=web|app|db'], ['loadtest1']],
    ],
    [
      ['acme-logs-prd', 'acme-assets-prd', 'acme-orders-prd', 'acme-orders-stg', 'acme-billing-stg', 'acme-billing-pdr'],
      ['{org}-{system}-{env}', ['org=acme', 'env=prd|stg'], ['acme-billing-pdr']],
    ],
    [
      ['prd_web', 'prd_app', 'stg_web', 'stg_app', 'Test server'],
      ['{env}_{role}', ['env=prd|stg', 'role=app|web'], ['Test server']],
    ],
    [
      ['prd-a', 'prd-b-c', 'prd-d-e-f', 'stg-g', 'stg-h-i', 'stg-j-k-l'],
      ['{env}-{rest*}', ['env=prd|stg'], []],
    ],
    [
      ['web1', 'web2', 'web3', 'web10', 'web11'],
      ['{role}{n}', ['role=web'], []],
    ],
    [['alpha', 'beta', 'gamma', 'delta', 'epsilon'], null],
    [['prd-web', 'prd-app', 'stg-web', 'stg-app'], null],
  ];
  const proposed = cases.map(([names]) => {
    const found = proposeNaming(names);
    return [names, found && [found.grammar, found.tokens, found.others]];
  });
  assert.deepEqual(proposed, cases);
});
