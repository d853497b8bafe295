/** Names of the few types that only workloads refer to; those of others are in names*.ts. Sources: see names.ts. */
import type { NameRule } from '../naming.ts';
import { regional, row } from './name-row.ts';

export const awsWorkloadNames: readonly (readonly [string, NameRule])[] = [
  row('aws_spot_fleet_request AWS::EC2::SpotFleet', { arn: regional('ec2', 'spot-fleet-request/{self}') }),
  row('aws_ec2_fleet AWS::EC2::EC2Fleet', { arn: regional('ec2', 'fleet/{self}') }),
  row('aws_eks_addon AWS::EKS::Addon', {
    name: 'addon_name AddonName',
    arn: regional('eks', 'addon/{=cluster_name|}{=ClusterName|}/{name}/{self}'),
  }),
  row('aws_eks_pod_identity_association AWS::EKS::PodIdentityAssociation', {
    arn: regional('eks', 'podidentityassociation/{=cluster_name|}{=ClusterName|}/{self}'),
  }),
  row('aws_imagebuilder_infrastructure_configuration AWS::ImageBuilder::InfrastructureConfiguration', {
    name: 'name Name',
    arn: regional('imagebuilder', 'infrastructure-configuration/{name}'),
    id: regional('imagebuilder', 'infrastructure-configuration/{name}'),
  }),
  row('aws_ssm_association AWS::SSM::Association', {
    arn: regional('ssm', 'association/{self}'),
    more: { association_id: '{self}', AssociationId: '{self}' },
  }),
  row('aws_emr_studio AWS::EMR::Studio', { name: 'name Name', arn: regional('elasticmapreduce', 'studio/{self}') }),
  row('aws_sagemaker_notebook_instance_lifecycle_configuration AWS::SageMaker::NotebookInstanceLifecycleConfig', {
    name: 'name NotebookInstanceLifecycleConfigName',
    arn: regional('sagemaker', 'notebook-instance-lifecycle-config/{name}'),
    id: '{name}',
    ref: regional('sagemaker', 'notebook-instance-lifecycle-config/{name}'),
    more: { NotebookInstanceLifecycleConfigName: '{name}' },
  }),
  row('aws_gamelift_build AWS::GameLift::Build', { name: 'name Name', arn: regional('gamelift', 'build/{self}') }),
  row('aws_gamelift_script AWS::GameLift::Script', { name: 'name Name', arn: regional('gamelift', 'script/{self}') }),
  row('aws_transfer_user AWS::Transfer::User', {
    name: 'user_name UserName',
    arn: regional('transfer', 'user/{=server_id|}{=ServerId|}/{name}'),
  }),
  row('aws_db_cluster_snapshot aws_rds_cluster_snapshot_copy AWS::RDS::DBClusterSnapshot', {
    name: 'db_cluster_snapshot_identifier target_db_cluster_snapshot_identifier DBClusterSnapshotIdentifier',
    arn: regional('rds', 'cluster-snapshot:{name}'),
    id: '{name}',
    more: { db_cluster_snapshot_arn: regional('rds', 'cluster-snapshot:{name}') },
  }),
  row('aws_db_snapshot_copy', {
    name: 'target_db_snapshot_identifier',
    arn: regional('rds', 'snapshot:{name}'),
    id: '{name}',
    more: { db_snapshot_arn: regional('rds', 'snapshot:{name}') },
  }),
  row('aws_ebs_snapshot_import', { arn: 'arn:{partition}:ec2:{region}::snapshot/{self}' }),
].flatMap(([types, rule]) => types.map((type) => [type, rule] as const));
