import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Certificate is valid for 12 months at most', ja: '証明書の有効期間が 12 か月以内である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.keyvault.certificate',
  why: {
    en: 'The longer a certificate is valid, the longer a stolen key can pretend to be you.',
    ja: '有効期間が長いほど、盗まれた鍵で長くなりすまされます。',
  },
  fix: {
    edits: { terraform: [{ set: 'certificate_policy[*].x509_certificate_properties[*].validity_in_months', value: 12 }] },
    summary: { en: 'Set validity_in_months to at most 12.', ja: 'validity_in_months を 12 以下にしてください。' },
    terraform: `resource "azurerm_key_vault_certificate" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  certificate_policy {
    issuer_parameters {
      name = "Self"
    }
    key_properties {
      exportable = false
      key_type   = "RSA"
      key_size   = 3072
      reuse_key  = false
    }
    secret_properties {
      content_type = "application/x-pkcs12"
    }
    x509_certificate_properties {
      subject            = "CN=orders.example.com"
      key_usage          = ["digitalSignature"]
      validity_in_months = 12
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/certificates/about-certificates'],
  equivalents: [],
  params: {
    maximumMonths: { type: 'number', default: 12, min: 1, description: { en: 'Longest validity in months', ja: '最長の有効月数' } },
  },
  evaluate(certificate, { maximumMonths }) {
    const months = certificate.validityMonths;
    if (months === undefined) {
      return notApplicable({
        en: `${certificate.name} is imported: who issued it decided how long it is valid`,
        ja: `${certificate.name} はインポートされたもので、有効期間は発行者が決めています`,
      });
    }
    if (months <= maximumMonths) return pass();
    return fail({
      en: `Certificate ${certificate.name} is valid for ${months} months`,
      ja: `証明書 ${certificate.name} の有効期間は ${months} か月です`,
    });
  },
  examples: [
    fails(
      'three years',
      `resource "azurerm_key_vault_certificate" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  certificate_policy {
    issuer_parameters {
      name = "Self"
    }
    key_properties {
      exportable = false
      key_type   = "RSA"
      key_size   = 3072
      reuse_key  = false
    }
    secret_properties {
      content_type = "application/x-pkcs12"
    }
    x509_certificate_properties {
      subject            = "CN=orders.example.com"
      key_usage          = ["digitalSignature"]
      validity_in_months = 36
    }
  }
}`,
    ),
    passes(
      'a year',
      `resource "azurerm_key_vault_certificate" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  certificate_policy {
    issuer_parameters {
      name = "Self"
    }
    key_properties {
      exportable = false
      key_type   = "RSA"
      key_size   = 3072
      reuse_key  = false
    }
    secret_properties {
      content_type = "application/x-pkcs12"
    }
    x509_certificate_properties {
      subject            = "CN=orders.example.com"
      key_usage          = ["digitalSignature"]
      validity_in_months = 12
    }
  }
}`,
    ),
    isNotApplicable(
      'imported',
      `resource "azurerm_key_vault_certificate" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  certificate {
    contents = filebase64("orders.pfx")
  }
}`,
    ),
  ],
});
