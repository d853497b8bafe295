import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { GraphqlApi, OtherAuthentication } from './shape.ts';

export const terraform = defineTerraform<GraphqlApi>({
  types: ['aws_appsync_graphql_api'],
  satellites: { aws_wafv2_web_acl_association: 'resource_arn' },
  identity: ['name', 'arn'],
  lonelySatellites: 'ignored',
  read: (api, context) => ({
    authentication: api.string('authentication_type'),
    otherAuthentications: api.list<OtherAuthentication>('additional_authentication_provider', other),
    logsToCloudWatch: api.block('log_config').isSet('cloudwatch_logs_role_arn'),
    fieldLogLevel: api.block('log_config').string('field_log_level', { default: 'NONE' }),
    isTraced: api.boolean('xray_enabled', { default: false }),
    hasWebAcl: context.satellite('aws_wafv2_web_acl_association').isSet('web_acl_arn'),
    webAcl: context.ref(context.satellite('aws_wafv2_web_acl_association'), 'web_acl_arn', 'aws.wafv2.web-acl'),
  }),
});

function other(block: BlockReader): NodeOf<OtherAuthentication> {
  return object<OtherAuthentication>({ type: block.string('authentication_type') }, block.place);
}
