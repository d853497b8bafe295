import { defineLive } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { Recorder } from './shape.ts';

/** A live recorder says whether it runs. */
export const live = defineLive<Recorder>({
  ...cloudformation,
  identity: [],
  read: (recorder, context) => ({
    ...cloudformation.read(recorder, context),
    isRecording: recorder.boolean('IsRecording', { required: true }),
  }),
});
