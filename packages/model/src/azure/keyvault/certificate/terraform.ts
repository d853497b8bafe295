import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { KeyVaultCertificate } from './shape.ts';

export const terraform = defineTerraform<KeyVaultCertificate>({
  types: ['azurerm_key_vault_certificate'],
  identity: ['name'],
  read(certificate): FieldsOf<KeyVaultCertificate> {
    return {
      validityMonths: certificate.block('certificate_policy').block('x509_certificate_properties').number('validity_in_months'),
    };
  },
});
