import { defineCheck, fail, fails, isSecretName, matching, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Parameters of templates that take secrets are secure', ja: '秘密を受け取るテンプレートパラメーターがセキュア型である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.resources.template',
  why: {
    en: 'The value of an ordinary parameter is kept in the deployment history and shown to everybody who may read the resource group.',
    ja: '通常のパラメーターの値はデプロイ履歴に残り、リソースグループを閲覧できる全員に表示されます。',
  },
  fix: {
    summary: {
      en: 'Give the parameter the type secureString (in Bicep the decorator @secure()).',
      ja: 'パラメーターの型を secureString にしてください (Bicep では @secure() を付けます)。',
    },
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "adminPassword": { "type": "secureString" }
  },
  "resources": []
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-resource-manager/bicep/linter-rule-secure-secrets-in-parameters'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(template) {
    // A number or a switch holds no secret, and a secure type is none of these.
    const open = matching(template.parameters, ({ name, type }) => isSecretName(name) && (type === 'string' || type === 'object'));
    if (open.length === 0) return pass();
    const names = open.map(({ name }) => name).join(', ');
    return fail({
      en: `Template ${template.name} takes ${names} as an ordinary parameter`,
      ja: `テンプレート ${template.name} は ${names} を通常のパラメーターとして受け取ります`,
    });
  },
  examples: [
    fails('a password as a string', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "location": { "type": "string" },
    "adminPassword": { "type": "string" }
  },
  "resources": []
}`,
    }),
    passes('a secure one, and names beside secrets', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "adminPassword": { "type": "secureString" },
    "passwordMinLength": { "type": "int", "defaultValue": 14 },
    "useToken": { "type": "bool", "defaultValue": true },
    "keyVaultName": { "type": "string" }
  },
  "resources": []
}`,
    }),
  ],
});
