/** A collection on the internet is guarded by its data policy alone. */
import { any, aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Serverless collections are not public', ja: 'サーバーレスコレクションが公開されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.opensearch.serverless-network-policy',
  why: {
    en: 'With AllowFromPublic one mistake in a data access policy opens the collection to the internet.',
    ja: 'AllowFromPublic では、データアクセスポリシーの誤り 1 つでコレクションがインターネットに公開されます。',
  },
  fix: {
    summary: {
      en: 'Set AllowFromPublic to false and name VPC endpoints.',
      ja: 'AllowFromPublic を false にし、VPC エンドポイントを指定してください。',
    },
    terraform: `resource "aws_opensearchserverless_security_policy" "logs" {
  name   = "logs"
  type   = "network"
  policy = jsonencode([{
    Rules           = [{ ResourceType = "collection", Resource = ["collection/logs"] }]
    AllowFromPublic = false
    SourceVPCEs     = ["vpce-0123456789abcdef0"]
  }])
}`,
    cloudformation: `Resources:
  Logs:
    Type: AWS::OpenSearchServerless::SecurityPolicy
    Properties:
      Name: logs
      Type: network
      Policy: '[{"Rules": [{"ResourceType": "collection", "Resource": ["collection/logs"]}], "AllowFromPublic": false, "SourceVPCEs": ["vpce-0123456789abcdef0"]}]'`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (aside(() => policy.kind !== 'network'))
      return notApplicable({ en: `${policy.name} is no network policy`, ja: `${policy.name} はネットワークポリシーではありません` });
    if (!any(policy.rules, ({ isPublic }) => isPublic)) return pass();
    return fail({
      en: `Network policy ${policy.name} opens collections to the internet`,
      ja: `ネットワークポリシー ${policy.name} がコレクションをインターネットに公開しています`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "aws_opensearchserverless_security_policy" "logs" {
  name   = "logs"
  type   = "network"
  policy = jsonencode([{
    Rules           = [{ ResourceType = "collection", Resource = ["collection/logs"] }]
    AllowFromPublic = true
  }])
}`,
      {
        cloudformation: `Resources:
  Logs:
    Type: AWS::OpenSearchServerless::SecurityPolicy
    Properties:
      Name: logs
      Type: network
      Policy: '[{"Rules": [{"ResourceType": "collection", "Resource": ["collection/logs"]}], "AllowFromPublic": true}]'`,
      },
    ),
    passes(
      'through an endpoint',
      `resource "aws_opensearchserverless_security_policy" "logs" {
  name   = "logs"
  type   = "network"
  policy = jsonencode([{
    Rules           = [{ ResourceType = "collection", Resource = ["collection/logs"] }]
    AllowFromPublic = false
    SourceVPCEs     = ["vpce-0123456789abcdef0"]
  }])
}`,
      {
        cloudformation: `Resources:
  Logs:
    Type: AWS::OpenSearchServerless::SecurityPolicy
    Properties:
      Name: logs
      Type: network
      Policy: '[{"Rules": [{"ResourceType": "collection", "Resource": ["collection/logs"]}], "AllowFromPublic": false, "SourceVPCEs": ["vpce-0123456789abcdef0"]}]'`,
      },
    ),
    isNotApplicable(
      'an encryption policy',
      `resource "aws_opensearchserverless_security_policy" "logs" {
  name   = "logs"
  type   = "encryption"
  policy = jsonencode({ Rules = [], AWSOwnedKey = true })
}`,
      {
        cloudformation: `Resources:
  Logs:
    Type: AWS::OpenSearchServerless::SecurityPolicy
    Properties:
      Name: logs
      Type: encryption
      Policy: '{"Rules": [], "AWSOwnedKey": true}'`,
      },
    ),
  ],
});
