/** Queries tell who looks for names that should not exist. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public zones log DNS queries', ja: 'パブリックゾーンが DNS クエリを記録している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.route53.zone',
  why: {
    en: 'Without query logs nobody sees who enumerates the names of the zone or asks for hosts that are gone.',
    ja: 'クエリログがないと、名前の列挙や、既にないホストへの問い合わせに気づけません。',
  },
  fix: {
    summary: { en: 'Add a query log for the zone.', ja: 'ゾーンにクエリログを追加してください。' },
    terraform: `resource "aws_route53_zone" "shop" {
  name = "example.com"
}
resource "aws_route53_query_log" "shop" {
  zone_id                  = aws_route53_zone.shop.zone_id
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:/dns/example.com"
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: example.com
      QueryLoggingConfig:
        CloudWatchLogsLogGroupArn: arn:aws:logs:us-east-1:123456789012:log-group:/dns/example.com`,
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html'],
  equivalents: ['CKV2_AWS_39', 'Route53.2', 'prowler:route53_public_hosted_zones_cloudwatch_logging_enabled'],
  evaluate(zone) {
    if (zone.isPrivate) return notApplicable({ en: 'The zone is private', ja: 'プライベートゾーンです' });
    if (zone.logsQueries) return pass();
    return fail({ en: `Zone ${zone.name} does not log queries`, ja: `ゾーン ${zone.name} はクエリを記録していません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_route53_zone" "shop" {
  name = "example.com"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: example.com`,
      },
    ),
    passes(
      'logged',
      `resource "aws_route53_zone" "shop" {
  name = "example.com"
}
resource "aws_route53_query_log" "shop" {
  zone_id                  = aws_route53_zone.shop.zone_id
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:/dns/example.com"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: example.com
      QueryLoggingConfig:
        CloudWatchLogsLogGroupArn: arn:aws:logs:us-east-1:123456789012:log-group:/dns/example.com`,
      },
    ),
    isNotApplicable(
      'private zone',
      `resource "aws_route53_zone" "inside" {
  name = "internal.example.com"
  vpc {
    vpc_id = "vpc-0abc"
  }
}`,
      {
        cloudformation: `Resources:
  Inside:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: internal.example.com
      VPCs:
        - VPCId: vpc-0abc
          VPCRegion: us-east-1`,
      },
    ),
  ],
});
