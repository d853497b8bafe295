/** The key of EBS cannot be shared, watched or withdrawn. */
import { all, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Snapshot copies of events use a customer managed key',
    ja: 'イベントによるスナップショットのコピーにカスタマー管理キーを使う',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dlm.lifecycle-policy',
  why: {
    en: 'With a key of your own, only whom you name can start a disk from the copy, and each use is recorded.',
    ja: '自社の鍵なら、コピーからディスクを作れる相手を限定でき、利用も記録されます。',
  },
  fix: {
    summary: {
      en: 'Set cmk_arn for each action.',
      ja: '各アクションに cmk_arn を指定してください。',
    },
    terraform: `resource "aws_dlm_lifecycle_policy" "nightly" {
  description        = "nightly"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"
  policy_details {
    policy_type = "EVENT_BASED_POLICY"
    action {
      name = "copy"
      cross_region_copy {
        target = "us-west-2"
        encryption_configuration {
          encrypted = true
          cmk_arn   = "arn:aws:kms:us-west-2:123456789012:key/11111111-2222-3333-4444-555555555555"
        }
      }
    }
  }
}`,
    cloudformation: `Resources:
  Nightly:
    Type: AWS::DLM::LifecyclePolicy
    Properties:
      Description: nightly
      ExecutionRoleArn: arn:aws:iam::123456789012:role/dlm
      PolicyDetails:
        PolicyType: EVENT_BASED_POLICY
        Actions:
          - Name: copy
            CrossRegionCopy:
              - Target: us-west-2
                EncryptionConfiguration:
                  Encrypted: true
                  CmkArn: arn:aws:kms:us-west-2:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/event-policy.html'],
  equivalents: ['CKV_AWS_254'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (all(policy.eventCopies, (copy) => copy.hasCustomerKey && copy.isEncrypted !== false)) return pass();
    return fail({
      en: `Policy ${policy.name} copies shared snapshots without a customer managed key`,
      ja: `ポリシー ${policy.name} はカスタマー管理キーなしで共有スナップショットをコピーします`,
    });
  },
  examples: [
    fails(
      'the key of EBS',
      `resource "aws_dlm_lifecycle_policy" "nightly" {
  description        = "nightly"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"
  policy_details {
    policy_type = "EVENT_BASED_POLICY"
    action {
      name = "copy"
      cross_region_copy {
        target = "us-west-2"
        encryption_configuration {
          encrypted = true
        }
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Nightly:
    Type: AWS::DLM::LifecyclePolicy
    Properties:
      Description: nightly
      ExecutionRoleArn: arn:aws:iam::123456789012:role/dlm
      PolicyDetails:
        PolicyType: EVENT_BASED_POLICY
        Actions:
          - Name: copy
            CrossRegionCopy:
              - Target: us-west-2
                EncryptionConfiguration:
                  Encrypted: true`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_dlm_lifecycle_policy" "nightly" {
  description        = "nightly"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"
  policy_details {
    policy_type = "EVENT_BASED_POLICY"
    action {
      name = "copy"
      cross_region_copy {
        target = "us-west-2"
        encryption_configuration {
          encrypted = true
          cmk_arn   = "arn:aws:kms:us-west-2:123456789012:key/11111111-2222-3333-4444-555555555555"
        }
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Nightly:
    Type: AWS::DLM::LifecyclePolicy
    Properties:
      Description: nightly
      ExecutionRoleArn: arn:aws:iam::123456789012:role/dlm
      PolicyDetails:
        PolicyType: EVENT_BASED_POLICY
        Actions:
          - Name: copy
            CrossRegionCopy:
              - Target: us-west-2
                EncryptionConfiguration:
                  Encrypted: true
                  CmkArn: arn:aws:kms:us-west-2:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
