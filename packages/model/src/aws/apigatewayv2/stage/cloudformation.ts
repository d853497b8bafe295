import { defineCloudFormation } from '../../../code/index.ts';
import type { HttpApiStage } from './shape.ts';

export const cloudformation = defineCloudFormation<HttpApiStage>({
  types: ['AWS::ApiGatewayV2::Stage'],
  identity: ['StageName'],
  read: (stage) => ({
    logsAccess: stage.block('AccessLogSettings').isSet('DestinationArn'),
  }),
});
