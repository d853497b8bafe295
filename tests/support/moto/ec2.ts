import {
  AuthorizeSecurityGroupIngressCommand,
  CreateFlowLogsCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateTagsCommand,
  CreateVolumeCommand,
  CreateVpcCommand,
  EC2Client,
  ModifySubnetAttributeCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import type { Connection, Expectation } from './estate.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new EC2Client(connection);
  const vpc = await named(client, 'watched-vpc', (await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))).Vpc?.VpcId);
  await named(client, 'silent-vpc', (await client.send(new CreateVpcCommand({ CidrBlock: '10.1.0.0/16' }))).Vpc?.VpcId);
  await client.send(
    new CreateFlowLogsCommand({
      ResourceIds: [vpc],
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 's3',
      LogDestination: 'arn:aws:s3:::logs-bucket',
    }),
  );
  const subnet = async (name: string, CidrBlock: string): Promise<string> =>
    await named(client, name, (await client.send(new CreateSubnetCommand({ VpcId: vpc, CidrBlock }))).Subnet?.SubnetId);
  const inner = await subnet('inner-subnet', '10.0.1.0/24');
  const outer = await subnet('outer-subnet', '10.0.2.0/24');
  await client.send(new ModifySubnetAttributeCommand({ SubnetId: outer, MapPublicIpOnLaunch: { Value: true } }));

  const group = async (GroupName: string, port: number, cidrs: readonly string[]): Promise<string> => {
    const { GroupId = '' } = await client.send(new CreateSecurityGroupCommand({ GroupName, Description: GroupName, VpcId: vpc }));
    const IpRanges = cidrs.map((CidrIp) => ({ CidrIp, Description: 'for the test' }));
    await client.send(
      new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges }] }),
    );
    return GroupId;
  };
  const office = await group('office-ssh', 22, ['192.0.2.0/24']);
  await group('open-ssh', 22, ['0.0.0.0/0']);
  // Two halves are the whole.
  await group('halves-ssh', 22, ['0.0.0.0/1', '128.0.0.0/1']);
  await group('open-rdp', 3389, ['0.0.0.0/0']);
  await group('open-database', 3306, ['0.0.0.0/0']);

  await named(
    client,
    'sealed-volume',
    (await client.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 8, Encrypted: true }))).VolumeId,
  );
  await named(client, 'plain-volume', (await client.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 8 }))).VolumeId);

  const instance = async (name: string, tokens: 'optional' | 'required'): Promise<string> => {
    const { Instances = [] } = await client.send(
      new RunInstancesCommand({
        ImageId: 'ami-12345678',
        MinCount: 1,
        MaxCount: 1,
        SubnetId: inner,
        SecurityGroupIds: [office],
        MetadataOptions: { HttpTokens: tokens, HttpEndpoint: 'enabled' },
      }),
    );
    return await named(client, name, Instances[0]?.InstanceId);
  };
  await instance('careful-server', 'required');
  await instance('old-server', 'optional');
}

async function named(client: EC2Client, name: string, id: string | undefined): Promise<string> {
  if (id === undefined) throw new Error(`${name} was not made`);
  await client.send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key: 'Name', Value: name }] }));
  return id;
}

export const expected: readonly Expectation[] = [
  ['aws-vpc-flow-logs-enabled', 'watched-vpc', 'pass'],
  ['aws-vpc-flow-logs-enabled', 'silent-vpc', 'fail'],
  ['aws-ec2-subnet-no-auto-public-ip', 'inner-subnet', 'pass'],
  ['aws-ec2-subnet-no-auto-public-ip', 'outer-subnet', 'fail'],
  ['aws-ec2-sg-no-ssh-from-internet', 'office-ssh', 'pass'],
  ['aws-ec2-sg-no-ssh-from-internet', 'open-ssh', 'fail'],
  ['aws-ec2-sg-no-ssh-from-internet', 'halves-ssh', 'fail'],
  ['aws-ec2-sg-no-rdp-from-internet', 'office-ssh', 'pass'],
  ['aws-ec2-sg-no-rdp-from-internet', 'open-rdp', 'fail'],
  ['aws-ec2-sg-no-database-ports-from-internet', 'office-ssh', 'pass'],
  ['aws-ec2-sg-no-database-ports-from-internet', 'open-database', 'fail'],
  ['aws-ec2-sg-unused', 'office-ssh', 'pass'],
  ['aws-ec2-sg-unused', 'open-ssh', 'fail'],
  ['aws-ec2-ebs-volume-encrypted', 'sealed-volume', 'pass'],
  ['aws-ec2-ebs-volume-encrypted', 'plain-volume', 'fail'],
  ['aws-ec2-instance-imdsv2-required', 'careful-server', 'pass'],
  ['aws-ec2-instance-imdsv2-required', 'old-server', 'fail'],
  ['aws-ec2-default-sg-closed', 'watched-vpc', 'fail'],
];
