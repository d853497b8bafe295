/** Events trigger functions and workflows; whoever may send them drives your systems. */
import { anyOf, anyStatement, defineCheck, fail, fails, grantsEveryone, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Event buses do not admit everyone', ja: 'イベントバスが全員を許可していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.eventbridge.bus-policy',
  why: {
    en: 'Whoever may put events on the bus starts the functions and workflows behind it, with events of their making.',
    ja: 'イベントを送れる人は、背後の関数やワークフローを、細工したイベントで起動できます。',
  },
  fix: {
    summary: {
      en: 'Name accounts as principals, or limit the statement to your organization.',
      ja: 'アカウントを明示するか、自社の Organization に限定してください。',
    },
    terraform: `resource "aws_cloudwatch_event_bus_policy" "orders" {
  event_bus_name = "orders"
  policy = jsonencode({
    Statement = [{ Sid = "partners", Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "events:PutEvents", Resource = "arn:aws:events:ap-northeast-1:123456789012:event-bus/orders" }]
  })
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Events::EventBusPolicy
    Properties:
      EventBusName: orders
      StatementId: partners
      Statement:
        Sid: partners
        Effect: Allow
        Principal:
          AWS: "123456789012"
        Action: events:PutEvents
        Resource: arn:aws:events:ap-northeast-1:123456789012:event-bus/orders`,
    cli: 'aws events remove-permission --event-bus-name NAME --statement-id ID',
  },
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html'],
  equivalents: [
    'EventBridge.3',
    'prowler:eventbridge_bus_exposed',
    'prowler:eventbridge_bus_cross_account_access',
    'cloudsploit:eventBusPublicAccess',
  ],
  evaluate(policy) {
    const isOpen = anyOf(
      () => anyStatement(policy.document, grantsEveryone),
      () => policy.principal === '*' && !policy.isLimited,
    );
    if (!isOpen) return pass();
    return fail({
      en: `The policy of event bus ${policy.name} admits everyone`,
      ja: `イベントバス ${policy.name} のポリシーは全員を許可しています`,
    });
  },
  examples: [
    fails(
      'everyone',
      `resource "aws_cloudwatch_event_bus_policy" "orders" {
  event_bus_name = "orders"
  policy = jsonencode({
    Statement = [{ Sid = "partners", Effect = "Allow", Principal = "*", Action = "events:PutEvents", Resource = "arn:aws:events:ap-northeast-1:123456789012:event-bus/orders" }]
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Events::EventBusPolicy
    Properties:
      EventBusName: orders
      StatementId: partners
      Statement:
        Sid: partners
        Effect: Allow
        Principal: "*"
        Action: events:PutEvents
        Resource: arn:aws:events:ap-northeast-1:123456789012:event-bus/orders`,
      },
    ),
    fails(
      'the short form',
      `resource "aws_cloudwatch_event_permission" "partners" {
  event_bus_name = "orders"
  statement_id   = "partners"
  principal      = "*"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Events::EventBusPolicy
    Properties:
      EventBusName: orders
      StatementId: partners
      Principal: "*"
      Action: events:PutEvents`,
      },
    ),
    passes(
      'one account',
      `resource "aws_cloudwatch_event_bus_policy" "orders" {
  event_bus_name = "orders"
  policy = jsonencode({
    Statement = [{ Sid = "partners", Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "events:PutEvents", Resource = "arn:aws:events:ap-northeast-1:123456789012:event-bus/orders" }]
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Events::EventBusPolicy
    Properties:
      EventBusName: orders
      StatementId: partners
      Statement:
        Sid: partners
        Effect: Allow
        Principal:
          AWS: "123456789012"
        Action: events:PutEvents
        Resource: arn:aws:events:ap-northeast-1:123456789012:event-bus/orders`,
      },
    ),
    passes(
      'the organization',
      `resource "aws_cloudwatch_event_permission" "partners" {
  event_bus_name = "orders"
  statement_id   = "partners"
  principal      = "*"
  condition {
    key   = "aws:PrincipalOrgID"
    type  = "StringEquals"
    value = "o-exampleorg"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Events::EventBusPolicy
    Properties:
      EventBusName: orders
      StatementId: partners
      Principal: "*"
      Action: events:PutEvents
      Condition:
        Key: aws:PrincipalOrgID
        Type: StringEquals
        Value: o-exampleorg`,
      },
    ),
  ],
});
