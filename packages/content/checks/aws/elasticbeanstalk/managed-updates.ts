/** A platform is Linux, web server and language; each has holes that updates close. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Managed platform updates are on', ja: 'マネージドプラットフォーム更新が有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticbeanstalk.environment',
  why: {
    en: 'A platform bundles Linux, web server and language; without managed updates known holes in them stay open.',
    ja: 'プラットフォームには Linux・Web サーバー・言語が含まれます。自動更新がないと既知の欠陥が残ります。',
  },
  fix: {
    summary: {
      en: 'Set ManagedActionsEnabled to true, with an update level.',
      ja: 'ManagedActionsEnabled を true にし、更新レベルを指定してください。',
    },
    terraform: `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "true"
  }
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      EnvironmentName: shop
      ApplicationName: shop
      OptionSettings:
        - Namespace: aws:elasticbeanstalk:managedactions
          OptionName: ManagedActionsEnabled
          Value: "true"`,
    cli: 'aws elasticbeanstalk update-environment --environment-name NAME --option-settings Namespace=aws:elasticbeanstalk:managedactions,OptionName=ManagedActionsEnabled,Value=true',
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html'],
  equivalents: [
    'CKV_AWS_340',
    'ElasticBeanstalk.2',
    'prowler:elasticbeanstalk_environment_managed_updates_enabled',
    'cloudsploit:managedPlatformUpdates',
  ],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (
      any(
        environment.settings,
        (setting) =>
          setting.namespace === 'aws:elasticbeanstalk:managedactions' &&
          setting.option === 'ManagedActionsEnabled' &&
          setting.value?.toLowerCase() === 'true',
      )
    )
      return pass();
    return fail({
      en: `Environment ${environment.name} takes no managed platform updates`,
      ja: `環境 ${environment.name} はプラットフォームを自動更新しません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      EnvironmentName: shop
      ApplicationName: shop`,
      },
    ),
    fails(
      'switched off',
      `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "false"
  }
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      EnvironmentName: shop
      ApplicationName: shop
      OptionSettings:
        - Namespace: aws:elasticbeanstalk:managedactions
          OptionName: ManagedActionsEnabled
          Value: "false"`,
      },
    ),
    passes(
      'switched on',
      `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "true"
  }
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      EnvironmentName: shop
      ApplicationName: shop
      OptionSettings:
        - Namespace: aws:elasticbeanstalk:managedactions
          OptionName: ManagedActionsEnabled
          Value: "true"`,
      },
    ),
  ],
});
