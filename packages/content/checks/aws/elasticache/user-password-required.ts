/** A user without a password is no user. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cache users need a password', ja: 'キャッシュの利用者にパスワードが必要である' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticache.user',
  why: {
    en: 'Whoever reaches the port signs in under that name and has all of its rights.',
    ja: 'ポートに到達できる者は、その名前でログインし権限をすべて使えます。',
  },
  fix: {
    summary: { en: 'Use IAM or a password as authentication mode.', ja: '認証方式を IAM またはパスワードにしてください。' },
    terraform: `resource "aws_elasticache_user" "orders" {
  user_id       = "orders"
  user_name     = "orders"
  engine        = "redis"
  access_string = "on ~orders:* +@read"

  authentication_mode {
    type = "iam"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ElastiCache::User
    Properties:
      UserId: orders
      UserName: orders
      Engine: redis
      AccessString: on ~orders:* +@read
      AuthenticationMode: { Type: iam }`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(user) {
    if (!user.needsNoPassword) return pass();
    return fail({ en: `User ${user.name} signs in without a password`, ja: `利用者 ${user.name} はパスワードなしでログインできます` });
  },
  examples: [
    fails(
      'no password',
      `resource "aws_elasticache_user" "orders" {
  user_id              = "orders"
  user_name            = "orders"
  engine               = "redis"
  access_string        = "on ~orders:* +@read"
  no_password_required = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElastiCache::User
    Properties:
      UserId: orders
      UserName: orders
      Engine: redis
      AccessString: on ~orders:* +@read
      NoPasswordRequired: true`,
      },
    ),
    fails(
      'by authentication mode',
      `resource "aws_elasticache_user" "orders" {
  user_id       = "orders"
  user_name     = "orders"
  engine        = "redis"
  access_string = "on ~orders:* +@read"

  authentication_mode {
    type = "no-password-required"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElastiCache::User
    Properties:
      UserId: orders
      UserName: orders
      Engine: redis
      AccessString: on ~orders:* +@read
      AuthenticationMode: { Type: no-password-required }`,
      },
    ),
    passes(
      'IAM',
      `resource "aws_elasticache_user" "orders" {
  user_id       = "orders"
  user_name     = "orders"
  engine        = "redis"
  access_string = "on ~orders:* +@read"

  authentication_mode {
    type = "iam"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElastiCache::User
    Properties:
      UserId: orders
      UserName: orders
      Engine: redis
      AccessString: on ~orders:* +@read
      AuthenticationMode: { Type: iam }`,
      },
    ),
  ],
});
