/** The reviewer keeps a copy of the code. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Reviewed code is encrypted with a customer managed key', ja: 'レビュー対象のコードがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codeguru.repository-association',
  why: {
    en: 'The reviewer keeps copies of source code. With a key of your own you decide who may decrypt them.',
    ja: 'レビューのためにソースコードの複製が保存されます。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set encryption_option to CUSTOMER_MANAGED_CMK and name the key.',
      ja: 'encryption_option を CUSTOMER_MANAGED_CMK にし、キーを指定してください。',
    },
    terraform: `resource "aws_codegurureviewer_repository_association" "orders" {
  repository {
    codecommit {
      name = "orders"
    }
  }
  kms_key_details {
    encryption_option = "CUSTOMER_MANAGED_CMK"
    kms_key_id        = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
  },
  references: ['https://docs.aws.amazon.com/codeguru/latest/reviewer-ug/encryption-in-transit.html'],
  equivalents: ['CKV_AWS_381'],
  noFramework: 'no control mapping yet',
  evaluate(repository) {
    if (repository.encryption === 'CUSTOMER_MANAGED_CMK') return pass();
    return fail({
      en: `${repository.name} does not encrypt the code with a customer managed key`,
      ja: `${repository.name} はコードをカスタマー管理キーで暗号化していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_codegurureviewer_repository_association" "orders" {
  repository {
    codecommit {
      name = "orders"
    }
  }
}`,
    ),
    fails(
      'the key of AWS',
      `resource "aws_codegurureviewer_repository_association" "orders" {
  repository {
    codecommit {
      name = "orders"
    }
  }
  kms_key_details {
    encryption_option = "AWS_OWNED_CMK"
  }
}`,
    ),
    passes(
      'a key of the account',
      `resource "aws_codegurureviewer_repository_association" "orders" {
  repository {
    codecommit {
      name = "orders"
    }
  }
  kms_key_details {
    encryption_option = "CUSTOMER_MANAGED_CMK"
    kms_key_id        = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
    ),
  ],
});
