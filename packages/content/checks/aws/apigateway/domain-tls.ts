/** TLS 1.0 has holes that cannot be closed. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'API domains require TLS 1.2 or later', ja: 'API のドメインが TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.apigateway.domain-name',
  why: {
    en: 'TLS 1.0 has weaknesses that let somebody on the way read calls and their tokens.',
    ja: 'TLS 1.0 には、途中の攻撃者に呼び出しやトークンを読まれる弱点があります。',
  },
  fix: {
    edits: { terraform: [{ set: 'security_policy', value: 'TLS_1_2' }], cloudformation: [{ set: 'SecurityPolicy', value: 'TLS_1_2' }] },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set security_policy to TLS_1_2.',
      ja: 'security_policy を TLS_1_2 にしてください。',
    },
    terraform: `resource "aws_api_gateway_domain_name" "api" {
  domain_name     = "api.example.com"
  security_policy = "TLS_1_2"
}`,
    cloudformation: `Resources:
  Api:
    Type: AWS::ApiGateway::DomainName
    Properties:
      DomainName: api.example.com
      SecurityPolicy: TLS_1_2`,
    cli: 'aws apigateway update-domain-name --domain-name NAME --patch-operations op=replace,path=/securityPolicy,value=TLS_1_2',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html'],
  equivalents: [
    'CKV_AWS_206',
    'AVD-AWS-0005',
    'AVD-AWS-0112',
    'tfsec:aws-api-gateway-use-secure-tls-policy',
    'tfsec:aws-sam-api-use-secure-tls-policy',
  ],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (/TLS_?1_[2-9]|TLS1[2-9]/.test(domain.securityPolicy ?? '')) return pass();
    return fail({
      en: `Domain ${domain.name} does not require TLS 1.2 (${domain.securityPolicy ?? 'not set'})`,
      ja: `ドメイン ${domain.name} は TLS 1.2 を要求しません (${domain.securityPolicy ?? '未設定'})`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_api_gateway_domain_name" "api" {
  domain_name = "api.example.com"
}`,
      {
        cloudformation: `Resources:
  Api:
    Type: AWS::ApiGateway::DomainName
    Properties:
      DomainName: api.example.com`,
      },
    ),
    fails(
      'TLS 1.0',
      `resource "aws_api_gateway_domain_name" "api" {
  domain_name     = "api.example.com"
  security_policy = "TLS_1_0"
}`,
      {
        cloudformation: `Resources:
  Api:
    Type: AWS::ApiGateway::DomainName
    Properties:
      DomainName: api.example.com
      SecurityPolicy: TLS_1_0`,
      },
    ),
    passes(
      'TLS 1.2',
      `resource "aws_api_gateway_domain_name" "api" {
  domain_name     = "api.example.com"
  security_policy = "TLS_1_2"
}`,
      {
        cloudformation: `Resources:
  Api:
    Type: AWS::ApiGateway::DomainName
    Properties:
      DomainName: api.example.com
      SecurityPolicy: TLS_1_2`,
      },
    ),
    passes(
      'TLS 1.3',
      `resource "aws_api_gateway_domain_name" "api" {
  domain_name     = "api.example.com"
  security_policy = "SecurityPolicy_TLS13_1_3_2025_09"
}`,
      {
        cloudformation: `Resources:
  Api:
    Type: AWS::ApiGateway::DomainName
    Properties:
      DomainName: api.example.com
      SecurityPolicy: SecurityPolicy_TLS13_1_3_2025_09`,
      },
    ),
  ],
});
