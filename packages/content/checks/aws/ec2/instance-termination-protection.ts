/** The wrong line in a list of instances is chosen sooner than one thinks. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Production instances cannot be terminated by accident', ja: '本番インスタンスが誤って終了されない' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.instance',
  why: {
    en: 'A mistaken call or script terminates the instance and deletes its root volume at once.',
    ja: '操作ミスやスクリプトの誤りで、インスタンスが終了しルートボリュームもすぐに消えます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'disable_api_termination', value: true }],
      cloudformation: [{ set: 'DisableApiTermination', value: true }],
    },
    summary: { en: 'Set disable_api_termination to true.', ja: 'disable_api_termination を true にしてください。' },
    terraform: `resource "aws_instance" "orders" {
  ami                     = "ami-0123456789abcdef0"
  instance_type           = "t3.micro"
  disable_api_termination = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      DisableApiTermination: true`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html'],
  equivalents: [],
  evaluate(instance) {
    if (instance.terminationProtection) return pass();
    return fail({ en: `Instance ${instance.name} can be terminated at once`, ja: `インスタンス ${instance.name} に終了保護がありません` });
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
  ami                     = "ami-0123456789abcdef0"
  instance_type           = "t3.micro"
  disable_api_termination = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      DisableApiTermination: true`,
      },
    ),
  ],
});
