import type { BlockReader } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import type { ResourceEnvironment } from './shape.ts';
import type { VariableSource } from './variables.ts';
import { credentialsIn } from './variables.ts';

export const cloudformation = defineCloudFormation<ResourceEnvironment>({
  types: [
    'AWS::Amplify::App',
    'AWS::Amplify::Branch',
    'AWS::AppRunner::Service',
    'AWS::Batch::JobDefinition',
    'AWS::Glue::Job',
    'AWS::MWAA::Environment',
    'AWS::SageMaker::Model',
  ],
  identity: ['Name', 'ServiceName', 'JobDefinitionName', 'ModelName', 'BranchName'],
  read: (resource) => ({ credentials: credentialsIn(sources(resource), resource) }),
});

function sources(resource: BlockReader): readonly VariableSource[] {
  switch (resource.resource?.type) {
    case 'AWS::AppRunner::Service': {
      const source = resource.block('SourceConfiguration');
      const code = source.block('CodeRepository').block('CodeConfiguration').block('CodeConfigurationValues');
      const image = source.block('ImageRepository').block('ImageConfiguration');
      return [image, code].map((block) => ({ block, attribute: 'RuntimeEnvironmentVariables' }));
    }
    case 'AWS::Batch::JobDefinition':
      return [{ block: resource.block('ContainerProperties'), attribute: 'Environment' }];
    case 'AWS::Glue::Job':
      return [{ block: resource, attribute: 'DefaultArguments' }];
    case 'AWS::MWAA::Environment':
      return [{ block: resource, attribute: 'AirflowConfigurationOptions' }];
    case 'AWS::SageMaker::Model':
      return ['PrimaryContainer', 'Containers']
        .flatMap((type) => resource.blocks(type).readers)
        .map((block) => ({ block, attribute: 'Environment' }));
    default:
      return [{ block: resource, attribute: 'EnvironmentVariables' }];
  }
}
