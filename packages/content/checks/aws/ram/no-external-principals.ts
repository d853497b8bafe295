/** What is shared with the organization should stay in it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Resource shares stay inside the organization', ja: 'リソース共有が組織内に限られている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ram.share',
  why: {
    en: 'A share that admits external accounts hands subnets, keys or images to whoever is added later by mistake.',
    ja: '外部アカウントを許す共有では、後から誤って追加された相手にサブネットやイメージなどが渡ります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'allow_external_principals', value: false }],
      cloudformation: [{ set: 'AllowExternalPrincipals', value: false }],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set allow_external_principals to false.',
      ja: 'allow_external_principals を false にしてください。',
    },
    terraform: `resource "aws_ram_resource_share" "network" {
  name                      = "network"
  allow_external_principals = false
}`,
    cloudformation: `Resources:
  Network:
    Type: AWS::RAM::ResourceShare
    Properties:
      Name: network
      AllowExternalPrincipals: false`,
    cli: 'aws ram update-resource-share --resource-share-arn ARN --no-allow-external-principals',
  },
  references: ['https://docs.aws.amazon.com/ram/latest/userguide/working-with-sharing-create.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(share) {
    if (!share.allowsExternal) return pass();
    return fail({
      en: `Resource share ${share.name} admits accounts outside of the organization`,
      ja: `リソース共有 ${share.name} は組織外のアカウントを許可しています`,
    });
  },
  examples: [
    fails(
      'external',
      `resource "aws_ram_resource_share" "network" {
  name                      = "network"
  allow_external_principals = true
}`,
      {
        cloudformation: `Resources:
  Network:
    Type: AWS::RAM::ResourceShare
    Properties:
      Name: network
      AllowExternalPrincipals: true`,
      },
    ),
    fails('not written: CloudFormation allows it', {
      cloudformation: `Resources:
  Network:
    Type: AWS::RAM::ResourceShare
    Properties:
      Name: network`,
    }),
    passes(
      'inside',
      `resource "aws_ram_resource_share" "network" {
  name                      = "network"
  allow_external_principals = false
}`,
      {
        cloudformation: `Resources:
  Network:
    Type: AWS::RAM::ResourceShare
    Properties:
      Name: network
      AllowExternalPrincipals: false`,
      },
    ),
    passes(
      'not written: Terraform does not',
      `resource "aws_ram_resource_share" "network" {
  name = "network"
}`,
    ),
  ],
});
