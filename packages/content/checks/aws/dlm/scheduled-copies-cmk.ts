/** The key of EBS cannot be shared, watched or withdrawn. */
import { all, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Snapshot copies of schedules use a customer managed key',
    ja: 'スケジュールによるスナップショットのコピーにカスタマー管理キーを使う',
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
      en: 'Set cmk_arn for each copy rule.',
      ja: '各コピールールに cmk_arn を指定してください。',
    },
    terraform: `resource "aws_dlm_lifecycle_policy" "nightly" {
  description        = "nightly"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    schedule {
      name = "nightly"
      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = true
        cmk_arn   = "arn:aws:kms:us-west-2:123456789012:key/11111111-2222-3333-4444-555555555555"
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
        ResourceTypes: [VOLUME]
        Schedules:
          - Name: nightly
            CrossRegionCopyRules:
              - Target: us-west-2
                Encrypted: true
                CmkArn: arn:aws:kms:us-west-2:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html'],
  equivalents: ['CKV_AWS_256'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (all(policy.scheduledCopies, (copy) => copy.hasCustomerKey && copy.isEncrypted !== false)) return pass();
    return fail({
      en: `Policy ${policy.name} copies snapshots without a customer managed key`,
      ja: `ポリシー ${policy.name} はカスタマー管理キーなしでスナップショットをコピーします`,
    });
  },
  examples: [
    fails(
      'the key of EBS',
      `resource "aws_dlm_lifecycle_policy" "nightly" {
  description        = "nightly"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    schedule {
      name = "nightly"
      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = true
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
        ResourceTypes: [VOLUME]
        Schedules:
          - Name: nightly
            CrossRegionCopyRules:
              - Target: us-west-2
                Encrypted: true`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_dlm_lifecycle_policy" "nightly" {
  description        = "nightly"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    schedule {
      name = "nightly"
      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = true
        cmk_arn   = "arn:aws:kms:us-west-2:123456789012:key/11111111-2222-3333-4444-555555555555"
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
        ResourceTypes: [VOLUME]
        Schedules:
          - Name: nightly
            CrossRegionCopyRules:
              - Target: us-west-2
                Encrypted: true
                CmkArn: arn:aws:kms:us-west-2:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
