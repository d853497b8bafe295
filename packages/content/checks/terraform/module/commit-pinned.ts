import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Modules from Git are pinned to a commit', ja: 'Git のモジュールがコミットに固定されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'repository.terraform.module',
  why: {
    en: 'A tag can be moved to other code without anybody noticing; a commit hash always names the same code.',
    ja: 'タグは気付かれずに別のコードへ付け替えられます。コミットハッシュは常に同じコードを指します。',
  },
  fix: {
    summary: {
      en: 'Write the full commit hash behind ?ref=, and the tag it belongs to in a comment.',
      ja: '?ref= に完全なコミットハッシュを書き、対応するタグはコメントに残してください。',
    },
    terraform: `module "network" {
  source = "git::https://example.com/platform/network.git?ref=6c3f0b1d2e4a5968778695a4b3c2d1e0f9a8b7c6" # v2.3.1
}`,
  },
  references: ['https://developer.hashicorp.com/terraform/language/modules/sources#selecting-a-revision'],
  equivalents: ['CKV_TF_1'],
  noFramework: 'no control mapping yet',
  evaluate(module) {
    if (module.from !== 'git') {
      return notApplicable({ en: `${module.name} is not from Git`, ja: `${module.name} は Git のモジュールではありません` });
    }
    const { ref } = module;
    if (ref !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)) return pass();
    return fail({
      en: `${module.name} is taken from ${ref ?? 'the default branch'}, not from a commit`,
      ja: `${module.name} はコミットではなく ${ref ?? '既定ブランチ'} から取得されます`,
    });
  },
  examples: [
    fails(
      'a tag',
      `module "network" {
  source = "git::https://example.com/platform/network.git?ref=v2.3.1"
}`,
    ),
    fails(
      'the default branch',
      `module "network" {
  source = "github.com/example/network"
}`,
    ),
    passes(
      'a commit',
      `module "network" {
  source = "git::https://example.com/platform/network.git?ref=6c3f0b1d2e4a5968778695a4b3c2d1e0f9a8b7c6"
}`,
    ),
    isNotApplicable(
      'a registry, a folder',
      `module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "6.0.1"
}
module "network" {
  source = "./modules/network"
}`,
    ),
  ],
});
