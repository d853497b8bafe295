/** One zone fails as a whole now and then, and with it every mounted share. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'FSx file systems run in several zones', ja: 'FSx ファイルシステムが複数のゾーンで動作する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.fsx.file-system',
  why: {
    en: 'A file system in one zone is gone as long as its zone is, and every maintenance interrupts it.',
    ja: '単一ゾーンのファイルシステムは、その障害の間使えず、メンテナンスのたびに停止します。',
  },
  fix: {
    summary: { en: 'Set deployment_type to a MULTI_AZ one.', ja: 'deployment_type を MULTI_AZ のものにしてください。' },
    terraform: `resource "aws_fsx_windows_file_system" "shared" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a", "subnet-0b"]
  throughput_capacity = 32
  deployment_type     = "MULTI_AZ_1"
  preferred_subnet_id = "subnet-0a"
}`,
    cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: WINDOWS
      StorageCapacity: 64
      SubnetIds: [subnet-0a, subnet-0b]
      WindowsConfiguration:
        DeploymentType: MULTI_AZ_1
        PreferredSubnetId: subnet-0a
        ThroughputCapacity: 32`,
  },
  references: ['https://docs.aws.amazon.com/fsx/latest/WindowsGuide/high-availability-multiAZ.html'],
  equivalents: ['FSx.3', 'FSx.4', 'FSx.5', 'prowler:fsx_windows_file_system_multi_az_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(fileSystem) {
    if (aside(() => !/(SINGLE|MULTI)_AZ/.test(fileSystem.deployment)))
      return notApplicable({
        en: `${fileSystem.name} is of a kind that runs in one zone`,
        ja: `${fileSystem.name} は単一ゾーンのみの種類です`,
      });
    if (fileSystem.deployment.startsWith('MULTI_AZ')) return pass();
    return fail({
      en: `File system ${fileSystem.name} runs in one zone only (${fileSystem.deployment})`,
      ja: `ファイルシステム ${fileSystem.name} は単一のゾーンで動作しています (${fileSystem.deployment})`,
    });
  },
  examples: [
    fails(
      'the default of Windows',
      `resource "aws_fsx_windows_file_system" "shared" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a", "subnet-0b"]
  throughput_capacity = 32
}`,
    ),
    fails('the default of Windows, in a template', {
      cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: WINDOWS
      StorageCapacity: 64
      SubnetIds: [subnet-0a, subnet-0b]`,
    }),
    passes(
      'two zones',
      `resource "aws_fsx_windows_file_system" "shared" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a", "subnet-0b"]
  throughput_capacity = 32
  deployment_type     = "MULTI_AZ_1"
  preferred_subnet_id = "subnet-0a"
}`,
    ),
    passes('two zones, in a template', {
      cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: WINDOWS
      StorageCapacity: 64
      SubnetIds: [subnet-0a, subnet-0b]
      WindowsConfiguration:
        DeploymentType: MULTI_AZ_1
        PreferredSubnetId: subnet-0a
        ThroughputCapacity: 32`,
    }),
    isNotApplicable(
      'Lustre has one zone',
      `resource "aws_fsx_lustre_file_system" "scratch" {
  storage_capacity = 1200
  subnet_ids       = ["subnet-0a"]
}`,
    ),
  ],
});
