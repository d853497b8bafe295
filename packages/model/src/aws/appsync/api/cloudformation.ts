import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import type { GraphqlApi, OtherAuthentication } from './shape.ts';

export const cloudformation = defineCloudFormation<GraphqlApi>({
  types: ['AWS::AppSync::GraphQLApi'],
  satellites: { 'AWS::WAFv2::WebACLAssociation': 'ResourceArn' },
  identity: ['Name'],
  lonelySatellites: 'ignored',
  read: (api, context) => ({
    authentication: api.string('AuthenticationType'),
    otherAuthentications: api.list<OtherAuthentication>('AdditionalAuthenticationProviders', other),
    logsToCloudWatch: api.block('LogConfig').isSet('CloudWatchLogsRoleArn'),
    fieldLogLevel: api.block('LogConfig').string('FieldLogLevel', { default: 'NONE' }),
    isTraced: api.boolean('XrayEnabled', { default: false }),
    hasWebAcl: context.satellite('AWS::WAFv2::WebACLAssociation').isSet('WebACLArn'),
    webAcl: context.ref(context.satellite('AWS::WAFv2::WebACLAssociation'), 'WebACLArn', 'aws.wafv2.web-acl'),
  }),
});

function other(block: BlockReader): NodeOf<OtherAuthentication> {
  return object<OtherAuthentication>({ type: block.string('AuthenticationType') }, block.place);
}
