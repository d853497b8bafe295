import { textCredential } from '../../../secrets/index.ts';
import { defineCloudFormation, explicit } from '../../../code/index.ts';
import { INSTANCE, LAUNCH_CONFIGURATION, LAUNCH_TEMPLATE, launchData } from '../launch-cloudformation.ts';
import { publicAddressInTemplate } from '../public-address-cloudformation.ts';
import type { Launch } from './shape.ts';

/** Source: CloudFormation template reference of the three resources, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Launch>({
  types: [INSTANCE, LAUNCH_TEMPLATE, LAUNCH_CONFIGURATION],
  identity: ['LaunchTemplateName', 'LaunchConfigurationName'],
  read(block, context) {
    const settings = launchData(block);
    return {
      isInstance: explicit(block.resource?.type === INSTANCE, block.place),
      hasPublicAddress: publicAddressInTemplate(block, context),
      userDataCredential: textCredential(settings.value('UserData'), settings.placeOf('UserData')),
    };
  },
});
