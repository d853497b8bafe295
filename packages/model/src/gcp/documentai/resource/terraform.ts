import { defineTerraform } from '../../../code/index.ts';
import type { DocumentAiResource } from './shape.ts';

export const terraform = defineTerraform<DocumentAiResource>({
  types: ['google_document_ai_processor', 'google_document_ai_warehouse_location'],
  identity: ['display_name'],
  read: (block) => ({
    hasCustomerKey: block.isSet(block.resource?.type === 'google_document_ai_warehouse_location' ? 'kms_key' : 'kms_key_name'),
  }),
});
