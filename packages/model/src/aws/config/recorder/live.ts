import type { ReaderContext } from '../../../code/index.ts';
import { defineLive, explicit } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { Recorder } from './shape.ts';

const RECORDER = 'AWS::Config::ConfigurationRecorder';

/** A live recorder says whether it runs. Things that are in no region are recorded in one only: whichever it is, it counts for all. */
export const live = defineLive<Recorder>({
  ...cloudformation,
  identity: [],
  read(recorder, context) {
    const fields = cloudformation.read(recorder, context);
    const global = globalRecorder(context);
    return {
      ...fields,
      isRecording: recorder.boolean('IsRecording', { required: true }),
      recordsGlobalTypes: global ? explicit(true, global.place) : fields.recordsGlobalTypes,
    };
  },
});

function globalRecorder(context: ReaderContext): ReturnType<ReaderContext['all']>[number] | undefined {
  return context.all(RECORDER).find((each) => each.block('RecordingGroup').boolean('IncludeGlobalResourceTypes').value === true);
}
