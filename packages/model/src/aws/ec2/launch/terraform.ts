import { textCredential } from '../../../secrets/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import { launchTypes } from '../launch-settings.ts';
import { publicAddressOf } from '../public-address.ts';
import type { Launch } from './shape.ts';

/** Source: hashicorp/aws provider documentation of the four resources, read 2026-11-22. */
export const terraform = defineTerraform<Launch>({
  types: launchTypes,
  identity: ['name'],
  read(block, context) {
    const attribute = block.value('user_data_base64') ? 'user_data_base64' : 'user_data';
    const type = block.resource?.type;
    return {
      isInstance: explicit(type === 'aws_instance' || type === 'aws_spot_instance_request', block.place),
      hasPublicAddress: publicAddressOf(block, context),
      userDataCredential: textCredential(block.value(attribute), block.placeOf(attribute)),
    };
  },
});
