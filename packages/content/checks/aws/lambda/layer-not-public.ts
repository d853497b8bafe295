/** A layer is code, and sometimes the settings that came with it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Layers are not public', ja: 'レイヤーが公開されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.lambda.layer-permission',
  why: {
    en: 'Any AWS account downloads a public layer, with the code and whatever else was packed into it.',
    ja: '公開レイヤーは、どの AWS アカウントからもコードや同梱物ごとダウンロードできます。',
  },
  fix: {
    summary: {
      en: 'Name an account as principal, or add organization_id.',
      ja: 'アカウントを指定するか、organization_id を追加してください。',
    },
    terraform: `resource "aws_lambda_layer_version_permission" "tools" {
  layer_name      = "tools"
  version_number  = 3
  statement_id    = "use"
  action          = "lambda:GetLayerVersion"
  principal       = "*"
  organization_id = "o-exampleorg"
}`,
    cloudformation: `Resources:
  Tools:
    Type: AWS::Lambda::LayerVersionPermission
    Properties:
      LayerVersionArn: arn:aws:lambda:ap-northeast-1:123456789012:layer:tools:3
      Action: lambda:GetLayerVersion
      Principal: "*"
      OrganizationId: o-exampleorg`,
    cli: 'aws lambda remove-layer-version-permission --layer-name NAME --version-number 3 --statement-id ID',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(permission) {
    if (permission.principal !== '*' || permission.isLimitedToOrganization) return pass();
    return fail({
      en: `Layer permission ${permission.name} lets every AWS account use the layer`,
      ja: `レイヤーの権限 ${permission.name} はすべての AWS アカウントに利用を許可しています`,
    });
  },
  examples: [
    fails(
      'everyone',
      `resource "aws_lambda_layer_version_permission" "tools" {
  layer_name     = "tools"
  version_number = 3
  statement_id   = "use"
  action         = "lambda:GetLayerVersion"
  principal      = "*"
}`,
      {
        cloudformation: `Resources:
  Tools:
    Type: AWS::Lambda::LayerVersionPermission
    Properties:
      LayerVersionArn: arn:aws:lambda:ap-northeast-1:123456789012:layer:tools:3
      Action: lambda:GetLayerVersion
      Principal: "*"`,
      },
    ),
    passes(
      'the organization',
      `resource "aws_lambda_layer_version_permission" "tools" {
  layer_name      = "tools"
  version_number  = 3
  statement_id    = "use"
  action          = "lambda:GetLayerVersion"
  principal       = "*"
  organization_id = "o-exampleorg"
}`,
      {
        cloudformation: `Resources:
  Tools:
    Type: AWS::Lambda::LayerVersionPermission
    Properties:
      LayerVersionArn: arn:aws:lambda:ap-northeast-1:123456789012:layer:tools:3
      Action: lambda:GetLayerVersion
      Principal: "*"
      OrganizationId: o-exampleorg`,
      },
    ),
    passes(
      'one account',
      `resource "aws_lambda_layer_version_permission" "tools" {
  layer_name     = "tools"
  version_number = 3
  statement_id   = "use"
  action         = "lambda:GetLayerVersion"
  principal      = "123456789012"
}`,
      {
        cloudformation: `Resources:
  Tools:
    Type: AWS::Lambda::LayerVersionPermission
    Properties:
      LayerVersionArn: arn:aws:lambda:ap-northeast-1:123456789012:layer:tools:3
      Action: lambda:GetLayerVersion
      Principal: "123456789012"`,
      },
    ),
  ],
});
