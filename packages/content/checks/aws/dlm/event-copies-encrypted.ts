/** A copy of a shared snapshot is a second disk to lose. */
import { all, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Snapshot copies of events are encrypted', ja: 'イベントによるスナップショットのコピーが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dlm.lifecycle-policy',
  why: {
    en: 'Copies of shared snapshots hold the whole disk of another account.',
    ja: '共有されたスナップショットのコピーには、他アカウントのディスク全体が含まれます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'policy_details.action[*].cross_region_copy[*].encryption_configuration.encrypted', value: true }],
      cloudformation: [{ set: 'PolicyDetails.Actions[*].CrossRegionCopy[*].EncryptionConfiguration.Encrypted', value: true }],
    },
    summary: {
      en: 'Set encrypted to true for each action.',
      ja: '各アクションの encrypted を true にしてください。',
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
                  Encrypted: true`,
    cli: 'aws dlm update-lifecycle-policy --policy-id ID --policy-details file://details.json',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/event-policy.html'],
  equivalents: ['CKV_AWS_253'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (all(policy.eventCopies, (copy) => copy.isEncrypted === true)) return pass();
    return fail({
      en: `Policy ${policy.name} copies shared snapshots without encryption`,
      ja: `ポリシー ${policy.name} は共有スナップショットを暗号化せずにコピーします`,
    });
  },
  examples: [
    fails(
      'not encrypted',
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
          encrypted = false
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
                  Encrypted: false`,
      },
    ),
    passes(
      'encrypted',
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
  ],
});
