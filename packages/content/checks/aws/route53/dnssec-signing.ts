/** Unsigned answers can be forged on their way. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public zones are signed with DNSSEC', ja: 'パブリックゾーンが DNSSEC で署名されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.route53.zone',
  why: {
    en: 'Forged answers lead visitors and mail to a stranger, and nobody can tell them from yours.',
    ja: '偽造された応答は訪問者やメールを第三者へ誘導し、本物と区別できません。',
  },
  fix: {
    summary: { en: 'Add a key signing key and turn on signing.', ja: 'キー署名キーを追加し、署名を有効にしてください。' },
    terraform: `resource "aws_route53_zone" "shop" {
  name = "example.com"
}
resource "aws_route53_key_signing_key" "shop" {
  hosted_zone_id             = aws_route53_zone.shop.id
  key_management_service_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  name                       = "shop"
}
resource "aws_route53_hosted_zone_dnssec" "shop" {
  hosted_zone_id = aws_route53_key_signing_key.shop.hosted_zone_id
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: example.com
  Signing:
    Type: AWS::Route53::DNSSEC
    Properties:
      HostedZoneId: !Ref Shop`,
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html'],
  equivalents: ['CKV2_AWS_38'],
  noFramework: 'no control mapping yet',
  evaluate(zone) {
    if (zone.isPrivate) return notApplicable({ en: 'The zone is private', ja: 'プライベートゾーンです' });
    if (zone.isSigned) return pass();
    return fail({ en: `Zone ${zone.name} is not signed`, ja: `ゾーン ${zone.name} は署名されていません` });
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
    fails(
      'signing is off',
      `resource "aws_route53_zone" "shop" {
  name = "example.com"
}
resource "aws_route53_key_signing_key" "shop" {
  hosted_zone_id             = aws_route53_zone.shop.id
  key_management_service_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  name                       = "shop"
}
resource "aws_route53_hosted_zone_dnssec" "shop" {
  hosted_zone_id = aws_route53_zone.shop.id
  signing_status = "NOT_SIGNING"
}`,
    ),
    passes(
      'signed',
      `resource "aws_route53_zone" "shop" {
  name = "example.com"
}
resource "aws_route53_key_signing_key" "shop" {
  hosted_zone_id             = aws_route53_zone.shop.id
  key_management_service_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  name                       = "shop"
}
resource "aws_route53_hosted_zone_dnssec" "shop" {
  hosted_zone_id = aws_route53_zone.shop.id
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: example.com
  Signing:
    Type: AWS::Route53::DNSSEC
    Properties:
      HostedZoneId: !Ref Shop`,
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
