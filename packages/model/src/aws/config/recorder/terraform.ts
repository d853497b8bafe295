import { defineTerraform, nameOf } from '../../../code/index.ts';
import type { Recorder } from './shape.ts';

export const terraform = defineTerraform<Recorder>({
  types: ['aws_config_configuration_recorder'],
  satellites: { aws_config_configuration_recorder_status: 'name' },
  identity: ['name'],
  read: (recorder, context) => ({
    isRecording: context.satellite('aws_config_configuration_recorder_status').boolean('is_enabled', { default: false }),
    recordsAllTypes: recorder.block('recording_group').boolean('all_supported', { default: true }),
    recordsGlobalTypes: recorder.block('recording_group').boolean('include_global_resource_types', { default: false }),
    roleArn: nameOf(recorder, 'role_arn'),
  }),
});
