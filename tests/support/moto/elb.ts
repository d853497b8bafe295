import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import {
  CreateLoadBalancerCommand as CreateClassicCommand,
  ElasticLoadBalancingClient,
  ModifyLoadBalancerAttributesCommand as ModifyClassicCommand,
} from '@aws-sdk/client-elastic-load-balancing';
import type { Connection, Expectation } from './estate.ts';
import { pairs } from './expectation.ts';
import { makeNetwork } from './network.ts';

export async function build(connection: Connection): Promise<void> {
  const elb = new ElasticLoadBalancingClient(connection);
  const network = await makeNetwork(connection, 64);
  const made = await new ACMClient(connection).send(new RequestCertificateCommand({ DomainName: 'classic.example.com' }));
  const certificate = made.CertificateArn ?? '';
  await elb.send(
    new CreateClassicCommand({
      LoadBalancerName: 'orders-classic',
      Subnets: [...network.subnets],
      Scheme: 'internal',
      Listeners: [
        { Protocol: 'HTTPS', LoadBalancerPort: 443, InstanceProtocol: 'HTTPS', InstancePort: 443, SSLCertificateId: certificate },
      ],
    }),
  );
  await elb.send(
    new ModifyClassicCommand({
      LoadBalancerName: 'orders-classic',
      LoadBalancerAttributes: {
        AccessLog: { Enabled: true, S3BucketName: 'logs-bucket', EmitInterval: 5 },
        CrossZoneLoadBalancing: { Enabled: true },
        ConnectionDraining: { Enabled: true, Timeout: 300 },
      },
    }),
  );
  await elb.send(
    new CreateClassicCommand({
      LoadBalancerName: 'leaflets-classic',
      Subnets: [network.subnets[0]],
      Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstanceProtocol: 'HTTP', InstancePort: 80 }],
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-classic', 'leaflets-classic', [
    'aws-elb-access-logging',
    'aws-elb-connection-draining',
    'aws-elb-cross-zone',
    'aws-elb-multi-az',
    'aws-elb-tls-listeners',
  ]),
];
