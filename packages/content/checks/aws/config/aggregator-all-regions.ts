/** What runs in a region that nobody uses is what nobody sees. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Config aggregator covers every region', ja: 'Config アグリゲータがすべてのリージョンを対象にする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.config.aggregator',
  why: {
    en: 'Intruders use regions that nobody watches; a list of regions leaves those out, and all that open later.',
    ja: '侵入者は監視されないリージョンを使います。リージョンの列挙では、それらも今後開設されるものも漏れます。',
  },
  fix: {
    edits: {
      terraform: [
        { remove: 'account_aggregation_source[*].regions' },
        { remove: 'organization_aggregation_source[*].regions' },
        { set: 'account_aggregation_source[*].all_regions', value: true },
        { set: 'organization_aggregation_source[*].all_regions', value: true },
      ],
      cloudformation: [
        { remove: 'AccountAggregationSources[*].AwsRegions' },
        { remove: 'OrganizationAggregationSource[*].AwsRegions' },
        { set: 'AccountAggregationSources[*].AllAwsRegions', value: true },
        { set: 'OrganizationAggregationSource[*].AllAwsRegions', value: true },
      ],
    },
    summary: { en: 'Set all_regions to true.', ja: 'all_regions を true にしてください。' },
    terraform: `resource "aws_config_configuration_aggregator" "all" {
  name = "all"
  account_aggregation_source {
    account_ids = ["123456789012"]
    all_regions = true
  }
}`,
    cloudformation: `Resources:
  All:
    Type: AWS::Config::ConfigurationAggregator
    Properties:
      ConfigurationAggregatorName: all
      AccountAggregationSources:
        - AccountIds: ["123456789012"]
          AllAwsRegions: true`,
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html'],
  equivalents: ['CKV_AWS_121', 'AVD-AWS-0019', 'tfsec:aws-config-aggregate-all-regions'],
  noFramework: 'no control mapping yet',
  evaluate(aggregator) {
    if (aggregator.allRegions) return pass();
    return fail({
      en: `Aggregator ${aggregator.name} covers some regions only`,
      ja: `アグリゲータ ${aggregator.name} は一部のリージョンだけを対象にしています`,
    });
  },
  examples: [
    fails(
      'one region',
      `resource "aws_config_configuration_aggregator" "all" {
  name = "all"
  account_aggregation_source {
    account_ids = ["123456789012"]
    regions = ["us-east-1"]
  }
}`,
      {
        cloudformation: `Resources:
  All:
    Type: AWS::Config::ConfigurationAggregator
    Properties:
      ConfigurationAggregatorName: all
      AccountAggregationSources:
        - AccountIds: ["123456789012"]
          AwsRegions: ["us-east-1"]`,
      },
    ),
    passes(
      'all',
      `resource "aws_config_configuration_aggregator" "all" {
  name = "all"
  account_aggregation_source {
    account_ids = ["123456789012"]
    all_regions = true
  }
}`,
      {
        cloudformation: `Resources:
  All:
    Type: AWS::Config::ConfigurationAggregator
    Properties:
      ConfigurationAggregatorName: all
      AccountAggregationSources:
        - AccountIds: ["123456789012"]
          AllAwsRegions: true`,
      },
    ),
    passes(
      'the whole organization',
      `resource "aws_config_configuration_aggregator" "all" {
  name = "all"
  organization_aggregation_source {
    all_regions = true
    role_arn    = "arn:aws:iam::123456789012:role/config"
  }
}`,
    ),
  ],
});
