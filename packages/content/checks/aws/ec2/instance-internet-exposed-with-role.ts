/** The short path from a web flaw to the data: reachable from the internet, and carrying rights worth stealing. */
import {
  allOf,
  any,
  anyOf,
  defineCheck,
  fail,
  findInternetRule,
  isPowerfulManagedPolicy,
  notApplicable,
  pass,
  powerfulStatement,
} from '@kumomori/model';
import { examples } from './instance-internet-exposed-with-role.examples.ts';

export const check = defineCheck({
  title: {
    en: 'Internet-reachable instances do not carry powerful roles',
    ja: 'インターネットから到達できるインスタンスに強いロールが付いていない',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.instance',
  why: {
    en: 'Whoever gets into a server on the internet holds its role; a powerful one turns a single flaw into the loss of the data or the account.',
    ja: 'インターネットに面したサーバーに侵入した者はそのロールを手にします。強いロールなら、1 つの欠陥がデータやアカウントの喪失につながります。',
  },
  fix: {
    summary: {
      en: 'Take the public address or the open rule away, or limit the role to the resources that the server needs.',
      ja: 'パブリックアドレスまたは開放ルールをなくすか、ロールをサーバーに必要なリソースだけに絞ってください。',
    },
    terraform: `resource "aws_instance" "orders" {
  ami                         = "ami-0123456789abcdef0"
  subnet_id                   = "subnet-0123456789abcdef0"
  associate_public_ip_address = false
  vpc_security_group_ids      = ["sg-0123456789abcdef0"]
  iam_instance_profile        = "orders"
}`,
    cli: 'aws iam detach-role-policy --role-name ROLE --policy-arn ARN',
    console: {
      en: 'IAM → Roles → the role of the instance → Permissions → remove what the server does not need.',
      ja: 'IAM → ロール → インスタンスのロール → 許可 → サーバーに不要なポリシーを削除。',
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html'],
  equivalents: [
    'prowler:ec2_instance_internet_facing_with_instance_profile',
    'cloudsploit:ec2NetworkExposure',
    'cloudsploit:ec2PrivilegeAnalysis',
  ],
  evaluate(instance) {
    if (!instance.hasRole)
      return notApplicable({ en: `Instance ${instance.name} carries no role`, ja: `インスタンス ${instance.name} にロールはありません` });
    const isExposed = allOf(
      () => instance.hasPublicAddress === true,
      () => any(instance.securityGroups, (group) => findInternetRule(group.ingress, () => true) !== undefined),
      () =>
        anyOf(
          () => any(instance.roleManagedPolicies, isPowerfulManagedPolicy),
          () => any(instance.rolePolicies, (policy) => powerfulStatement(policy) !== undefined),
        ),
    );
    if (!isExposed) return pass();
    return fail({
      en: `Instance ${instance.name} can be reached from the internet and its role holds powerful rights`,
      ja: `インスタンス ${instance.name} はインターネットから到達でき、ロールに強い権限があります`,
    });
  },
  examples,
});
