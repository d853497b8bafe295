/** A volume is one disk in one zone. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EBS volumes are in a backup plan', ja: 'EBS ボリュームがバックアッププランに含まれている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.ebs-volume',
  why: {
    en: 'Without a plan the volume has no copy: deletion, ransomware or the loss of its zone is the loss of the data.',
    ja: 'プランがないとボリュームの複製がなく、削除・ランサムウェア・ゾーン障害がそのままデータの喪失になります。',
  },
  fix: {
    summary: {
      en: 'Assign the volume to a backup plan by ARN or tag (aws_backup_selection).',
      ja: 'ARN またはタグによりボリュームをバックアッププランに割り当ててください (aws_backup_selection)。',
    },
    terraform: `resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  size              = 20
  encrypted         = true
}

resource "aws_backup_selection" "volumes" {
  name         = "volumes"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_ebs_volume.data.arn]
}`,
    cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 20
      Encrypted: true
  Volumes:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: daily
      BackupSelection:
        SelectionName: volumes
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        Resources:
          - !Sub arn:aws:ec2:\${AWS::Region}:\${AWS::AccountId}:volume/\${Data}`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
  equivalents: [
    'CKV2_AWS_9',
    'EC2.28',
    'prowler:ec2_ebs_volume_protected_by_backup_plan',
    'prowler:ec2_ebs_volume_snapshots_exists',
    'cloudsploit:ebsBackupEnabled',
  ],
  evaluate(volume) {
    if (volume.isBackedUp) return pass();
    return fail({
      en: `No backup plan of this code chooses volume ${volume.name}`,
      ja: `ボリューム ${volume.name} を対象とするバックアッププランがこのコードにありません`,
    });
  },
  examples: [
    fails(
      'no plan',
      `resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  size              = 20
  encrypted         = true
}`,
      {
        cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 20
      Encrypted: true`,
      },
    ),
    passes(
      'chosen by ARN',
      `resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  size              = 20
  encrypted         = true
}

resource "aws_backup_selection" "volumes" {
  name         = "volumes"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_ebs_volume.data.arn]
}`,
      {
        cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 20
      Encrypted: true
  Volumes:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: daily
      BackupSelection:
        SelectionName: volumes
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        Resources:
          - !Sub arn:aws:ec2:\${AWS::Region}:\${AWS::AccountId}:volume/\${Data}`,
      },
    ),
    passes(
      'chosen by tag',
      `resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  size              = 20
  encrypted         = true
  tags              = { Backup = "daily" }
}

resource "aws_backup_selection" "daily" {
  name         = "daily"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "daily"
  }
}`,
      {
        cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 20
      Encrypted: true
      Tags:
        - { Key: Backup, Value: daily }
  Daily:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: daily
      BackupSelection:
        SelectionName: daily
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        ListOfTags:
          - { ConditionType: STRINGEQUALS, ConditionKey: Backup, ConditionValue: daily }`,
      },
    ),
    fails(
      'the plan is for other volumes',
      `resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  size              = 20
  encrypted         = true
}

resource "aws_backup_selection" "others" {
  name         = "others"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = ["arn:aws:rds:*:*:db:*"]
}`,
    ),
  ],
});
