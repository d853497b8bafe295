import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluated, resourcesOf } from './cases.test-helper.ts';

const bucket = '  Orders: { Type: AWS::S3::Bucket }\n';

/** Text → codes and lines of what is said, addresses of what is read all the same. */
const cases: readonly (readonly [
  name: string,
  text: string,
  said: readonly (readonly [string, number | null])[],
  read: readonly string[],
])[] = [
  ['a resource without type', `Resources:\n${bucket}  Lost: { Properties: {} }\n`, [['cloudformation', 3]], ['Orders']],
  ['a type that is no text', `Resources:\n${bucket}  Lost: { Type: [AWS::S3::Bucket] }\n`, [['cloudformation', 3]], ['Orders']],
  ['a resource that is a list', `Resources:\n${bucket}  Lost: []\n`, [['cloudformation', 3]], ['Orders']],
  ['properties that are a list', 'Resources:\n  Orders: { Type: AWS::S3::Bucket, Properties: [a] }\n', [['cloudformation', 2]], ['Orders']],
  ['properties that are null', 'Resources:\n  Orders:\n    Type: AWS::S3::Bucket\n    Properties:\n', [], ['Orders']],
  ['a logical id twice', `Resources:\n${bucket}${bucket}`, [['cloudformation', 3]], ['Orders']],
  [
    'resources that are a list',
    'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  - Type: AWS::S3::Bucket\n',
    [['cloudformation', 3]],
    [],
  ],
  ['a parameter that is a text', `Parameters: { Name: x }\nResources:\n${bucket}`, [], ['Orders']],
  ['a loop without body', `Resources:\n${bucket}  Fn::ForEach::Each: [Name]\n`, [['cloudformation', 3]], ['Orders']],
  [
    'a stack that nests itself',
    'Resources:\n  Self: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: template.yaml } }\n',
    [['cycle', 2]],
    ['Self'],
  ],
  ['a document that is a text', 'AWSTemplateFormatVersion: x', [], []],
  ['bad indentation', `Resources:\n${bucket}   - Lost: { Type: x }\n`, [['yaml-syntax', 3]], ['Orders']],
  ['JSON without end', '{"Resources": {"Orders": {"Type": "AWS::S3::Bucket"}', [['json-syntax', 1]], ['Orders']],
  [
    'nothing but an alias',
    `Resources:\n  Orders: *nowhere\n  Type: AWS::S3::Bucket\n`,
    [
      ['yaml-syntax', 2],
      ['cloudformation', 2],
      ['cloudformation', 3],
    ],
    [],
  ],
];
for (const [name, text, said, read] of cases) {
  test(`bad templates: ${name}`, () => {
    const evaluation = evaluated(text);
    assert.deepEqual(
      evaluation.diagnostics.map(({ code, line }) => [code, line]),
      said,
    );
    assert.deepEqual(
      resourcesOf(evaluation).map(({ address }) => address),
      read,
    );
  });
}

test('functions with arguments of any kind give unknown values and no error', () => {
  const names = [
    'Ref',
    'GetAtt',
    'Sub',
    'Join',
    'Select',
    'Split',
    'If',
    'Equals',
    'And',
    'Or',
    'Not',
    'FindInMap',
    'Base64',
    'Cidr',
    'GetAZs',
    'ImportValue',
    'Length',
    'ToJsonString',
    'Transform',
    'ForEach::X',
  ];
  const written = ['1', '""', '[]', '{}', '[[]]', '[{}, {}, {}]', '[1, 2, 3, 4]', '{ a: b }', 'null', '[!Ref X]', '{ Ref: { Ref: X } }'];
  const properties = names.flatMap((name) =>
    written.map(
      (argument, index) => `      ${name.replace('::', '')}${index}: { "${name === 'Ref' ? name : `Fn::${name}`}": ${argument} }\n`,
    ),
  );
  const evaluation = evaluated(`Resources:\n  Orders:\n    Type: AWS::S3::Bucket\n    Properties:\n${properties.join('')}`);
  assert.equal(resourcesOf(evaluation).length, 1);
});

const nested = (depth: number, inner: string): string => '{ "Fn::Base64": '.repeat(depth) + inner + ' }'.repeat(depth);

/** Small templates that would be large when written out. */
const bombs: readonly (readonly [name: string, text: string])[] = [
  [
    'aliases of aliases',
    `A: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, at) => `${name.toUpperCase()}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`).join('\n')}\nResources: { Orders: { Type: AWS::S3::Bucket, Properties: { Value: *i } } }`,
  ],
  ['functions inside functions', `Resources: { Orders: { Type: AWS::S3::Bucket, Properties: { Value: ${nested(190, 'x')} } } }`],
  [
    'conditions behind conditions',
    `Conditions:\n${Array.from({ length: 5000 }, (_, at) => `  C${at}: !Not [!Condition C${at + 1}]`).join('\n')}\nResources:\n  Orders: { Type: AWS::S3::Bucket, Condition: C0 }\n`,
  ],
  [
    'loops inside loops',
    `Resources:\n  Fn::ForEach::A: [A, [${'x,'.repeat(500)}], { "Fn::ForEach::B\${A}": [B, [${'y,'.repeat(500)}], { "R\${A}\${B}": { Type: AWS::S3::Bucket } }] }]\n`,
  ],
  [
    'texts that double',
    `Resources:\n  Orders: { Type: AWS::S3::Bucket, Properties: { Value: !Sub "${'${AWS::Region}'.repeat(2000)}" } }\n`,
  ],
];
for (const [name, text] of bombs) {
  test(`bounded: ${name}`, () => {
    const { diagnostics } = evaluated(text, { limits: { steps: 100_000, resources: 1000 } });
    assert.ok(diagnostics.length < 30);
  });
}
