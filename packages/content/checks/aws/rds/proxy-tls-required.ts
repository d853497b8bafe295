/** A proxy takes plain connections unless it is told not to. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database proxies require TLS', ja: 'RDS Proxy が TLS を必須にしている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.proxy',
  why: {
    en: 'Passwords and query results travel readable between application and proxy as long as TLS is a matter of choice.',
    ja: 'TLS が任意のままだと、パスワードや結果がアプリとプロキシの間を平文で流れます。',
  },
  fix: {
    edits: { terraform: [{ set: 'require_tls', value: true }], cloudformation: [{ set: 'RequireTLS', value: true }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Set require_tls to true.', ja: 'require_tls を true にしてください。' },
    terraform: `resource "aws_db_proxy" "orders" {
  name          = "orders"
  engine_family = "POSTGRESQL"
  require_tls   = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBProxy
    Properties:
      DBProxyName: orders
      EngineFamily: POSTGRESQL
      RequireTLS: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(proxy) {
    if (proxy.requiresTls) return pass();
    return fail({
      en: `Proxy ${proxy.name} accepts connections without TLS`,
      ja: `プロキシ ${proxy.name} は TLS なしの接続を受け付けます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_db_proxy" "orders" {
  name          = "orders"
  engine_family = "POSTGRESQL"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBProxy
    Properties:
      DBProxyName: orders
      EngineFamily: POSTGRESQL`,
      },
    ),
    passes(
      'on',
      `resource "aws_db_proxy" "orders" {
  name          = "orders"
  engine_family = "POSTGRESQL"
  require_tls   = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBProxy
    Properties:
      DBProxyName: orders
      EngineFamily: POSTGRESQL
      RequireTLS: true`,
      },
    ),
  ],
});
