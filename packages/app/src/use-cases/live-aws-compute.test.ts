/** Answers of load balancers, groups, functions, containers and firewalls → what checks say of them. */
import { here, testLiveServices } from '../testing/index.ts';
import type { LiveService } from '../testing/index.ts';
import { liveVerdicts } from './live-verdicts.ts';

const arn = (service: string, resource: string): string => `arn:aws:${service}:ap-northeast-1:123456789012:${resource}`;
const ownKey = arn('kms', 'key/0a1b2c3d-0000-4000-8000-000000000002');
const aliases = here('kms:ListAliases', {
  Aliases: [{ AliasName: 'alias/aws/lambda', TargetKeyId: '0a1b2c3d-0000-4000-8000-000000000001' }],
});
const everyone = { Version: '2012-10-17', Statement: [{ Sid: 'all', Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }] };

const balancer = arn('elasticloadbalancing', 'loadbalancer/app/web/1');
const webAcl = arn('wafv2', 'regional/webacl/web/2');
const lambda = arn('lambda', 'function:orders');
const repository = arn('ecr', 'repository/orders');
const firewall = arn('network-firewall', 'firewall/edge');
const policy = arn('network-firewall', 'firewall-policy/edge');

const services: readonly LiveService[] = [
  {
    title: 'classic load balancers',
    calls: (isGood) => [
      here('elb:DescribeLoadBalancers', {
        LoadBalancerDescriptions: [
          {
            LoadBalancerName: 'old',
            Subnets: isGood ? ['subnet-1', 'subnet-2'] : ['subnet-1'],
            ListenerDescriptions: [
              { Listener: { Protocol: isGood ? 'HTTPS' : 'HTTP', LoadBalancerPort: 80, SSLCertificateId: isGood ? 'arn:c' : null } },
            ],
          },
        ],
      }),
      here(
        'elb:DescribeLoadBalancerAttributes',
        {
          LoadBalancerAttributes: {
            CrossZoneLoadBalancing: { Enabled: isGood },
            AccessLog: { Enabled: isGood },
            ConnectionDraining: { Enabled: isGood },
            AdditionalAttributes: [{ Key: 'elb.http.desyncmitigationmode', Value: isGood ? 'strictest' : 'monitor' }],
          },
        },
        { LoadBalancerName: 'old' },
      ),
    ],
    checks: [
      'aws-elb-access-logging',
      'aws-elb-connection-draining',
      'aws-elb-cross-zone',
      'aws-elb-tls-listeners',
      'aws-elb-desync-mitigation',
      'aws-elb-multi-az',
    ],
  },
  {
    title: 'load balancers',
    calls: (isGood) => [
      here('elbv2:DescribeLoadBalancers', {
        LoadBalancers: [
          { LoadBalancerArn: balancer, LoadBalancerName: 'web', Type: 'application', Scheme: 'internet-facing', AvailabilityZones: [] },
        ],
      }),
      here(
        'elbv2:DescribeLoadBalancerAttributes',
        {
          Attributes: [
            { Key: 'access_logs.s3.enabled', Value: String(isGood) },
            { Key: 'deletion_protection.enabled', Value: String(isGood) },
            { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: String(isGood) },
            { Key: 'routing.http.desync_mitigation_mode', Value: isGood ? 'defensive' : 'monitor' },
          ],
        },
        { LoadBalancerArn: balancer },
      ),
      here(
        'elbv2:DescribeListeners',
        {
          Listeners: [
            {
              ListenerArn: `${balancer}/3`,
              Protocol: isGood ? 'HTTPS' : 'HTTP',
              Port: 443,
              SslPolicy: isGood ? 'ELBSecurityPolicy-TLS13-1-2-2021-06' : null,
              DefaultActions: [{ Type: 'forward' }],
            },
          ],
        },
        { LoadBalancerArn: balancer },
      ),
      here('wafv2:ListWebACLs', { WebACLs: [{ Name: 'web', Id: '2', ARN: webAcl }] }, { Scope: 'REGIONAL', Limit: 100 }),
      here(
        'wafv2:ListResourcesForWebACL',
        { ResourceArns: isGood ? [balancer] : [] },
        { WebACLArn: webAcl, ResourceType: 'APPLICATION_LOAD_BALANCER' },
      ),
    ],
    checks: [
      'aws-elbv2-access-logging',
      'aws-elbv2-deletion-protection',
      'aws-elbv2-drop-invalid-headers',
      'aws-elbv2-desync-mitigation',
      'aws-elbv2-https-redirect',
      'aws-elbv2-waf',
    ],
  },
  {
    title: 'Auto Scaling groups',
    calls: (isGood) => [
      here('autoscaling:DescribeAutoScalingGroups', {
        AutoScalingGroups: [
          {
            AutoScalingGroupARN: arn('autoscaling', 'autoScalingGroup:1:autoScalingGroupName/web'),
            AutoScalingGroupName: 'web',
            VPCZoneIdentifier: isGood ? 'subnet-1,subnet-2' : 'subnet-1',
            TargetGroupARNs: ['arn:tg'],
            HealthCheckType: isGood ? 'ELB' : 'EC2',
            ...(isGood ? { LaunchTemplate: { LaunchTemplateId: 'lt-1' } } : { LaunchConfigurationName: 'lc' }),
          },
        ],
      }),
      here('autoscaling:DescribeLaunchConfigurations', {
        LaunchConfigurations: [
          {
            LaunchConfigurationARN: arn('autoscaling', 'launchConfiguration:1:launchConfigurationName/lc'),
            LaunchConfigurationName: 'lc',
            AssociatePublicIpAddress: !isGood,
            MetadataOptions: { HttpTokens: isGood ? 'required' : 'optional' },
          },
        ],
      }),
    ],
    checks: ['aws-autoscaling-launch-template', 'aws-autoscaling-multi-az', 'aws-autoscaling-elb-health-checks'],
  },
  {
    title: 'functions',
    calls: (isGood) => [
      aliases,
      here('lambda:ListFunctions', {
        Functions: [
          {
            FunctionArn: lambda,
            FunctionName: 'orders',
            Runtime: isGood ? 'python3.13' : 'python3.8',
            Environment: { Variables: { STAGE: 'prod' } },
            KMSKeyArn: isGood ? ownKey : arn('kms', 'key/0a1b2c3d-0000-4000-8000-000000000001'),
            VpcConfig: { SubnetIds: isGood ? ['subnet-1', 'subnet-2'] : [] },
            DeadLetterConfig: isGood ? { TargetArn: arn('sqs', 'failed') } : null,
            TracingConfig: { Mode: isGood ? 'Active' : 'PassThrough' },
          },
        ],
      }),
      here('lambda:GetFunctionCodeSigningConfig', isGood ? { CodeSigningConfigArn: 'arn:csc' } : {}, { FunctionName: 'orders' }),
      here('lambda:GetFunctionConcurrency', isGood ? { ReservedConcurrentExecutions: 5 } : {}, { FunctionName: 'orders' }),
      here(
        'lambda:ListFunctionUrlConfigs',
        {
          FunctionUrlConfigs: [
            {
              FunctionUrl: 'https://x.example.com/',
              AuthType: isGood ? 'AWS_IAM' : 'NONE',
              Cors: { AllowOrigins: [isGood ? 'https://example.com' : '*'] },
            },
          ],
        },
        { FunctionName: 'orders' },
      ),
      here(
        'lambda:GetPolicy',
        {
          Policy: JSON.stringify({
            Statement: [
              {
                Sid: 'call',
                Effect: 'Allow',
                Principal: isGood ? { AWS: 'arn:aws:iam::123456789012:root' } : '*',
                Action: 'lambda:InvokeFunction',
              },
            ],
          }),
        },
        { FunctionName: 'orders' },
      ),
    ],
    checks: [
      'aws-lambda-runtime-supported',
      'aws-lambda-environment-cmk',
      'aws-lambda-in-vpc',
      'aws-lambda-dead-letter-queue',
      'aws-lambda-tracing',
      'aws-lambda-code-signing',
      'aws-lambda-reserved-concurrency',
      'aws-lambda-url-auth-required',
      'aws-lambda-url-cors-restricted',
      'aws-lambda-not-public',
    ],
  },
  {
    title: 'services allowed to call a function, and layers',
    calls: (isGood) => [
      here('lambda:ListFunctions', { Functions: [{ FunctionArn: lambda, FunctionName: 'orders' }] }),
      here(
        'lambda:GetPolicy',
        {
          Policy: JSON.stringify({
            Statement: [
              {
                Sid: 'topic',
                Effect: 'Allow',
                Principal: { Service: 'sns.amazonaws.com' },
                Action: 'lambda:InvokeFunction',
                ...(isGood && { Condition: { ArnLike: { 'AWS:SourceArn': arn('sns', 'orders') } } }),
              },
            ],
          }),
        },
        { FunctionName: 'orders' },
      ),
      here('lambda:ListLayers', { Layers: [{ LayerName: 'tools' }] }),
      here(
        'lambda:GetLayerVersionPolicy',
        {
          Policy: JSON.stringify({
            Statement: [
              {
                Sid: 'use',
                Effect: 'Allow',
                Principal: '*',
                Action: 'lambda:GetLayerVersion',
                ...(isGood && { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
              },
            ],
          }),
        },
        { LayerName: 'tools', VersionNumber: 1 },
      ),
    ],
    checks: ['aws-lambda-permission-source-restricted', 'aws-lambda-layer-not-public'],
  },
  {
    title: 'ECS',
    calls: (isGood) => [
      here('ecs:ListClusters', { clusterArns: [arn('ecs', 'cluster/shop')] }),
      here(
        'ecs:DescribeClusters',
        {
          clusters: [
            { clusterArn: arn('ecs', 'cluster/shop'), settings: [{ name: 'containerInsights', value: isGood ? 'enabled' : 'disabled' }] },
          ],
        },
        { clusters: [arn('ecs', 'cluster/shop')], include: ['SETTINGS', 'CONFIGURATIONS', 'TAGS'] },
      ),
      here('ecs:ListServices', { serviceArns: [arn('ecs', 'service/shop/web')] }, { cluster: arn('ecs', 'cluster/shop'), maxResults: 100 }),
      here(
        'ecs:DescribeServices',
        {
          services: [
            {
              serviceArn: arn('ecs', 'service/shop/web'),
              launchType: 'FARGATE',
              platformVersion: isGood ? 'LATEST' : '1.3.0',
              networkConfiguration: { awsvpcConfiguration: { assignPublicIp: isGood ? 'DISABLED' : 'ENABLED' } },
            },
          ],
        },
        { cluster: arn('ecs', 'cluster/shop'), services: [arn('ecs', 'service/shop/web')], include: ['TAGS'] },
      ),
      here('ecs:ListTaskDefinitionFamilies', { families: ['web'] }, { status: 'ACTIVE' }),
      here(
        'ecs:DescribeTaskDefinition',
        {
          taskDefinition: {
            taskDefinitionArn: arn('ecs', 'task-definition/web:3'),
            family: 'web',
            revision: 3,
            networkMode: isGood ? 'awsvpc' : 'host',
            pidMode: isGood ? null : 'host',
            containerDefinitions: [
              {
                name: 'web',
                privileged: !isGood,
                readonlyRootFilesystem: isGood,
                user: isGood ? '1000' : 'root',
                logConfiguration: isGood ? { logDriver: 'awslogs' } : null,
              },
            ],
            volumes: [{ name: 'data', efsVolumeConfiguration: { transitEncryption: isGood ? 'ENABLED' : 'DISABLED' } }],
          },
        },
        { taskDefinition: 'web', include: ['TAGS'] },
      ),
    ],
    checks: [
      'aws-ecs-container-insights',
      'aws-ecs-service-no-public-ip',
      'aws-ecs-fargate-latest',
      'aws-ecs-task-no-privileged',
      'aws-ecs-task-readonly-root',
      'aws-ecs-task-non-root',
      'aws-ecs-task-logging',
      'aws-ecs-task-no-host-pid',
      'aws-ecs-task-efs-encrypted-in-transit',
    ],
  },
  {
    title: 'ECR',
    calls: (isGood) => [
      here('ecr:DescribeRepositories', {
        repositories: [
          {
            repositoryArn: repository,
            repositoryName: 'orders',
            imageTagMutability: isGood ? 'IMMUTABLE' : 'MUTABLE',
            encryptionConfiguration: { encryptionType: isGood ? 'KMS' : 'AES256' },
            imageScanningConfiguration: { scanOnPush: false },
          },
        ],
      }),
      here('ecr:GetRepositoryPolicy', isGood ? { policyText: '{"Statement":[]}' } : { policyText: JSON.stringify(everyone) }, {
        repositoryName: 'orders',
      }),
      isGood
        ? here('ecr:GetLifecyclePolicy', { lifecyclePolicyText: '{"rules":[]}' }, { repositoryName: 'orders' })
        : { ...here('ecr:GetLifecyclePolicy', null, { repositoryName: 'orders' }), error: 'LifecyclePolicyNotFoundException' },
      here('ecr:GetRegistryScanningConfiguration', {
        scanningConfiguration: {
          rules: [{ scanFrequency: isGood ? 'SCAN_ON_PUSH' : 'MANUAL', repositoryFilters: [{ filter: '*', filterType: 'WILDCARD' }] }],
        },
      }),
    ],
    checks: ['aws-ecr-tag-immutability', 'aws-ecr-cmk', 'aws-ecr-not-public', 'aws-ecr-lifecycle-policy', 'aws-ecr-scan-on-push'],
  },
  {
    title: 'EKS',
    calls: (isGood) => [
      here('eks:ListClusters', { clusters: ['prod'] }),
      here(
        'eks:DescribeCluster',
        {
          cluster: {
            version: isGood ? '1.34' : '1.19',
            resourcesVpcConfig: { endpointPublicAccess: !isGood, endpointPrivateAccess: isGood, publicAccessCidrs: ['0.0.0.0/0'] },
            encryptionConfig: isGood ? [{ resources: ['secrets'], provider: { keyArn: ownKey } }] : null,
            logging: { clusterLogging: [{ types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'], enabled: isGood }] },
            deletionProtection: isGood,
          },
        },
        { name: 'prod' },
      ),
      here('eks:ListNodegroups', { nodegroups: ['n'] }, { clusterName: 'prod' }),
      here(
        'eks:DescribeNodegroup',
        {
          nodegroup: {
            amiType: isGood ? 'BOTTLEROCKET_x86_64' : 'AL2_x86_64',
            remoteAccess: isGood ? { ec2SshKey: 'ops', sourceSecurityGroups: ['sg-1'] } : { ec2SshKey: 'ops' },
          },
        },
        { clusterName: 'prod', nodegroupName: 'n' },
      ),
    ],
    checks: [
      'aws-eks-version-supported',
      'aws-eks-endpoint-not-public',
      'aws-eks-private-access',
      'aws-eks-secrets-encrypted',
      'aws-eks-control-plane-logging',
      'aws-eks-deletion-protection',
      'aws-eks-nodes-no-open-ssh',
      'aws-eks-nodes-supported-os',
    ],
  },
  {
    title: 'Network Firewall',
    calls: (isGood) => [
      aliases,
      here('network-firewall:ListFirewalls', { Firewalls: [{ FirewallArn: firewall, FirewallName: 'edge' }] }),
      here(
        'network-firewall:DescribeFirewall',
        {
          Firewall: {
            DeleteProtection: isGood,
            SubnetChangeProtection: isGood,
            SubnetMappings: isGood ? [{ SubnetId: 'subnet-1' }, { SubnetId: 'subnet-2' }] : [{ SubnetId: 'subnet-1' }],
            EncryptionConfiguration: isGood
              ? { Type: 'CUSTOMER_KMS', KeyId: ownKey }
              : { Type: 'AWS_OWNED_KMS_KEY', KeyId: 'AWS_OWNED_KMS_KEY' },
          },
        },
        { FirewallArn: firewall },
      ),
      here(
        'network-firewall:DescribeLoggingConfiguration',
        { LoggingConfiguration: { LogDestinationConfigs: isGood ? [{ LogType: 'ALERT' }] : [] } },
        { FirewallArn: firewall },
      ),
      here('network-firewall:ListFirewallPolicies', { FirewallPolicies: [{ Arn: policy, Name: 'edge' }] }),
      here(
        'network-firewall:DescribeFirewallPolicy',
        {
          FirewallPolicy: {
            StatelessDefaultActions: [isGood ? 'aws:drop' : 'aws:pass'],
            StatelessFragmentDefaultActions: [isGood ? 'aws:forward_to_sfe' : 'aws:pass'],
            StatefulRuleGroupReferences: isGood ? [{ ResourceArn: 'arn:g' }] : [],
          },
          FirewallPolicyResponse: {},
        },
        { FirewallPolicyArn: policy },
      ),
    ],
    checks: [
      'aws-networkfirewall-logging',
      'aws-networkfirewall-delete-protection',
      'aws-networkfirewall-multi-az',
      'aws-networkfirewall-firewall-cmk',
      'aws-networkfirewall-default-drop',
      'aws-networkfirewall-policy-has-rules',
    ],
  },
];

testLiveServices(services, liveVerdicts);
