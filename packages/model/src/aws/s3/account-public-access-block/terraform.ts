import { defineTerraform } from '../../../code/index.ts';
import { publicAccessBlock } from '../public-access-block.ts';
import type { AccountPublicAccessBlock } from './shape.ts';

export const terraform = defineTerraform<AccountPublicAccessBlock>({
  types: ['aws_s3_account_public_access_block'],
  read: (block) => ({ switches: publicAccessBlock(block) }),
});
