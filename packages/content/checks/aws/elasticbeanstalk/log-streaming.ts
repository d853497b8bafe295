/** Instances come and go, and their logs with them. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Environments stream logs to CloudWatch', ja: '環境のログを CloudWatch に送る' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.elasticbeanstalk.environment',
  why: {
    en: 'Instances are replaced at each deployment and take their logs along; streamed logs stay.',
    ja: 'インスタンスはデプロイのたびに入れ替わり、ログも消えます。転送しておけば残ります。',
  },
  fix: {
    summary: {
      en: 'Set StreamLogs to true.',
      ja: 'StreamLogs を true にしてください。',
    },
    terraform: `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:elasticbeanstalk:cloudwatch:logs"
    name      = "StreamLogs"
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
        - Namespace: aws:elasticbeanstalk:cloudwatch:logs
          OptionName: StreamLogs
          Value: "true"`,
    cli: 'aws elasticbeanstalk update-environment --environment-name NAME --option-settings Namespace=aws:elasticbeanstalk:cloudwatch:logs,OptionName=StreamLogs,Value=true',
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.cloudwatchlogs.html'],
  equivalents: ['ElasticBeanstalk.3', 'prowler:elasticbeanstalk_environment_cloudwatch_logging_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (
      any(
        environment.settings,
        (setting) =>
          setting.namespace === 'aws:elasticbeanstalk:cloudwatch:logs' &&
          setting.option === 'StreamLogs' &&
          setting.value?.toLowerCase() === 'true',
      )
    )
      return pass();
    return fail({
      en: `Environment ${environment.name} does not stream its logs`,
      ja: `環境 ${environment.name} はログを転送していません`,
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
      'streamed',
      `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:elasticbeanstalk:cloudwatch:logs"
    name      = "StreamLogs"
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
        - Namespace: aws:elasticbeanstalk:cloudwatch:logs
          OptionName: StreamLogs
          Value: "true"`,
      },
    ),
  ],
});
