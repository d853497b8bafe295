import { defineCloudFormation } from '../../../code/index.ts';
import { textCredential } from '../../../secrets/index.ts';
import { sessionSettings } from '../session-settings.ts';
import type { SsmDocument } from './shape.ts';

/** Documents of CloudFormation are private; they are shared by other means. */
export const cloudformation = defineCloudFormation<SsmDocument>({
  types: ['AWS::SSM::Document'],
  identity: ['Name'],
  read: (document) => ({
    type: document.string('DocumentType', { default: 'Command' }),
    sharedWith: { node: 'list', items: [], rest: null, place: document.place },
    credential: textCredential(document.value('Content'), document.placeOf('Content')),
    session: sessionSettings(document, 'Content'),
  }),
});
