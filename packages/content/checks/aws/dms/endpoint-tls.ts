/** A migration carries every row once through the network. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

/** Engines with a connection of which `ssl_mode` decides. Source: AWS DMS User Guide, "Using SSL". */
const ENGINES = /^(aurora|azuredb|db2|docdb|mariadb|mongodb|mysql|oracle|postgres|sqlserver|sybase|azure-sql)/;

export const check = defineCheck({
  title: { en: 'Replication endpoints use TLS', ja: 'レプリケーションのエンドポイントが TLS を使用している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dms.endpoint',
  why: {
    en: 'Every row and the database password travel readable between DMS and the database.',
    ja: '全データとデータベースのパスワードが、DMS とデータベースの間を平文で流れます。',
  },
  fix: {
    summary: { en: 'Set ssl_mode to require or stricter.', ja: 'ssl_mode を require 以上にしてください。' },
    terraform: `resource "aws_dms_endpoint" "orders" {
  endpoint_id     = "orders"
  endpoint_type   = "source"
  engine_name     = "postgres"
  server_name     = "db.example.com"
  ssl_mode        = "verify-full"
  certificate_arn = "arn:aws:dms:ap-northeast-1:123456789012:cert:orders"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: postgres
      ServerName: db.example.com
      SslMode: verify-full
      CertificateArn: arn:aws:dms:ap-northeast-1:123456789012:cert:orders`,
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html'],
  equivalents: ['CKV2_AWS_49', 'DMS.9', 'prowler:dms_endpoint_ssl_enabled'],
  evaluate(endpoint) {
    const engine = aside(() => endpoint.engine);
    if (!ENGINES.test(engine)) {
      return notApplicable({
        en: `${endpoint.name} (${engine}) has no SSL mode`,
        ja: `${endpoint.name} (${engine}) に SSL モードはありません`,
      });
    }
    if (endpoint.sslMode !== 'none') return pass();
    return fail({ en: `Endpoint ${endpoint.name} connects without TLS`, ja: `エンドポイント ${endpoint.name} は TLS なしで接続します` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "db.example.com"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: postgres
      ServerName: db.example.com`,
      },
    ),
    passes(
      'verified',
      `resource "aws_dms_endpoint" "orders" {
  endpoint_id     = "orders"
  endpoint_type   = "source"
  engine_name     = "postgres"
  server_name     = "db.example.com"
  ssl_mode        = "verify-full"
  certificate_arn = "arn:aws:dms:ap-northeast-1:123456789012:cert:orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: postgres
      ServerName: db.example.com
      SslMode: verify-full
      CertificateArn: arn:aws:dms:ap-northeast-1:123456789012:cert:orders`,
      },
    ),
    isNotApplicable(
      'S3 is always reached over TLS',
      `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  server_name   = "db.example.com"
  engine_name   = "s3"
  endpoint_type = "target"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      ServerName: db.example.com
      EngineName: s3
      EndpointType: target`,
      },
    ),
  ],
});
