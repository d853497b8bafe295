/** COPY and UNLOAD go over the internet unless they are kept inside. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Serverless traffic stays in the VPC', ja: 'サーバーレスの通信が VPC 内に留まる' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.serverless-workgroup',
  why: {
    en: 'Without enhanced routing loads and unloads take public paths that no endpoint policy, firewall or flow log sees.',
    ja: '有効でないと、COPY や UNLOAD の通信がエンドポイントポリシーやフローログの届かない経路を通ります。',
  },
  fix: {
    edits: { terraform: [{ set: 'enhanced_vpc_routing', value: true }], cloudformation: [{ set: 'EnhancedVpcRouting', value: true }] },
    cautions: ['closes-outbound'],
    summary: { en: 'Set enhanced_vpc_routing to true.', ja: 'enhanced_vpc_routing を true にしてください。' },
    terraform: `resource "aws_redshiftserverless_workgroup" "analytics" {
  namespace_name       = "analytics"
  workgroup_name       = "analytics"
  enhanced_vpc_routing = true
}`,
    cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Workgroup
    Properties:
      NamespaceName: analytics
      WorkgroupName: analytics
      EnhancedVpcRouting: true`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html'],
  equivalents: ['RedshiftServerless.1'],
  noFramework: 'no control mapping yet',
  evaluate(workgroup) {
    if (workgroup.enhancedVpcRouting) return pass();
    return fail({
      en: `Workgroup ${workgroup.name} loads and unloads outside of its VPC`,
      ja: `ワークグループ ${workgroup.name} の COPY と UNLOAD は VPC の外を通ります`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_redshiftserverless_workgroup" "analytics" {
  namespace_name = "analytics"
  workgroup_name = "analytics"
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Workgroup
    Properties:
      NamespaceName: analytics
      WorkgroupName: analytics`,
      },
    ),
    passes(
      'on',
      `resource "aws_redshiftserverless_workgroup" "analytics" {
  namespace_name       = "analytics"
  workgroup_name       = "analytics"
  enhanced_vpc_routing = true
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Workgroup
    Properties:
      NamespaceName: analytics
      WorkgroupName: analytics
      EnhancedVpcRouting: true`,
      },
    ),
  ],
});
