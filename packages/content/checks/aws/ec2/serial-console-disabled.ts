/** The serial console goes around network, security groups and SSH keys. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The serial console is switched off', ja: 'シリアルコンソールが無効になっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.serial-console',
  why: {
    en: 'Whoever has the IAM right reaches the boot menu and a login of every instance, past every network control.',
    ja: 'IAM 権限さえあれば、ネットワーク制御をすべて越えて全インスタンスの起動メニューやログイン画面に到達できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'enabled', value: false }] },
    summary: {
      en: 'Set enabled to false and switch it on only while you need it.',
      ja: 'enabled を false にし、必要な間だけ有効にしてください。',
    },
    terraform: `resource "aws_ec2_serial_console_access" "tokyo" {
  enabled = false
}`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(setting) {
    if (!setting.isEnabled) return pass();
    return fail({ en: `${setting.name} switches the serial console on`, ja: `${setting.name} でシリアルコンソールが有効になっています` });
  },
  examples: [
    fails('on by default', 'resource "aws_ec2_serial_console_access" "tokyo" {}'),
    passes(
      'off',
      `resource "aws_ec2_serial_console_access" "tokyo" {
  enabled = false
}`,
    ),
  ],
});
