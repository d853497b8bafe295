/** A migration carries every key once through the network. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Redis endpoints use TLS', ja: 'Redis エンドポイントが TLS を使用している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dms.endpoint-settings',
  why: {
    en: 'All keys and the password travel readable between DMS and the cache.',
    ja: '全データとパスワードが、DMS とキャッシュの間を平文で流れます。',
  },
  fix: {
    summary: {
      en: 'Set redis_settings.ssl_security_protocol to ssl-encryption.',
      ja: 'redis_settings.ssl_security_protocol を ssl-encryption にしてください。',
    },
    terraform: `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "redis"
  redis_settings {
    server_name = "cache.example.com"
    port        = 6379
    auth_type   = "none"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: redis
      RedisSettings:
        ServerName: cache.example.com
        Port: 6379
        AuthType: none`,
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.Redis.html'],
  equivalents: ['DMS.12', 'prowler:dms_endpoint_redis_in_transit_encryption_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(endpoint) {
    if (aside(() => endpoint.engine !== 'redis'))
      return notApplicable({ en: `${endpoint.name} is no Redis endpoint`, ja: `${endpoint.name} は Redis のエンドポイントではありません` });
    if (endpoint.redisProtocol !== 'plaintext') return pass();
    return fail({
      en: `Endpoint ${endpoint.name} connects to Redis without TLS`,
      ja: `エンドポイント ${endpoint.name} は TLS なしで Redis に接続します`,
    });
  },
  examples: [
    fails(
      'plain text',
      `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "redis"
  redis_settings {
    server_name           = "cache.example.com"
    port                  = 6379
    auth_type             = "none"
    ssl_security_protocol = "plaintext"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: redis
      RedisSettings:
        ServerName: cache.example.com
        Port: 6379
        AuthType: none
        SslSecurityProtocol: plaintext`,
      },
    ),
    passes(
      'the default',
      `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "redis"
  redis_settings {
    server_name = "cache.example.com"
    port        = 6379
    auth_type   = "none"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: redis
      RedisSettings:
        ServerName: cache.example.com
        Port: 6379
        AuthType: none`,
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
