/** A MongoDB that asks nobody is a MongoDB for everybody. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MongoDB endpoints sign in', ja: 'MongoDB エンドポイントが認証を使用している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dms.endpoint-settings',
  why: {
    en: 'With auth_type no the source accepts whoever reaches it, not only DMS.',
    ja: 'auth_type が no の場合、移行元は DMS 以外の誰でも受け入れます。',
  },
  fix: {
    summary: { en: 'Set mongodb_settings.auth_type to password.', ja: 'mongodb_settings.auth_type を password にしてください。' },
    terraform: `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "mongodb"
  mongodb_settings {
    auth_type = "password"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: mongodb
      MongoDbSettings:
        AuthType: password`,
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MongoDB.html'],
  equivalents: ['DMS.11', 'prowler:dms_endpoint_mongodb_authentication_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(endpoint) {
    if (aside(() => endpoint.engine !== 'mongodb' && endpoint.engine !== 'docdb'))
      return notApplicable({
        en: `${endpoint.name} is no MongoDB endpoint`,
        ja: `${endpoint.name} は MongoDB のエンドポイントではありません`,
      });
    if (endpoint.mongoAuthentication !== 'no') return pass();
    return fail({
      en: `Endpoint ${endpoint.name} connects to MongoDB without signing in`,
      ja: `エンドポイント ${endpoint.name} は認証なしで MongoDB に接続します`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "mongodb"
  mongodb_settings {
    auth_type = "no"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: mongodb
      MongoDbSettings:
        AuthType: "no"`,
      },
    ),
    passes(
      'a password',
      `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "mongodb"
  mongodb_settings {
    auth_type = "password"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: mongodb
      MongoDbSettings:
        AuthType: password`,
      },
    ),
    isNotApplicable(
      'another engine',
      `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: postgres`,
      },
    ),
  ],
});
