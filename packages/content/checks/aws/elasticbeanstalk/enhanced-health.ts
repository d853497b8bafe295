/** Basic health sees whether a port answers, enhanced health what is wrong. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Environments report enhanced health', ja: '環境が拡張ヘルスレポートを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.elasticbeanstalk.environment',
  why: {
    en: 'Basic health only sees whether a port answers; enhanced health shows the instances, causes and requests behind trouble.',
    ja: '基本ヘルスは応答の有無しか分かりません。拡張ヘルスなら、異常の原因やインスタンス、リクエストの状況が分かります。',
  },
  fix: {
    summary: {
      en: 'Set SystemType to enhanced.',
      ja: 'SystemType を enhanced にしてください。',
    },
    terraform: `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "enhanced"
  }
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      EnvironmentName: shop
      ApplicationName: shop
      OptionSettings:
        - Namespace: aws:elasticbeanstalk:healthreporting:system
          OptionName: SystemType
          Value: enhanced`,
    cli: 'aws elasticbeanstalk update-environment --environment-name NAME --option-settings Namespace=aws:elasticbeanstalk:healthreporting:system,OptionName=SystemType,Value=enhanced',
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html'],
  equivalents: [
    'CKV_AWS_312',
    'ElasticBeanstalk.1',
    'prowler:elasticbeanstalk_environment_enhanced_health_reporting',
    'cloudsploit:enhancedHealthReporting',
  ],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    // Streaming of health events exists with enhanced reporting only.
    const isEnhanced = any(
      environment.settings,
      ({ option, value }) =>
        (option === 'SystemType' && value?.toLowerCase() === 'enhanced') ||
        (option === 'HealthStreamingEnabled' && value?.toLowerCase() === 'true'),
    );
    if (isEnhanced) return pass();
    return fail({
      en: `Environment ${environment.name} reports basic health only`,
      ja: `環境 ${environment.name} は基本ヘルスレポートのみです`,
    });
  },
  examples: [
    fails(
      'basic',
      `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "basic"
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
        - Namespace: aws:elasticbeanstalk:healthreporting:system
          OptionName: SystemType
          Value: basic`,
      },
    ),
    passes(
      'enhanced',
      `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "enhanced"
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
        - Namespace: aws:elasticbeanstalk:healthreporting:system
          OptionName: SystemType
          Value: enhanced`,
      },
    ),
    passes(
      'its events are streamed',
      `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:elasticbeanstalk:cloudwatch:logs:health"
    name      = "HealthStreamingEnabled"
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
        - Namespace: aws:elasticbeanstalk:cloudwatch:logs:health
          OptionName: HealthStreamingEnabled
          Value: "true"`,
      },
    ),
  ],
});
