/** The role of the service gets new permissions when AWS records new types; a copy does not. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Config uses its service-linked role', ja: 'Config がサービスにリンクされたロールを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.config.recorder',
  why: {
    en: 'A role of your own misses permissions for new resource types, which then are silently not recorded, and somebody can change it.',
    ja: '独自のロールには新しいリソースの権限がなく、記録が黙って漏れます。誰かに変更されるおそれもあります。',
  },
  fix: {
    summary: { en: 'Use the role AWSServiceRoleForConfig.', ja: 'ロール AWSServiceRoleForConfig を使ってください。' },
    terraform: `resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
}`,
    cloudformation: `Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      Name: main
      RoleARN: arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
    cli: 'aws iam create-service-linked-role --aws-service-name config.amazonaws.com',
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html'],
  equivalents: ['prowler:config_recorder_using_aws_service_role'],
  noFramework: 'no control mapping yet',
  evaluate(recorder) {
    const { roleArn } = recorder;
    if (/AWSServiceRoleForConfig/.test(roleArn)) return pass();
    // Of a role that is only known later the name may still turn out to be that of the service.
    if (roleArn === '\uFFFC') return notApplicable({ en: 'Its role is only known later', ja: 'ロールは後で決まります' });
    return fail({ en: `Recorder ${recorder.name} uses a role of its own`, ja: `レコーダー ${recorder.name} は独自のロールを使っています` });
  },
  examples: [
    fails(
      'own role',
      `resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/config"
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
}`,
      {
        cloudformation: `Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      Name: main
      RoleARN: arn:aws:iam::123456789012:role/config`,
      },
    ),
    passes(
      'role of the service',
      `resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
}`,
      {
        cloudformation: `Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      Name: main
      RoleARN: arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
      },
    ),
    isNotApplicable(
      'a role of this code',
      `resource "aws_iam_service_linked_role" "config" {
  aws_service_name = "config.amazonaws.com"
}
resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = aws_iam_service_linked_role.config.arn
}
resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
}`,
    ),
  ],
});
