import { defineCheck, fail, fails, notApplicable, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Modules from elsewhere have a fixed version', ja: '外部モジュールのバージョンが固定されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'repository.terraform.module',
  why: {
    en: 'The lock file does not cover modules: without a version the next init takes whatever its owner, or whoever took over the account, has put there.',
    ja: 'ロックファイルはモジュールを対象にしません。バージョン指定がないと、次の init で所有者 (または乗っ取った人) が置いた内容がそのまま使われます。',
  },
  fix: {
    summary: {
      en: 'Give modules of a registry a version, and modules of a Git repository a tag or commit (?ref=…).',
      ja: 'レジストリのモジュールには version を、Git のモジュールにはタグまたはコミット (?ref=…) を指定してください。',
    },
    terraform: `module "network" {
  source = "git::https://example.com/platform/network.git?ref=v2.3.1"
}`,
  },
  references: ['https://developer.hashicorp.com/terraform/language/modules/sources#selecting-a-revision'],
  equivalents: ['CKV_TF_2'],
  noFramework: 'no control mapping yet',
  evaluate(module) {
    const { from } = module;
    if (from === 'local' || from === 'archive') {
      return notApplicable({ en: `${module.name} has no versions`, ja: `${module.name} にバージョンはありません` });
    }
    if (from === 'registry') {
      if (module.version !== undefined) return pass();
      return fail({ en: `${module.name} has no version`, ja: `${module.name} に version がありません` });
    }
    const { ref } = module;
    if (ref !== undefined && isFixed(ref)) return pass();
    return fail({
      en: ref === undefined ? `${module.name} follows the default branch` : `${module.name} follows the branch ${ref}`,
      ja: ref === undefined ? `${module.name} は既定ブランチに追従します` : `${module.name} はブランチ ${ref} に追従します`,
    });
  },
  examples: [
    fails(
      'the default branch',
      `module "network" {
  source = "git::https://example.com/platform/network.git"
}`,
    ),
    fails(
      'a branch',
      `module "network" {
  source = "github.com/example/network//vpc?ref=main"
}`,
    ),
    fails(
      'a registry without version',
      `module "network" {
  source = "terraform-aws-modules/vpc/aws"
}`,
    ),
    passes(
      'a tag, a commit, a version',
      `module "network" {
  source = "git::ssh://git@example.com/platform/network.git?depth=1&ref=v2.3.1"
}
module "logs" {
  source = "git@github.com:example/logs.git?ref=6c3f0b1d2e4a5968778695a4b3c2d1e0f9a8b7c6"
}
module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "6.0.1"
}`,
    ),
    isNotApplicable(
      'a folder of this repository',
      `module "network" {
  source = "./modules/network"
}`,
    ),
  ],
});

/** Tags have a number in them (`v1.2`, `release-7`), commits are hexadecimal; branches mostly have neither. */
function isFixed(ref: string): boolean {
  return /^[0-9a-f]{7,64}$/.test(ref) || /(?:^|[-_/v])\d+(?:\.\d+)*/.test(ref);
}
