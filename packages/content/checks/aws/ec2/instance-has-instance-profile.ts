/** Without a role people put access keys onto the machine. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances use a role instead of stored keys', ja: 'インスタンスが保存したキーではなくロールを使用している' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.instance',
  why: {
    en: 'An instance without a role calls AWS with access keys in files, which do not expire and are copied with every image.',
    ja: 'ロールのないインスタンスはファイル内のアクセスキーで AWS を呼び出し、キーは失効せずイメージと一緒に複製されます。',
  },
  fix: {
    summary: { en: 'Set iam_instance_profile.', ja: 'iam_instance_profile を指定してください。' },
    terraform: `resource "aws_instance" "orders" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = "orders"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      IamInstanceProfile: orders`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html'],
  equivalents: ['CKV2_AWS_41', 'prowler:ec2_instance_profile_attached', 'cloudsploit:instanceIamRole'],
  evaluate(instance) {
    if (instance.hasRole) return pass();
    return fail({ en: `Instance ${instance.name} has no role`, ja: `インスタンス ${instance.name} にロールがありません` });
  },
  examples: [
    fails(
      'no profile',
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
      'a profile',
      `resource "aws_instance" "orders" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      IamInstanceProfile: orders`,
      },
    ),
  ],
});
