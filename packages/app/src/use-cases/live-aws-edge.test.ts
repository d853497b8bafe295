/** Answers of APIs, distributions, zones, web ACLs and what lets users in → what checks say of them. */
import type { ExampleCall, Json, JsonObject } from '@kumomori/model';
import type { LiveService } from '../testing/index.ts';
import { here, testLiveServices } from '../testing/index.ts';
import { liveVerdicts } from './live-verdicts.ts';

const arn = (service: string, resource: string): string => `arn:aws:${service}:ap-northeast-1:123456789012:${resource}`;

/** A call to a service that has no regions. */
const anywhere = (call: string, response: Json, request: JsonObject = {}): ExampleCall => ({ call, request, response });

const webAcl = arn('wafv2', 'regional/webacl/web/2');
const pool = arn('cognito-idp', 'userpool/ap-northeast-1_1');
const accelerator = 'arn:aws:globalaccelerator::123456789012:accelerator/1';
const distribution = 'arn:aws:cloudfront::123456789012:distribution/E1';

const services: readonly LiveService[] = [
  {
    title: 'REST APIs',
    calls: (isGood) => [
      here(
        'apigateway:GetRestApis',
        { items: [{ id: 'a1', name: 'shop', endpointConfiguration: { types: ['REGIONAL'] } }] },
        { limit: 500 },
      ),
      here(
        'apigateway:GetStages',
        {
          item: [
            {
              stageName: 'prod',
              accessLogSettings: isGood ? { destinationArn: 'arn:logs' } : null,
              methodSettings: {
                '*/*': {
                  loggingLevel: isGood ? 'ERROR' : 'OFF',
                  dataTraceEnabled: !isGood,
                  cachingEnabled: true,
                  cacheDataEncrypted: isGood,
                },
              },
              tracingEnabled: isGood,
              cacheClusterEnabled: isGood,
              clientCertificateId: isGood ? 'c1' : null,
              webAclArn: isGood ? webAcl : null,
            },
          ],
        },
        { restApiId: 'a1' },
      ),
      here(
        'apigateway:GetResources',
        {
          items: [
            {
              id: 'r1',
              path: '/orders',
              resourceMethods: { GET: { authorizationType: isGood ? 'AWS_IAM' : 'NONE', requestValidatorId: isGood ? 'v1' : null } },
            },
          ],
        },
        { restApiId: 'a1', embed: ['methods'], limit: 500 },
      ),
      here(
        'apigateway:GetDomainNames',
        { items: [{ domainName: 'api.example.com', securityPolicy: isGood ? 'TLS_1_2' : 'TLS_1_0' }] },
        { limit: 500 },
      ),
    ],
    checks: [
      'aws-apigateway-access-logging',
      'aws-apigateway-rest-logging',
      'aws-apigateway-rest-tracing',
      'aws-apigateway-cache',
      'aws-apigateway-rest-cache-encrypted',
      'aws-apigateway-no-data-trace',
      'aws-apigateway-client-certificate',
      'aws-apigateway-rest-waf',
      'aws-apigateway-rest-authorizer',
      'aws-apigateway-request-validation',
      'aws-apigateway-domain-tls',
    ],
  },
  {
    title: 'HTTP APIs',
    calls: (isGood) => [
      here(
        'apigatewayv2:GetApis',
        {
          Items: [
            {
              ApiId: 'h1',
              Name: 'shop',
              ProtocolType: 'HTTP',
              CorsConfiguration: { AllowOrigins: [isGood ? 'https://example.com' : '*'] },
            },
          ],
        },
        { MaxResults: '100' },
      ),
      here(
        'apigatewayv2:GetRoutes',
        { Items: [{ RouteId: 'r1', RouteKey: 'GET /orders', AuthorizationType: isGood ? 'JWT' : 'NONE' }] },
        { ApiId: 'h1', MaxResults: '500' },
      ),
      here(
        'apigatewayv2:GetStages',
        { Items: [{ StageName: '$default', AccessLogSettings: isGood ? { DestinationArn: 'arn:logs' } : {} }] },
        { ApiId: 'h1', MaxResults: '100' },
      ),
    ],
    checks: ['aws-apigatewayv2-cors-restricted', 'aws-apigatewayv2-authorizer', 'aws-apigatewayv2-access-logging'],
  },
  {
    title: 'CloudFront',
    calls: (isGood) => [
      anywhere('cloudfront:ListDistributions', {
        DistributionList: { Items: [{ Id: 'E1', ARN: distribution, DomainName: 'd1.cloudfront.net' }] },
      }),
      anywhere(
        'cloudfront:GetDistributionConfig',
        {
          DistributionConfig: {
            DefaultRootObject: isGood ? 'index.html' : '',
            WebACLId: isGood ? webAcl : '',
            Logging: { Enabled: isGood, Bucket: isGood ? 'logs.s3.amazonaws.com' : '' },
            DefaultCacheBehavior: {
              ViewerProtocolPolicy: isGood ? 'redirect-to-https' : 'allow-all',
              ...(isGood && { ResponseHeadersPolicyId: 'p1' }),
            },
            CacheBehaviors: { Quantity: 0 },
            Origins: {
              Quantity: 2,
              Items: [
                {
                  Id: 'files',
                  DomainName: 'orders-bucket.s3.ap-northeast-1.amazonaws.com',
                  OriginAccessControlId: isGood ? 'oac' : '',
                  S3OriginConfig: { OriginAccessIdentity: '' },
                },
                {
                  Id: 'api',
                  DomainName: 'api.example.com',
                  CustomOriginConfig: {
                    OriginProtocolPolicy: isGood ? 'https-only' : 'http-only',
                    OriginSslProtocols: { Quantity: 1, Items: [isGood ? 'TLSv1.2' : 'SSLv3'] },
                  },
                },
              ],
            },
            OriginGroups: isGood
              ? {
                  Items: [
                    {
                      FailoverCriteria: { StatusCodes: { Items: [500] } },
                      Members: { Items: [{ OriginId: 'files' }, { OriginId: 'api' }] },
                    },
                  ],
                }
              : { Quantity: 0 },
            ViewerCertificate: isGood
              ? {
                  CloudFrontDefaultCertificate: false,
                  ACMCertificateArn: 'arn:c',
                  MinimumProtocolVersion: 'TLSv1.2_2021',
                  SSLSupportMethod: 'sni-only',
                }
              : { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: 'TLSv1' },
            Restrictions: { GeoRestriction: { RestrictionType: isGood ? 'whitelist' : 'none', Quantity: 0 } },
          },
        },
        { Id: 'E1' },
      ),
      anywhere(
        'cloudfront:ListResponseHeadersPolicies',
        {
          ResponseHeadersPolicyList: {
            Items: [
              {
                Type: 'custom',
                ResponseHeadersPolicy: {
                  Id: 'p1',
                  ResponseHeadersPolicyConfig: {
                    Name: 'headers',
                    SecurityHeadersConfig: isGood
                      ? {
                          StrictTransportSecurity: {
                            AccessControlMaxAgeSec: 63072000,
                            IncludeSubdomains: true,
                            Override: true,
                            Preload: true,
                          },
                        }
                      : {},
                  },
                },
              },
            ],
          },
        },
        { Type: 'custom' },
      ),
    ],
    checks: [
      'aws-cloudfront-default-root-object',
      'aws-cloudfront-waf',
      'aws-cloudfront-logging',
      'aws-cloudfront-https-only',
      'aws-cloudfront-response-headers-policy',
      'aws-cloudfront-s3-origin-access-control',
      'aws-cloudfront-origin-https-only',
      'aws-cloudfront-origin-no-sslv3',
      'aws-cloudfront-origin-failover',
      'aws-cloudfront-custom-certificate',
      'aws-cloudfront-min-tls',
      'aws-cloudfront-geo-restriction',
      'aws-cloudfront-hsts',
    ],
  },
  {
    title: 'Route 53',
    calls: (isGood) => [
      anywhere('route53:ListHostedZones', {
        HostedZones: [{ Id: '/hostedzone/Z1', Name: 'example.com.', Config: { PrivateZone: false } }],
      }),
      anywhere('route53:GetDNSSEC', { Status: { ServeSignature: isGood ? 'SIGNING' : 'NOT_SIGNING' } }, { HostedZoneId: 'Z1' }),
      anywhere('route53:ListQueryLoggingConfigs', {
        QueryLoggingConfigs: isGood ? [{ HostedZoneId: 'Z1', CloudWatchLogsLogGroupArn: 'arn:logs' }] : [],
      }),
      anywhere(
        'route53:ListResourceRecordSets',
        {
          ResourceRecordSets: [
            { Name: 'example.com.', Type: 'NS', ResourceRecords: [{ Value: 'ns1.example.com.' }] },
            {
              Name: 'campaign.example.com.',
              Type: 'CNAME',
              ResourceRecords: [{ Value: 'campaign.example.com.s3-website-ap-northeast-1.amazonaws.com.' }],
            },
          ],
        },
        { HostedZoneId: 'Z1' },
      ),
      anywhere('s3:ListBuckets', { Buckets: [{ Name: isGood ? 'campaign.example.com' : 'orders-bucket' }] }),
      anywhere('route53domains:ListDomains', { Domains: [{ DomainName: 'example.com', AutoRenew: isGood, TransferLock: isGood }] }),
      anywhere('route53domains:GetDomainDetail', { RegistrantPrivacy: isGood }, { DomainName: 'example.com' }),
    ],
    checks: [
      'aws-route53-dnssec-signing',
      'aws-route53-query-logging',
      'aws-route53-dangling-record',
      'aws-route53-domain-auto-renew',
      'aws-route53-domain-transfer-lock',
      'aws-route53-domain-registrant-privacy',
    ],
  },
  {
    title: 'web ACLs',
    calls: (isGood) => [
      here('wafv2:ListWebACLs', { WebACLs: [{ Name: 'web', Id: '2', ARN: webAcl }] }, { Scope: 'REGIONAL', Limit: 100 }),
      here(
        'wafv2:GetWebACL',
        {
          WebACL: {
            Rules: [
              {
                Name: 'known',
                Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesKnownBadInputsRuleSet' } },
                OverrideAction: isGood ? { None: {} } : { Count: {} },
              },
            ],
          },
        },
        { Name: 'web', Scope: 'REGIONAL', Id: '2' },
      ),
      here(
        'wafv2:ListLoggingConfigurations',
        { LoggingConfigurations: isGood ? [{ ResourceArn: webAcl, LogDestinationConfigs: ['arn:logs'] }] : [] },
        { Scope: 'REGIONAL', Limit: 100 },
      ),
      anywhere('wafv2-cloudfront:ListLoggingConfigurations', { LoggingConfigurations: [] }, { Scope: 'CLOUDFRONT', Limit: 100 }),
    ],
    checks: ['aws-wafv2-known-bad-inputs', 'aws-wafv2-webacl-logging'],
  },
  {
    title: 'web ACLs of WAF Classic',
    calls: (isGood) => [
      anywhere('waf:ListWebACLs', { WebACLs: [{ WebACLId: 'w1', Name: 'old' }] }, { Limit: 100 }),
      anywhere('waf:GetWebACL', { WebACL: { Rules: isGood ? [{ RuleId: 'r1', Action: { Type: 'BLOCK' } }] : [] } }, { WebACLId: 'w1' }),
      anywhere(
        'waf:ListLoggingConfigurations',
        {
          LoggingConfigurations: isGood
            ? [{ ResourceArn: 'arn:aws:waf::123456789012:webacl/w1', LogDestinationConfigs: ['arn:logs'] }]
            : [],
        },
        { Limit: 100 },
      ),
    ],
    checks: ['aws-waf-webacl-has-rules', 'aws-waf-webacl-logging'],
  },
  {
    title: 'Shield, accelerators and shares',
    calls: (isGood) => [
      anywhere('globalaccelerator:ListAccelerators', { Accelerators: [{ AcceleratorArn: accelerator, Name: 'edge' }] }),
      anywhere(
        'globalaccelerator:DescribeAcceleratorAttributes',
        { AcceleratorAttributes: { FlowLogsEnabled: isGood } },
        { AcceleratorArn: accelerator },
      ),
      anywhere('shield:ListProtections', {
        Protections: [{ Id: 'p1', ProtectionArn: 'arn:p1', ResourceArn: isGood ? accelerator : 'arn:aws:route53:::hostedzone/Z1' }],
      }),
      here(
        'ram:GetResourceShares',
        { resourceShares: [{ resourceShareArn: arn('ram', 'resource-share/1'), name: 'net', allowExternalPrincipals: !isGood }] },
        { resourceOwner: 'SELF' },
      ),
    ],
    checks: ['aws-globalaccelerator-flow-logs', 'aws-shield-advanced-internet-facing', 'aws-ram-no-external-principals'],
  },
  {
    title: 'Cognito',
    calls: (isGood) => [
      here('cognito-idp:ListUserPools', { UserPools: [{ Id: 'ap-northeast-1_1', Name: 'users' }] }, { MaxResults: 60 }),
      here(
        'cognito-idp:DescribeUserPool',
        {
          UserPool: {
            MfaConfiguration: isGood ? 'ON' : 'OFF',
            UserPoolAddOns: { AdvancedSecurityMode: isGood ? 'ENFORCED' : 'OFF' },
            DeletionProtection: isGood ? 'ACTIVE' : 'INACTIVE',
            Policies: {
              PasswordPolicy: {
                MinimumLength: isGood ? 14 : 6,
                RequireLowercase: isGood,
                RequireUppercase: isGood,
                RequireNumbers: isGood,
                RequireSymbols: isGood,
                TemporaryPasswordValidityDays: isGood ? 3 : 90,
              },
            },
          },
        },
        { UserPoolId: 'ap-northeast-1_1' },
      ),
      here(
        'cognito-idp:ListUserPoolClients',
        { UserPoolClients: [{ UserPoolId: 'ap-northeast-1_1', ClientId: 'c1', ClientName: 'app' }] },
        { UserPoolId: 'ap-northeast-1_1', MaxResults: 60 },
      ),
      here(
        'cognito-idp:DescribeUserPoolClient',
        {
          UserPoolClient: {
            PreventUserExistenceErrors: isGood ? 'ENABLED' : 'LEGACY',
            EnableTokenRevocation: isGood,
            ExplicitAuthFlows: [isGood ? 'ALLOW_USER_SRP_AUTH' : 'ALLOW_USER_PASSWORD_AUTH'],
          },
        },
        { UserPoolId: 'ap-northeast-1_1', ClientId: 'c1' },
      ),
      here('wafv2:ListWebACLs', { WebACLs: [{ Name: 'web', Id: '2', ARN: webAcl }] }, { Scope: 'REGIONAL', Limit: 100 }),
      here(
        'wafv2:ListResourcesForWebACL',
        { ResourceArns: isGood ? [pool] : [] },
        { WebACLArn: webAcl, ResourceType: 'COGNITO_USER_POOL' },
      ),
      here(
        'cognito-identity:ListIdentityPools',
        { IdentityPools: [{ IdentityPoolId: 'i1', IdentityPoolName: 'app' }] },
        { MaxResults: 60 },
      ),
      here('cognito-identity:DescribeIdentityPool', { AllowUnauthenticatedIdentities: !isGood }, { IdentityPoolId: 'i1' }),
    ],
    checks: [
      'aws-cognito-mfa',
      'aws-cognito-threat-protection',
      'aws-cognito-deletion-protection',
      'aws-cognito-password-length',
      'aws-cognito-password-complexity',
      'aws-cognito-temporary-password-days',
      'aws-cognito-waf',
      'aws-cognito-client-hides-users',
      'aws-cognito-client-token-revocation',
      'aws-cognito-client-no-plain-passwords',
      'aws-cognito-identity-pool-no-guest',
    ],
  },
  {
    title: 'GraphQL APIs',
    calls: (isGood) => [
      here('appsync:ListGraphqlApis', {
        graphqlApis: [
          {
            apiId: 'g1',
            arn: arn('appsync', 'apis/g1'),
            name: 'shop',
            authenticationType: isGood ? 'AWS_IAM' : 'API_KEY',
            logConfig: isGood ? { cloudWatchLogsRoleArn: 'arn:role', fieldLogLevel: 'ERROR' } : null,
            xrayEnabled: isGood,
            wafWebAclArn: isGood ? webAcl : null,
          },
        ],
      }),
      here('appsync:GetApiCache', { apiCache: { atRestEncryptionEnabled: isGood, transitEncryptionEnabled: isGood } }, { apiId: 'g1' }),
    ],
    checks: [
      'aws-appsync-no-api-key-auth',
      'aws-appsync-logging',
      'aws-appsync-field-logging',
      'aws-appsync-tracing',
      'aws-appsync-waf',
      'aws-appsync-cache-encrypted-at-rest',
      'aws-appsync-cache-encrypted-in-transit',
    ],
  },
  {
    title: 'directories',
    calls: (isGood) => [
      here('ds:DescribeDirectories', {
        DirectoryDescriptions: [
          {
            DirectoryId: 'd-1',
            Name: 'corp.example.com',
            Type: 'MicrosoftAD',
            RadiusSettings: { AuthenticationProtocol: isGood ? 'MS-CHAPv2' : 'PAP' },
          },
        ],
      }),
      here('ds:ListLogSubscriptions', { LogSubscriptions: isGood ? [{ DirectoryId: 'd-1', LogGroupName: '/ds' }] : [] }),
    ],
    checks: ['aws-directoryservice-log-forwarding', 'aws-directoryservice-radius-protocol'],
  },
];

testLiveServices(services, liveVerdicts);
