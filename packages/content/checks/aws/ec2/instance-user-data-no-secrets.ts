/** User data is readable for every process on the machine and for everybody who may describe instances. */
import { defineCheck, describeCredential, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'User data holds no credentials', ja: 'ユーザーデータに認証情報が含まれていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.launch',
  why: {
    en: 'User data is stored in plain text; every process on the machine and everybody who may describe instances can read it.',
    ja: 'ユーザーデータは平文で保存され、マシン上の全プロセスと、インスタンスを参照できる全員が読めます。',
  },
  fix: {
    summary: {
      en: 'Let the machine read the secret from Secrets Manager or Parameter Store with its role, and change the leaked one.',
      ja: '秘密情報はロールを使って Secrets Manager やパラメータストアから読むようにし、漏れた値は変更してください。',
    },
    terraform: `resource "aws_instance" "orders" {
  ami       = "ami-0123456789abcdef0"
  user_data = <<-EOT
    #!/bin/bash
    DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id orders/db --query SecretString --output text)
    export DB_PASSWORD
  EOT
}`,
    cli: 'aws ec2 modify-instance-attribute --instance-id ID --user-data Value=file://user-data.txt',
    console: {
      en: 'EC2 → Instances → stop the instance → Actions → Instance settings → Edit user data.',
      ja: 'EC2 → インスタンス → 停止 → アクション → インスタンスの設定 → ユーザーデータを編集。',
    },
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html'],
  equivalents: [
    'CKV_AWS_46',
    'AVD-AWS-0029',
    'tfsec:aws-ec2-no-secrets-in-user-data',
    'AVD-AWS-0122',
    'tfsec:aws-ec2-no-sensitive-info',
    'tfsec:aws-autoscaling-no-sensitive-info',
    'AVD-AWS-0129',
    'tfsec:aws-ec2-no-secrets-in-launch-template-user-data',
    'tfsec:aws-autoscaling-no-secrets-in-user-data',
    'prowler:ec2_instance_secrets_user_data',
    'prowler:ec2_launch_template_no_secrets',
    'prowler:autoscaling_find_secrets_ec2_launch_configuration',
  ],
  // One question for everything that launches instances: no check of its own for each kind.
  aliases: ['aws-ec2-launch-template-no-secrets'],
  evaluate(launch) {
    const credential = launch.userDataCredential;
    if (!credential) return pass();
    const { line } = credential;
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `User data of ${launch.name} holds ${en} (line ${line} of the text)`,
      ja: `${launch.name} のユーザーデータに${ja}が含まれています (${line} 行目)`,
    });
  },
  examples: [
    fails(
      'a password from the default of a variable',
      `variable "db_password" {
  default = "Winter2026-orders"
}
resource "aws_instance" "loadtest" {
  ami       = "ami-0123456789abcdef0"
  user_data = <<-EOT
    #!/bin/bash
    export ORDERS_DB_HOST=orders.db.example.com
    export ORDERS_DB_PASSWORD=\${var.db_password}
  EOT
}`,
    ),
    fails(
      'an access key in the Base64 of a launch template',
      `resource "aws_launch_template" "workers" {
  name      = "workers"
  user_data = base64encode("export KEY=\${join("", ["AKIA", "QWERTYUIOPASDFGH"])}")
}`,
    ),
    fails(
      'written as Base64',
      `resource "aws_launch_configuration" "workers" {
  image_id         = "ami-0123456789abcdef0"
  user_data_base64 = "ZXhwb3J0IE9SREVSU19EQl9QQVNTV09SRD1XaW50ZXIyMDI2LW9yZGVycw=="
}`,
    ),
    fails(
      'a password that the code makes',
      `resource "random_password" "db" {
  length = 32
}
resource "aws_instance" "orders" {
  ami       = "ami-0123456789abcdef0"
  user_data = "DB_PASSWORD=\${random_password.db.result} ./install.sh"
}`,
    ),
    passes(
      'read from the store at start',
      `resource "aws_instance" "orders" {
  ami       = "ami-0123456789abcdef0"
  user_data = <<-EOT
    #!/bin/bash
    export DB_PASSWORD=$(aws ssm get-parameter --name /orders/db/password --with-decryption --query Parameter.Value --output text)
    export GREETING=hello
  EOT
}`,
    ),
    passes('no user data', 'resource "aws_instance" "orders" {\n  ami = "ami-0123456789abcdef0"\n}', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0`,
    }),
    isUnknown(
      'handed in',
      `variable "user_data" {}
resource "aws_instance" "orders" {
  ami       = "ami-0123456789abcdef0"
  user_data = var.user_data
}`,
    ),
    fails('a password of a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          export ORDERS_DB_PASSWORD=Winter2026-orders`,
    }),
    fails('a password from the default of a parameter', {
      cloudformation: `Parameters:
  Password:
    Type: String
    Default: Winter2026-orders
Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          export ORDERS_DB_PASSWORD=\${Password}`,
    }),
    passes('read from the store at start, in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          export DB_PASSWORD=$(aws ssm get-parameter --name /orders/db/password --with-decryption --query Parameter.Value --output text)`,
    }),
  ],
});
