import { defineCloudFormation } from '../../../code/index.ts';
import type { RestApiStage } from './shape.ts';

export const cloudformation = defineCloudFormation<RestApiStage>({
  types: ['AWS::ApiGateway::Stage'],
  satellites: { 'AWS::WAFv2::WebACLAssociation': 'ResourceArn' },
  identity: ['StageName'],
  lonelySatellites: 'ignored',
  read: (stage, context) => ({
    api: context.requiredRef(stage, 'RestApiId', 'aws.apigateway.rest-api'),
    logsAccess: stage.block('AccessLogSetting').isSet('DestinationArn'),
    logLevels: stage.list<string>('MethodSettings', (each) => each.string('LoggingLevel', { default: 'OFF' })),
    isTraced: stage.boolean('TracingEnabled', { default: false }),
    hasCache: stage.boolean('CacheClusterEnabled', { default: false }),
    hasClientCertificate: stage.isSet('ClientCertificateId'),
    hasWebAcl: context.satellite('AWS::WAFv2::WebACLAssociation').isSet('WebACLArn'),
    webAcl: context.ref(context.satellite('AWS::WAFv2::WebACLAssociation'), 'WebACLArn', 'aws.wafv2.web-acl'),
  }),
});
