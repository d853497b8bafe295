import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvaluationCase } from './cases.test-helper.ts';
import { evaluateFiles, outcome, printValue } from './cases.test-helper.ts';

const cases: readonly EvaluationCase[] = [
  {
    name: 'the region of the provider is that of its resources',
    files: 'variable "region" { default = "ap-northeast-1" }\nprovider "aws" { region = var.region }\nresource "aws_vpc" "v" {}',
    expect: { 'provider aws_vpc.v': 'aws', 'region aws_vpc.v': '"ap-northeast-1"' },
  },
  {
    name: 'a region that is not written is unknown',
    files: 'provider "aws" {}\nresource "aws_vpc" "v" {}\nresource "random_id" "r" {}',
    expect: {
      'region aws_vpc.v': '<unset-variable: the region of provider "aws" is not written in the code>',
      'provider random_id.r': 'random',
      'region random_id.r': '<unset-variable: the region of provider "random" is not written in the code>',
    },
  },
  {
    name: 'a resource picks an aliased provider',
    files:
      'provider "aws" { region = "ap-northeast-1" }\nprovider "aws" {\n  alias = "us"\n  region = "us-east-1"\n}\nresource "aws_vpc" "v" { provider = aws.us }\nresource "aws_vpc" "w" { provider = "aws.us" }',
    expect: { 'provider aws_vpc.v': 'aws.us', 'region aws_vpc.v': '"us-east-1"', 'region aws_vpc.w': '"us-east-1"' },
  },
  {
    name: 'the region argument of a resource wins over the provider',
    files: 'provider "aws" { region = "ap-northeast-1" }\nresource "aws_vpc" "v" { region = "eu-central-1" }',
    expect: { 'region aws_vpc.v': '"eu-central-1"' },
  },
  {
    name: 'a module inherits the default provider',
    files: {
      'main.tf': 'provider "aws" { region = "ap-northeast-1" }\nmodule "m" { source = "./m" }',
      'm/main.tf': 'resource "aws_vpc" "v" {}',
    },
    expect: { 'provider module.m.aws_vpc.v': 'aws', 'region module.m.aws_vpc.v': '"ap-northeast-1"' },
  },
  {
    name: 'a providers map puts another configuration in force below, through two modules',
    files: {
      'main.tf':
        'provider "aws" { region = "ap-northeast-1" }\nprovider "aws" {\n  alias = "us"\n  region = "us-east-1"\n}\nmodule "m" {\n  source = "./m"\n  providers = {\n    aws = aws.us\n    aws.peer = aws\n  }\n}',
      'm/main.tf':
        'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n      configuration_aliases = [aws.peer]\n    }\n  }\n}\nresource "aws_vpc" "v" {}\nmodule "n" {\n  source = "../n"\n  providers = { aws = aws.peer }\n}',
      'n/main.tf': 'resource "aws_vpc" "w" {}',
    },
    expect: {
      'provider module.m.aws_vpc.v': 'aws.us',
      'region module.m.aws_vpc.v': '"us-east-1"',
      'provider module.m.module.n.aws_vpc.w': 'aws',
      'region module.m.module.n.aws_vpc.w': '"ap-northeast-1"',
    },
  },
  {
    name: 'a provider declared in a module is in force there under its own key',
    files: {
      'main.tf': 'provider "aws" { region = "ap-northeast-1" }\nmodule "m" { source = "./m" }',
      'm/main.tf': 'provider "aws" { region = "eu-west-1" }\nresource "aws_vpc" "v" {}',
    },
    expect: { 'provider module.m.aws_vpc.v': 'module.m.aws', 'region module.m.aws_vpc.v': '"eu-west-1"' },
  },
  {
    name: 'a provider nobody configures keeps the name the resource gives',
    files: 'resource "aws_vpc" "v" { provider = aws.gone }',
    expect: { 'provider aws_vpc.v': 'aws.gone' },
  },
];

for (const single of cases) {
  test(single.name, () => {
    const { actual, expected } = outcome(single);
    assert.deepEqual(actual, expected);
  });
}

test('provider configurations carry their default tags', () => {
  const { roots } = evaluateFiles('provider "aws" {\n  region = "ap-northeast-1"\n  default_tags {\n    tags = { team = "ec" }\n  }\n}');
  const [config] = roots[0]?.providers ?? [];
  assert.deepEqual([config?.key, config?.name, config?.alias], ['aws', 'aws', null]);
  assert.equal(config?.defaultTags && printValue(config.defaultTags), '{team: "ec"}');
});

test('terraform blocks become settings with their labels', () => {
  const { roots } = evaluateFiles('terraform {\n  required_version = ">= 1.5"\n  backend "s3" {\n    encrypt = false\n  }\n}');
  const settings = roots[0]?.settings ?? [];
  assert.deepEqual(
    settings.map(({ type, labels }) => [type, ...labels]),
    [['terraform'], ['backend', 's3']],
  );
  const encrypt = settings[1]?.block.attributes.get('encrypt')?.value;
  assert.equal(encrypt && printValue(encrypt), 'false');
});

test('module calls are listed with their source, remote ones too', () => {
  const { roots } = evaluateFiles({
    'main.tf': 'module "vpc" {\n  source = "acme/vpc/aws"\n  version = "~> 5.0"\n}\nmodule "m" { source = "./m" }',
    'm/main.tf': '',
  });
  const calls = roots[0]?.moduleCalls ?? [];
  assert.deepEqual(
    calls.map(({ address, dir, version }) => [address, dir, version && printValue(version)]),
    [
      ['module.vpc', null, '"~> 5.0"'],
      ['module.m', 'm', null],
    ],
  );
});
