import { absent, byDefault, defineLive } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { Certificate } from './shape.ts';

/** Nobody logs an imported certificate through ACM. */
export const live = defineLive<Certificate>({
  ...cloudformation,
  read(certificate, context) {
    const fields = cloudformation.read(certificate, context);
    const isImported = certificate.string('Type').value === 'IMPORTED';
    return {
      ...fields,
      keyAlgorithm: certificate.value('KeyAlgorithm') ? fields.keyAlgorithm : absent(certificate.place),
      isLogged: isImported ? byDefault(true, certificate.place) : fields.isLogged,
    };
  },
});
