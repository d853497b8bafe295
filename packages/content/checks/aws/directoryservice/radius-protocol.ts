/** PAP sends the second factor readable, CHAP and MS-CHAPv1 are broken. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'RADIUS uses MS-CHAPv2', ja: 'RADIUS が MS-CHAPv2 を使用している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.directoryservice.directory',
  why: {
    en: 'With weaker protocols whoever listens between directory and RADIUS server learns the passwords.',
    ja: '弱いプロトコルでは、ディレクトリと RADIUS サーバーの間の盗聴でパスワードが漏れます。',
  },
  fix: {
    summary: { en: 'Set authentication_protocol to MS-CHAPv2.', ja: 'authentication_protocol を MS-CHAPv2 にしてください。' },
    terraform: `resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = join("-", ["set", "elsewhere"])
  type     = "MicrosoftAD"
}

resource "aws_directory_service_radius_settings" "corp" {
  directory_id            = aws_directory_service_directory.corp.id
  authentication_protocol = "MS-CHAPv2"
  display_label           = "MFA"
  radius_servers          = ["10.0.0.10"]
}`,
  },
  references: ['https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_mfa.html'],
  equivalents: ['prowler:directoryservice_radius_server_security_protocol'],
  noFramework: 'no control mapping yet',
  evaluate(directory) {
    if (aside(() => directory.radiusProtocol === undefined))
      return notApplicable({ en: `${directory.name} uses no RADIUS server`, ja: `${directory.name} は RADIUS サーバーを使用していません` });
    if (directory.radiusProtocol === 'MS-CHAPv2') return pass();
    return fail({
      en: `RADIUS of directory ${directory.name} uses ${directory.radiusProtocol}`,
      ja: `ディレクトリ ${directory.name} の RADIUS は ${directory.radiusProtocol} を使用しています`,
    });
  },
  examples: [
    fails(
      'PAP',
      `resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = join("-", ["set", "elsewhere"])
  type     = "MicrosoftAD"
}

resource "aws_directory_service_radius_settings" "corp" {
  directory_id            = aws_directory_service_directory.corp.id
  authentication_protocol = "PAP"
  display_label           = "MFA"
  radius_servers          = ["10.0.0.10"]
}`,
    ),
    passes(
      'MS-CHAPv2',
      `resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = join("-", ["set", "elsewhere"])
  type     = "MicrosoftAD"
}

resource "aws_directory_service_radius_settings" "corp" {
  directory_id            = aws_directory_service_directory.corp.id
  authentication_protocol = "MS-CHAPv2"
  display_label           = "MFA"
  radius_servers          = ["10.0.0.10"]
}`,
    ),
    isNotApplicable(
      'no RADIUS',
      `resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = join("-", ["set", "elsewhere"])
  type     = "MicrosoftAD"
}`,
    ),
  ],
});
