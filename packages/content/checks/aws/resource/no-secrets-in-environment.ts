/** Environment variables and arguments show in the console, in the API and in every template. */
import { credentialIn, defineCheck, describeCredential, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Environments of applications and jobs hold no credentials', ja: 'アプリケーションやジョブの環境に認証情報がない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.resource.environment',
  why: {
    en: 'Variables and arguments stand in plain text in the settings, for everybody who may read them and in every copy of the code.',
    ja: '環境変数や引数は設定に平文で残り、参照できる全員とコードの全複製に見えます。',
  },
  fix: {
    summary: {
      en: 'Read the value from Secrets Manager or Parameter Store, and change the one that leaked.',
      ja: '値は Secrets Manager かパラメータストアから読み、漏れた値は変更してください。',
    },
    terraform: `resource "aws_amplify_app" "shop" {
  name = "shop"
  environment_variables = {
    STAGE         = "production"
    DB_SECRET_ARN = "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-db"
  }
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::Amplify::App
    Properties:
      Name: shop
      EnvironmentVariables:
        - Name: STAGE
          Value: production
        - Name: DB_SECRET_ARN
          Value: arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-db`,
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(resource) {
    const credential = credentialIn(resource.credentials);
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `${resource.name} holds ${en} in ${credential.variable}`,
      ja: `${resource.name} の ${credential.variable} に${ja}が含まれています`,
    });
  },
  examples: [
    fails(
      'a password',
      `resource "aws_amplify_app" "shop" {
  name = "shop"
  environment_variables = {
    DB_PASSWORD = "Winter2026-orders"
  }
}`,
    ),
    fails('a password', {
      cloudformation: `Resources:
  Shop:
    Type: AWS::Amplify::App
    Properties:
      Name: shop
      EnvironmentVariables:
        - Name: DB_PASSWORD
          Value: Winter2026-orders`,
    }),
    fails(
      'an argument of a job',
      `resource "aws_glue_job" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/glue"
  default_arguments = {
    "--db_password" = "Winter2026-orders"
  }
  command {
    script_location = "s3://orders-scripts/job.py"
  }
}`,
    ),
    fails(
      'in the properties of a container',
      `resource "aws_batch_job_definition" "report" {
  name = "report"
  type = "container"
  container_properties = jsonencode({
    image       = "report:7"
    environment = [{ name = "DB_PASSWORD", value = "Winter2026-orders" }]
  })
}`,
    ),
    passes(
      'settings',
      `resource "aws_amplify_app" "shop" {
  name = "shop"
  environment_variables = {
    STAGE         = "production"
    DB_SECRET_ARN = "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-db"
  }
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Amplify::App
    Properties:
      Name: shop
      EnvironmentVariables:
        - Name: STAGE
          Value: production
        - Name: DB_SECRET_ARN
          Value: arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-db`,
      },
    ),
    passes('an image of App Runner', {
      cloudformation: `Resources:
  Shop:
    Type: AWS::AppRunner::Service
    Properties:
      ServiceName: shop
      SourceConfiguration:
        ImageRepository:
          ImageIdentifier: 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/shop:4
          ImageRepositoryType: ECR
          ImageConfiguration:
            RuntimeEnvironmentVariables:
              - Name: STAGE
                Value: production`,
    }),
  ],
});
