import { defineTerraform } from '../../../code/index.ts';
import type { HttpApiStage } from './shape.ts';

export const terraform = defineTerraform<HttpApiStage>({
  types: ['aws_apigatewayv2_stage'],
  identity: ['name'],
  read: (stage) => ({
    logsAccess: stage.block('access_log_settings').isSet('destination_arn'),
  }),
});
