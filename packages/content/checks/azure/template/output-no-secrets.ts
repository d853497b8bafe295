import { defineCheck, fail, fails, matching, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Outputs of templates reveal no secrets', ja: 'テンプレートの出力が秘密を公開していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.resources.template',
  why: {
    en: 'Outputs stay in the deployment history as plain text: whoever may read the resource group reads the key.',
    ja: '出力はデプロイ履歴に平文で残ります。リソースグループを閲覧できる人は誰でもそのキーを読めます。',
  },
  fix: {
    summary: {
      en: 'Put the secret into a key vault in the same deployment, and hand out its name; or give the output the type secureString.',
      ja: '同じデプロイで秘密を Key Vault に保存し、出力は名前だけにしてください。または出力の型を secureString にしてください。',
    },
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [],
  "outputs": {
    "secretName": { "type": "string", "value": "orders-storage-key" }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-resource-manager/bicep/linter-rule-outputs-should-not-contain-secrets'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(template) {
    const open = matching(template.outputs, (output) => output.revealsSecret && !output.isSecure);
    if (open.length === 0) return pass();
    const names = open.map(({ name }) => name).join(', ');
    return fail({
      en: `Template ${template.name} reveals a secret in the output ${names}`,
      ja: `テンプレート ${template.name} は出力 ${names} で秘密を公開しています`,
    });
  },
  examples: [
    fails('the key of a storage account', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [],
  "outputs": {
    "key": {
      "type": "string",
      "value": "[listKeys(resourceId('Microsoft.Storage/storageAccounts', 'ordersdata'), '2023-05-01').keys[0].value]"
    }
  }
}`,
    }),
    fails('a secure parameter in a connection string', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "adminPassword": { "type": "secureString" }
  },
  "resources": [],
  "outputs": {
    "database": {
      "type": "object",
      "value": { "connection": "[concat('Server=orders;Password=', parameters('adminPassword'))]" }
    }
  }
}`,
    }),
    passes('a name, and a secure output', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "adminPassword": { "type": "secureString" }
  },
  "resources": [],
  "outputs": {
    "host": { "type": "string", "value": "[reference('orders').fullyQualifiedDomainName]" },
    "password": { "type": "secureString", "value": "[parameters('adminPassword')]" }
  }
}`,
    }),
  ],
});
