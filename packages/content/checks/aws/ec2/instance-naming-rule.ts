/** A server whose name fits no rule is the one nobody remembers: made by mistake, for a test, or by somebody else (IPA study, unwanted server). */
import {
  defineCheck,
  fail,
  fails,
  isNotApplicable,
  isInEnvironments,
  isUnknown,
  namingParams,
  namingProblem,
  notApplicable,
  pass,
  passes,
  tagValue,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Production and staging instances follow the naming rule', ja: '本番・検証環境のインスタンス名が命名規則に従っている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.ec2.instance',
  why: {
    en: 'A name outside the rule shows servers that were made by mistake, left over or not made by you; nobody patches those.',
    ja: '規則外の名前は、誤って作られた・消し忘れた・身に覚えのないサーバーの手がかりです。そうしたサーバーは誰も更新しません。',
  },
  fix: {
    summary: {
      en: 'Name the instance by the rule, or delete it when nobody needs it.',
      ja: '規則に沿った名前を付けるか、不要なら削除してください。',
    },
    terraform: `resource "aws_instance" "orders" {
  ami = "ami-0123456789abcdef0"

  tags = {
    Name        = "prd-orders-web01"
    Environment = "production"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      Tags:
        - Key: Name
          Value: prd-orders-web01
        - Key: Environment
          Value: Production`,
    cli: 'aws ec2 create-tags --resources ID --tags Key=Name,Value=NAME',
    console: {
      en: 'EC2 → Instances → the instance → Tags → Manage tags → Name.',
      ja: 'EC2 → インスタンス → 対象 → タグ → タグを管理 → Name。',
    },
  },
  references: ['https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html'],
  equivalents: [],
  params: {
    ...namingParams,
    patterns: {
      type: 'strings',
      default: ['*-*-*'],
      description: {
        en: 'Names that are right: * stands for any text, ? for one character. Default: environment-system-role, such as prd-orders-web01',
        ja: '正しい名前の形 (* は任意の文字列、? は 1 文字)。既定は 環境-システム-役割 (例: prd-orders-web01)',
      },
    },
    environments: {
      type: 'strings',
      default: ['production', 'prod', 'prd', 'staging', 'stg'],
      description: {
        en: 'Values of the tag Environment (or Env) of instances that must follow the rule, * for all; case does not matter',
        ja: '規則の対象とするタグ Environment (または Env) の値。* はすべて (大文字小文字は無視)',
      },
    },
  },
  evaluate(instance, { environments, ...rule }) {
    if (!isInEnvironments(instance.tags, environments))
      return notApplicable({
        en: `Instance ${instance.name} is in no environment that the rule is for`,
        ja: `インスタンス ${instance.name} は規則の対象環境にありません`,
      });
    const name = tagValue(instance.tags, 'Name');
    if (name === undefined)
      return fail({ en: `Instance ${instance.name} has no Name tag`, ja: `インスタンス ${instance.name} に Name タグがありません` });
    const problem = namingProblem(name, rule);
    return problem === null
      ? pass()
      : fail({ en: `Instance ${instance.name} ${problem.en}`, ja: `インスタンス ${instance.name} ${problem.ja}` });
  },
  examples: [
    fails(
      'one word, with the environment from the provider',
      `provider "aws" {
  default_tags {
    tags = { Environment = "staging" }
  }
}
resource "aws_instance" "loadtest" {
  ami  = "ami-0123456789abcdef0"
  tags = { Name = "loadtest1" }
}`,
    ),
    fails(
      'no name',
      `resource "aws_instance" "orders" {
  ami  = "ami-0123456789abcdef0"
  tags = { Env = "prd" }
}`,
    ),
    fails(
      'another rule',
      `resource "aws_instance" "orders" {
  ami  = "ami-0123456789abcdef0"
  tags = { Name = "web-orders-01", Environment = "production" }
}`,
      { params: { patterns: ['prd-*-*'] } },
    ),
    fails(
      'a token that is not allowed, and a counter of one digit',
      `resource "aws_instance" "orders" {
  ami  = "ami-0123456789abcdef0"
  tags = { Name = "prod-orders-web1", Environment = "production" }
}`,
      { params: { grammar: ['{env}-{system}-{role}{nn}'], tokens: ['env=prd|stg', 'role=web|app'] } },
    ),
    passes(
      'by the grammar, in any environment',
      `resource "aws_instance" "orders" {
  ami  = "ami-0123456789abcdef0"
  tags = { Name = "dev-orders-web01" }
}`,
      { params: { grammar: ['{env}-{system}-{role}{nn}'], tokens: ['env=prd|stg|dev'], environments: ['*'] } },
    ),
    passes(
      'as the rule says',
      `resource "aws_instance" "orders" {
  ami  = "ami-0123456789abcdef0"
  tags = { Name = "prd-orders-web01", Environment = "Production" }
}`,
    ),
    isUnknown(
      'the name is handed in',
      `variable "hostname" {}
resource "aws_instance" "orders" {
  ami  = "ami-0123456789abcdef0"
  tags = { Name = var.hostname, Environment = "production" }
}`,
    ),
    isNotApplicable(
      'a sandbox',
      `resource "aws_instance" "trial" {
  ami  = "ami-0123456789abcdef0"
  tags = { Name = "test", Environment = "sandbox" }
}`,
    ),
    fails('no name in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      Tags:
        - Key: Env
          Value: prd`,
    }),
    passes('as the rule says, in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      Tags:
        - Key: Name
          Value: prd-orders-web01
        - Key: Environment
          Value: Production`,
    }),
    isUnknown('the name is a parameter', {
      cloudformation: `Parameters:
  Hostname:
    Type: String
Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      Tags:
        - Key: Name
          Value: !Ref Hostname
        - Key: Environment
          Value: production`,
    }),
  ],
});
