import { byDefault, defineCloudFormation, nameOf } from '../../../code/index.ts';
import type { Recorder } from './shape.ts';

/** CloudFormation starts the recorder as soon as there is a delivery channel. Source: template reference, AWS::Config::ConfigurationRecorder, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Recorder>({
  types: ['AWS::Config::ConfigurationRecorder'],
  identity: ['Name'],
  read: (recorder) => ({
    isRecording: byDefault(true, recorder.place),
    recordsAllTypes: recorder.block('RecordingGroup').boolean('AllSupported', { default: !recorder.block('RecordingGroup').exists }),
    recordsGlobalTypes: recorder.block('RecordingGroup').boolean('IncludeGlobalResourceTypes', { default: false }),
    roleArn: nameOf(recorder, 'RoleARN'),
  }),
});
