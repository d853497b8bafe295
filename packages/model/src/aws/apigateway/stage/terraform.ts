import type { Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { RestApiStage } from './shape.ts';

export const terraform = defineTerraform<RestApiStage>({
  types: ['aws_api_gateway_stage'],
  satellites: {
    aws_api_gateway_method_settings: 'stage_name',
    aws_wafv2_web_acl_association: 'resource_arn',
    aws_wafregional_web_acl_association: 'resource_arn',
  },
  identity: ['stage_name', 'arn'],
  lonelySatellites: 'ignored',
  read: (stage, context) => ({
    api: context.requiredRef(stage, 'rest_api_id', 'aws.apigateway.rest-api'),
    logsAccess: stage.block('access_log_settings').isSet('destination_arn'),
    logLevels: logLevels(context),
    isTraced: stage.boolean('xray_tracing_enabled', { default: false }),
    hasCache: stage.boolean('cache_cluster_enabled', { default: false }),
    hasClientCertificate: stage.isSet('client_certificate_id'),
    hasWebAcl: hasWebAcl(context),
    webAcl: context.ref(context.satellite('aws_wafv2_web_acl_association'), 'web_acl_arn', 'aws.wafv2.web-acl'),
  }),
});

function logLevels(context: ReaderContext): ListNode<string> {
  const settings = context.satellites('aws_api_gateway_method_settings');
  const items = settings.map((each) => ({
    node: each.block('settings').string('logging_level', { default: 'OFF' }),
    uncertain: each.uncertain,
  }));
  return { node: 'list', items, rest: null, place: context.satellite('aws_api_gateway_method_settings').place };
}

function hasWebAcl(context: ReaderContext): Leaf<boolean> {
  const current = context.satellite('aws_wafv2_web_acl_association').isSet('web_acl_arn');
  return current.value === false ? context.satellite('aws_wafregional_web_acl_association').isSet('web_acl_id') : current;
}
