import { defineCheck, fail, fails, isUnknown, matching, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secure parameters of templates have no default value', ja: 'テンプレートのセキュアパラメーターに既定値がない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.resources.template',
  why: {
    en: 'The default of a secure parameter is a password in the source: everybody who reads the repository knows it, and deployments that give none run with it.',
    ja: 'セキュアパラメーターの既定値はソースに書かれたパスワードです。リポジトリを読める全員が知ることになり、値を渡さないデプロイはそのまま使います。',
  },
  fix: {
    summary: {
      en: 'Remove defaultValue, and give the value at deployment, best by a reference to a key vault.',
      ja: 'defaultValue を削除し、デプロイ時に値を渡してください。Key Vault への参照が最も安全です。',
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
  references: ['https://learn.microsoft.com/en-us/azure/azure-resource-manager/bicep/linter-rule-secure-parameter-default'],
  equivalents: ['CKV_AZURE_131'],
  noFramework: 'no control mapping yet',
  evaluate(template) {
    const filled = matching(template.parameters, (parameter) => parameter.isSecure && parameter.hasDefault);
    if (filled.length === 0) return pass();
    const names = filled.map(({ name }) => name).join(', ');
    return fail({
      en: `Template ${template.name} gives a default value to the secure parameter ${names}`,
      ja: `テンプレート ${template.name} のセキュアパラメーター ${names} に既定値があります`,
    });
  },
  examples: [
    fails('a text', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "adminPassword": { "type": "securestring", "defaultValue": "to-be-changed" }
  },
  "resources": []
}`,
    }),
    fails('an object, in a template inside', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Resources/deployments",
      "apiVersion": "2022-09-01",
      "name": "database",
      "properties": {
        "mode": "Incremental",
        "expressionEvaluationOptions": { "scope": "inner" },
        "template": {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {
            "logins": { "type": "secureObject", "defaultValue": { "admin": "to-be-changed" } }
          },
          "resources": []
        }
      }
    }
  ]
}`,
    }),
    passes('none, an empty one, a new GUID, and one of a parameter that is no secret', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "adminPassword": { "type": "secureString" },
    "ssoSecret": { "type": "secureString", "defaultValue": "" },
    "salt": { "type": "secureString", "defaultValue": "[newGuid()]" },
    "location": { "type": "string", "defaultValue": "japaneast" }
  },
  "resources": []
}`,
    }),
    isUnknown('the default is another parameter', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "adminPassword": { "type": "secureString" },
    "auditPassword": { "type": "secureString", "defaultValue": "[parameters('adminPassword')]" }
  },
  "resources": []
}`,
    }),
  ],
});
