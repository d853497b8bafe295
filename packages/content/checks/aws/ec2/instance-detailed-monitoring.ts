/** Five minutes are long when somebody mines coins on your machine. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Detailed monitoring is on', ja: '詳細モニタリングが有効になっている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.ec2.instance',
  why: {
    en: 'Metrics every five minutes hide short peaks and delay alarms and scaling.',
    ja: '5 分間隔のメトリクスでは短い異常が見えず、アラームやスケーリングも遅れます。',
  },
  fix: {
    edits: { terraform: [{ set: 'monitoring', value: true }], cloudformation: [{ set: 'Monitoring', value: true }] },
    cautions: ['costs'],
    summary: { en: 'Set monitoring to true.', ja: 'monitoring を true にしてください。' },
    terraform: `resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      Monitoring: true`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html'],
  equivalents: ['CKV_AWS_126', 'prowler:ec2_instance_detailed_monitoring_enabled', 'cloudsploit:enableDetailedMonitoring'],
  evaluate(instance) {
    if (instance.detailedMonitoring) return pass();
    return fail({
      en: `Instance ${instance.name} reports metrics only every five minutes`,
      ja: `インスタンス ${instance.name} のメトリクスは 5 分間隔です`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro`,
      },
    ),
    passes(
      'on',
      `resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      Monitoring: true`,
      },
    ),
    passes(
      'by its launch template',
      `resource "aws_launch_template" "orders" {
  name = "orders"

  monitoring {
    enabled = true
  }
}

resource "aws_instance" "orders" {
  launch_template {
    id = aws_launch_template.orders.id
  }
}`,
    ),
  ],
});
