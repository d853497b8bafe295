import { defineTerraform } from '../../../code/index.ts';
import type { BuildInfrastructure } from './shape.ts';

export const terraform = defineTerraform<BuildInfrastructure>({
  types: ['aws_imagebuilder_infrastructure_configuration'],
  identity: ['name'],
  read: (infrastructure) => ({
    httpTokens: infrastructure.block('instance_metadata_options').string('http_tokens', { default: 'optional' }),
  }),
});
