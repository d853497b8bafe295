/** Who pays for Shield Advanced and leaves one door out is attacked at that door. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Shield Advanced covers internet-facing resources', ja: 'インターネット向けリソースが Shield Advanced で保護されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.shield.candidate',
  why: {
    en: 'Where some resources are protected, floods go to the one that was forgotten.',
    ja: '一部だけが保護されていると、攻撃は保護されていない入口に向かいます。',
  },
  fix: {
    summary: {
      en: 'Add a protection for the resource.',
      ja: 'リソースに保護を追加してください。',
    },
    terraform: `resource "aws_lb" "shop" {
  name = "shop"
}
resource "aws_shield_protection" "shop" {
  name         = "shop"
  resource_arn = aws_lb.shop.arn
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: shop
  Protection:
    Type: AWS::Shield::Protection
    Properties:
      Name: shop
      ResourceArn: !Ref Shop`,
    cli: 'aws shield create-protection --name NAME --resource-arn ARN',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html'],
  equivalents: [
    'prowler:shield_advanced_protection_in_internet_facing_load_balancers',
    'prowler:shield_advanced_protection_in_cloudfront_distributions',
    'prowler:shield_advanced_protection_in_associated_elastic_ips',
    'cloudsploit:shieldProtections',
  ],
  evaluate(entry) {
    if (!entry.usesShield)
      return notApplicable({ en: 'This code does not use Shield Advanced', ja: 'このコードは Shield Advanced を使っていません' });
    if (entry.isInternal) return notApplicable({ en: 'It does not face the internet', ja: 'インターネットに面していません' });
    if (entry.isProtected) return pass();
    return fail({
      en: `${entry.name} faces the internet without Shield Advanced, which protects others`,
      ja: `${entry.name} はインターネットに面していますが Shield Advanced で保護されていません`,
    });
  },
  examples: [
    fails(
      'another one is protected',
      `resource "aws_lb" "shop" {
  name = "shop"
}
resource "aws_lb" "api" {
  name = "api"
}
resource "aws_shield_protection" "shop" {
  name         = "shop"
  resource_arn = aws_lb.shop.arn
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: shop
  Api:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: api
  Protection:
    Type: AWS::Shield::Protection
    Properties:
      Name: shop
      ResourceArn: !Ref Shop`,
      },
    ),
    passes(
      'protected',
      `resource "aws_lb" "shop" {
  name = "shop"
}
resource "aws_shield_protection" "shop" {
  name         = "shop"
  resource_arn = aws_lb.shop.arn
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: shop
  Protection:
    Type: AWS::Shield::Protection
    Properties:
      Name: shop
      ResourceArn: !Ref Shop`,
      },
    ),
    isNotApplicable(
      'no subscription',
      `resource "aws_lb" "shop" {
  name = "shop"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: shop`,
      },
    ),
  ],
});
