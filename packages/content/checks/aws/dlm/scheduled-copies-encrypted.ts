/** A copy in another Region is a second disk to lose. */
import { all, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Snapshot copies of schedules are encrypted', ja: 'スケジュールによるスナップショットのコピーが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dlm.lifecycle-policy',
  why: {
    en: 'Copies in another Region hold the whole disk and are watched by fewer people.',
    ja: '別リージョンのコピーにはディスク全体が含まれ、監視も手薄になりがちです。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'policy_details.schedule[*].cross_region_copy_rule[*].encrypted', value: true }],
      cloudformation: [{ set: 'PolicyDetails.Schedules[*].CrossRegionCopyRules[*].Encrypted', value: true }],
    },
    summary: {
      en: 'Set encrypted to true for each copy rule.',
      ja: '各コピールールの encrypted を true にしてください。',
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
                Encrypted: true`,
    cli: 'aws dlm update-lifecycle-policy --policy-id ID --policy-details file://details.json',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html'],
  equivalents: ['CKV_AWS_255'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (all(policy.scheduledCopies, (copy) => copy.isEncrypted === true)) return pass();
    return fail({
      en: `Policy ${policy.name} copies snapshots without encryption`,
      ja: `ポリシー ${policy.name} はスナップショットを暗号化せずにコピーします`,
    });
  },
  examples: [
    fails(
      'not encrypted',
      `resource "aws_dlm_lifecycle_policy" "nightly" {
  description        = "nightly"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    schedule {
      name = "nightly"
      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = false
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
                Encrypted: false`,
      },
    ),
    passes(
      'encrypted',
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
  ],
});
