/** A machine that nobody manages is patched by nobody. */
import { allOf, any, anyOf, anyStatement, coversAction, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';
import type { PolicyStatement } from '@kumomori/model';
const MANAGED = ['AmazonSSMManagedInstanceCore', 'AmazonEC2RoleforSSM', 'AmazonSSMManagedEC2InstanceDefaultPolicy', 'AdministratorAccess'];

function allowsAgent(statement: PolicyStatement): boolean {
  return statement.effect === 'Allow' && coversAction(statement, 'ssm:UpdateInstanceInformation');
}

export const check = defineCheck({
  title: { en: 'Instances are managed by Systems Manager', ja: 'インスタンスが Systems Manager で管理されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.instance',
  why: {
    en: 'Without Systems Manager there is no inventory and no patching, and administrators need open SSH or RDP ports.',
    ja: 'Systems Manager がないと構成の把握もパッチ適用もできず、管理には SSH や RDP のポートを開ける必要があります。',
  },
  fix: {
    summary: {
      en: 'Attach AmazonSSMManagedInstanceCore to the role of the instance.',
      ja: 'インスタンスのロールに AmazonSSMManagedInstanceCore を付けてください。',
    },
    terraform: `resource "aws_instance" "orders" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.orders.name
}

resource "aws_iam_instance_profile" "orders" {
  name = "orders"
  role = aws_iam_role.orders.name
}

resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy_attachment" "orders" {
  role       = aws_iam_role.orders.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      IamInstanceProfile: !Ref Profile
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles: [!Ref Role]
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: orders
      AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [] }
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"]`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html'],
  equivalents: ['SSM.1', 'prowler:ec2_instance_managed_by_ssm', 'cloudsploit:ssmManagedInstances', 'cloudsploit:ssmActiveOnAllInstances'],
  evaluate(instance) {
    const isManaged = allOf(
      () => instance.hasRole,
      () =>
        anyOf(
          () => any(instance.roleManagedPolicies, (arn) => MANAGED.some((name) => arn.endsWith(`/${name}`))),
          () => any(instance.rolePolicies, (policy) => anyStatement(policy, allowsAgent)),
        ),
    );
    if (isManaged) return pass();
    return fail({
      en: `The role of instance ${instance.name} does not let it register with Systems Manager`,
      ja: `インスタンス ${instance.name} のロールでは Systems Manager に登録できません`,
    });
  },
  examples: [
    fails(
      'no role',
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
    fails(
      'a role without the right',
      `resource "aws_instance" "orders" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.orders.name
}

resource "aws_iam_instance_profile" "orders" {
  name = "orders"
  role = aws_iam_role.orders.name
}

resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy_attachment" "orders" {
  role       = aws_iam_role.orders.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      IamInstanceProfile: !Ref Profile
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles: [!Ref Role]
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: orders
      AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [] }
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]`,
      },
    ),
    passes(
      'the policy of AWS',
      `resource "aws_instance" "orders" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.orders.name
}

resource "aws_iam_instance_profile" "orders" {
  name = "orders"
  role = aws_iam_role.orders.name
}

resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy_attachment" "orders" {
  role       = aws_iam_role.orders.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      IamInstanceProfile: !Ref Profile
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles: [!Ref Role]
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: orders
      AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [] }
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"]`,
      },
    ),
    isUnknown(
      'a profile that is not in this code',
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
