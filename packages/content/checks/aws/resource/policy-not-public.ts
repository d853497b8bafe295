/** A policy for everyone opens what the service guards to any AWS account. */
import { defineCheck, fail, fails, findStatement, grantsEveryone, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Resource policies do not admit everyone', ja: 'リソースポリシーが全員を許可していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.resource.policy',
  why: {
    en: 'A statement for everyone without a condition lets any AWS account read packages, streams or schemas, or send mail as you.',
    ja: '条件のない全員向けのステートメントは、どの AWS アカウントにもパッケージやストリームの読み取り、自社名義のメール送信などを許します。',
  },
  fix: {
    summary: {
      en: 'Name accounts or roles as principals, or limit the statement to your organization.',
      ja: 'アカウントやロールを明示するか、自社の Organization に限定してください。',
    },
    terraform: `resource "aws_codeartifact_domain_permissions_policy" "shop" {
  domain = "shop"
  policy_document = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "codeartifact:ReadFromRepository", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-exampleorg" } } }]
  })
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::CodeArtifact::Domain
    Properties:
      DomainName: shop
      PermissionsPolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: codeartifact:ReadFromRepository
            Resource: "*"
            Condition:
              StringEquals:
                aws:PrincipalOrgID: o-exampleorg`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html'],
  equivalents: [
    'prowler:ses_identity_not_publicly_accessible',
    'prowler:eventbridge_schema_registry_cross_account_access',
    'prowler:glue_data_catalogs_not_publicly_accessible',
  ],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    const open = findStatement(policy.document, grantsEveryone);
    if (!open) return pass();
    const action = shown(() => open.actions[0]) ?? 'all but NotAction';
    return fail({
      en: `The policy of ${policy.name} allows everyone ${action}`,
      ja: `${policy.name} のポリシーは全員に ${action} を許可しています`,
    });
  },
  examples: [
    fails(
      'everyone',
      `resource "aws_codeartifact_domain_permissions_policy" "shop" {
  domain = "shop"
  policy_document = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "codeartifact:ReadFromRepository", Resource = "*" }]
  })
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CodeArtifact::Domain
    Properties:
      DomainName: shop
      PermissionsPolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: codeartifact:ReadFromRepository
            Resource: "*"`,
      },
    ),
    fails(
      'mail in your name',
      `resource "aws_ses_identity_policy" "shop" {
  identity = "shop.example.com"
  name     = "partners"
  policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "ses:SendEmail", Resource = "*" }] })
}`,
    ),
    passes(
      'the organization',
      `resource "aws_codeartifact_domain_permissions_policy" "shop" {
  domain = "shop"
  policy_document = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "codeartifact:ReadFromRepository", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-exampleorg" } } }]
  })
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CodeArtifact::Domain
    Properties:
      DomainName: shop
      PermissionsPolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: codeartifact:ReadFromRepository
            Resource: "*"
            Condition:
              StringEquals:
                aws:PrincipalOrgID: o-exampleorg`,
      },
    ),
  ],
});
