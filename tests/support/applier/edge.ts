import {
  APIGatewayClient,
  CreateAuthorizerCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  GetResourcesCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import type { GeoRestrictionType, Method, MinimumProtocolVersion } from '@aws-sdk/client-cloudfront';
import { CloudFrontClient, CreateDistributionWithTagsCommand } from '@aws-sdk/client-cloudfront';
import type { ActionTypeEnum } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  ModifyLoadBalancerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  ChangeResourceRecordSetsCommand,
  ChangeTagsForResourceCommand,
  CreateHostedZoneCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import type { Rule } from '@aws-sdk/client-wafv2';
import { CreateWebACLCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import type { Block } from './block.ts';
import type { Recipes } from './recipe.ts';
import { must } from './recipe.ts';

/** What people reach first: names, certificates, distributions, load balancers, APIs. */
export const edge: Recipes = {
  async aws_acm_certificate(block, making) {
    const { CertificateArn } = await making.client(ACMClient).send(
      new RequestCertificateCommand({
        DomainName: block.text('domain_name'),
        ValidationMethod: block.text('validation_method'),
        Tags: making.tags.length > 0 ? [...making.tags] : undefined,
      }),
    );
    return { id: CertificateArn, arn: CertificateArn };
  },

  async aws_route53_zone(block, making) {
    const { HostedZone } = await making.client(Route53Client).send(
      new CreateHostedZoneCommand({
        Name: block.text('name'),
        CallerReference: must(block.text('name'), 'name'),
        HostedZoneConfig: { Comment: block.text('comment') },
      }),
    );
    const id = HostedZone?.Id?.replace('/hostedzone/', '');
    const AddTags = [...making.tags];
    if (AddTags.length > 0)
      await making.client(Route53Client).send(new ChangeTagsForResourceCommand({ ResourceType: 'hostedzone', ResourceId: id, AddTags }));
    return { id, zone_id: id, arn: `arn:aws:route53:::hostedzone/${id}` };
  },

  async aws_route53_record(block, making) {
    const alias = block.block('alias');
    const [name, HostedZoneId] = [must(block.text('name'), 'name'), must(block.text('zone_id'), 'zone_id')];
    const Type = block.text<'A'>('type');
    const Name = name.endsWith(ZONE) ? name : name === '' ? ZONE : `${name}.${ZONE}`;
    await making.client(Route53Client).send(
      new ChangeResourceRecordSetsCommand({
        HostedZoneId,
        ChangeBatch: {
          Changes: [
            {
              Action: 'CREATE',
              ResourceRecordSet: {
                Name,
                Type,
                ...(alias
                  ? {
                      AliasTarget: {
                        DNSName: alias.text('name'),
                        HostedZoneId: alias.text('zone_id'),
                        EvaluateTargetHealth: alias.flag('evaluate_target_health'),
                      },
                    }
                  : {
                      TTL: block.number('ttl'),
                      ResourceRecords: (block.texts('records') ?? []).map((Value) => ({
                        Value: Type === ('TXT' as string) ? `"${Value}"` : Value,
                      })),
                    }),
              },
            },
          ],
        },
      }),
    );
    return { id: `${HostedZoneId}_${Name}_${Type}`, fqdn: Name, live: `arn:aws:route53:::hostedzone/${HostedZoneId}#${Name}.-${Type}` };
  },

  async aws_wafv2_web_acl(block, making) {
    const Rules = block.blocks('rule').map((rule): Rule => {
      const managed = rule.block('statement')?.block('managed_rule_group_statement');
      return {
        Name: rule.text('name'),
        Priority: rule.number('priority'),
        OverrideAction: rule.block('override_action') && { None: {} },
        Statement: { ManagedRuleGroupStatement: { Name: managed?.text('name'), VendorName: managed?.text('vendor_name') } },
        VisibilityConfig: visibility(rule),
      };
    });
    const isAllowing = block.block('default_action')?.block('allow') !== undefined;
    const { Summary } = await making.client(WAFV2Client).send(
      new CreateWebACLCommand({
        Name: block.text('name'),
        Scope: block.text('scope'),
        DefaultAction: isAllowing ? { Allow: {} } : { Block: {} },
        Rules,
        VisibilityConfig: visibility(block),
        Tags: making.tags.length > 0 ? [...making.tags] : undefined,
      }),
    );
    return { id: Summary?.Id, arn: Summary?.ARN, name: Summary?.Name };
  },

  async aws_cloudfront_distribution(block, making) {
    const [cache, certificate, geo] = [
      block.block('default_cache_behavior'),
      block.block('viewer_certificate'),
      block.block('restrictions')?.block('geo_restriction'),
    ];
    const logs = block.block('logging_config');
    const aliases = block.texts('aliases') ?? [];
    const allowed = cache?.texts<Method>('allowed_methods') ?? [];
    const cached = cache?.texts<Method>('cached_methods') ?? [];
    const origins = block.blocks('origin').map((origin) => {
      const custom = origin.block('custom_origin_config');
      const protocols = custom?.texts<'TLSv1.2'>('origin_ssl_protocols') ?? [];
      return {
        Id: origin.text('origin_id'),
        DomainName: origin.text('domain_name'),
        CustomOriginConfig: custom && {
          HTTPPort: custom.number('http_port'),
          HTTPSPort: custom.number('https_port'),
          OriginProtocolPolicy: custom.text<'https-only'>('origin_protocol_policy'),
          OriginSslProtocols: { Quantity: protocols.length, Items: protocols },
        },
      };
    });
    const { Distribution } = await making.client(CloudFrontClient).send(
      new CreateDistributionWithTagsCommand({
        DistributionConfigWithTags: {
          Tags: { Items: [...making.tags] },
          DistributionConfig: {
            CallerReference: must(block.text('comment'), 'comment'),
            Comment: block.text('comment'),
            Enabled: block.flag('enabled'),
            Aliases: { Quantity: aliases.length, Items: aliases },
            DefaultRootObject: block.text('default_root_object'),
            WebACLId: block.text('web_acl_id') ?? '',
            Origins: { Quantity: origins.length, Items: origins },
            DefaultCacheBehavior: {
              TargetOriginId: cache?.text('target_origin_id'),
              ViewerProtocolPolicy: cache?.text('viewer_protocol_policy'),
              CachePolicyId: cache?.text('cache_policy_id'),
              AllowedMethods: { Quantity: allowed.length, Items: allowed, CachedMethods: { Quantity: cached.length, Items: cached } },
            },
            Restrictions: { GeoRestriction: { RestrictionType: geo?.text<GeoRestrictionType>('restriction_type'), Quantity: 0 } },
            ViewerCertificate: certificate && {
              ACMCertificateArn: certificate.text('acm_certificate_arn'),
              MinimumProtocolVersion: certificate.text<MinimumProtocolVersion>('minimum_protocol_version'),
              SSLSupportMethod: certificate.text('ssl_support_method'),
            },
            Logging: logs && { Enabled: true, IncludeCookies: false, Bucket: logs.text('bucket'), Prefix: logs.text('prefix') },
          },
        },
      }),
    );
    const { Id, ARN, DomainName } = Distribution ?? {};
    // The zone that all distributions are in.
    return { id: Id, arn: ARN, domain_name: DomainName, hosted_zone_id: 'Z2FDTNDATAQYW2' };
  },

  async aws_lb(block, making) {
    const client = making.client(ElasticLoadBalancingV2Client);
    const { LoadBalancers } = await client.send(
      new CreateLoadBalancerCommand({
        Name: block.text('name'),
        Type: block.text('load_balancer_type'),
        Scheme: block.flag('internal') === true ? 'internal' : 'internet-facing',
        SecurityGroups: block.texts('security_groups'),
        Subnets: block.texts('subnets'),
        Tags: making.tags.length > 0 ? [...making.tags] : undefined,
      }),
    );
    const [made] = LoadBalancers ?? [];
    const logs = block.block('access_logs');
    const attributes: Readonly<Record<string, string | undefined>> = {
      'routing.http.drop_invalid_header_fields.enabled': block.text('drop_invalid_header_fields'),
      'deletion_protection.enabled': block.text('enable_deletion_protection'),
      'access_logs.s3.enabled': logs?.text('enabled'),
      'access_logs.s3.bucket': logs?.text('bucket'),
      'access_logs.s3.prefix': logs?.text('prefix'),
    };
    const Attributes = Object.entries(attributes).flatMap(([Key, Value]) => (Value === undefined ? [] : [{ Key, Value }]));
    await client.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn: made?.LoadBalancerArn, Attributes }));
    return { id: made?.LoadBalancerArn, arn: made?.LoadBalancerArn, dns_name: made?.DNSName, zone_id: made?.CanonicalHostedZoneId };
  },

  async aws_lb_target_group(block, making) {
    const health = block.block('health_check');
    const { TargetGroups } = await making.client(ElasticLoadBalancingV2Client).send(
      new CreateTargetGroupCommand({
        Name: block.text('name'),
        VpcId: block.text('vpc_id'),
        Protocol: block.text('protocol'),
        Port: block.number('port'),
        TargetType: block.text('target_type'),
        HealthCheckPath: health?.text('path'),
        Matcher: health && { HttpCode: health.text('matcher') },
        Tags: making.tags.length > 0 ? [...making.tags] : undefined,
      }),
    );
    const arn = TargetGroups?.[0]?.TargetGroupArn;
    return { id: arn, arn };
  },

  async aws_lb_listener(block, making) {
    const certificate = block.text('certificate_arn');
    const DefaultActions = block.blocks('default_action').map((action) => {
      const redirect = action.block('redirect');
      return {
        Type: action.text<ActionTypeEnum>('type'),
        TargetGroupArn: action.text('target_group_arn'),
        RedirectConfig: redirect && {
          Protocol: redirect.text('protocol'),
          Port: redirect.text('port'),
          StatusCode: redirect.text<'HTTP_301'>('status_code'),
        },
      };
    });
    const { Listeners } = await making.client(ElasticLoadBalancingV2Client).send(
      new CreateListenerCommand({
        LoadBalancerArn: block.text('load_balancer_arn'),
        Protocol: block.text('protocol'),
        Port: block.number('port'),
        SslPolicy: block.text('ssl_policy'),
        Certificates: certificate === undefined ? undefined : [{ CertificateArn: certificate }],
        DefaultActions,
      }),
    );
    const arn = Listeners?.[0]?.ListenerArn;
    return { id: arn, arn };
  },

  async aws_api_gateway_rest_api(block, making) {
    const client = making.client(APIGatewayClient);
    const { id } = await client.send(new CreateRestApiCommand({ name: block.text('name'), tags: { ...making.tagMap } }));
    const { items = [] } = await client.send(new GetResourcesCommand({ restApiId: id }));
    const place = `${making.region}:${making.account}`;
    return {
      id,
      arn: `arn:aws:apigateway:${making.region}::/restapis/${id}`,
      execution_arn: `arn:aws:execute-api:${place}:${id}`,
      root_resource_id: items.find(({ path }) => path === '/')?.id,
    };
  },

  async aws_api_gateway_resource(block, making) {
    const { id } = await making.client(APIGatewayClient).send(
      new CreateResourceCommand({
        restApiId: block.text('rest_api_id'),
        parentId: block.text('parent_id'),
        pathPart: block.text('path_part'),
      }),
    );
    return { id };
  },

  async aws_api_gateway_method(block, making) {
    const [restApiId, resourceId, httpMethod] = [block.text('rest_api_id'), block.text('resource_id'), block.text('http_method')];
    await making.client(APIGatewayClient).send(
      new PutMethodCommand({
        restApiId,
        resourceId,
        httpMethod,
        authorizationType: block.text('authorization'),
        authorizerId: block.text('authorizer_id'),
      }),
    );
    const live = `arn:aws:apigateway:${making.region}::/restapis/${restApiId}/resources/${resourceId}/methods/${httpMethod}`;
    return { live };
  },

  async aws_api_gateway_authorizer(block, making) {
    const { id } = await making.client(APIGatewayClient).send(
      new CreateAuthorizerCommand({
        restApiId: block.text('rest_api_id'),
        name: block.text('name'),
        type: block.text('type'),
        providerARNs: block.texts('provider_arns'),
        identitySource: block.text('identity_source') ?? 'method.request.header.Authorization',
      }),
    );
    return { id };
  },
};

/** The only zone of the estate. */
const ZONE = 'minato-foods.example.com';

function visibility(block: Block): Rule['VisibilityConfig'] {
  const config = block.block('visibility_config');
  return {
    CloudWatchMetricsEnabled: config?.flag('cloudwatch_metrics_enabled'),
    MetricName: config?.text('metric_name'),
    SampledRequestsEnabled: config?.flag('sampled_requests_enabled'),
  };
}
