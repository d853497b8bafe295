import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyNode } from '../node.ts';
import { nowhere } from '../node.ts';
import type { Value } from '../value.ts';
import { listValue, mapValue, stringValue, unknownValue } from '../value.ts';
import { HOLE } from './block-reader.ts';
import { policyNode } from './policy.ts';
import type { Written } from './testing.ts';
import { computed, sensitive, template, unset, valueOf } from './testing.ts';

/** Defaults and absent fields are left out; `…` where more may be. */
function told(of: unknown): unknown {
  const node = of as AnyNode; // nodes of any field
  switch (node.node) {
    case 'leaf':
      return node.value === undefined
        ? `${node.state}${node.reason ? `: ${node.reason.detail}` : ''}`
        : `${String(node.value)}${node.sensitive ? '!' : ''}`;
    case 'list':
      return [...node.items.map((item) => told(item.node)), ...(node.rest ? ['…'] : [])];
    case 'object': {
      const fields = Object.entries(node.fields).map(([name, field]) => [name, told(field)] as const);
      return Object.fromEntries(fields.filter(([, value]) => value !== 'absent' && !(Array.isArray(value) && value.length === 0)));
    }
    default:
      return node.node;
  }
}

const json = (structure: Value): Value => stringValue('{}', null, structure);
const document = (statement: Written): Value => json(valueOf({ Version: '2012-10-17', Statement: statement }));
const statementOf = (statement: Written): unknown => {
  const found = told(policyNode(document([statement]), nowhere));
  return Reflect.get(Object(found), 'statements')[0];
};

const allow = { effect: 'Allow' };
const everyone = { type: 'AWS', value: '*' };
const gap = 'unresolved: variable "more" has no value';

const statements: readonly (readonly [string, Written, unknown])[] = [
  [
    'everything in its simplest form',
    { Effect: 'Deny', Sid: 'a', Principal: '*', Action: 's3:*', Resource: '*' },
    { sid: 'a', effect: 'Deny', principals: [everyone], actions: ['s3:*'], resources: ['*'] },
  ],
  ['everyone as a map', { Principal: { AWS: '*' } }, { ...allow, principals: [everyone] }],
  ['everyone as Terraform writes it', { Principal: { '*': '*' } }, { ...allow, principals: [everyone] }],
  [
    'everyone in a list',
    { Principal: { AWS: ['123456789012', '*'] } },
    { ...allow, principals: [{ type: 'AWS', value: '123456789012' }, everyone] },
  ],
  ['a bare list of principals', { Principal: ['*'] }, { ...allow, principals: [everyone] }],
  [
    'principals of several kinds',
    { Principal: { AWS: '1', Service: ['a', 'b'] } },
    {
      ...allow,
      principals: [
        { type: 'AWS', value: '1' },
        { type: 'Service', value: 'a' },
        { type: 'Service', value: 'b' },
      ],
    },
  ],
  ['everyone but', { NotPrincipal: { AWS: '1' } }, { ...allow, notPrincipals: [{ type: 'AWS', value: '1' }] }],
  ['everything but', { NotAction: ['iam:*'], NotResource: 'a' }, { ...allow, notActions: ['iam:*'], notResources: ['a'] }],
  ['names of elements in any case', { effect: 'Deny', ACTION: 's3:*' }, { effect: 'Deny', actions: ['s3:*'] }],
  ['an element twice: as AWS writes it first', { action: 's3:Put*', Action: 's3:Get*' }, { ...allow, actions: ['s3:Get*'] }],
  ['null elements are not there', { Principal: null, Sid: null, sid: 'b' }, { ...allow, sid: 'b' }],
  [
    'a principal that is only not known yet is one',
    { Principal: { AWS: computed('aws_iam_role.r#arn') } },
    { ...allow, principals: [{ type: 'AWS', value: HOLE }] },
  ],
  ['a principal from a variable may be everyone', { Principal: { AWS: unset('who') } }, { ...allow, principals: ['…'] }],
  ['unknown principals', { Principal: unset('who') }, { ...allow, principals: ['…'] }],
  [
    'unknown principals of a kind',
    { Principal: { AWS: listValue([stringValue('1')], null, unset('who')) } },
    { ...allow, principals: [{ type: 'AWS', value: '1' }, '…'] },
  ],
  [
    'a resource with a hole',
    { Resource: [template('arn:aws:s3:::', unset('b'), '/*')] },
    { ...allow, resources: [`arn:aws:s3:::${HOLE}/*`] },
  ],
  [
    'an action with a hole is not known',
    { Action: [template('s3:', unset('verb')), 's3:Get*'] },
    { ...allow, actions: ['unresolved: a part of the action is not known', 's3:Get*'] },
  ],
  ['an action that is not known yet is not known', { Action: computed('aws_x.y#id') }, { ...allow, actions: ['…'] }],
  ['unknown actions', { Action: unset('actions') }, { ...allow, actions: ['…'] }],
  [
    'a condition with one value',
    { Condition: { Bool: { 'aws:SecureTransport': false } } },
    { ...allow, conditions: [{ operator: 'Bool', key: 'aws:SecureTransport', values: ['false'] }] },
  ],
  [
    'conditions with several',
    { Condition: { StringLike: { a: ['1', '2'], b: '3' }, Null: { c: 'true' } } },
    {
      ...allow,
      conditions: [
        { operator: 'StringLike', key: 'a', values: ['1', '2'] },
        { operator: 'StringLike', key: 'b', values: ['3'] },
        { operator: 'Null', key: 'c', values: ['true'] },
      ],
    },
  ],
  ['unknown conditions', { Condition: unset('condition') }, { ...allow, conditions: ['…'] }],
  ['unknown keys of a condition', { Condition: { StringEquals: unset('keys') } }, { ...allow, conditions: ['…'] }],
  [
    'unknown values of a condition',
    { Condition: { StringEquals: { a: unset('values') } } },
    { ...allow, conditions: [{ operator: 'StringEquals', key: 'a', values: ['…'] }] },
  ],
  [
    'a statement into which more is merged',
    mapValue(new Map([['Action', stringValue('s3:*')]]), null, unset('more')),
    {
      ...{ sid: gap, effect: gap, principals: ['…'], notPrincipals: ['…'], actions: ['s3:*'], notActions: ['…'] },
      ...{ resources: ['…'], notResources: ['…'], conditions: ['…'] },
    },
  ],
  ['an unknown statement', unset('statement'), 'unresolved: variable "statement" has no value'],
  ['a word instead of a statement', 'Allow', 'unresolved: a statement is no object'],
];
for (const [title, written, expected] of statements) {
  test(`policy statement: ${title}`, () => {
    assert.deepEqual(statementOf(written), expected);
  });
}

const unreadable = 'unresolved: the policy is not a JSON document that can be read';
const data = unknownValue('data-source', 'it is read from the cloud');
const documents: readonly (readonly [string, Value, unknown])[] = [
  ['a single statement without a list', document({ Effect: 'Deny' }), { version: '2012-10-17', statements: [{ effect: 'Deny' }] }],
  ['no version: that of 2008', json(valueOf({ Statement: [] })), { version: '2008-10-17' }],
  ['no statement', json(valueOf({ Version: '2012-10-17' })), { version: '2012-10-17' }],
  ['statements of which there may be more', document(listValue([], null, data)), { version: '2012-10-17', statements: ['…'] }],
  ['unknown statements', document(data), { version: '2012-10-17', statements: ['…'] }],
  ['a document into which more is merged', json(mapValue(new Map(), null, data)), { version: '2008-10-17', statements: ['…'] }],
  [
    'an object instead of its text',
    valueOf({ Statement: { Effect: 'Deny' } }),
    { version: '2008-10-17', statements: [{ effect: 'Deny' }] },
  ],
  ['an unknown document', data, 'unresolved: it is read from the cloud'],
  ['an empty text is no document', stringValue(' '), 'absent'],
  ['text that is no JSON', stringValue('{ "Statement": '), unreadable],
  ['a list', json(valueOf([])), unreadable],
  ['a number', valueOf(7), unreadable],
  [
    'a secret document has secret parts',
    sensitive(document({ Effect: 'Deny', Action: ['s3:*'] })),
    { version: '2012-10-17!', statements: [{ effect: 'Deny!', actions: ['s3:*!'] }] },
  ],
];
for (const [title, value, expected] of documents) {
  test(`policy document: ${title}`, () => {
    assert.deepEqual(told(policyNode(value, nowhere)), expected);
  });
}
