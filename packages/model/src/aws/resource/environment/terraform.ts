import { BlockReader, defineTerraform, structureOf } from '../../../code/index.ts';
import type { ResourceEnvironment } from './shape.ts';
import type { VariableSource } from './variables.ts';
import { credentialsIn } from './variables.ts';

export const terraform = defineTerraform<ResourceEnvironment>({
  types: [
    'aws_amplify_app',
    'aws_amplify_branch',
    'aws_apprunner_service',
    'aws_batch_job_definition',
    'aws_glue_job',
    'aws_mwaa_environment',
    'aws_sagemaker_model',
  ],
  identity: ['name', 'service_name', 'branch_name'],
  read: (resource) => ({ credentials: credentialsIn(sources(resource), resource) }),
});

function sources(resource: BlockReader): readonly VariableSource[] {
  switch (resource.resource?.type) {
    case 'aws_apprunner_service': {
      const source = resource.block('source_configuration');
      const code = source.block('code_repository').block('code_configuration').block('code_configuration_values');
      const image = source.block('image_repository').block('image_configuration');
      return [image, code].map((block) => ({ block, attribute: 'runtime_environment_variables' }));
    }
    case 'aws_batch_job_definition':
      return batchSources(resource);
    case 'aws_glue_job':
      return [{ block: resource, attribute: 'default_arguments' }];
    case 'aws_mwaa_environment':
      return [{ block: resource, attribute: 'airflow_configuration_options' }];
    case 'aws_sagemaker_model':
      return ['primary_container', 'container']
        .flatMap((type) => resource.blocks(type).readers)
        .map((block) => ({ block, attribute: 'environment' }));
    default:
      return [{ block: resource, attribute: 'environment_variables' }];
  }
}

/** The container's properties are JSON text. */
function batchSources(job: BlockReader): readonly VariableSource[] {
  const value = job.value('container_properties');
  const structure = value && structureOf(value);
  const [container] = structure ? BlockReader.ofValue(structure, job.placeOf('container_properties')).readers : [];
  return container ? [{ block: container, attribute: 'environment', name: 'name', value: 'value' }] : [];
}
