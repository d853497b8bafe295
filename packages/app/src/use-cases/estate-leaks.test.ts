/** Credentials that flow into places others can read, and the classes of data. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classOfName, classify, readEstate, storesOf, workloadsOf } from '@kumomori/model';
import type { ExampleFormat, ExampleSource, LeakedCredential } from '@kumomori/model';
import { exampleRoots } from './example-resources.ts';

function leaksIn(format: ExampleFormat, source: ExampleSource): readonly string[] {
  const estate = readEstate(exampleRoots(format, source), { account: '123456789012' });
  const shown = ({ of, credential, where }: LeakedCredential): string => `${credential} of ${of ?? '?'} in ${where}`;
  return [...workloadsOf(estate), ...storesOf(estate)].flatMap(({ node, credentials }) =>
    credentials.map((each) => `${node}: ${shown(each)}`),
  );
}

const KEY = `resource "aws_iam_access_key" "ci" { user = "ci" }\n`;

const cases: readonly (readonly [name: string, terraform: string, leaks: readonly string[]])[] = [
  [
    'a key in the environment of a function is one leak, not two',
    `resource "aws_lambda_function" "api" {
  function_name = "api"
  environment {
    variables = {
      KEY_ID = aws_iam_access_key.ci.id
      SECRET = aws_iam_access_key.ci.secret
    }
  }
}`,
    ['aws_lambda_function.api: aws-secret-key of ~aws_iam_access_key.ci in environment'],
  ],
  [
    'the id alone is none',
    `resource "aws_lambda_function" "api" {
  function_name = "api"
  environment { variables = { KEY_ID = aws_iam_access_key.ci.id } }
}`,
    [],
  ],
  [
    'a key in a script, encoded',
    `resource "aws_instance" "web" {
  user_data_base64 = base64encode("#!/bin/sh\\nexport AWS_SECRET_ACCESS_KEY=\${aws_iam_access_key.ci.secret}\\n")
}`,
    ['aws_instance.web: aws-secret-key of ~aws_iam_access_key.ci in user-data'],
  ],
  [
    'a key in the environment of a container',
    `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([{
    name        = "web"
    image       = "nginx"
    environment = [{ name = "AWS_SECRET", value = aws_iam_access_key.ci.secret }]
  }])
}`,
    ['aws_ecs_task_definition.orders: aws-secret-key of ~aws_iam_access_key.ci in environment'],
  ],
  [
    'a key in an object, a parameter, an item and a secret',
    `resource "aws_s3_bucket" "config" { bucket = "config" }
resource "aws_s3_object" "keys" {
  bucket  = aws_s3_bucket.config.id
  key     = "credentials"
  content = "secret = \${aws_iam_access_key.ci.secret}"
}
resource "aws_ssm_parameter" "key" {
  name  = "/ci/key"
  type  = "String"
  value = aws_iam_access_key.ci.secret
}
resource "aws_dynamodb_table" "config" { name = "config" }
resource "aws_dynamodb_table_item" "key" {
  table_name = aws_dynamodb_table.config.name
  hash_key   = "id"
  item       = jsonencode({ id = { S = "ci" }, secret = { S = aws_iam_access_key.ci.secret } })
}
resource "aws_secretsmanager_secret" "key" { name = "ci-key" }
resource "aws_secretsmanager_secret_version" "key" {
  secret_id     = aws_secretsmanager_secret.key.id
  secret_string = jsonencode({ secret = aws_iam_access_key.ci.secret })
}`,
    [
      'aws_s3_bucket.config: aws-secret-key of ~aws_iam_access_key.ci in object',
      'aws_ssm_parameter.key: aws-secret-key of ~aws_iam_access_key.ci in parameter',
      'aws_dynamodb_table.config: aws-secret-key of ~aws_iam_access_key.ci in item',
      'aws_secretsmanager_secret.key: aws-secret-key of ~aws_iam_access_key.ci in secret',
    ],
  ],
  [
    'a key in an option and in a build',
    `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "UPLOAD_SECRET"
    value     = aws_iam_access_key.ci.secret
  }
}
resource "aws_codebuild_project" "build" {
  name = "build"
  environment {
    environment_variable {
      name  = "AWS_SECRET_ACCESS_KEY"
      value = aws_iam_access_key.ci.secret
    }
  }
}`,
    [
      'aws_elastic_beanstalk_environment.shop: aws-secret-key of ~aws_iam_access_key.ci in environment',
      'aws_codebuild_project.build: aws-secret-key of ~aws_iam_access_key.ci in environment',
    ],
  ],
  [
    'through a module and a local',
    `locals { secret = aws_iam_access_key.ci.secret }
resource "aws_lambda_function" "api" {
  function_name = "api"
  environment { variables = merge({ A = "b" }, { SECRET = local.secret }) }
}`,
    ['aws_lambda_function.api: aws-secret-key of ~aws_iam_access_key.ci in environment'],
  ],
  [
    'a password that is made here',
    `resource "random_password" "db" { length = 32 }
resource "aws_lambda_function" "api" {
  function_name = "api"
  environment { variables = { DB_PASSWORD = random_password.db.result } }
}`,
    ['aws_lambda_function.api: secret-value of ~random_password.db in environment'],
  ],
  [
    'variables and places of secrets are no literals',
    `variable "db_password" {}
resource "aws_secretsmanager_secret" "db" { name = "db" }
resource "aws_lambda_function" "api" {
  function_name = "api"
  environment {
    variables = {
      DB_PASSWORD   = var.db_password
      DB_SECRET     = aws_secretsmanager_secret.db.arn
      URL           = "https://\${var.db_password}.example.com/?a=b"
      SCRIPT        = "PASSWORD=\${var.db_password}\\n"
    }
  }
}`,
    [],
  ],
  [
    'the id of a key in a script says whose it is',
    `resource "aws_instance" "web" {
  user_data = "#!/bin/sh\\nexport AWS_ACCESS_KEY_ID=AKIAZ7Q3H5J2K8L4M6N9\\n"
}`,
    ['aws_instance.web: aws-access-key of AKIAZ7Q3H5J2K8L4M6N9 in user-data'],
  ],
];

for (const [name, terraform, leaks] of cases) {
  void test(name, () => {
    assert.deepEqual(leaksIn('terraform', KEY + terraform), leaks);
  });
}

void test('a key in a template of CloudFormation', () => {
  const template = `Resources:
  Key: { Type: AWS::IAM::AccessKey, Properties: { UserName: ci } }
  Api:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: api
      Environment: { Variables: { ID: !Ref Key, SECRET: !GetAtt Key.SecretAccessKey } }`;
  assert.deepEqual(leaksIn('cloudformation', template), ['Api: aws-secret-key of ~Key in environment']);
});

void test('a variable that was redacted when it was collected still says what it was', () => {
  const functions = {
    FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:api',
    FunctionName: 'api',
    Environment: { Variables: { SECRET: { $redacted: 'f1', credential: 'aws-secret-key' }, STAGE: { $redacted: 'f2', credential: null } } },
  };
  const leaks = leaksIn('live', [{ call: 'lambda:ListFunctions', region: 'eu-west-1', response: { Functions: [functions] } }]);
  assert.deepEqual(leaks, ['arn:aws:lambda:eu-west-1:123456789012:function:api: aws-secret-key of ? in environment']);
});

const names: readonly (readonly [name: string, dataClass: string | undefined])[] = [
  ['customer-orders', 'personal'],
  ['kojin-joho-db', 'personal'],
  ['顧客情報バックアップ', 'personal'],
  ['prod-tfstate-eu', 'state'],
  ['acme-terraform-state', 'state'],
  ['nightlyBackups', 'backup'],
  ['cloudtrail-123456789012', 'log'],
  ['payment-logs', 'payment'],
  ['社員名簿', 'personal'],
  ['catalog', undefined],
  ['dialogue', undefined],
  ['blog', undefined],
  ['shared', undefined],
];

for (const [name, dataClass] of names) {
  void test(`${name} is called ${dataClass ?? 'nothing special'}`, () => {
    assert.equal(classOfName(name)?.dataClass, dataClass);
  });
}

const store = {
  name: 'customers',
  names: ['arn:aws:s3:::customers', 'customers'],
  node: 'aws_s3_bucket.x',
  storeKind: 'aws.s3.bucket',
  tags: {},
};

const tagged: readonly (readonly [tags: Readonly<Record<string, string>>, dataClass: string | undefined, from: string])[] = [
  [{ DataClassification: 'Highly Confidential' }, 'confidential', 'tag DataClassification=Highly Confidential'],
  [{ 'data-class': 'PII' }, 'personal', 'tag data-class=PII'],
  [{ 個人情報: '有' }, 'personal', 'tag 個人情報=有'],
  [{ 個人情報: '無' }, 'personal', 'name customers'],
  [{ classification: 'internal' }, undefined, 'tag classification=internal'],
  [{ 機密区分: '極秘' }, 'confidential', 'tag 機密区分=極秘'],
  [{ Owner: 'confidential' }, 'personal', 'name customers'],
];

for (const [tags, dataClass, classFrom] of tagged) {
  void test(`${JSON.stringify(tags)} on a bucket of customers: ${dataClass ?? 'no class'}`, () => {
    assert.deepEqual(classify({ ...store, tags }), { dataClass, classFrom });
  });
}

void test('a rule of the user goes before tags and names', () => {
  const rules = [{ class: 'tier-0', names: 'CUST*', kind: 'aws.s3.*' }];
  assert.deepEqual(classify({ ...store, tags: { pii: 'true' } }, rules), { dataClass: 'tier-0', classFrom: 'rule tier-0' });
  assert.deepEqual(classify({ ...store, storeKind: 'aws.sqs.queue' }, rules).dataClass, 'personal');
});
