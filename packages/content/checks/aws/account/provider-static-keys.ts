import { defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

const secretKey = 'wJalrXUtnFEMI0K7MDENG'.concat('0bPxRfiCYEXAMPLEKEY');
const accessKey = 'AKIA'.concat('IOSFODNN7EXAMPLE');

export const check = defineCheck({
  title: { en: 'AWS provider configuration holds no access keys', ja: 'AWS プロバイダー設定にアクセスキーが書かれていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.core.provider',
  why: {
    en: 'Keys that Terraform runs with can usually change everything in the account; in the code, everybody who ever reads the repository has them.',
    ja: 'Terraform が使うキーはたいていアカウント全体を変更できます。コードに書くと、リポジトリを読める全員がそのキーを手に入れます。',
  },
  fix: {
    summary: {
      en: 'Remove access_key and secret_key, deactivate the key, and let the provider take a role (OIDC in CI, a profile with SSO at a desk).',
      ja: 'access_key と secret_key を削除してキーを無効化し、プロバイダーにはロールを使わせてください (CI は OIDC、手元では SSO プロファイル)。',
    },
    terraform: `provider "aws" {
  region  = "ap-northeast-1"
  profile = "orders-deploy"
}`,
  },
  references: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs#authentication-and-configuration'],
  equivalents: ['CKV_AWS_41'],
  noFramework: 'no control mapping yet',
  evaluate(provider) {
    const argument = which({ access_key: () => provider.hasAccessKey, secret_key: () => provider.hasSecretKey });
    if (argument === undefined) return pass();
    return fail({
      en: `${provider.name} is given ${argument} in the code`,
      ja: `${provider.name} の ${argument} がコードに書かれています`,
    });
  },
  examples: [
    fails(
      'both keys',
      `provider "aws" {
  region     = "ap-northeast-1"
  access_key = "${accessKey}"
  secret_key = "${secretKey}"
}`,
    ),
    fails(
      'the secret key as the default of a variable, for another region',
      `variable "secret_key" {
  default = "${secretKey}"
}
variable "access_key" {}
provider "aws" {
  alias      = "tokyo"
  access_key = var.access_key
  secret_key = var.secret_key
}`,
    ),
    passes(
      'a role',
      `provider "aws" {
  region = "ap-northeast-1"
  assume_role {
    role_arn = "arn:aws:iam::123456789012:role/deploy"
  }
}`,
    ),
    passes(
      'keys that are handed in, an emulator',
      `variable "access_key" {}
variable "secret_key" {
  sensitive = true
}
provider "aws" {
  access_key = var.access_key
  secret_key = var.secret_key
}
provider "aws" {
  alias      = "local"
  access_key = "test"
  secret_key = "test"
}`,
    ),
  ],
});
