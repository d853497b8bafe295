import { CreateSecurityGroupCommand, CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { Connection } from './estate.ts';

export interface Network {
  readonly vpc: string;
  /** In two zones. */
  readonly subnets: readonly [string, string];
  readonly group: string;
}

/** A network of its own for a part of the estate; `second` is the second number of its addresses: 10.SECOND.0.0/16. */
export async function makeNetwork(connection: Connection, second: number): Promise<Network> {
  const ec2 = new EC2Client(connection);
  const vpc = (await ec2.send(new CreateVpcCommand({ CidrBlock: `10.${second}.0.0/16` }))).Vpc?.VpcId ?? '';
  const subnet = async (third: number, zone: string): Promise<string> => {
    const made = await ec2.send(
      new CreateSubnetCommand({ VpcId: vpc, CidrBlock: `10.${second}.${third}.0/24`, AvailabilityZone: `${connection.region}${zone}` }),
    );
    return made.Subnet?.SubnetId ?? '';
  };
  const subnets = [await subnet(1, 'a'), await subnet(2, 'b')] as const;
  const name = `network-${second}`;
  const group = await ec2.send(new CreateSecurityGroupCommand({ GroupName: name, Description: name, VpcId: vpc }));
  return { vpc, subnets, group: group.GroupId ?? '' };
}
