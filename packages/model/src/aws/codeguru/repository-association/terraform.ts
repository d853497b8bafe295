import { defineTerraform } from '../../../code/index.ts';
import type { ReviewedRepository } from './shape.ts';

export const terraform = defineTerraform<ReviewedRepository>({
  types: ['aws_codegurureviewer_repository_association'],
  read: (repository) => ({
    encryption: repository.block('kms_key_details').string('encryption_option', { default: 'AWS_OWNED_CMK' }),
  }),
});
