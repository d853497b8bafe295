import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  ModifyLoadBalancerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Connection, Expectation } from './estate.ts';
import { pairs } from './expectation.ts';
import type { Network } from './network.ts';
import { makeNetwork } from './network.ts';

export async function build(connection: Connection): Promise<void> {
  const elb = new ElasticLoadBalancingV2Client(connection);
  const network = await makeNetwork(connection, 69);
  const made = await new ACMClient(connection).send(new RequestCertificateCommand({ DomainName: 'balancer.example.com' }));
  const certificate = made.CertificateArn ?? '';
  const good = await make(elb, network, 'orders-balancer');
  await elb.send(
    new ModifyLoadBalancerAttributesCommand({
      LoadBalancerArn: good,
      Attributes: [
        { Key: 'access_logs.s3.enabled', Value: 'true' },
        { Key: 'access_logs.s3.bucket', Value: 'logs-bucket' },
        { Key: 'deletion_protection.enabled', Value: 'true' },
        { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
        { Key: 'routing.http.desync_mitigation_mode', Value: 'strictest' },
      ],
    }),
  );
  const sealed = await target(elb, network.vpc, 'orders-targets');
  await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: good,
      Protocol: 'HTTPS',
      Port: 443,
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      Certificates: [{ CertificateArn: certificate }],
      DefaultActions: [{ Type: 'forward', TargetGroupArn: sealed }],
    }),
  );
  await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: good,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } }],
    }),
  );
  const bad = await make(elb, network, 'leaflets-balancer');
  await elb.send(
    new ModifyLoadBalancerAttributesCommand({
      LoadBalancerArn: bad,
      Attributes: [{ Key: 'routing.http.desync_mitigation_mode', Value: 'monitor' }],
    }),
  );
  const plain = await target(elb, network.vpc, 'leaflets-targets');
  await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: bad,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: plain }],
    }),
  );
  await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: bad,
      Protocol: 'HTTPS',
      Port: 443,
      SslPolicy: 'ELBSecurityPolicy-TLS-1-0-2015-04',
      Certificates: [{ CertificateArn: certificate }],
      DefaultActions: [{ Type: 'forward', TargetGroupArn: plain }],
    }),
  );
}

async function make(elb: ElasticLoadBalancingV2Client, network: Network, Name: string): Promise<string> {
  const Scheme = Name === 'orders-balancer' ? 'internal' : 'internet-facing';
  const made = await elb.send(
    new CreateLoadBalancerCommand({ Name, Scheme, Subnets: [...network.subnets], SecurityGroups: [network.group], Type: 'application' }),
  );
  return made.LoadBalancers?.[0]?.LoadBalancerArn ?? '';
}

async function target(elb: ElasticLoadBalancingV2Client, VpcId: string, Name: string): Promise<string> {
  const Protocol = Name === 'orders-targets' ? 'HTTPS' : 'HTTP';
  const made = await elb.send(
    new CreateTargetGroupCommand({
      Name,
      Protocol,
      Port: Protocol === 'HTTP' ? 80 : 443,
      VpcId,
      TargetType: 'ip',
      HealthCheckEnabled: true,
      HealthCheckPath: '/health',
    }),
  );
  return made.TargetGroups?.[0]?.TargetGroupArn ?? '';
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-balancer', 'leaflets-balancer', [
    'aws-elbv2-access-logging',
    'aws-elbv2-deletion-protection',
    'aws-elbv2-desync-mitigation',
    'aws-elbv2-drop-invalid-headers',
    'aws-elbv2-https-redirect',
    'aws-elbv2-internet-facing-reviewed',
    'aws-elbv2-tls-policy',
  ]),
  ...pairs('orders-targets', 'leaflets-targets', ['aws-elbv2-target-group-tls']),
];
