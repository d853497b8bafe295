/** A stack that fails or is deleted tells nobody by itself. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Stacks report their events to a topic', ja: 'スタックがイベントをトピックに通知する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.cloudformation.stack',
  why: { en: 'Updates, failures and deletions of the stack go unnoticed.', ja: 'スタックの更新・失敗・削除に気づけません。' },
  fix: {
    summary: { en: 'Name a topic in notification_arns.', ja: 'notification_arns にトピックを指定してください。' },
    terraform: `resource "aws_cloudformation_stack" "orders" {
  name = "orders"
  notification_arns = ["arn:aws:sns:us-east-1:123456789012:stacks"]
  template_body = jsonencode({
    Parameters = {  }
    Outputs    = {  }
  })
}`,
    cloudformation: `Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: https://s3.amazonaws.com/templates/network.yaml
      NotificationARNs: ["arn:aws:sns:us-east-1:123456789012:stacks"]`,
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-add-tags.html'],
  equivalents: ['CKV_AWS_124', 'CloudFormation.1'],
  noFramework: 'no control mapping yet',
  evaluate(stack) {
    if (stack.hasTopic) return pass();
    return fail({ en: `Stack ${stack.name} reports to no topic`, ja: `スタック ${stack.name} はどのトピックにも通知しません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_cloudformation_stack" "orders" {
  name = "orders"
  template_body = jsonencode({
    Parameters = {  }
    Outputs    = {  }
  })
}`,
      {
        cloudformation: `Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: https://s3.amazonaws.com/templates/network.yaml`,
      },
    ),
    passes(
      'a topic',
      `resource "aws_cloudformation_stack" "orders" {
  name = "orders"
  notification_arns = ["arn:aws:sns:us-east-1:123456789012:stacks"]
  template_body = jsonencode({
    Parameters = {  }
    Outputs    = {  }
  })
}`,
      {
        cloudformation: `Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: https://s3.amazonaws.com/templates/network.yaml
      NotificationARNs: ["arn:aws:sns:us-east-1:123456789012:stacks"]`,
      },
    ),
  ],
});
