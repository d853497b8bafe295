import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluated, resourcesOf, shown } from './cases.test-helper.ts';

const surroundings = `
Transform: AWS::LanguageExtensions
Parameters:
  Environment: { Type: String, Default: prod }
  KeyArn: { Type: String }
  Count: { Type: Number, Default: "3" }
  Subnets: { Type: "List<AWS::EC2::Subnet::Id>", Default: "subnet-a, subnet-b" }
  Zones: { Type: CommaDelimitedList }
  Vpc: { Type: "AWS::EC2::VPC::Id" }
  Image: { Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /images/latest }
Mappings:
  Sizes:
    prod: { Disk: 100, Encrypted: true }
    test: { Disk: 10, Encrypted: true }
Conditions:
  IsProd: !Equals [!Ref Environment, prod]
  IsTest: !Not [!Condition IsProd]
  HasKey: !Not [!Equals [!Ref KeyArn, ""]]
  Never: !And [!Condition IsTest, !Condition HasKey]
  Always: !Or [!Condition IsProd, !Condition HasKey]
  Loop: !Not [!Condition Loop]
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Subject:
    Type: AWS::S3::Bucket
    Properties:
      Value: `;

/** What is written → what it is. */
const cases: readonly (readonly [written: string, expected: unknown])[] = [
  ['!Ref Environment', 'prod'],
  ['{ Ref: Environment }', 'prod'],
  ['!Ref KeyArn', '?unset-variable'],
  ['!Ref Count', 3],
  ['!Ref Subnets', ['subnet-a', 'subnet-b']],
  ['!Ref Zones', '?unset-variable'],
  ['!Ref Image', '?data-source'],
  ['!Ref Vpc', '?data-source Vpc.id'],
  ['!Ref Queue', '?computed Queue'],
  ['!Ref Nothing', '?unresolved-reference'],
  ['!Ref AWS::NoValue', undefined],
  ['[a, !Ref AWS::NoValue, b]', ['a', 'b']],
  ['{ A: 1, B: !Ref "AWS::NoValue" }', { A: 1 }],
  ['!Ref AWS::Region', '?data-source AWS::Region.region'],
  ['!GetAtt Queue.Arn', '?computed Queue.Arn'],
  ['!GetAtt [Queue, Arn]', '?computed Queue.Arn'],
  ['{ "Fn::GetAtt": [Queue, !Ref Environment] }', '?computed Queue.prod'],
  ['!GetAtt Queue.Nested.Value', '?computed Queue.Nested.Value'],
  ['!Sub "orders-${Environment}-${!Literal}"', 'orders-prod-${Literal}'],
  ['!Sub "arn:${AWS::Partition}:s3:::x"', 'arn:<?data-source AWS::Partition.partition>:s3:::x'],
  ['!Sub "${Queue.Arn}/*"', '<?computed Queue.Arn>/*'],
  ['!Sub ["${Name}-${Environment}", { Name: !Select [0, !Ref Subnets] }]', 'subnet-a-prod'],
  ['!Sub "${Subnets}"', '?failed-function'],
  ['!Join ["-", [a, !Ref Environment, 1]]', 'a-prod-1'],
  ['!Join [",", !Ref Subnets]', 'subnet-a,subnet-b'],
  ['!Join [",", !Ref Zones]', '?unset-variable'],
  ['!Join ["", ["arn:", !Ref Queue]]', 'arn:<?computed Queue>'],
  ['!Select [1, !Ref Subnets]', 'subnet-b'],
  ['!Select [9, !Ref Subnets]', '?failed-function'],
  ['!Select [0, !GetAZs ""]', '?data-source'],
  ['!Split ["/", "a/b/c"]', ['a', 'b', 'c']],
  ['!Select [2, !Split ["/", !Ref Environment]]', '?failed-function'],
  ['!If [IsProd, yes-it-is, no]', 'yes-it-is'],
  ['!If [IsTest, a, !Ref AWS::NoValue]', undefined],
  ['!If [HasKey, same, same]', 'same'],
  ['!If [HasKey, { A: 1, B: 2 }, { A: 1 }]', { A: 1, B: '?unset-variable' }],
  ['!If [HasKey, a, b]', '?unset-variable'],
  ['!If [Never, a, b]', 'b'],
  ['!If [Always, a, b]', 'a'],
  ['!If [Loop, a, b]', '?cycle'],
  ['!If [Nowhere, a, b]', '?unresolved-reference'],
  ['!FindInMap [Sizes, !Ref Environment, Disk]', 100],
  ['!FindInMap [Sizes, !Ref KeyArn, Encrypted]', true],
  ['!FindInMap [Sizes, !Ref KeyArn, Disk]', '?computed'],
  ['!FindInMap [Sizes, stage, Disk, { DefaultValue: 5 }]', 5],
  ['!FindInMap [Sizes, stage, Disk]', '?failed-function'],
  ['!Base64 "#!/bin/sh"', 'IyEvYmluL3No'],
  ['!Base64 { "Fn::Sub": "echo ${Queue}" }', 'echo <?computed Queue>'],
  ['!Cidr [192.0.2.0/24, 2, 4]', ['192.0.2.0/28', '192.0.2.16/28']],
  ['!Cidr ["2001:db8::/56", 2, 64]', ['2001:db8::/64', '2001:db8:0:1::/64']],
  ['!Cidr [192.0.2.0/24, 300, 8]', '?failed-function'],
  ['!ImportValue shared-vpc', '?data-source'],
  ['{ "Fn::Transform": { Name: AWS::Include, Parameters: { Location: s3://example/x.yaml } } }', '?unsupported'],
  ['{ "Fn::Length": [a, b] }', 2],
  ['{ "Fn::ToJsonString": { A: [1, !Ref Environment] } }', '{"A":[1,"prod"]}'],
  ['{ "Fn::Unheard": 1 }', '?unsupported'],
  ['{ Condition: { StringEquals: { a: b } } }', { Condition: { StringEquals: { a: 'b' } } }],
  ['{ "Fn::ForEach::Each": [Name, [A, B], { "Key${Name}": !Sub "${Name}-x" }] }', { KeyA: 'A-x', KeyB: 'B-x' }],
  ['{ Known: 1, "Fn::ForEach::Each": [Name, !Ref Zones, { "Key${Name}": 1 }] }', { Known: 1, 'Key${Name}': 1, '…': '?computed' }],
];

for (const [written, expected] of cases) {
  test(`intrinsic functions: ${written}`, () => {
    const subject = resourcesOf(evaluated(surroundings + written)).find(({ name }) => name === 'Subject');
    const value = subject?.block.attributes.get('Value')?.value;
    assert.deepEqual(value && shown(value), expected);
  });
}

test('a text that holds JSON knows what it says, unknown parts included', () => {
  const written = `!Sub '{"Statement": [{"Resource": "\${Queue.Arn}", "Effect": "Allow"}]}'`;
  const value = resourcesOf(evaluated(surroundings + written))
    .find(({ name }) => name === 'Subject')
    ?.block.attributes.get('Value')?.value;
  assert.equal(value?.kind, 'template');
  assert.deepEqual(value?.kind === 'template' && value.structure && shown(value.structure), {
    Statement: [{ Resource: '?computed Queue.Arn', Effect: 'Allow' }],
  });
});
