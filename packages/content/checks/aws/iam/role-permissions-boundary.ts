/** Who may make roles may make strong ones, unless a boundary holds. */
import { defineCheck, fail, fails, isNotApplicable, matchesPattern, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Developer-created roles carry a permissions boundary', ja: '開発者が作るロールにアクセス許可の境界がある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.role',
  why: {
    en: 'A developer who may create roles gives himself any permission by way of one.',
    ja: 'ロールを作れる開発者は、それを通じてどんな権限でも得られます。',
  },
  fix: {
    summary: { en: 'Set permissions_boundary for these roles.', ja: 'これらのロールに permissions_boundary を設定してください。' },
    terraform: `resource "aws_iam_role" "dev" {
  name = "dev-orders"
  assume_role_policy = "{}"
  permissions_boundary = "arn:aws:iam::123456789012:policy/developers"
}`,
    cloudformation: `Resources:
  Dev:
    Type: AWS::IAM::Role
    Properties:
      RoleName: dev-orders
      AssumeRolePolicyDocument: {}
      PermissionsBoundary: arn:aws:iam::123456789012:policy/developers`,
    cli: 'aws iam put-role-permissions-boundary --role-name ROLE --permissions-boundary ARN',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html'],
  equivalents: [],
  params: {
    developerRoles: {
      type: 'strings',
      default: ['dev-*', 'developer-*'],
      description: { en: 'Names of roles that developers make; * stands for anything', ja: '開発者が作るロールの名前 (* は任意の文字列)' },
    },
  },
  evaluate(role, { developerRoles }) {
    const { roleName } = role;
    if (roleName === undefined || !developerRoles.some((pattern) => matchesPattern(pattern, roleName)))
      return notApplicable({ en: 'Its name is not that of a role developers make', ja: '開発者が作るロールの名前ではありません' });
    if (role.hasBoundary) return pass();
    return fail({ en: `Role ${role.name} has no permissions boundary`, ja: `ロール ${role.name} にアクセス許可の境界がありません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_iam_role" "dev" {
  name = "dev-orders"
  assume_role_policy = "{}"
}`,
      {
        cloudformation: `Resources:
  Dev:
    Type: AWS::IAM::Role
    Properties:
      RoleName: dev-orders
      AssumeRolePolicyDocument: {}`,
      },
    ),
    passes(
      'bounded',
      `resource "aws_iam_role" "dev" {
  name = "dev-orders"
  assume_role_policy = "{}"
  permissions_boundary = "arn:aws:iam::123456789012:policy/developers"
}`,
      {
        cloudformation: `Resources:
  Dev:
    Type: AWS::IAM::Role
    Properties:
      RoleName: dev-orders
      AssumeRolePolicyDocument: {}
      PermissionsBoundary: arn:aws:iam::123456789012:policy/developers`,
      },
    ),
    isNotApplicable(
      'a role of the platform team',
      `resource "aws_iam_role" "dev" {
  name = "platform-deploy"
  assume_role_policy = "{}"
}`,
      {
        cloudformation: `Resources:
  Dev:
    Type: AWS::IAM::Role
    Properties:
      RoleName: platform-deploy
      AssumeRolePolicyDocument: {}`,
      },
    ),
  ],
});
