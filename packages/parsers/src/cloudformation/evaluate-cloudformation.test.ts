import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Provenance, Value } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import { evaluated, resourcesOf, shownResource } from './cases.test-helper.ts';

function lines(value: Value): readonly unknown[] {
  const steps: unknown[] = [value.range && startLine(value.range)];
  for (let step: Provenance | null = value.via; step; step = step.next)
    steps.push([step.kind, step.name, step.range && startLine(step.range)]);
  return steps;
}

test('a value has the place where it is written and the way it took', () => {
  const evaluation = evaluated(`Parameters:
  Acl:
    Type: String
    Default: Private
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: !Ref Acl
`);
  const [bucket] = resourcesOf(evaluation);
  const attribute = bucket?.block.attributes.get('AccessControl');
  assert.deepEqual(attribute && lines(attribute.value), [4, ['variable', 'Ref Acl', 9]]);
  assert.equal(attribute && startLine(attribute.range), 9);
  assert.equal(attribute?.range.source.text.slice(attribute.range.start, attribute.range.end), 'AccessControl: !Ref Acl');
  assert.equal(bucket && bucket.block.head.source.text.slice(bucket.block.head.start, bucket.block.head.end), 'Orders');
});

test('JSON templates are read like YAML ones', () => {
  const evaluation = evaluated({
    'orders.json':
      '{"Resources": {"Orders": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::Sub": "x-${AWS::StackName}"}}}}}',
  });
  assert.deepEqual(shownResource(evaluation, 'Orders'), { BucketName: 'x-<?data-source AWS::StackName.name>' });
});

test('conditions decide which resources exist', () => {
  const evaluation = evaluated(`
Parameters:
  Environment: { Type: String, Default: prod }
  Audit: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Environment, prod]
  IsTest: !Equals [!Ref Environment, test]
  IsAudited: !Equals [!Ref Audit, "yes"]
Resources:
  Always: { Type: AWS::S3::Bucket, Condition: IsProd }
  Never: { Type: AWS::S3::Bucket, Condition: IsTest }
  Perhaps: { Type: AWS::S3::Bucket, Condition: IsAudited }
`);
  assert.deepEqual(
    resourcesOf(evaluation).map(({ address, block }) => [address, block.uncertain]),
    [
      ['Always', false],
      ['Perhaps', true],
    ],
  );
});

test('loops over a known collection give one resource for each element, over an unknown one a resource that may exist', () => {
  const evaluation = evaluated(`
Transform: AWS::LanguageExtensions
Parameters:
  Names: { Type: CommaDelimitedList, Default: "orders,invoices" }
  Others: { Type: CommaDelimitedList }
Resources:
  Fn::ForEach::Known: [Name, !Ref Names, { "Bucket\${Name}": { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Name } } }]
  Fn::ForEach::Unknown: [Name, !Ref Others, { "Topic\${Name}": { Type: AWS::SNS::Topic } }]
`);
  assert.deepEqual(
    resourcesOf(evaluation).map(({ address, block }) => [address, block.uncertain]),
    [
      ['Bucketorders', false],
      ['Bucketinvoices', false],
      ['Topic${Name}', true],
    ],
  );
  assert.deepEqual(shownResource(evaluation, 'Bucketinvoices'), { BucketName: 'invoices' });
});

const child = `
Parameters:
  Name: { Type: String }
  Encrypted: { Type: String, Default: "false" }
Conditions:
  IsEncrypted: !Equals [!Ref Encrypted, "true"]
Resources:
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Name } }
  Key: { Type: AWS::KMS::Key, Condition: IsEncrypted }
Outputs:
  BucketArn: { Value: !GetAtt Bucket.Arn }
  Name: { Value: !Ref Name }
`;

test('nested stacks are evaluated with what they are given, and are no roots of their own', () => {
  const evaluation = evaluated({
    'deploy/main.yaml': `
Resources:
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ../stacks/storage.yaml
      Parameters: { Name: orders-bucket, Encrypted: "true" }
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { S3BucketName: !GetAtt Storage.Outputs.Name, Arn: !GetAtt Storage.Outputs.BucketArn, Other: !GetAtt Storage.Outputs.Nothing }
`,
    'stacks/storage.yaml': child,
  });
  assert.deepEqual(
    evaluation.roots.map(({ dir, resources }) => [
      dir,
      resources.map(({ address, moduleAddress, moduleDir }) => [address, moduleAddress, moduleDir]),
    ]),
    [
      [
        'deploy/main.yaml',
        [
          ['Storage', '', 'deploy/main.yaml'],
          ['Storage/Bucket', 'Storage', 'stacks/storage.yaml'],
          ['Storage/Key', 'Storage', 'stacks/storage.yaml'],
          ['Trail', '', 'deploy/main.yaml'],
        ],
      ],
    ],
  );
  assert.deepEqual(shownResource(evaluation, 'Storage/Bucket'), { BucketName: 'orders-bucket' });
  assert.deepEqual(shownResource(evaluation, 'Trail'), {
    S3BucketName: 'orders-bucket',
    Arn: '?computed Storage/Bucket.Arn',
    Other: '?computed Storage.Outputs.Nothing',
  });
});

test('a nested stack elsewhere is unknown', () => {
  const evaluation = evaluated(`
Resources:
  Storage: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://s3.amazonaws.com/example/storage.yaml } }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: !GetAtt Storage.Outputs.Name } }
`);
  assert.deepEqual(shownResource(evaluation, 'Bucket'), { BucketName: '?computed Storage.Outputs.Name' });
});

test('templates that nest one another end', () => {
  const nesting = (other: string): string =>
    `Resources:\n  Other: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${other} } }\n  Topic: { Type: AWS::SNS::Topic }\n`;
  const evaluation = evaluated({ 'a.yaml': nesting('b.yaml'), 'b.yaml': nesting('a.yaml') });
  assert.deepEqual(
    evaluation.roots.map(({ resources }) => resources.map(({ address }) => address)),
    [['Other', 'Other/Other', 'Other/Topic', 'Topic']],
  );
  assert.deepEqual(
    evaluation.diagnostics.map(({ code }) => code),
    ['cycle'],
  );
});

test('CDK output: nested stacks by their asset, resources by their construct', () => {
  const evaluation = evaluated({
    'cdk.out/Orders.template.json': JSON.stringify({
      Resources: {
        Nested1: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }, '/x.json']] },
            Parameters: { Name: 'orders' },
          },
          Metadata: { 'aws:cdk:path': 'Orders/Nested', 'aws:asset:path': 'OrdersNested.nested.template.json' },
        },
        Bucket83908E77: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'Orders/Bucket/Resource' } },
      },
    }),
    'cdk.out/OrdersNested.nested.template.json': JSON.stringify({
      Parameters: { Name: { Type: 'String' } },
      Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'Name' } } } },
    }),
  });
  assert.deepEqual(
    resourcesOf(evaluation).map(({ address, label }) => [address, label]),
    [
      ['Nested1', 'Orders/Nested'],
      ['Nested1/Topic', undefined],
      ['Bucket83908E77', 'Orders/Bucket'],
    ],
  );
  assert.deepEqual(shownResource(evaluation, 'Nested1/Topic'), { TopicName: 'orders' });
});

const parameterized =
  'Parameters:\n  Name: { Type: String }\nResources:\n  Orders: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Name } }\n';
/** Files beside orders.yaml, and what the bucket is called then. */
const parameterFiles: readonly (readonly [name: string, files: Readonly<Record<string, string>>, expected: string])[] = [
  ['a list of keys and values', { 'orders.parameters.json': '[{"ParameterKey": "Name", "ParameterValue": "orders"}]' }, 'orders'],
  ['a mapping', { 'parameters/orders.json': '{"Parameters": {"Name": "orders"}}' }, 'orders'],
  ['a list of assignments', { 'orders-params.json': '["Name=orders"]' }, 'orders'],
  ['two files: nobody knows which', { 'orders.parameters.json': '["Name=a"]', 'orders-params.json': '["Name=b"]' }, '?unset-variable'],
  ['a file of another template', { 'orders.parameters.json': '["Name=orders", "Other=1"]' }, '?unset-variable'],
  ['a file that is broken', { 'orders.parameters.json': '["Name=orders"' }, '?unset-variable'],
];
for (const [name, files, expected] of parameterFiles) {
  test(`parameter files: ${name}`, () => {
    assert.deepEqual(shownResource(evaluated({ 'orders.yaml': parameterized, ...files }), 'Orders'), { BucketName: expected });
  });
}

test('parameters and the place of deployment can be given', () => {
  const evaluation = evaluated(`${parameterized.replace('!Ref Name', '!Sub "${Name}-${AWS::Region}-${AWS::Partition}"')}`, {
    parameters: new Map([['Name', 'orders']]),
    region: 'cn-north-1',
  });
  assert.deepEqual(shownResource(evaluation, 'Orders'), { BucketName: 'orders-cn-north-1-aws-cn' });
  assert.equal(resourcesOf(evaluation)[0]?.region.kind, 'string');
});

test('what is hidden from the console is sensitive wherever it goes', () => {
  const [database] = resourcesOf(
    evaluated(`
Parameters: { Password: { Type: String, NoEcho: true, Default: changeit } }
Resources: { Orders: { Type: AWS::RDS::DBInstance, Properties: { MasterUserPassword: !Ref Password, Url: !Sub "db:\${Password}@x" } } }
`),
  );
  assert.deepEqual(
    [...(database?.block.attributes.values() ?? [])].map(({ value }) => value.sensitive),
    [true, true],
  );
});

test('properties that a transform adds to are open', () => {
  const [bucket] = resourcesOf(
    evaluated(`
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://example/encryption.yaml } }
`),
  );
  assert.equal(bucket?.block.rest?.reason.code, 'unsupported');
  assert.deepEqual([...(bucket?.block.attributes.keys() ?? [])], ['BucketName']);
});

test('suppressions in metadata are comments inside the resource', () => {
  const evaluation = evaluated(`
Resources:
  # a comment
  Orders:
    Type: AWS::S3::Bucket
    Metadata:
      checkov: { skip: [{ id: CKV_AWS_18, comment: logs itself }] }
      cfn_nag: { rules_to_suppress: [{ id: W35, reason: the same }] }
      guard: { SuppressedRules: [S3_BUCKET_LOGGING_ENABLED] }
`);
  const file = evaluation.files.get('template.yaml');
  assert.deepEqual(
    file?.comments.map(({ start, text }) => [startLine({ source: file.source, start, end: start }), text]),
    [
      [3, ' a comment'],
      [7, ' checkov:skip=CKV_AWS_18:logs itself'],
      [8, ' checkov:skip=W35:the same'],
      [9, ' checkov:skip=S3_BUCKET_LOGGING_ENABLED'],
    ],
  );
});

const inner =
  'Parameters: { Name: { Type: String } }\nResources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties: { TopicName: !Ref Name }\n';
const stackSet = (body: string): string => `
Resources:
  Everywhere:
    Type: AWS::CloudFormation::StackSet
    Properties:
      Parameters: [{ ParameterKey: Name, ParameterValue: orders }]
      TemplateBody: ${body}
`;
/** How the body of a stack set is written → the line its topic stands at. */
const bodies: readonly (readonly [name: string, body: string, line: number])[] = [
  ['a literal block', `|\n${inner.replaceAll(/^/gm, '        ')}`, 10],
  ['a text in one line', JSON.stringify(inner), 7],
  ['a mapping', `\n${inner.replaceAll(/^/gm, '        ')}`, 10],
];
for (const [name, body, line] of bodies) {
  test(`stack sets: the template in ${name} is read`, () => {
    const evaluation = evaluated(stackSet(body));
    const topic = resourcesOf(evaluation).find(({ address }) => address === 'Everywhere/Topic');
    assert.equal(topic && startLine(topic.block.head), line);
    assert.deepEqual(shownResource(evaluation, 'Everywhere/Topic'), { TopicName: 'orders' });
    assert.equal(evaluation.roots.length, 1);
  });
}

test('included files of this code are part of the template', () => {
  const evaluation = evaluated({
    'orders.yaml': `
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      Fn::Transform: { Name: AWS::Include, Parameters: { Location: ./encryption.yaml } }
`,
    'encryption.yaml': 'BucketEncryption: !Sub "${AWS::StackName}"\n',
  });
  assert.deepEqual(shownResource(evaluation, 'Orders'), {
    BucketName: 'orders-bucket',
    BucketEncryption: '?data-source AWS::StackName.name',
  });
  assert.equal(resourcesOf(evaluation)[0]?.block.rest, null);
});

test('a property that may be left out is not set by what it refers to', () => {
  const [table] = resourcesOf(
    evaluated(`
Parameters: { Encrypted: { Type: String } }
Conditions: { IsEncrypted: !Equals [!Ref Encrypted, "true"] }
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      Perhaps: !If [IsEncrypted, !GetAtt Key.Arn, !Ref AWS::NoValue]
      Either: !If [IsEncrypted, !GetAtt Key.Arn, !GetAtt Other.Arn]
  Key: { Type: AWS::KMS::Key }
  Other: { Type: AWS::KMS::Key }
`),
  );
  const values = [...(table?.block.attributes.values() ?? [])].map(({ value }) => value);
  assert.deepEqual(
    values.map((value) => value.kind === 'unknown' && [value.mayBeNull ?? false, value.refs.length]),
    [
      [true, 1],
      [false, 2],
    ],
  );
});
