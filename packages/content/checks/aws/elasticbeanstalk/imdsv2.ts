/** Web servers are where forged requests come in. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Environments require IMDSv2', ja: '環境が IMDSv2 を必須にする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticbeanstalk.environment',
  why: {
    en: 'With version 1 a request that the web server is tricked into takes the credentials of its role.',
    ja: 'バージョン 1 では、Web サーバーに送らせたリクエスト 1 つでロールの認証情報を奪われます。',
  },
  fix: {
    summary: {
      en: 'Set DisableIMDSv1 to true.',
      ja: 'DisableIMDSv1 を true にしてください。',
    },
    terraform: `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "DisableIMDSv1"
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
        - Namespace: aws:autoscaling:launchconfiguration
          OptionName: DisableIMDSv1
          Value: "true"`,
    cli: 'aws elasticbeanstalk update-environment --environment-name NAME --option-settings Namespace=aws:autoscaling:launchconfiguration,OptionName=DisableIMDSv1,Value=true',
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-ec2-imds.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (
      any(
        environment.settings,
        (setting) =>
          setting.namespace === 'aws:autoscaling:launchconfiguration' &&
          setting.option === 'DisableIMDSv1' &&
          setting.value?.toLowerCase() === 'true',
      )
    )
      return pass();
    return fail({
      en: `Environment ${environment.name} does not switch IMDSv1 off`,
      ja: `環境 ${environment.name} は IMDSv1 を無効にしていません`,
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
    passes(
      'switched off',
      `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "DisableIMDSv1"
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
        - Namespace: aws:autoscaling:launchconfiguration
          OptionName: DisableIMDSv1
          Value: "true"`,
      },
    ),
  ],
});
