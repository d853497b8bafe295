import { defineLive, explicit } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { KmsKey } from './shape.ts';

/** A live key says where its material comes from. */
export const live = defineLive<KmsKey>({
  ...cloudformation,
  read(key, context) {
    const fields = cloudformation.read(key, context);
    const origin = key.string('Origin').value ?? '';
    const isInStore = origin === 'AWS_CLOUDHSM' || origin === 'EXTERNAL_KEY_STORE';
    return { ...fields, material: isInStore ? explicit('custom-store', key.placeOf('Origin')) : fields.material };
  },
});
