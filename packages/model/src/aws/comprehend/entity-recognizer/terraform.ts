import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { EntityRecognizer } from './shape.ts';

export const terraform = defineTerraform<EntityRecognizer>({
  types: ['aws_comprehend_entity_recognizer'],
  identity: ['name'],
  read: (recognizer) => ({
    modelHasCustomerKey: customerKey(recognizer, 'model_kms_key_id'),
    volumeHasCustomerKey: customerKey(recognizer, 'volume_kms_key_id'),
  }),
});
