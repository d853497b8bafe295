/** Without access logs nobody can say afterwards who asked for what. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Classic load balancer writes access logs', ja: 'Classic Load Balancer がアクセスログを記録している' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.elb.load-balancer',
  why: {
    en: 'Requests that reached the application cannot be reconstructed after an incident unless the load balancer wrote them down.',
    ja: 'ロードバランサーが記録していないリクエストは、インシデント後に再現できません。',
  },
  fix: {
    edits: { cloudformation: [{ set: 'AccessLoggingPolicy[*].Enabled', value: true }] },
    summary: { en: 'Add an access_logs block with a bucket.', ja: 'バケットを指定した access_logs を追加してください。' },
    terraform: `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true

  access_logs {
    bucket = "orders-logs-bucket"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true
      AccessLoggingPolicy:
        S3BucketName: orders-logs-bucket
        Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html'],
  equivalents: ['CKV_AWS_92', 'ELB.5', 'prowler:elb_logging_enabled', 'cloudsploit:elbLoggingEnabled'],
  evaluate(balancer) {
    if (balancer.accessLogs) return pass();
    return fail({
      en: `Load balancer ${balancer.name} writes no access log`,
      ja: `ロードバランサー ${balancer.name} はアクセスログを記録していません`,
    });
  },
  examples: [
    fails(
      'no block',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true`,
      },
    ),
    fails(
      'switched off',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true

  access_logs {
    bucket  = "orders-logs-bucket"
    enabled = false
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true
      AccessLoggingPolicy:
        S3BucketName: orders-logs-bucket
        Enabled: false`,
      },
    ),
    passes(
      'to a bucket',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true

  access_logs {
    bucket = "orders-logs-bucket"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true
      AccessLoggingPolicy:
        S3BucketName: orders-logs-bucket
        Enabled: true`,
      },
    ),
  ],
});
