/** CloudFormation templates: mutated examples, and random programs in which every function takes every other one. */
import { parse } from 'yaml';
import type { Random } from '../../bench/estate/random.ts';
import { mutateBytes, mutateTokens } from './mutate.ts';
import type { Files } from './programs.ts';
import { exampleTexts } from './seeds.ts';
import { mutateTree, printJson, printYaml, treeOf } from './trees.ts';

const LEAVES = [
  ...[
    '0',
    '1',
    '-1',
    '1e300',
    'true',
    'null',
    '""',
    '"a"',
    '"10.0.0.0/8"',
    '"2001:db8::/32"',
    '[]',
    '{}',
    '[a, b]',
    '"{\\"a\\": [1, {}]}"',
  ],
  ...[
    '!Ref P0',
    '!Ref P1',
    '!Ref List',
    '!Ref R0',
    '!Ref AWS::NoValue',
    '!Ref AWS::Region',
    '!Ref Missing',
    '!GetAtt R1.Arn',
    '!GetAtt Nested.Outputs.O',
  ],
  ...['"${P0}-${R0.Arn}-${!X}"', '!Sub "${P0}-${R0.Arn}-${!X}-${Missing}"', '*shared', '"{{resolve:ssm:a:1}}"', '"é😀"'],
];

const FUNCTIONS =
  'GetAtt Sub Join Select Split If Equals And Or Not FindInMap Base64 Cidr GetAZs ImportValue Length ToJsonString Transform Unheard'.split(
    ' ',
  );
const CONDITIONS = ['C0', 'C1', 'C2', 'Missing'];

/** One or two templates, now and then with a file beside them. */
export function templates(random: Random): Files {
  if (random.chance(0.4)) return new Map([['template.yaml', mutated(random)]]);
  const files = new Map([
    ['template.yaml', program(random)],
    ['nested.yaml', `${program(random)}Outputs:\n  O: { Value: ${expression(random, 3)} }\n`],
  ]);
  if (random.chance(0.2)) files.set('template.parameters.json', '[{"ParameterKey": "P0", "ParameterValue": "x"}]');
  return random.chance(0.2) ? new Map([...files].map(([path, text]) => [path, mutateTokens(text, random)])) : files;
}

function mutated(random: Random): string {
  const [text, other] = [random.pick(exampleTexts('cloudformation')), random.pick(exampleTexts('cloudformation'))];
  if (random.chance(0.4)) return edited(text, random);
  return random.chance(0.5) ? mutateBytes(text, other, random) : mutateTokens(text, random);
}

function program(random: Random): string {
  const resources = Array.from({ length: random.int(1, 6) }, (_, at) => resource(random, at));
  return `AWSTemplateFormatVersion: "2010-09-09"
Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Shared: &shared ${expression(random, 2).replaceAll('*shared', 'x')}
Globals: { Function: { Environment: ${expression(random, 2)}, Tags: { A: b } } }
Parameters:
  P0: { Type: String, Default: ${random.pick(['a', '1', 'true', '""', '[a]'])} }
  P1: { Type: ${random.pick(['Number', 'List<Number>', 'CommaDelimitedList', 'AWS::SSM::Parameter::Value<String>', '[]'])}, NoEcho: true }
  List: { Type: CommaDelimitedList, Default: "a,b,c" }
Mappings: { M: { a: { k: 1, l: [x] }, b: { k: 2 } }, Broken: [] }
Conditions:
  C0: ${expression(random, 3)}
  C1: !Not [!Condition ${random.pick(CONDITIONS)}]
  C2: !And [!Condition ${random.pick(CONDITIONS)}, ${expression(random, 2)}]
Resources:
${resources.join('')}  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ./nested.yaml, Parameters: { P0: ${expression(random, 2)} } } }
`;
}

const TYPES = [
  ...[
    'AWS::S3::Bucket',
    'AWS::IAM::Role',
    'AWS::EC2::SecurityGroup',
    'AWS::RDS::DBInstance',
    'AWS::Serverless::Function',
    'AWS::Serverless::Api',
  ],
  ...['AWS::Lambda::Function', 'AWS::CloudTrail::Trail', 'AWS::S3::BucketPolicy', 'AWS::EC2::Instance', 'AWS::CloudFormation::StackSet'],
];
const PROPERTIES = [
  ...[
    'BucketName',
    'BucketEncryption',
    'PolicyDocument',
    'AssumeRolePolicyDocument',
    'Policies',
    'ManagedPolicyArns',
    'SecurityGroupIngress',
  ],
  ...[
    'Tags',
    'Environment',
    'Events',
    'FunctionUrlConfig',
    'Auth',
    'EventSelectors',
    'UserData',
    'BlockDeviceMappings',
    'TemplateBody',
    'Bucket',
  ],
];

function resource(random: Random, at: number): string {
  const properties = Array.from({ length: random.int(0, 4) }, () => `      ${random.pick(PROPERTIES)}: ${expression(random, 4)}\n`);
  const condition = random.chance(0.3) ? `    Condition: ${random.pick(CONDITIONS)}\n` : '';
  const body = `    Type: ${random.pick(TYPES)}\n${condition}${properties.length > 0 ? `    Properties:\n${properties.join('')}` : ''}`;
  if (!random.chance(0.1)) return `  R${at}:\n${body}`;
  return `  Fn::ForEach::L${at}: [X, ${expression(random, 1)}, { "R${at}\${X}": { Type: ${random.pick(TYPES)}, Properties: ${expression(random, 2)} } }]\n`;
}

function expression(random: Random, depth: number): string {
  if (depth === 0 || random.chance(0.25)) return random.pick(LEAVES);
  const inner = (): string => expression(random, depth - 1);
  const list = (): string => `[${Array.from({ length: random.int(0, 4) }, inner).join(', ')}]`;
  const shape = random.int(0, 4);
  if (shape === 0) return list();
  if (shape === 1) return `{ ${Array.from({ length: random.int(1, 3) }, () => `${random.pick(PROPERTIES)}: ${inner()}`).join(', ')} }`;
  if (shape === 2) return `{ "Fn::If": [${random.pick(CONDITIONS)}, ${inner()}, ${inner()}] }`;
  if (shape === 3) return `{ "Fn::ForEach::Y": [Y, ${list()}, { "K\${Y}": ${inner()} }] }`;
  return `{ "Fn::${random.pick(FUNCTIONS)}": ${random.chance(0.7) ? list() : inner()} }`;
}

/** Short tags are lost on the way; the program below has them. */
function edited(text: string, random: Random): string {
  const tree = mutateTree(treeOf(parse(text, { merge: true, logLevel: 'silent' })), [...LEAVES, ...CONDITIONS, ...TYPES], random);
  return random.chance(0.5) ? printJson(tree) : printYaml(tree, random);
}
